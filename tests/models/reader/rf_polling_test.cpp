// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/reader/desk.h"

namespace model
{
namespace
{

using namespace fw::felica;

TEST(RfPolling, FindsACardWithItsIdentity)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    const fw::Found found = desk.poll();
    EXPECT_EQ(found.status, fw::RfStatus::ok);
    ASSERT_EQ(found.count, 1);
    EXPECT_FALSE(found.collision);
    EXPECT_EQ(found.idm[0], desk.cards[0].idm);
    EXPECT_EQ(found.pmm[0], desk.profile.pmm);
}

TEST(RfPolling, StartsOnTheGridOnceTheCardHasStartedUp)
{
    Desk desk;
    desk.put(0, 1_s);
    desk.begin();
    desk.local = 900_ms;
    ASSERT_EQ(desk.poll().count, 1);
    const fw::Nanos start = desk.ears.frames.front().start;
    EXPECT_GE(start, 1_s + 20_ms);
    EXPECT_LT(start, 1_s + 20_ms + desk.parameters.poll_cycle);

    desk.present[0].enter = 3_s;
    desk.present[0].session = {};
    desk.begin(2);
    desk.local = 2_s;
    desk.ears.frames.clear();
    ASSERT_EQ(desk.poll(2_s).count, 1);
    const fw::Nanos later = desk.ears.frames.front().start;
    EXPECT_EQ((later - start).count % desk.parameters.poll_cycle.count, 0);
}

TEST(RfPolling, AnswersInTheSlotsAndWaitsForTheLast)
{
    sim::ReaderParameters one_slot = without_errors();
    one_slot.poll_slots = 1;
    Desk desk(one_slot);
    desk.put(0);
    desk.begin();
    ASSERT_EQ(desk.poll().count, 1);
    const auto& command = desk.ears.frames[0];
    const auto& answer = desk.ears.frames[1];
    EXPECT_EQ(answer.start, command.end + first_slot);
    EXPECT_EQ(answer.end - answer.start, air_time(18, 212));
    const fw::Nanos host{(18 + 9) * 10 * 1'000'000'000LL / 921600};
    EXPECT_EQ(desk.local, command.end + polling_timeout(1) + host + desk.parameters.answer_gap);
}

// Else a box would serve the one card of a wallet whose answer happened to come through.
TEST(RfPolling, NeverTakesOneOfTwoCardsForAloneThoughTheOthersAnswerIsDamaged)
{
    Desk desk;
    desk.put(0), desk.put(1);
    int half_heard = 0;
    for (std::uint64_t tap = 1; tap <= 500; ++tap) {
        desk.begin(tap);
        desk.field.disturb(300'000);
        const fw::Found found = desk.poll();
        if (found.count == 1) ++half_heard;
        EXPECT_TRUE(found.status != fw::RfStatus::ok || found.collision || found.count == 2);
    }
    EXPECT_GT(half_heard, 20);
}

TEST(RfPolling, DisturbsOneTapOnly)
{
    Desk desk;
    desk.put(0);
    desk.begin(1);
    desk.field.disturb(1'000'000);
    EXPECT_EQ(desk.poll().status, fw::RfStatus::no_card);

    desk.begin(2);
    EXPECT_EQ(desk.poll().count, 1);
}

TEST(RfPolling, FindsNobodyWithinTheTimeoutAndChargesIt)
{
    Desk desk;
    desk.put(0, 5_s);
    desk.begin();
    desk.local = 1_s;
    EXPECT_EQ(desk.poll(200_ms).status, fw::RfStatus::no_card);
    EXPECT_EQ(desk.local, 1_s + 200_ms);
}

TEST(RfPolling, LeavesCardsOfAnotherSystemAndOtherTechnologiesAlone)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    const auto other = desk.field.poll(fw::RfSet::felica_212, 0x88B4, 200_ms, desk.local);
    EXPECT_EQ(other.status, fw::RfStatus::no_card);
    EXPECT_GE(desk.local, 200_ms);
    EXPECT_GE(desk.ears.frames.size(), 5u) << "asked at every instant of the grid";
    const auto type_b = desk.field.poll(fw::RfSet::type_b, 0x0003, 200_ms, desk.local);
    EXPECT_EQ(type_b.status, fw::RfStatus::no_card);
}

TEST(RfPolling, MissesACardThatLeavesBeforeItsAnswerIsThrough)
{
    Desk desk;
    desk.put(0);
    desk.begin();
    ASSERT_EQ(desk.poll().count, 1);
    const auto answer = desk.ears.frames[1];

    Desk again;
    again.put(0, {0}, answer.end - 1_ns);
    again.begin();
    EXPECT_EQ(again.poll().status, fw::RfStatus::no_card);
}

struct Odds {
    int separate = 0, clashed = 0;
};

Odds two_cards(int slots, int taps)
{
    sim::ReaderParameters parameters = without_errors();
    parameters.poll_slots = slots;
    Desk desk(parameters);
    desk.put(0);
    desk.put(1);
    Odds odds;
    for (int tap = 0; tap < taps; ++tap) {
        desk.begin(static_cast<std::uint64_t>(tap));
        desk.local = {0};
        const fw::Found found = desk.poll();
        EXPECT_EQ(found.status, fw::RfStatus::ok);
        EXPECT_EQ(found.count, found.collision ? 0 : 2);
        if (found.collision)
            ++odds.clashed;
        else
            ++odds.separate;
    }
    return odds;
}

// felica.md 16: two cards answer apart with probability 1 - 1/slots. Bounds: five standard
// deviations of 4,000 draws.
TEST(RfPolling, KeepsTwoCardsApartAsOftenAsTheSlotsAllow)
{
    EXPECT_EQ(two_cards(1, 100).separate, 0);
    EXPECT_NEAR(two_cards(4, 4000).separate, 3000, 137);
    EXPECT_NEAR(two_cards(16, 4000).separate, 3750, 77);
}

TEST(RfPolling, MarksClashingAnswersAsDamaged)
{
    sim::ReaderParameters one_slot = without_errors();
    one_slot.poll_slots = 1;
    Desk desk(one_slot);
    desk.put(0);
    desk.put(1);
    desk.begin();
    EXPECT_TRUE(desk.poll().collision);
    ASSERT_EQ(desk.ears.frames.size(), 3u);
    EXPECT_TRUE(desk.ears.frames[1].damaged && desk.ears.frames[2].damaged);
}

TEST(RfPolling, PollsAgainWhenALoneAnswerHadABitError)
{
    sim::ReaderParameters edge;
    edge.frame_error_ppm = 400'000;
    Desk desk(edge);
    desk.put(0);
    int late = 0;
    for (std::uint64_t tap = 0; tap < 200; ++tap) {
        desk.begin(tap);
        desk.local = {0};
        desk.ears.frames.clear();
        const fw::Found found = desk.poll(2_s);
        ASSERT_EQ(found.count, 1);
        EXPECT_EQ(found.idm[0], desk.cards[0].idm);
        if (desk.ears.frames.size() > 2) ++late;
    }
    EXPECT_GT(late, 50);
}

}  // namespace
}  // namespace model
