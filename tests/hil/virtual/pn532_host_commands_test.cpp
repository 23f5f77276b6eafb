// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/hil/virtual/chip_desk.h"

namespace test_support
{
namespace
{

constexpr const char* malformed[] = {"",
                                     "20",
                                     "18",
                                     "58",
                                     "ff",
                                     "00",
                                     "00 03",
                                     "02 00",
                                     "06",
                                     "06 63",
                                     "08 63 02",
                                     "10 09",
                                     "12",
                                     "14",
                                     "14 05",
                                     "16",
                                     "32",
                                     "32 01",
                                     "32 03 00",
                                     "32 05 ff",
                                     "32 0e 00",
                                     "4a",
                                     "4a 00 00",
                                     "4a 03 00",
                                     "4a 01 05",
                                     "4a 01 00 01 02",
                                     "4a 01 01",
                                     "4a 01 03",
                                     "4a 01 01 ff ff 01 00 00",
                                     "4a 02 04",
                                     "60 00 01 10",
                                     "60 01 00 10",
                                     "60 01 01",
                                     "40",
                                     "44",
                                     "52",
                                     "54",
                                     "4e 01",
                                     "56 00",
                                     "8c 01"};

TEST(Pn532Chip, SaysWhatItIs)
{
    ChipDesk desk;
    EXPECT_EQ(desk.ask("02"), "03 32 01 06 07");
    EXPECT_EQ(desk.ask("04"), "05 00 00 00 80");
}

TEST(Pn532Chip, RefusesWhatItDoesNotKnowOrUnderstand)
{
    ChipDesk desk;
    for (const char* command : malformed) EXPECT_EQ(desk.ask(command), "refused") << command;
}

TEST(Pn532Chip, SendsTheLineTestBackWhateverItsLength)
{
    ChipDesk desk;
    EXPECT_EQ(desk.ask("00 00 6c 69 62 6e 66 63"), "01 00 6c 69 62 6e 66 63");
    EXPECT_EQ(desk.ask("00 00"), "01 00");
    ByteRow longest(263, 0xA5);
    longest[0] = 0x00;
    longest[1] = 0x00;
    ByteRow answer = longest;
    answer[0] = 0x01;
    EXPECT_EQ(desk.ask(hex(longest)), hex(answer));
}

TEST(Pn532Chip, PassesItsOwnTests)
{
    ChipDesk desk;
    for (const char* test : {"00 01", "00 02", "00 07 9e"}) EXPECT_EQ(desk.ask(test), "01 00");
    EXPECT_EQ(desk.ask("00 05"), "waiting");
    EXPECT_FALSE(desk.last.again);
}

TEST(Pn532Chip, CountsHowManyOf128PollingsNobodyAnswered)
{
    ChipDesk desk;
    EXPECT_EQ(desk.ask("00 04 01"), "01 80");
    desk.present("transit");
    EXPECT_EQ(desk.ask("00 04 01"), "01 00");
    EXPECT_EQ(desk.ask("00 04 02"), "01 00");
}

TEST(Pn532Chip, TellsWhetherASmartCardIsStillThere)
{
    ChipDesk desk;
    desk.present("type_a4");
    EXPECT_EQ(desk.ask("00 06"), "01 01");
    desk.ask("4a 01 00");
    EXPECT_EQ(desk.ask("00 06"), "01 00");
    desk.remove("type_a4");
    EXPECT_EQ(desk.ask("00 06"), "01 01");
}

TEST(Pn532Chip, HasTheResetValuesThatHostsFind)
{
    ChipDesk desk;
    EXPECT_EQ(desk.ask("06 63 02 63 03 63 0d 63 38 63 3d"), "07 80 80 00 00 00");
    EXPECT_EQ(desk.ask("06 63 02 63 03 63 05 63 38 63 3c 63 3d"), "07 80 80 40 00 10 00");
    EXPECT_EQ(desk.ask("06 63 04"), "07 80");
    EXPECT_EQ(desk.ask("06 ff b0"), "07 00");
}

TEST(Pn532Chip, KeepsWhatIsWrittenToARegister)
{
    ChipDesk desk;
    EXPECT_EQ(desk.ask("08 63 16 70 63 1c 69"), "09");
    EXPECT_EQ(desk.ask("06 63 1c 63 16"), "07 69 70");
}

TEST(Pn532Chip, ShowsInItsRegistersWhetherTheFieldIsOnAndForWhichCards)
{
    ChipDesk desk;
    desk.ask(finite_retries);
    desk.ask("32 01 01");
    EXPECT_EQ(desk.ask("06 63 04"), "07 83");
    EXPECT_TRUE(desk.field.is_on());
    desk.ask("32 01 02");
    EXPECT_EQ(desk.ask("06 63 04"), "07 80");
    EXPECT_FALSE(desk.field.is_on());
    const std::string modes = "06 63 02 63 03 63 05";
    desk.ask(poll_felica);
    EXPECT_EQ(desk.ask(modes), "07 92 92 00");
    desk.ask("4a 01 02 00 ff ff 01 00");
    EXPECT_EQ(desk.ask(modes), "07 a2 a2 00");
    desk.ask("4a 01 03 00");
    EXPECT_EQ(desk.ask(modes), "07 83 83 00");
    desk.ask("4a 01 00");
    EXPECT_EQ(desk.ask(modes), "07 80 80 40");
    EXPECT_EQ(desk.ask("06 63 39"), "07 26");  // REQA stays in the buffer: nobody answered
}

TEST(Pn532Chip, SwitchesItsFieldByRegisterToo)
{
    ChipDesk desk;
    desk.ask("08 63 04 83");
    EXPECT_TRUE(desk.field.is_on());
    desk.ask("08 63 04 80");
    EXPECT_FALSE(desk.field.is_on());
}

TEST(Pn532Chip, TurnsItsFieldOffWhenPoweredDown)
{
    ChipDesk desk;
    desk.ask("32 01 01");
    EXPECT_EQ(desk.ask("16 f0"), "17 00");
    EXPECT_FALSE(desk.field.is_on());
    EXPECT_EQ(desk.ask("16 b0 00"), "17 00");
}

TEST(Pn532Chip, AcceptsEverySettingThatHostsSend)
{
    ChipDesk desk;
    for (const char* command :
         {"32 01 02", "32 02 00 0b 0a", "32 04 00", "32 05 01 00 01",
          "32 0a 59 f4 3f 11 4d 85 61 6f 26 62 87", "32 0b 69 ff 3f 11 41 85 61 6f",
          "32 0c ff 04 85", "32 0d 85 15 8a 85 08 b2 85 01 da"})
        EXPECT_EQ(desk.ask(command), "33") << command;
    for (const char* command : {"14 01", "14 01 00", "14 01 00 00"})
        EXPECT_EQ(desk.ask(command), "15") << command;
    EXPECT_EQ(desk.ask("12 14"), "13");
    EXPECT_EQ(desk.ask("10 07"), "11");
    EXPECT_EQ(desk.chip.baud(), 921'600);
}

TEST(Pn532Chip, WaitsAsATargetUntilItIsAborted)
{
    ChipDesk desk;
    desk.ask("32 01 01");
    EXPECT_EQ(desk.ask("8c 01 04 00 00 b0 0b 00" + std::string(30 * 3, '0')), "waiting");
    EXPECT_FALSE(desk.last.again);
    EXPECT_FALSE(desk.field.is_on());
    desk.chip.abort();
    EXPECT_EQ(desk.resume(), "refused");
    EXPECT_EQ(desk.ask("86"), "87 29");
    EXPECT_EQ(desk.ask("8e 90 00"), "8f 29");
    EXPECT_EQ(desk.ask("88"), "89 29");
    EXPECT_EQ(desk.ask("90 00"), "91 29");
    EXPECT_EQ(desk.ask("8a"), "8b 00 00");
}

}  // namespace
}  // namespace test_support
