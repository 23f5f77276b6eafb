// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/pn532.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>
#include <vector>

namespace fw::pn532
{
namespace
{

using Frame = std::vector<std::uint8_t>;
using Event = Parser::Event;

Frame framed(std::uint8_t direction, const Frame& data)
{
    Frame out(longest_frame);
    out.resize(make_frame(direction, data, out));
    return out;
}

// All that is told of a stream but `none`; frames with their data.
std::vector<std::pair<Event, Frame>> told(Parser& parser, const Frame& stream)
{
    std::vector<std::pair<Event, Frame>> events;
    for (const std::uint8_t byte : stream) {
        const Event event = parser.take(byte);
        if (event == Event::none) continue;
        events.emplace_back(event, Frame(parser.data().begin(), parser.data().end()));
    }
    return events;
}

std::vector<std::pair<Event, Frame>> told(const Frame& stream, std::uint8_t direction = to_chip)
{
    Parser parser(direction);
    return told(parser, stream);
}

Frame counting(std::size_t size)
{
    Frame data(size);
    std::iota(data.begin(), data.end(), std::uint8_t{0});
    return data;
}

Frame operator+(Frame a, const Frame& b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

const Frame firmware_question{0x00, 0x00, 0xFF, 0x02, 0xFE, 0xD4, 0x02, 0x2A, 0x00};
const Frame acknowledged(ack.begin(), ack.end());

TEST(Pn532Frame, IsBuiltAsTheManualSpellsIt)
{
    EXPECT_EQ(framed(to_chip, {get_firmware_version}), firmware_question);
    const Frame answer{0x00, 0x00, 0xFF, 0x06, 0xFA, 0xD5, 0x03,
                       0x32, 0x01, 0x06, 0x07, 0xE8, 0x00};
    EXPECT_EQ(framed(from_chip, {0x03, 0x32, 0x01, 0x06, 0x07}), answer);
}

TEST(Pn532Frame, BecomesExtendedAbove255Bytes)
{
    const Frame normal = framed(to_chip, counting(254));
    EXPECT_EQ(Frame(normal.begin(), normal.begin() + 6), (Frame{0, 0, 0xFF, 0xFF, 0x01, 0xD4}));
    const Frame extended = framed(to_chip, counting(255));
    EXPECT_EQ(Frame(extended.begin(), extended.begin() + 9),
              (Frame{0, 0, 0xFF, 0xFF, 0xFF, 0x01, 0x00, 0xFF, 0xD4}));
}

TEST(Pn532Frame, IsRefusedWhenTooLong)
{
    EXPECT_EQ(framed(to_chip, counting(longest_data)).size(), longest_frame);
    EXPECT_TRUE(framed(to_chip, counting(longest_data + 1)).empty());
    Frame small(8);
    EXPECT_EQ(make_frame(to_chip, Frame{get_firmware_version}, small), 0u);
}

TEST(Pn532Parser, PassesOverWakeUpBytes)
{
    const Frame wake_up{0x55, 0x55, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    const auto events = told(wake_up + firmware_question);
    ASSERT_EQ(events.size(), 1u);
    EXPECT_EQ(events[0], std::pair(Event::frame, Frame{get_firmware_version}));
}

TEST(Pn532Parser, FindsAnAbortAndTheNextCommandInOneRead)
{
    const auto events = told(acknowledged + firmware_question + firmware_question);
    ASSERT_EQ(events.size(), 3u);
    EXPECT_EQ(events[0].first, Event::ack);
    EXPECT_EQ(events[1].first, Event::frame);
    EXPECT_EQ(events[2].first, Event::frame);
}

TEST(Pn532Parser, TellsNackAndErrorFrame)
{
    EXPECT_EQ(told({nack.begin(), nack.end()})[0].first, Event::nack);
    EXPECT_EQ(told({error_frame.begin(), error_frame.end()}, from_chip)[0].first, Event::error);
}

TEST(Pn532Parser, TellsEveryKindOfDamage)
{
    for (const std::size_t at : {4u, 5u, 6u, 7u}) {  // length, direction, data, checksum
        Frame broken = firmware_question;
        broken[at] ^= 0x10;
        const auto events = told(broken);
        ASSERT_EQ(events.size(), 1u) << at;
        EXPECT_EQ(events[0].first, Event::damaged) << at;
    }
    EXPECT_EQ(told({0, 0, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0x82})[0].first, Event::damaged);
    EXPECT_EQ(told({0, 0, 0xFF, 0xFF, 0xFF, 0x00, 0x00, 0x00})[0].first, Event::damaged);
}

TEST(Pn532Parser, FindsTheFrameBehindABrokenHeader)
{
    const auto events = told(Frame{0x00, 0xFF} + firmware_question);
    ASSERT_EQ(events.size(), 2u);
    EXPECT_EQ(events[0].first, Event::damaged);
    EXPECT_EQ(events[1].first, Event::frame);
}

RC_GTEST_PROP(Pn532Parser, UnderstandsWhateverIsBuilt, ())
{
    const auto size = *rc::gen::inRange<std::size_t>(1, longest_data + 1);
    const Frame data = *rc::gen::container<Frame>(size, rc::gen::arbitrary<std::uint8_t>());
    for (const std::uint8_t direction : {to_chip, from_chip}) {
        const auto events = told(framed(direction, data), direction);
        RC_ASSERT(events.size() == 1u);
        RC_ASSERT(events[0] == std::pair(Event::frame, data));
    }
}

RC_GTEST_PROP(Pn532Parser, FindsAFrameAfterAnyNoiseThatHasEnded, (const Frame& noise))
{
    Parser parser(to_chip);
    (void)told(parser, noise);
    (void)told(parser, Frame(longest_frame, 0x55));  // whatever the noise began is over now
    const auto events = told(parser, firmware_question);
    RC_ASSERT(events.size() == 1u);
    RC_ASSERT(events[0] == std::pair(Event::frame, Frame{get_firmware_version}));
}

}  // namespace
}  // namespace fw::pn532
