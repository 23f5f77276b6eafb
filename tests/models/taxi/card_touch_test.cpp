// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/card_touch.h"

#include <gtest/gtest.h>

#include "models/card/certificate_check.h"
#include "models/card/ride_counter_card.h"
#include "tests/models/my_number/invented_card.h"

namespace model
{
namespace
{

struct Tablet {
    Tablet()
        : profile(issued()),
          card(profile, {.registration = 7, .year = 2026, .per_year = 120, .per_day = 2}),
          reader({})
    {
    }
    static std::shared_ptr<const MyNumberProfile> issued()
    {
        static const auto once = std::make_shared<const MyNumberProfile>(issue(adult()));
        return once;
    }
    Touched count(const TouchTear& tear = {})
    {
        return CardTouch(reader, card, tear, now).count({41, 2026, 0, 20000});
    }

    std::shared_ptr<const MyNumberProfile> profile;
    RideCounterCard card;
    ApduReader reader;
    fw::Nanos now{};
};

TEST(CardTouch, KnowsWhoItIsBySignatureAndCounter)
{
    Tablet tablet;
    const Touched touched =
        CardTouch(tablet.reader, tablet.card, {}, tablet.now).identify("41", "1234", 9);
    EXPECT_EQ(touched.result, TouchResult::done);
    EXPECT_EQ(touched.count.registration, 7U);
    const Octets message{'4', '1'};
    EXPECT_TRUE(signed_by(adult().auth.certificate, message, touched.signature));
    EXPECT_FALSE(signed_by(adult().auth.certificate, Octets{'4', '2'}, touched.signature));
}

TEST(CardTouch, TellsAWrongPin)
{
    Tablet tablet;
    const Touched touched =
        CardTouch(tablet.reader, tablet.card, {}, tablet.now).identify("41", "9999", 9);
    EXPECT_EQ(touched.result, TouchResult::wrong_pin);
}

TEST(CardTouch, TellsACardThatWasNeverRegistered)
{
    Tablet tablet;
    MyNumberCard card(tablet.profile);
    EXPECT_EQ(CardTouch(tablet.reader, card, {}, tablet.now).identify("41", "1234", 9).result,
              TouchResult::unregistered);
}

TEST(CardTouch, CountsOnceWhereverTheCardLeft)
{
    for (const auto step : {sim::TearStep::poll, sim::TearStep::auth, sim::TearStep::read,
                            sim::TearStep::write, sim::TearStep::write_answer}) {
        Tablet tablet;
        EXPECT_EQ(tablet.count({step, std::nullopt}).result, TouchResult::left);
        const bool counted = step == sim::TearStep::write_answer;
        EXPECT_EQ(tablet.card.count().used, counted ? 1 : 0) << static_cast<int>(step);
        EXPECT_EQ(tablet.count().result, TouchResult::done);
        EXPECT_EQ(tablet.card.count().used, 1) << static_cast<int>(step);
    }
}

TEST(CardTouch, CountsOnceForEveryMillisecondAtWhichACardMayLeave)
{
    int never = 0, counted = 0;
    for (int ms = 1; ms <= 150; ++ms) {
        Tablet tablet;
        const Touched first = tablet.count({std::nullopt, fw::Nanos{ms * 1'000'000}});
        (tablet.card.count().used == 0 ? never : counted) += 1;
        if (first.result == TouchResult::left) tablet.count();
        EXPECT_EQ(tablet.card.count().used, 1) << ms << " ms";
    }
    EXPECT_GT(never, 20);
    EXPECT_GT(counted, 20);
}

}  // namespace
}  // namespace model
