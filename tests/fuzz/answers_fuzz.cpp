// SPDX-License-Identifier: Apache-2.0
// A card that answers a fare box whatever it likes, in the clear and to the security module.
#include <algorithm>

#include "firmware/protocol/felica.h"
#include "firmware/protocol/transit_blocks.h"
#include "models/card/card_image.h"
#include "models/reader/sam.h"
#include "tests/fuzz/fuzz.h"

namespace
{

const fw::Idm card = model::bench_idm(1);

void read_in_the_clear(fw::Bytes answer)
{
    std::array<std::uint16_t, 8> versions{};
    fw::felica::parse_request_service(answer, card, versions);
    std::array<fw::felica::BlockRef, 16> blocks{};
    for (unsigned count = 0; count <= 20; count += 5)
        fuzz::must(fw::felica::parse_block_list(answer, count, blocks) <= answer.size());
    fw::Bytes data;
    if (fw::felica::parse_plain_answer(answer, card, data).ok())
        fuzz::must(data.size() <= answer.size());
    if (fw::felica::parse_secure_answer(answer, data).ok())
        fuzz::must(data.size() <= answer.size());
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    const Octets idm(card.bytes.begin(), card.bytes.end());
    const auto answer = [&](std::string_view code, std::string_view rest) {
        Octets packet = hex(code);
        packet.insert(packet.end(), idm.begin(), idm.end());
        const Octets tail = hex(rest);
        packet.insert(packet.end(), tail.begin(), tail.end());
        packet.insert(packet.begin(), static_cast<std::uint8_t>(packet.size() + 1));
        return packet;
    };
    return {
        parts({answer("03", "02 0100 FFFF"), answer("07", "0000 01" + std::string(32, '0'))}),
        parts({answer("07", "01A6"), answer("09", "0000")}),
        parts({answer("11", std::string(32, '1')), answer("13", std::string(64, '2'))}),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static constexpr std::array<std::uint16_t, 2> nodes{0x0000, 0x0040};
    static const auto cipher = std::make_shared<const model::StandInCipher>();
    model::SamModel sam(cipher, 7);
    std::array<std::uint8_t, fw::felica::max_packet> buffer{};
    fuzz::must(sam.auth1(card, {nodes, nodes}, buffer) <= buffer.size());
    for (fuzz::Script script(data, size); !script.done();) {
        const fw::Bytes answer = script.part();
        read_in_the_clear(answer);
        fuzz::must(sam.auth2(answer, buffer) <= buffer.size());
        sam.open_session(answer);
        fuzz::must(sam.open(answer, buffer) <= buffer.size());
    }
    return 0;
}
