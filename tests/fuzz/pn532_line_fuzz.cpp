// SPDX-License-Identifier: Apache-2.0
// What comes from a PN532 over a bad line: bytes as they are, or behind an extended frame's header
// with the right checksum of whatever length. A frame that is told is told again when it is made
// anew.
#include <algorithm>

#include "firmware/protocol/pn532.h"
#include "tests/fuzz/fuzz.h"

namespace
{

using namespace fw::pn532;

void told_again(fw::Bytes data)
{
    std::array<std::uint8_t, longest_frame> frame{};
    const std::size_t size = make_frame(from_chip, data, frame);
    fuzz::must(size != 0);
    Parser parser(from_chip);
    bool told = false;
    for (const std::uint8_t byte : fw::Bytes(frame).first(size))
        if (parser.take(byte) == Parser::Event::frame)
            told = std::equal(data.begin(), data.end(), parser.data().begin(), parser.data().end());
    fuzz::must(told);
}

// An extended frame's header; what belongs into the frame follows, or too much, or too little.
fuzz::Octets headed(std::uint8_t high, std::uint8_t low, fw::Bytes rest)
{
    fuzz::Octets bytes{0x00, 0xFF, 0xFF, 0xFF, high, low, 0, from_chip};
    bytes[6] = static_cast<std::uint8_t>(-(high + low));
    bytes.insert(bytes.end(), rest.begin(), rest.end());
    return bytes;
}

}  // namespace

std::vector<fuzz::Octets> fuzz::seeds()
{
    Octets extended = hex("00 00 00 ff ff ff 01 05 fa d5 41 00");
    extended.resize(extended.size() + 258, 0);
    extended.insert(extended.end(), {0xEA, 0x00});
    Octets headed = hex("01 01 08");
    headed.resize(headed.size() + 300, 0x41);
    return {
        headed,
        hex("00 00 00 ff 00 ff 00 00 00 ff 06 fa d5 03 32 01 06 07 e8 00"),
        hex("00 00 00 ff 02 fe d5 15 16 00 00 00 ff 01 ff 7f 81 00 00 00 ff ff 00 00"),
        extended,
    };
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::Script script(data, size);
    const bool with_header = script.byte() % 2 == 1;
    const std::uint8_t high = with_header ? script.byte() : 0,
                       low = with_header ? script.byte() : 0;
    const fw::Bytes rest = script.rest();
    const fuzz::Octets bytes =
        with_header ? headed(high, low, rest) : fuzz::Octets(rest.begin(), rest.end());
    Parser parser(from_chip);
    for (const std::uint8_t byte : bytes) {
        const Parser::Event event = parser.take(byte);
        fuzz::must(parser.data().size() <= longest_data);
        if (event == Parser::Event::frame && !parser.data().empty()) {
            const fuzz::Octets kept(parser.data().begin(), parser.data().end());
            told_again(kept);
        }
    }
    return 0;
}
