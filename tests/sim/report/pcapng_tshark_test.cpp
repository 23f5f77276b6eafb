// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/report/tshark.h"

namespace sim
{

namespace
{

// Of an invented card.
const std::string idm = "03fe112233445566";
const std::string block(32, '0');

}  // namespace

TEST_F(Tshark, NamesTheFelicaCommandsAndTheirAnswers)
{
    felica(Way::out, "0000030100");
    felica(Way::in, "01" + idm + "053143454682b7ff0003");
    felica(Way::out, "02" + idm + "010f09");
    felica(Way::in, "03" + idm + "010100");
    felica(Way::out, "06" + idm + "010f09018000");
    felica(Way::in, "07" + idm + "000001" + block);
    felica(Way::out, "08" + idm + "010900018000" + block);
    felica(Way::in, "09" + idm + "0000");
    felica(Way::out, "10" + idm + "0100000148000102030405060708");
    EXPECT_EQ(
        column("_ws.col.Info"),
        (std::vector<std::string>{"Polling", "Polling (Response)", "Request Service",
                                  "Request Service (Response)", "Read Without Encryption",
                                  "Read Without Encryption (Response)", "Write Without Encryption",
                                  "Write Without Encryption (Response)", "Authentication1"}));
    EXPECT_EQ(column("felica.sys_code")[0], "0x0003");
    expect_whole();
}

TEST_F(Tshark, SeesDirectionInterfaceAndComment)
{
    felica(Way::out, "04" + idm);
    felica(Way::in, "05" + idm + "00");
    EXPECT_EQ(column("frame.packet_flags_direction"),
              (std::vector<std::string>{"0x00000002", "0x00000001"}));
    EXPECT_EQ(column("frame.interface_name")[1], "felica");
    EXPECT_EQ(column("frame.comment")[0], "tap 1-2, read");
}

TEST_F(Tshark, ReadsTheServiceDaysClockToTheNanosecond)
{
    felica(Way::out, "04" + idm);
    felica(Way::in, "05" + idm + "00", 1);
    EXPECT_EQ(column("_ws.col.Time", "-t ad"),
              (std::vector<std::string>{"2026-04-01 07:30:00.123456789",
                                        "2026-04-01 07:30:00.123456790"}));
    EXPECT_EQ(column("frame.time_epoch")[0], "1774996200.123456789");
}

TEST_F(Tshark, ShowsAsDataWhatItsDissectorWouldCallMalformed)
{
    felica(Way::out, "06" + idm + "020f099010028000" + "8100");
    felica(Way::in, "07" + idm + "01a6");
    felica(Way::in, "01");
    felica(Way::out, "");
    expect_whole();
    EXPECT_EQ(column("data.len"), (std::vector<std::string>{"20", "12", "2", "1"}));
}

// The dissector takes a frame as short as its command code, whatever the code.
TEST_F(Tshark, FindsNoCommandCodeMalformedHoweverShortItsPacket)
{
    for (unsigned code = 0; code < 256; ++code)
        for (const std::size_t size : {0U, 4U, 8U, 9U, 11U, 12U, 20U}) {
            constexpr char digits[] = "0123456789abcdef";
            const std::string body{digits[code >> 4], digits[code & 15]};
            felica(Way::in, body + std::string(2 * size, '0'));
            felica(Way::in, body + std::string(2 * size, 'f'));
        }
    expect_whole();
}

TEST_F(Tshark, FollowsATypeBCardFromFieldToApdu)
{
    writer_.iso14443_field(half_past_seven, true, "");
    iso14443(Way::out, "050000");
    iso14443(Way::in, "501122334400000000008181");
    iso14443(Way::out, "1d1122334400080100");
    iso14443(Way::in, "00");
    iso14443(Way::out, "0200a4040c0ad392f000260100000001");
    iso14443(Way::in, "029000");
    iso14443(Way::out, "0300b0000004");
    iso14443(Way::in, "03308201009000");
    writer_.iso14443_field(half_past_seven, false, "");
    EXPECT_EQ(column("_ws.col.Info", "-d iso14443.subdissector,iso7816"),
              (std::vector<std::string>{"Field on", "REQB", "ATQB", "Attrib", "Response to Attrib",
                                        "Select file", "Response APDU (to Select file)",
                                        "Read binary, offset 0", "Response APDU (to Read binary)",
                                        "Field off"}));
    EXPECT_EQ(column("iso14443.event", "-Y iso14443.event")[5], "0xfa");
    expect_whole();
}

TEST_F(Tshark, DecodesTheApdusOfAReader)
{
    apdu(Way::out, "00a4040c0ad392f000260100000001");
    apdu(Way::in, "9000");
    apdu(Way::out, "00200080");
    apdu(Way::in, "63c3");
    EXPECT_EQ(column("_ws.col.Info"),
              (std::vector<std::string>{"Select file", "Response APDU (to Select file)", "Verify",
                                        "Response APDU (to Verify)"}));
    expect_whole();
}

// Nothing may be mistaken for somebody else's protocol, whatever a message begins with.
TEST_F(Tshark, TakesEveryMessageOfTheUplinkForPlainData)
{
    for (unsigned first = 0; first < 256; ++first)
        for (const std::size_t size : {4U, 61U, 122U}) {
            std::vector<std::uint8_t> batch(size, 0);
            batch[0] = batch[3] = static_cast<std::uint8_t>(first);
            writer_.uplink_message({half_past_seven, Way::out, batch, "", false}, 3);
        }
    EXPECT_EQ(column("frame.protocols", "-Y 'frame.protocols != \"raw:ip:data\"'").size(), 0U);
    EXPECT_EQ(column("data.len", "-Y ip.src==192.0.2.4").size(), 3U * 256);
    EXPECT_EQ(column("ip.src", "-o ip.check_checksum:TRUE -Y 'ip.checksum.status != 1'").size(),
              0U);
    expect_whole();
}

}  // namespace sim
