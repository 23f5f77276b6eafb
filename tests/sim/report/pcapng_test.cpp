// SPDX-License-Identifier: Apache-2.0
#include "sim/report/pcapng.h"

#include <gtest/gtest.h>

#include <sstream>

namespace sim
{

namespace
{

using Octets = std::vector<std::uint8_t>;

std::string plain(std::string_view hex)
{
    std::string digits;
    for (const char c : hex)
        if (c != ' ') digits += c;
    return digits;
}

Octets octets(std::string_view hex)
{
    const std::string digits = plain(hex);
    Octets out;
    for (std::size_t i = 0; i < digits.size(); i += 2)
        out.push_back(static_cast<std::uint8_t>(std::stoul(digits.substr(i, 2), nullptr, 16)));
    return out;
}

std::string hex_of(std::string_view bytes)
{
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const char c : bytes) text += {digits[static_cast<std::uint8_t>(c) >> 4], digits[c & 15]};
    return text;
}

const Date day = *parse_date("2026-04-01");

// The packet that `act` makes, without the file's head and the interface.
template <typename Act>
std::string packet_of(Act act)
{
    std::ostringstream out;
    PcapngWriter capture(out, day, "r");
    act(capture);
    const std::size_t before = out.str().size();
    act(capture);  // the interface is described once
    return hex_of(out.str().substr(before));
}

constexpr std::string_view polling = "06 00 ff ff 01 00 5c e6";  // CRC not looked at

}  // namespace

TEST(Pcapng, BeginsWithASectionThatCarriesTheRemark)
{
    std::ostringstream out;
    PcapngWriter capture(out, day, "invented");
    EXPECT_EQ(hex_of(out.str()),
              plain("0a0d0d0a 38000000 4d3c2b1a 0100 0000 ffffffffffffffff"
                    "0100 0800 696e76656e746564"  // comment
                    "0400 0800 74617062656e6368"  // application
                    "0000 0000 38000000"));
}

TEST(Pcapng, DescribesAnInterfaceWithNanosecondsWhenItIsFirstUsed)
{
    std::ostringstream out;
    PcapngWriter capture(out, day, "r");
    const std::size_t head = out.str().size();
    capture.iso14443_field({0}, true, "");
    EXPECT_EQ(hex_of(out.str().substr(head)).substr(0, 2 * 0x44),
              plain("01000000 44000000 0801 0000 00000000"
                    "0200 0800 69736f3134343433"  // if_name iso14443
                    "0300 1400 49534f2f494543203134343433206f6e20616972"
                    "0900 0100 09000000 0000 0000 44000000")
                  .substr(0, 2 * 0x44));
}

TEST(Pcapng, PutsAFelicaPacketUnderItsDissectorsNameWithoutLengthAndCrc)
{
    const Octets packet = octets(polling);
    const std::string written = packet_of([&](PcapngWriter& capture) {
        capture.felica_frame({{27'000'000'000'001}, Way::out, packet, "tap 1-2", false});
    });
    // 2026-03-31 22:30:00.000000001 UTC = 1,774,996,200,000,000,001 ns = 0x18a20da3'baab1001
    EXPECT_EQ(written, plain("06000000 50000000 00000000 a30da218 0110abba 15000000 15000000"
                             "000c 0008 66656c6963610000 0000 0000 00ffff0100 000000"
                             "0200 0400 02000000 0100 0700 746170 20312d32 00"
                             "0000 0000 50000000"));
}

TEST(Pcapng, MarksADamagedFrameAndLeavesItUndissected)
{
    const Octets packet = octets("06 00 ff fe 01 00 5c e6");
    const std::string hex = packet_of([&](PcapngWriter& capture) {
        capture.felica_frame({{}, Way::in, packet, "", true});
    });
    EXPECT_NE(hex.find(plain("000c 0004 64617461 0000 0000 0600fffe01005ce6")), std::string::npos);
    EXPECT_NE(hex.find(plain("0200 0400 01000001 0000 0000")), std::string::npos) << hex;
}

TEST(Pcapng, NeverReadsBeyondAPacketWhoseLengthByteLies)
{
    for (const std::string_view hex : {"", "00", "01", "ff 00", "07 00 ff ff 01 00"}) {
        const Octets packet = octets(hex);
        const std::string written = packet_of([&](PcapngWriter& capture) {
            capture.felica_frame({{}, Way::in, packet, "", false});
        });
        EXPECT_NE(written.find(plain("64617461 0000 0000") + plain(hex)), std::string::npos);
    }
}

TEST(Pcapng, ShowsWhatWiresharkWouldCallMalformedAsData)
{
    const std::string idm = "0112233445566778";
    const std::pair<std::string, bool> packets[] = {
        {"10 06" + idm + "01 0f09 01 8000", true},
        {"13 06" + idm + "02 0f09 9010 01 8000", false},  // it knows only one service
        {"0c 07" + idm + "01 a6", false},                 // it wants a block count
        {"1d 07" + idm + "0000 01 000102030405060708090a0b0c0d0e0f", true},
        {"0a 04" + idm, true},
        {"05 00 ff ff 01", false},
        {"0a 01" + idm, false},
    };
    for (const auto& [hex, decodes] : packets) {
        const Octets packet = octets(hex);
        const std::string written = packet_of([&](PcapngWriter& capture) {
            capture.felica_frame({{}, Way::in, packet, "", false});
        });
        EXPECT_EQ(written.find(plain("66656c696361 0000")) != std::string::npos, decodes) << hex;
    }
}

TEST(Pcapng, TellsDirectionAndCrcOfAnIso14443FrameInItsPseudoHeader)
{
    const Octets reqb = octets("05 00 00 71 ff");
    const auto written = [&](Way way, Crc crc) {
        return packet_of([&](PcapngWriter& capture) {
                   capture.iso14443_frame({{}, way, reqb, "", false}, crc);
               })
            .substr(2 * 28, 18);
    };
    EXPECT_EQ(written(Way::out, Crc::present), plain("00 fe 0005 05000071ff"));
    EXPECT_EQ(written(Way::in, Crc::present), plain("00 ff 0005 05000071ff"));
    EXPECT_EQ(written(Way::out, Crc::absent), plain("00 fa 0005 05000071ff"));
    EXPECT_EQ(written(Way::in, Crc::absent), plain("00 fb 0005 05000071ff"));
}

TEST(Pcapng, TellsWhenTheFieldGoesOnAndOff)
{
    const auto event = [](bool on) {
        return packet_of([&](PcapngWriter& capture) { capture.iso14443_field({}, on, ""); })
            .substr(2 * 28, 8);
    };
    EXPECT_EQ(event(true), plain("00 fc 0000"));
    EXPECT_EQ(event(false), plain("00 fd 0000"));
}

TEST(Pcapng, SendsTheUplinkBetweenAddressesOfTheDocumentationNetworks)
{
    const Octets batch = octets("aabbcc");
    const auto written = [&](Way way, std::uint32_t bus) {
        return packet_of([&](PcapngWriter& capture) {
            capture.uplink_message({{}, way, batch, "", false}, bus);
        });
    };
    EXPECT_EQ(written(Way::out, 255).substr(2 * 28, 2 * 23),
              plain("4500 0017 0000 4000 40fd 4db3 c0000202 c6336401 aabbcc"));
    EXPECT_EQ(written(Way::in, 0).substr(2 * 40, 2 * 8), plain("c6336401 c0000201"));
}

}  // namespace sim
