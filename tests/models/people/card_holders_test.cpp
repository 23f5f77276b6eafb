// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/models/people/riders_fixture.h"

namespace
{

using namespace fw::literals;
using model::People;
using model::Rider;
using test_support::at_clock;
using test_support::nanos_at;
using test_support::RidersTest;

std::size_t classes(const People& people, std::uint8_t number)
{
    return static_cast<std::size_t>(
        std::count_if(people.holders.begin(), people.holders.end(),
                      [&](const auto& holder) { return holder.discount_class == number; }));
}

TEST_F(RidersTest, GivesCardsToTheShareOfRidersAskedFor)
{
    city_.scenario.ic_ppm = 650'000;

    const People people = draw(adults_);

    EXPECT_NEAR(static_cast<double>(people.holders.size()), 1300, 65);
}

TEST_F(RidersTest, LinksTheShareOfCardsAskedFor)
{
    city_.scenario.ic_ppm = 1'000'000;
    city_.scenario.linked_ppm = 300'000;
    adults_.age_from = 71;
    adults_.age_to = 90;
    adults_.resident_ppm = 1'000'000;

    const People people = draw(adults_);

    EXPECT_NEAR(static_cast<double>(classes(people, 1)), 600, 65);
    EXPECT_EQ(classes(people, 2), 0U);
}

TEST_F(RidersTest, GivesNoClassToAgesWithoutOneAndToPeopleFromElsewhere)
{
    city_.scenario.ic_ppm = city_.scenario.linked_ppm = 1'000'000;
    EXPECT_EQ(classes(draw(adults_), 0), 2000U);

    adults_.age_from = adults_.age_to = 75;
    adults_.resident_ppm = 0;
    EXPECT_EQ(classes(draw(adults_), 0), 2000U);

    adults_.resident_ppm = 1'000'000;
    EXPECT_EQ(classes(draw(adults_), 1), 2000U);

    adults_.age_from = adults_.age_to = 17;
    EXPECT_EQ(classes(draw(adults_), 2), 2000U);
}

TEST_F(RidersTest, FillsPursesWithinTheProfilesRange)
{
    adults_.purse_from = 300_yen;
    adults_.purse_to = 302_yen;

    std::array<int, 3> purses{};
    for (const model::CardHolder& holder : draw(adults_).holders) {
        ASSERT_GE(holder.purse, 300_yen);
        ASSERT_LE(holder.purse, 302_yen);
        ++purses[static_cast<std::size_t>(holder.purse.count - 300)];
    }
    for (const int count : purses) EXPECT_GT(count, 300);
}

TEST_F(RidersTest, HandsOutChildAndDisabledCardsAndCompanionsByTheirShares)
{
    adults_.child_card_ppm = 500'000;
    adults_.disabled_card_ppm = 500'000;
    adults_.companions_ppm = 250'000;

    const People people = draw(adults_);

    std::array<double, 3> types{};
    for (const model::CardHolder& holder : people.holders) types.at(holder.card_type) += 1;
    const auto cards = static_cast<double>(people.holders.size());
    EXPECT_NEAR(types[1] / cards, 0.5, 0.05);
    EXPECT_NEAR(types[2] / cards, 0.25, 0.05);
    const auto pairs = std::count_if(people.riders.begin(), people.riders.end(),
                                     [](const Rider& rider) { return rider.riders == 2; });
    EXPECT_NEAR(static_cast<double>(pairs), 500, 60);
}

}  // namespace
