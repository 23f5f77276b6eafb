// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <tuple>

#include "tests/models/people/riders_fixture.h"

namespace
{

using namespace fw::literals;
using model::CardHolder;
using model::People;
using test_support::nanos_at;

constexpr std::int64_t minute = 60'000'000'000;

class PassesTest : public test_support::RidersTest
{
protected:
    PassesTest()
    {
        city_.scenario.ic_ppm = 1'000'000;
        pass("centre-24h", sim::PassKind::area);
        pass("ic-amount", sim::PassKind::amount);
    }

    void pass(const char* id, sim::PassKind kind)
    {
        sim::Pass& one = city_.scenario.city.tariff.passes.emplace_back();
        one.id = id;
        one.number = static_cast<int>(city_.scenario.city.tariff.passes.size());
        one.kind = kind;
    }

    static std::int64_t holders(const People& people, int pass)
    {
        return std::count_if(people.holders.begin(), people.holders.end(),
                             [&](const CardHolder& holder) { return holder.pass == pass; });
    }
};

TEST_F(PassesTest, GoToTheShareOfCardRidersOfEachGroup)
{
    city_.scenario.passes = {{"centre-24h", 300'000, 0, {}, 0},
                             {"ic-amount", 100'000, 0, 180_yen, 0}};

    const People people = draw(adults_);

    EXPECT_NEAR(static_cast<double>(holders(people, 1)), 600, 65);
    EXPECT_NEAR(static_cast<double>(holders(people, 2)), 200, 45);
    for (const CardHolder& holder : people.holders) {
        EXPECT_EQ(holder.pass_amount, holder.pass == 2 ? 180 : 0);
        EXPECT_EQ(holder.pass_until, fw::Nanos{-1});
    }
}

TEST_F(PassesTest, ChangeNobodyElse)
{
    const auto look = [this] {
        std::vector<std::tuple<std::uint32_t, std::uint16_t, std::int32_t, std::int32_t>> seen;
        const People people = draw(adults_);
        for (const model::Rider& rider : people.riders)
            seen.emplace_back(rider.trip, rider.board, rider.at_stop,
                              people.holders.at(rider.card).purse.count);
        return seen;
    };
    const auto without = look();
    city_.scenario.passes = {{"centre-24h", 500'000, 500'000, {}, 0}};

    EXPECT_EQ(look(), without);
}

// The window is 07:00 to 09:00, so of passes of 24 h first used at any minute of the day before,
// a twelfth ends in it.
TEST_F(PassesTest, InUseEndOnAMinuteWithinTheirLengthFromTheWindow)
{
    city_.scenario.passes = {{"centre-24h", 1'000'000, 1'000'000, {}, 0}};

    const People people = draw(adults_);

    std::int64_t in_window = 0;
    for (const CardHolder& holder : people.holders) {
        EXPECT_EQ(holder.pass_until.count % minute, 0);
        EXPECT_GT(holder.pass_until, nanos_at(7, 0));
        EXPECT_LE(holder.pass_until, nanos_at(31, 0));
        if (holder.pass_until < nanos_at(9, 0)) ++in_window;
    }
    EXPECT_NEAR(static_cast<double>(in_window), 167, 45);
}

TEST_F(PassesTest, AreInUseForTheShareAskedFor)
{
    city_.scenario.passes = {{"centre-24h", 1'000'000, 250'000, {}, 0}};

    const People people = draw(adults_);

    const auto in_use =
        std::count_if(people.holders.begin(), people.holders.end(),
                      [](const auto& holder) { return holder.pass_until.count >= 0; });
    EXPECT_NEAR(static_cast<double>(in_use), 500, 65);
}

}  // namespace
