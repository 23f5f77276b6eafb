// SPDX-License-Identifier: Apache-2.0
// A driver that sends a card over TCP whatever it likes, cut anywhere.
#include "hil/virtual/vpcd_session.h"
#include "tests/fuzz/desk.h"
#include "tests/fuzz/fuzz.h"

namespace
{

// Everything said is frames: two length bytes and so many more, to the last one.
void check(fw::Bytes said)
{
    while (!said.empty()) {
        fuzz::must(said.size() >= 2);
        const std::size_t size = static_cast<std::size_t>(said[0]) << 8 | said[1];
        fuzz::must(size != 0 && said.size() >= 2 + size);
        said = said.subspan(2 + size);
    }
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    return {
        parts({hex("0001 01 0001 04"), hex("000F 00A4040C0AD392F000260100000001")}),
        parts({hex("00"), hex("01"), hex("02 0001"), hex("00 0004 00200080 0001 00")}),
        parts({hex("FFFF 00"), hex("0000 0001 04")}),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::EchoChip card;
    hil::VpcdSession session(card, {fuzz::hex("3B8880010000"), false});
    bool speaks = true;
    for (fuzz::Script script(data, size); speaks && !script.done();) {
        std::vector<std::uint8_t> said;
        speaks = session.receive(script.part(), said);
        check(said);
        fuzz::must(session.take_think().count >= 0);
    }
    session.restart();
    fuzz::must(!session.mid_frame());
    return 0;
}
