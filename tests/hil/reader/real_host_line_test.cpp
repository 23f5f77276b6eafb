// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/hil/reader/desk.h"
#include "tests/hil/reader/line_between.h"

// One frame between host and reader that is damaged, lost or cut off, at a moment that is known.
namespace hil
{
namespace
{

struct DeskWithLine : Desk {
    LineBetween line{folder / "between", link};
    ReaderProcess reader{through_the_line()};

    ReaderConfig through_the_line() const
    {
        ReaderConfig through = config();
        through.connstring = "pn532_uart:" + (folder / "between").string();
        return through;
    }
    Exchange ask(const fw::Idm& idm, std::uint8_t code)
    {
        std::array<std::uint8_t, 10> command{10, code};
        std::copy(idm.bytes.begin(), idm.bytes.end(), command.begin() + 2);
        return reader.exchange(command, answer, patience);
    }
};

constexpr std::uint8_t request_response = 0x04, write_plain = 0x08;

TEST(ReaderLine, AReadingCommandIsSentAgainWhenItsAnswerWasDamaged)
{
    DeskWithLine desk;
    const fw::Idm idm = desk.select(desk.reader).target.idm;
    desk.line.at_next_answer(Grip::damage);
    const int before = desk.line.exchanges();
    EXPECT_EQ(desk.ask(idm, request_response).status, ReaderStatus::ok) << desk.reader.problem();
    EXPECT_EQ(desk.line.exchanges(), before + 2);
}

TEST(ReaderLine, AWriteIsNeverSentTwice)
{
    DeskWithLine desk;
    const fw::Idm idm = desk.select(desk.reader).target.idm;
    desk.line.at_next_answer(Grip::damage);
    const int before = desk.line.exchanges();
    EXPECT_EQ(desk.ask(idm, write_plain).status, ReaderStatus::garbled);
    EXPECT_EQ(desk.line.exchanges(), before + 1);
    EXPECT_EQ(desk.reader.problem(), "nfc:desk: a frame was damaged between bench and reader");
    EXPECT_TRUE(desk.reader.is_healthy());
    EXPECT_EQ(desk.ask(idm, request_response).status, ReaderStatus::ok);
}

TEST(ReaderLine, AnAnswerThatIsLostOnTheLineIsNotBlamedOnTheCard)
{
    DeskWithLine desk;
    const fw::Idm idm = desk.select(desk.reader).target.idm;
    desk.line.at_next_answer(Grip::drop);
    EXPECT_EQ(desk.ask(idm, request_response).status, ReaderStatus::garbled);
    EXPECT_TRUE(desk.reader.is_healthy());
    EXPECT_EQ(desk.ask(idm, request_response).status, ReaderStatus::ok);
}

// The card has done the command, and its answer is on the line, when the plug comes out.
TEST(ReaderLine, APlugPulledOutInTheMiddleOfAWriteIsALostReader)
{
    DeskWithLine desk;
    const fw::Idm idm = desk.select(desk.reader).target.idm;
    desk.line.at_next_answer(Grip::pull_out);
    const Exchange cut = desk.ask(idm, write_plain);
    EXPECT_TRUE(desk.line.is_pulled_out());
    EXPECT_EQ(cut.status, ReaderStatus::lost);
    EXPECT_EQ(desk.reader.problem(), "nfc:desk: the port is gone");
    std::printf("    known after %.2f ms\n", ms(cut.time.total));
}

}  // namespace
}  // namespace hil
