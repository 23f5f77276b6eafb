// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/ticket/pass_town.h"

namespace model
{

namespace
{

constexpr fw::Nanos minute{60'000'000'000};
constexpr fw::Nanos second{1'000'000'000};

TEST(BoundPass, HoldsFromTheMomentItIsBound)
{
    PassTown town;
    town.buy("w1", "anna");

    EXPECT_EQ(town.linkage.entitlement_of(0, town.at - fw::Nanos{1}).pass, 0);
    EXPECT_EQ(town.linkage.entitlement_of(0, town.at).pass, 1);
    EXPECT_TRUE(town.linkage.attribute_list(town.at - fw::Nanos{1}).empty());
    EXPECT_EQ(town.linkage.attribute_list(town.at).at(0).holds.pass, 1);
}

TEST(BoundPass, EndsOnTheMinuteCountedFromItsFirstUse)
{
    PassTown town;
    town.buy("w1", "anna");
    const fw::Nanos used = minute * 9 + second * 59;

    town.linkage.passes().pass_used(0, used, used + second);

    const fw::Entitlement holds = town.linkage.entitlement_of(0, used);
    EXPECT_EQ(holds.pass_until, 9 + 120);
    EXPECT_TRUE(holds.pass_holds_at(minute * 129 - fw::Nanos{1}));
    EXPECT_FALSE(holds.pass_holds_at(minute * 129));
}

TEST(BoundPass, EndsAtMidnightToTheNanosecond)
{
    fw::Entitlement holds;
    holds.pass = 1;
    holds.pass_until = 24 * 60;

    EXPECT_TRUE(holds.pass_holds_at(minute * 1440 - fw::Nanos{1}));
    EXPECT_FALSE(holds.pass_holds_at(minute * 1440));
}

TEST(BoundPass, IsListedWithItsEndOnlyAfterItsFirstUseWasHeardOf)
{
    PassTown town;
    town.buy("w1", "anna");
    town.linkage.passes().pass_used(0, minute * 9, minute * 20);

    EXPECT_EQ(town.linkage.attribute_list(minute * 19).at(0).holds.pass_until,
              fw::Entitlement::no_end);
    EXPECT_EQ(town.linkage.attribute_list(minute * 20).at(0).holds.pass_until, 129);
}

TEST(BoundPass, BeginsWithTheEarliestRideInWhateverOrderTheyAreHeardOf)
{
    PassTown town;
    town.buy("w1", "anna");

    town.linkage.passes().pass_used(0, minute * 30, minute * 31);
    town.linkage.passes().pass_used(0, minute * 9, minute * 40);
    town.linkage.passes().pass_used(0, minute * 50, minute * 51);

    EXPECT_EQ(town.linkage.entitlement_of(0, minute * 60).pass_until, 129);
}

TEST(BoundPass, EndsWithItsLink)
{
    PassTown town;
    town.buy("w1", "anna");

    town.linkage.passes().end(0, minute * 5);

    EXPECT_EQ(town.linkage.entitlement_of(0, minute * 5 - fw::Nanos{1}).pass, 1);
    EXPECT_EQ(town.linkage.entitlement_of(0, minute * 5).pass, 0);
}

TEST(Perks, AreAgreedToInANameOfTheirOwnAndTakenBack)
{
    PassTown town;
    town.linkage.passes().perks_need_consent();
    const std::string name = town.names.name_in("commerce", sim::hex_of(bench_idm(1).bytes));
    EXPECT_FALSE(town.linkage.passes().perks_agreed(0, town.at));

    town.service.answer(sim::Form("perk.agree")
                            .set("request", std::string("a1"))
                            .set("serial", std::string("anna"))
                            .set("until_ns", (minute * 1000).count),
                        "portal", town);
    EXPECT_TRUE(town.linkage.passes().perks_agreed(0, town.at));
    EXPECT_TRUE(town.linkage.passes().perks_agreed(0, minute * 1000 - fw::Nanos{1}));
    EXPECT_FALSE(town.linkage.passes().perks_agreed(0, minute * 1000));
    EXPECT_TRUE(town.consent.live(name, "commerce", "perk", town.at));

    town.at = town.at + minute;
    town.service.answer(sim::Form("perk.withdraw")
                            .set("request", std::string("a2"))
                            .set("serial", std::string("anna")),
                        "portal", town);
    EXPECT_FALSE(town.linkage.passes().perks_agreed(0, town.at));
    EXPECT_TRUE(town.linkage.passes().perks_agreed(0, town.at - fw::Nanos{1}));
    EXPECT_FALSE(town.consent.live(name, "commerce", "perk", town.at));
}

}  // namespace

}  // namespace model
