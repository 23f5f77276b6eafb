// SPDX-License-Identifier: Apache-2.0
#include "hil/tape/tape_file.h"

#include <gtest/gtest.h>

namespace hil
{
namespace
{

const std::string head =
    "tapbench tape 1\n"
    "device fare_box/bus-12/front\n"
    "scenario 00ff\n"
    "reader pn532_uart:/dev/ttyUSB0\n"
    "link 100 431000 380000 520000\n";
const std::string selection =
    "? f212 0003\n"
    "< ok 0141000000000001100b4b428485d0ff0003 4600000 4500000 -\n";
const std::string write =
    "> 0a16010203040506070809\n"
    "< timeout - 31000000 30900000 worked\n";

std::string problem_of(const std::string& text)
{
    try {
        parse_tape("t", text);
    } catch (const TapeError& error) {
        return error.file + ":" + std::to_string(error.line) + ": " + error.what();
    }
    return "";
}

TEST(TapeFile, ReadsWhatItWrites)
{
    const std::string text = head + selection + write;
    const Tape tape = parse_tape("t", text);

    std::string again = text_of(tape.head);
    for (const TapeEntry& entry : tape.entries) again += text_of(entry);

    EXPECT_EQ(again, text);
}

TEST(TapeFile, TellsQuestionsAnswersAndTimes)
{
    const Tape tape = parse_tape("t", head + selection + write);

    ASSERT_EQ(tape.entries.size(), 2u);
    EXPECT_TRUE(tape.entries[0].select);
    EXPECT_EQ(tape.entries[0].system_code, 0x0003);
    EXPECT_EQ(target_of(tape.entries[0]).idm.bytes[0], 0x01);
    EXPECT_EQ(target_of(tape.entries[0]).pmm.bytes[7], 0xFF);
    EXPECT_EQ(tape.entries[0].time.device.count, 4'500'000);
    EXPECT_EQ(tape.entries[1].status, ReaderStatus::timeout);
    EXPECT_TRUE(tape.entries[1].worked);
    EXPECT_EQ(tape.entries[1].line, 8);
    EXPECT_EQ(tape.head.link.median.count, 431'000);
}

TEST(TapeFile, RefusesWhatIsNoTapeWithTheLineWhereItIsWrong)
{
    EXPECT_EQ(problem_of(""), "t:1: the tape ends where the first line is expected");
    EXPECT_EQ(problem_of("tapbench tape 2\n"),
              "t:1: expected \"tapbench tape 1\": this is no tape, or one of another version");
    EXPECT_EQ(problem_of(head + "> 0\n"), "t:6: expected pairs of small hexadecimal digits");
    EXPECT_EQ(problem_of(head + "> 0A\n"), "t:6: expected pairs of small hexadecimal digits");
    EXPECT_EQ(problem_of(head + "! 00\n"), "t:6: expected a line that starts with ? or >");
    EXPECT_EQ(problem_of(head + "? f848 0003\n"), "t:6: expected f212, f424, b106 or a106");
    EXPECT_EQ(problem_of(head + "> 00\n"), "t:7: the tape ends where an answer is expected");
    EXPECT_EQ(problem_of(head + "> 00\n< differs - 0 0 -\n"),
              "t:7: expected ok, no_card, timeout, garbled, lost or hung");
    EXPECT_EQ(problem_of(head + "> 00\n< ok - 0 0 -\n"),
              "t:7: expected pairs of small hexadecimal digits");
    EXPECT_EQ(problem_of(head + "? f212 0003\n< ok 00 0 0 -\n"), "t:7: expected 18 to 82 bytes");
    EXPECT_EQ(problem_of(head + "> 00\n< timeout 00 0 0 -\n"),
              "t:7: only an answer that is ok has bytes");
    EXPECT_EQ(problem_of(head + "> 00\n< timeout - -1 0 -\n"),
              "t:7: expected a number from 0 to 3600000000000");
    EXPECT_EQ(problem_of(head + "> 00\n< timeout - 1 0 maybe\n"),
              "t:7: expected \"worked\" or \"-\" at the end");
    EXPECT_EQ(problem_of(head + "> " + std::string(2000, '0') + "\n"),
              "t:6: a line is too long or has no end");
    EXPECT_EQ(problem_of(head + "> 00"), "t:6: a line is too long or has no end");
}

}  // namespace
}  // namespace hil
