// SPDX-License-Identifier: Apache-2.0
#include "models/identity/card_proof.h"

#include <array>

#include "sim/base/hex_text.h"

namespace model
{

std::string drawn_challenge(const sim::RngStream& stream, std::uint64_t key, std::uint64_t first)
{
    std::array<std::uint8_t, 16> fresh{};
    for (std::size_t i = 0; i < fresh.size(); ++i)
        fresh[i] = static_cast<std::uint8_t>(stream.bits(key, first + i));
    return sim::hex_of(fresh);
}

sim::Form certificate_check(const sim::Form& request, bool want_birth)
{
    sim::Form question("certificate.check");
    for (const char* name : {"serial", "challenge", "certificate", "signature"})
        question.set(name, request.text(name).value_or(""));
    return question.set("want_birth", want_birth);
}

}  // namespace model
