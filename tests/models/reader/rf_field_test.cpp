// SPDX-License-Identifier: Apache-2.0
#include "models/reader/rf_field.h"

#include <gtest/gtest.h>

#include "tests/models/reader/desk.h"

namespace model
{
namespace
{

using namespace fw::felica;

fw::Nanos serial(std::int64_t bytes, std::int64_t baud = 921600)
{
    return {bytes * 10 * 1'000'000'000 / baud};
}

TEST(RfField, ChargesLinkAirCardAnswerAndGapForOneExchange)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    desk.local = 1_s;
    ASSERT_EQ(desk.ask_presence().status, fw::RfStatus::ok);

    const fw::Nanos longest = fw::felica::longest_response(desk.profile.pmm, request_response, 0);
    const fw::Nanos card{longest.count * 18 / 100};
    const fw::Nanos expected = serial(10 + 9) + air_time(10, 212) + card + air_time(11, 212) +
                               serial(11 + 9) + desk.parameters.answer_gap;
    EXPECT_EQ(desk.local - 1_s, expected);
}

TEST(RfField, IsTwiceAsFastOnAirAt424)
{
    sim::ReaderParameters fast = without_errors();
    fast.rf_kbps = 424;
    Desk slow_desk;
    Desk fast_desk(fast);
    for (Desk* desk : {&slow_desk, &fast_desk}) {
        desk->put(0);
        desk->begin();
        desk->local = 1_s;
        ASSERT_EQ(desk->ask_presence().status, fw::RfStatus::ok);
    }
    const fw::Nanos air = air_time(10, 212) + air_time(11, 212);
    const fw::Nanos fast_air = air_time(10, 424) + air_time(11, 424);
    EXPECT_EQ(slow_desk.local - fast_desk.local, air - fast_air);
}

TEST(RfField, LetsOverhearBothFramesOfAnExchangeWithTheirCrc)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    desk.local = 1_s;
    (void)desk.ask_presence();
    ASSERT_EQ(desk.ears.frames.size(), 2u);
    const auto& command = desk.ears.frames[0];
    const auto& answer = desk.ears.frames[1];
    EXPECT_FALSE(command.from_card);
    EXPECT_TRUE(answer.from_card);
    EXPECT_EQ(command.packet.size(), 12u);
    EXPECT_TRUE(crc_ok(command.packet) && crc_ok(answer.packet));
    EXPECT_EQ(command.end - command.start, air_time(10, 212));
    EXPECT_EQ(answer.end - answer.start, air_time(11, 212));
}

TEST(RfField, ChargesTheWholeTimeoutWhenNobodyAnswers)
{
    Desk desk;
    desk.begin();
    desk.local = 1_s;
    const fw::RfReply reply =
        desk.exchange(make_request_response(desk.cards[0].idm, desk.cmd), 50_ms);
    EXPECT_EQ(reply.status, fw::RfStatus::timeout);
    EXPECT_EQ(reply.size, 0u);
    EXPECT_EQ(desk.local - 1_s, serial(19) + air_time(10, 212) + 50_ms + serial(9));
}

TEST(RfField, GivesUpOnACardThatThinksLongerThanTheTimeout)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    desk.local = 1_s;
    const auto size = make_request_response(desk.cards[0].idm, desk.cmd);
    EXPECT_EQ(desk.exchange(size, 100_us).status, fw::RfStatus::timeout);
    EXPECT_EQ(desk.exchange(size, 5_ms).status, fw::RfStatus::ok);
}

TEST(RfField, AnswersOnlyFromTheCardThatIsAddressed)
{
    Desk desk;
    desk.put(0);
    desk.put(1);
    desk.begin();
    desk.local = 1_s;
    const auto reply = desk.exchange(make_request_response(desk.cards[1].idm, desk.cmd));
    ASSERT_EQ(reply.status, fw::RfStatus::ok);
    EXPECT_TRUE(std::equal(desk.cards[1].idm.bytes.begin(), desk.cards[1].idm.bytes.end(),
                           desk.rsp.begin() + 2));
}

TEST(RfField, HearsNothingFromACardStillStartingUp)
{
    Desk desk;
    desk.put(0, 1_s);
    desk.begin();
    desk.local = 1_s + 10_ms;
    EXPECT_EQ(desk.exchange(make_request_response(desk.cards[0].idm, desk.cmd), 1_ms).status,
              fw::RfStatus::timeout);
    desk.local = 1_s + 20_ms;
    EXPECT_EQ(desk.ask_presence().status, fw::RfStatus::ok);
}

TEST(RfField, CallsATooSmallBufferTheBenchsOwnFault)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    desk.local = 1_s;
    const auto size = make_request_response(desk.cards[0].idm, desk.cmd);
    const auto reply = desk.field.transceive(fw::Bytes(desk.cmd).first(size),
                                             fw::MutBytes(desk.rsp).first(10), 5_ms, desk.local);
    EXPECT_EQ(reply.status, fw::RfStatus::reader_fault);
}

struct Damage {
    int command = 0, answer = 0, whole = 0;
};

// Four thousand presence checks at an error rate of one frame in ten.
Damage damage_at_the_edge()
{
    sim::ReaderParameters edge;
    edge.frame_error_ppm = 100'000;
    Desk desk(edge);
    Damage seen;
    desk.put(0);
    for (std::uint64_t tap = 0; tap < 4000; ++tap) {
        desk.begin(tap);
        desk.local = 1_s;
        desk.ears.frames.clear();
        const fw::RfReply reply = desk.ask_presence();
        const bool command_hurt = desk.ears.frames[0].damaged;
        const auto frames = desk.ears.frames.size();
        EXPECT_EQ(frames, command_hurt ? 1u : 2u);
        if (reply.status == fw::RfStatus::timeout) ++seen.command;
        if (reply.status == fw::RfStatus::crc_error) ++seen.answer;
        if (reply.status == fw::RfStatus::ok) ++seen.whole;
        EXPECT_EQ(command_hurt, reply.status == fw::RfStatus::timeout);
    }
    return seen;
}

TEST(RfField, LosesADamagedCommandToSilenceAndADamagedAnswerToTheCrc)
{
    const Damage seen = damage_at_the_edge();
    EXPECT_NEAR(seen.command, 400, 95);  // five standard deviations of a binomial draw
    EXPECT_NEAR(seen.answer, 360, 90);
    EXPECT_EQ(seen.command + seen.answer + seen.whole, 4000);
}

TEST(RfField, RepeatsATapExactlyUnderTheSameDrawKey)
{
    sim::ReaderParameters edge;
    edge.frame_error_ppm = 300'000;
    const auto run = [&edge](std::uint64_t key) {
        Desk desk(edge);
        desk.put(0);
        desk.begin(key);
        (void)desk.poll();
        for (int i = 0; i < 20; ++i) (void)desk.ask_presence();
        return desk.local;
    };
    EXPECT_EQ(run(5), run(5));
    EXPECT_NE(run(5), run(6));
}

TEST(RfField, DropsEverySessionWhenTheFieldIsReleased)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    (void)desk.poll();
    ASSERT_TRUE(desk.authenticate());
    EXPECT_EQ(desk.poll(100_ms).status, fw::RfStatus::no_card) << "silent inside its session";
    const fw::Nanos released = desk.local;
    desk.field.release(released);
    EXPECT_EQ(desk.poll().status, fw::RfStatus::ok);
    EXPECT_GE(desk.local, released + desk.parameters.card_start_up);
    EXPECT_TRUE(desk.authenticate());
}

}  // namespace
}  // namespace model
