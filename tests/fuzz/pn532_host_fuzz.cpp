// SPDX-License-Identifier: Apache-2.0
// A host that sends a PN532 whatever it likes, as bytes on the line or as well-formed commands. The
// chip never says what is known to kill its clients (pn532-libnfc.md 5 to 7).
#include "firmware/protocol/pn532.h"
#include "hil/virtual/pn532_chip.h"
#include "tests/fuzz/desk.h"
#include "tests/fuzz/fuzz.h"

namespace
{

using namespace fw::pn532;

constexpr int looks = 4;  // of a command that waits

void check(std::uint8_t code, const hil::ChipStep& step)
{
    if (step.kind != hil::ChipStep::Kind::answered) return;
    fuzz::must(!step.data.empty() && step.data[0] == static_cast<std::uint8_t>(code + 1));
    std::array<std::uint8_t, longest_frame> frame{};
    fuzz::must(make_frame(from_chip, step.data, frame) != 0);
    constexpr std::uint8_t node_address = 0x80;  // libnfc calls abort()
    const bool has_status = code == in_data_exchange || code == in_communicate_thru;
    if (has_status) fuzz::must(step.data.size() > 1 && (step.data[1] & node_address) == 0);
}

void command(hil::Pn532Chip& chip, fw::Bytes bytes)
{
    if (bytes.empty() || bytes.size() > longest_data) return;
    const std::uint8_t code = bytes[0];
    hil::ChipStep step = chip.take(bytes);
    for (int look = 0; look < looks && step.kind == hil::ChipStep::Kind::waiting && step.again;
         ++look)
        step = chip.resume();
    check(code, step);
}

void line(hil::Pn532Chip& chip, fw::Bytes bytes)
{
    Parser parser(to_chip);
    for (const std::uint8_t byte : bytes) {
        const Parser::Event event = parser.take(byte);
        if (event == Parser::Event::frame) command(chip, parser.data());
        if (event == Parser::Event::ack) chip.abort();
    }
}

fuzz::Octets framed(const fuzz::Octets& data)
{
    std::array<std::uint8_t, longest_frame> frame{};
    const std::size_t size = make_frame(to_chip, data, frame);
    return {frame.begin(), frame.begin() + static_cast<std::ptrdiff_t>(size)};
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    Octets init = hex("00 55 55 00 00 00 00 00 00 00");
    for (const char* const data :
         {"14 01", "00 00 6c 69 62 6e 66 63", "02", "12 14", "06 63 02 63 03 63 05 63 38 63 3c",
          "32 01 01", "32 05 ff ff 02", "4a 01 01 00 ff ff 01 00"}) {
        const Octets frame = framed(hex(data));
        init.insert(init.end(), frame.begin(), frame.end());
    }
    const auto commands = [](const std::vector<Octets>& all) {
        Octets script = parts(all);
        script.insert(script.begin(), 1);
        return script;
    };
    return {
        init,
        commands({hex("32 01 01"), hex("4a 01 01 00 ff ff 01 00"), hex("40 01 06 00 ff ff 01 00")}),
        commands({hex("32 01 01"), hex("4a 01 00"), hex("40 01 00 a4 04 00"), hex("44 01")}),
        commands({hex("32 01 01"), hex("4a 01 03 00"), hex("40 01 00 b0 00 00 00"), hex("42 ba 01"),
                  hex("52 00")}),
        commands({hex("32 01 01"), hex("60 02 01 20 10 03 11 12 04 03")}),
        commands({hex("08 63 02 00 63 03 00 63 0d 07"), hex("42 26"), hex("42 93 20")}),
        commands({hex("08 63 31 0c 63 3a 80 63 39 26 63 3d 87"), hex("06 63 3a 63 39 63 3c")}),
        commands({hex("8c 00 04 00 01 02 03 20"), hex("86"), hex("8e 90 00"), hex("8a")}),
        commands({hex("4e 01 01 01"), hex("54 01"), hex("10 04"), hex("16 f0"), hex("04")}),
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Desk desk;
    hil::Pn532Chip chip(desk.field);
    fuzz::Script script(data, size);
    if (script.byte() % 2 == 0) {
        line(chip, script.rest());
        return 0;
    }
    while (!script.done()) command(chip, script.part());
    return 0;
}
