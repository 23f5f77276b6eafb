// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "models/bus/city_context.h"

namespace
{

sim::Scenario two_batches()
{
    sim::Scenario scenario;
    scenario.seed = 1;
    auto& batches = scenario.city.devices.cards;
    batches.resize(2);
    batches[0].share_ppm = 800'000;
    batches[0].fraction_from_ppm = 100'000;
    batches[0].fraction_to_ppm = 250'000;
    batches[1].share_ppm = 200'000;
    batches[1].fraction_from_ppm = 80'000;
    batches[1].fraction_to_ppm = 80'000;
    return scenario;
}

}  // namespace

TEST(CardMake, DividesCardsAmongTheBatchesByTheirShares)
{
    const sim::Scenario scenario = two_batches();

    int second = 0;
    for (std::uint32_t card = 0; card < 5000; ++card)
        second += model::make_of(scenario, card).profile == 1 ? 1 : 0;

    EXPECT_NEAR(second, 1000, 100);
}

TEST(CardMake, GivesEachCardItsOwnShareOfTheResponseTimeWithinTheRange)
{
    const sim::Scenario scenario = two_batches();

    std::set<std::int32_t> fractions;
    for (std::uint32_t card = 0; card < 1000; ++card) {
        const model::CardMake make = model::make_of(scenario, card);
        const auto& batch = scenario.city.devices.cards[make.profile];
        ASSERT_GE(make.fraction_ppm, batch.fraction_from_ppm);
        ASSERT_LE(make.fraction_ppm, batch.fraction_to_ppm);
        fractions.insert(make.fraction_ppm);
    }
    EXPECT_GT(fractions.size(), 700U);
}

TEST(CardMake, MakesTheSameCardTheSameAgainAndAnotherFromAnotherSeed)
{
    sim::Scenario scenario = two_batches();
    const model::CardMake first = model::make_of(scenario, 7), again = model::make_of(scenario, 7);
    scenario.seed = 2;

    EXPECT_EQ(first.fraction_ppm, again.fraction_ppm);
    EXPECT_NE(first.fraction_ppm, model::make_of(scenario, 7).fraction_ppm);
}
