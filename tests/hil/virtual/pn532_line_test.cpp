// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "firmware/protocol/felica_timing.h"
#include "tests/hil/virtual/line_desk.h"

namespace test_support
{
namespace
{

using namespace fw::literals;
using hil::ReaderFault;

const std::string both = ack + " " + firmware_answer;

TEST(Pn532Line, AcknowledgesAndAnswersAtOnce)
{
    LineDesk desk;
    EXPECT_EQ(desk.say(firmware_question), both);
    EXPECT_EQ(desk.due_in(), -1);
}

TEST(Pn532Line, UnderstandsWakeUpBytesAndSingleBytes)
{
    LineDesk desk;
    EXPECT_EQ(desk.say("55 55 00 00 00 00 00 00 00 00 00 00 00 00 00 00 " + firmware_question),
              both);
    EXPECT_EQ(desk.say("00 00 00 00 00 00 00 00 00 00 " + firmware_question), both);
    std::string heard;
    for (const std::uint8_t byte : bytes_of(firmware_question)) heard += desk.say(hex({&byte, 1}));
    EXPECT_EQ(heard, both);
}

TEST(Pn532Line, StaysSilentToADamagedFrame)
{
    LineDesk desk;
    EXPECT_EQ(desk.say("00 00 ff 02 fe d4 02 2b 00"), "");
    EXPECT_EQ(desk.say("00 00 ff 02 fd d4 02 2a 00"), "");
    EXPECT_EQ(desk.say("00 00 ff 02 fe d5 02 29 00"), "");
    EXPECT_EQ(desk.say(firmware_question), both);
}

TEST(Pn532Line, AnswersAnUnknownCommandWithAnErrorFrame)
{
    LineDesk desk;
    EXPECT_EQ(desk.say(desk.frame("58 00")), ack + " 00 00 ff 01 ff 7f 81 00");
}

TEST(Pn532Line, RepeatsItsLastAnswerOnANack)
{
    LineDesk desk;
    desk.say(firmware_question);
    EXPECT_EQ(desk.say("00 00 ff ff 00 00"), firmware_answer);
}

TEST(Pn532Line, AnswersALongCommandWithAnExtendedFrame)
{
    LineDesk desk;
    ByteRow line_test(264, 0x11);
    line_test[0] = line_test[1] = 0x00;
    const std::string answer = desk.say(desk.frame(hex(line_test)));
    EXPECT_EQ(answer.substr(0, ack.size() + 33), ack + " 00 00 ff ff ff 01 09 f6 d5 01 00");
}

TEST(Pn532Line, LooksAgainUntilACardIsThere)
{
    LineDesk desk;
    EXPECT_EQ(desk.say(search_felica), ack);
    ASSERT_GT(desk.due_in(), 0);
    EXPECT_EQ(desk.after({desk.due_in() - 1}), "");
    EXPECT_EQ(desk.after(1_ns), "");
    desk.field.present(desk.box.card("transit"));
    const std::string found = desk.after({desk.due_in()});
    EXPECT_EQ(found.substr(0, 29), "00 00 ff 18 e8 d5 4b 01 01 14");
    EXPECT_EQ(desk.due_in(), -1);
}

TEST(Pn532Line, GivesUpASearchOnAnAckWithoutAWord)
{
    LineDesk desk;
    desk.say(search_felica);
    EXPECT_EQ(desk.say(ack), "");
    EXPECT_EQ(desk.due_in(), -1);
    EXPECT_EQ(desk.say(ack), "");  // with nothing to give up
}

TEST(Pn532Line, GivesUpASearchForANewCommandAlsoInTheSameRead)
{
    LineDesk desk;
    desk.say(search_felica);
    EXPECT_EQ(desk.say(firmware_question), both);
    EXPECT_EQ(desk.due_in(), -1);
    desk.say(search_felica);
    EXPECT_EQ(desk.say(ack + firmware_question), both);
    EXPECT_EQ(desk.due_in(), -1);
}

TEST(Pn532Line, TakesTheTimeOfASerialLineWhenAsked)
{
    LineDesk desk({.link = "", .uart_baud = 115'200});
    EXPECT_EQ(desk.say(firmware_question), ack);
    EXPECT_EQ(desk.due_in(), (9 + 6 + 13) * 10'000'000'000 / 115'200);
    EXPECT_EQ(desk.after({desk.due_in()}), firmware_answer);
    desk.say(desk.frame("10 07"));  // from now on 921600 bits a second
    desk.after({desk.due_in()});
    desk.say(firmware_question);
    EXPECT_EQ(desk.due_in(), (9 + 6 + 13) * 10'000'000'000 / 921'600);
}

TEST(Pn532Line, TakesTheTimeOnAirWhenAsked)
{
    LineDesk desk({.link = "", .uart_baud = 0, .air_time = true});
    desk.field.present(desk.box.card("transit"));
    EXPECT_EQ(desk.say(search_felica), ack);
    const fw::Nanos expected =
        fw::felica::air_time(6, 212) + fw::felica::slot_start(0) + fw::felica::air_time(20, 212);
    EXPECT_EQ(desk.due_in(), expected.count);
    EXPECT_EQ(desk.say(firmware_question), both);  // the chip itself takes none
}

TEST(Pn532Line, GivesUpAnAnswerThatWaitsForItsTime)
{
    LineDesk desk({.link = "", .uart_baud = 9600});
    desk.say(firmware_question);
    EXPECT_EQ(desk.say(ack), "");
    EXPECT_EQ(desk.after(1_s), "");
}

TEST(Pn532Line, CanBeMuteOrAcknowledgeOnly)
{
    LineDesk desk;
    desk.line.set_fault(ReaderFault::mute, {});
    EXPECT_EQ(desk.say(firmware_question), "");
    desk.line.set_fault(ReaderFault::ack_only, {});
    EXPECT_EQ(desk.say(firmware_question), ack);
    EXPECT_EQ(desk.after(10_s), "");
    desk.line.set_fault(ReaderFault::none, {});
    EXPECT_EQ(desk.say(firmware_question), both);
}

TEST(Pn532Line, CanGarbleItsAnswers)
{
    LineDesk desk;
    desk.line.set_fault(ReaderFault::garbled, {});
    EXPECT_EQ(desk.say(firmware_question), ack + " 00 00 ff 06 fa d5 03 32 01 06 07 17 00");
}

TEST(Pn532Line, CanBeDeafForAWhileAfterAnAbort)
{
    LineDesk desk;
    desk.line.set_fault(ReaderFault::dead_time, 30_ms);
    desk.say(search_felica);
    EXPECT_EQ(desk.say(ack + firmware_question), "");
    desk.after(29_ms);
    EXPECT_EQ(desk.say(firmware_question), "");
    desk.after(1_ms);
    EXPECT_EQ(desk.say(firmware_question), both);
}

TEST(Pn532Line, CanLoseTheFirstFrameAfterItWasOpened)
{
    LineDesk desk;
    desk.line.set_fault(ReaderFault::swallow_first, {});
    EXPECT_EQ(desk.say(firmware_question), "");
    EXPECT_NE(desk.say(desk.frame("16 f0")), "");  // the host gives up and tries again
    EXPECT_EQ(desk.say(firmware_question), both);
    EXPECT_NE(desk.say(desk.frame("16 f0")), "");
    EXPECT_EQ(desk.say(firmware_question), "");
    EXPECT_EQ(desk.say(firmware_question), both);
}

TEST(Pn532Line, CanAnswerLate)
{
    LineDesk desk;
    desk.line.set_fault(ReaderFault::late, 400_ms);
    EXPECT_EQ(desk.say(firmware_question), ack);
    EXPECT_EQ(desk.due_in(), (400_ms).count);
    EXPECT_EQ(desk.after(400_ms), firmware_answer);
}

}  // namespace
}  // namespace test_support
