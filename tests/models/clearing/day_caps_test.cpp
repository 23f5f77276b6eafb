// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/day_caps.h"

#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <map>

namespace
{

constexpr std::uint16_t north = 0, south = 1;

sim::Cap cap(std::int32_t yen, std::vector<std::string> operators = {})
{
    sim::Cap cap;
    cap.amount = {yen};
    cap.operators = std::move(operators);
    return cap;
}

model::DayCaps caps_of(std::vector<sim::Cap> caps)
{
    sim::Tariff tariff;
    tariff.operators.resize(2);
    tariff.operators[0].id = "north";
    tariff.operators[1].id = "south";
    tariff.caps = std::move(caps);
    return {tariff, *sim::parse_date("2026-04-01")};
}

model::RideName ride(std::uint32_t number, std::uint16_t by = north)
{
    return {{1, number}, {number}, by, {std::int64_t{number} * 1'000'000'000}};
}

// What has been given back in all, by ride.
class Back
{
public:
    void take(const std::vector<model::DayCaps::Change>& changes)
    {
        for (const auto& change : changes) yen_[change.ride.execution.value] += change.back;
    }
    std::int64_t on(std::uint32_t ride) { return yen_[ride]; }
    std::int64_t sum() const
    {
        std::int64_t sum = 0;
        for (const auto& [ride, yen] : yen_) sum += yen;
        return sum;
    }

private:
    std::map<std::uint32_t, std::int64_t> yen_;
};

TEST(DayCaps, GiveNothingBackUpToTheCap)
{
    model::DayCaps caps = caps_of({cap(500)});

    EXPECT_TRUE(caps.add(7, ride(1), 300).empty());
    EXPECT_TRUE(caps.add(7, ride(2), 200).empty());
    EXPECT_TRUE(caps.add(8, ride(3), 500).empty());
}

TEST(DayCaps, GiveBackWhatTheDayCostsAboveTheCapOnTheRideThatPassesIt)
{
    model::DayCaps caps = caps_of({cap(500)});
    Back back;
    back.take(caps.add(7, ride(1), 300));

    back.take(caps.add(7, ride(2, south), 201));
    back.take(caps.add(7, ride(3), 150));

    EXPECT_EQ(back.on(1), 0);
    EXPECT_EQ(back.on(2), 1);
    EXPECT_EQ(back.on(3), 150);
}

TEST(DayCaps, TakeItAgainWhenARideTurnsOutToHaveCostLess)
{
    model::DayCaps caps = caps_of({cap(500)});
    Back back;
    back.take(caps.add(7, ride(1), 300));
    back.take(caps.add(7, ride(2), 300));
    EXPECT_EQ(back.sum(), 100);

    back.take(caps.add(7, ride(1), -300));

    EXPECT_EQ(back.sum(), 0);
}

TEST(DayCaps, CountOnlyTheOperatorsTheyName)
{
    model::DayCaps caps = caps_of({cap(500, {"south"})});
    Back back;

    back.take(caps.add(7, ride(1, north), 900));
    back.take(caps.add(7, ride(2, south), 600));

    EXPECT_EQ(back.on(1), 0);
    EXPECT_EQ(back.on(2), 100);
}

TEST(DayCaps, CountWhatAnEarlierCapHasLeftToPay)
{
    model::DayCaps caps = caps_of({cap(500, {"north"}), cap(700)});
    Back back;

    back.take(caps.add(7, ride(1, north), 800));
    back.take(caps.add(7, ride(2, south), 300));

    EXPECT_EQ(back.on(1), 300);
    EXPECT_EQ(back.on(2), 100);
}

TEST(DayCaps, HoldOnlyOnTheirDays)
{
    sim::Cap later = cap(500);
    later.valid.from = *sim::parse_date("2026-04-02");

    EXPECT_FALSE(caps_of({later}).any());
    EXPECT_TRUE(caps_of({cap(500)}).any());
}

RC_GTEST_PROP(DayCapsProperty, LeaveEachCardTheCapWhateverOrderItsRidesBecomeKnownIn, ())
{
    const int rides = *rc::gen::inRange(1, 8);
    std::vector<std::uint32_t> order;
    std::vector<std::int64_t> yen;
    for (int i = 0; i < rides; ++i) {
        order.push_back(static_cast<std::uint32_t>(i));
        yen.push_back(*rc::gen::inRange(0, 400));
    }
    std::int64_t day = 0, above = 0;
    std::vector<std::int64_t> expected;
    for (const std::int64_t one : yen) {
        day += one;
        expected.push_back(std::max<std::int64_t>(0, day - 500) - above);
        above += expected.back();
    }

    model::DayCaps caps = caps_of({cap(500)});
    Back back;
    for (std::size_t i = order.size(); i > 0; --i) {
        std::swap(order[i - 1], order[*rc::gen::inRange<std::size_t>(0, i)]);
        const std::uint32_t one = order[i - 1];
        back.take(caps.add(7, ride(one + 1), yen[one]));
    }

    for (std::uint32_t one = 0; one < yen.size(); ++one)
        RC_ASSERT(back.on(one + 1) == expected[one]);
}

}  // namespace
