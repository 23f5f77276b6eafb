// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/rides_again.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace
{

using model::CardHolder;
using model::Rider;

// A linked card that rides at eight and, if wished, at ten; strangers who ride every half hour.
class RidesAgain : public ::testing::Test
{
protected:
    RidesAgain()
    {
        scenario.pass_sales.emplace().ride_again_ppm = 1'000'000;
        CardHolder linked;
        linked.linked = true;
        people.holders.push_back(linked);
        ride(0, 8 * hour);
        for (std::int32_t at = 9 * hour; at < 13 * hour; at += hour / 2) {
            people.holders.emplace_back();
            ride(static_cast<std::uint32_t>(people.holders.size() - 1), at);
        }
    }

    void ride(std::uint32_t card, std::int32_t at)
    {
        Rider rider;
        rider.card = card;
        rider.at_stop = at;
        people.riders.push_back(rider);
    }
    std::int64_t rides_of(std::uint32_t card) const
    {
        return std::count_if(people.riders.begin(), people.riders.end(),
                             [&](const Rider& one) { return one.card == card; });
    }

    static constexpr std::int32_t hour = 3600;
    sim::Scenario scenario;
    model::People people;
};

TEST_F(RidesAgain, TakesTheRideOfAStrangerLaterInTheDay)
{
    model::ride_again(scenario, people);
    EXPECT_EQ(rides_of(0), 2);
}

TEST_F(RidesAgain, LeavesAloneWhoComesBackByThemselves)
{
    ride(0, 10 * hour);
    model::ride_again(scenario, people);
    EXPECT_EQ(rides_of(0), 2);
}

TEST_F(RidesAgain, TakesNoRideOfAStrangerWhoRidesMoreOften)
{
    for (std::uint32_t card = 1; card < 9; ++card) ride(card, 18 * hour);
    model::ride_again(scenario, people);
    EXPECT_EQ(rides_of(0), 1);
}

}  // namespace
