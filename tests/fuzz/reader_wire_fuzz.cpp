// SPDX-License-Identifier: Apache-2.0
// What a reader's process that has lost its mind may send to the bench. A message that is taken is
// the same when it is sent on.
#include <algorithm>

#include "hil/reader/wire.h"
#include "tests/fuzz/fuzz.h"

std::vector<fuzz::Octets> fuzz::seeds()
{
    std::vector<Octets> all;
    const auto add = [&](const hil::Message& message) {
        hil::MessageBytes bytes{};
        const std::size_t size = encode(message, bytes);
        all.emplace_back(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
    };
    hil::Message found;
    hil::Target target;
    target.answer_size = 12;
    put_target(found, target);
    add(found);
    hil::Message ready;
    ready.kind = hil::MessageKind::ready;
    put_link_time(ready, {10, {1'000'000}, {900'000}, {2'000'000}});
    add(ready);
    hil::Message away;
    away.kind = hil::MessageKind::away;
    away.put(std::string("no such device"));
    add(away);
    return all;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const fw::Bytes bytes(data, size);
    const auto message = hil::decode(bytes);
    if (!message) return 0;
    hil::MessageBytes again{};
    const std::size_t written = encode(*message, again);
    fuzz::must(std::equal(bytes.begin(), bytes.end(), again.begin(),
                          again.begin() + static_cast<std::ptrdiff_t>(written)));
    if (const auto target = target_of(*message))
        fuzz::must(target->answer_size <= target->answer.size());
    link_time_of(*message);
    for (const char c : text_of(*message)) fuzz::must(c >= ' ' && c != 0x7F);
    return 0;
}
