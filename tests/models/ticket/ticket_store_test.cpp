// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/ticket/pass_town.h"

namespace model
{

namespace
{

constexpr fw::Nanos minute{60'000'000'000};

TEST(TicketStore, SellsAPassOnceHoweverOftenItIsAsked)
{
    PassTown town;

    EXPECT_EQ(town.buy("w1", "anna"), "400 yen");
    EXPECT_EQ(town.buy("w1", "anna"), "400 yen");

    EXPECT_EQ(town.kept.of<sim::PassSaleRow>().size(), 1U);
    EXPECT_EQ(town.kept.of<sim::PassBoundRow>().size(), 1U);
    EXPECT_EQ(town.charged(), 400);
    EXPECT_EQ(town.linkage.entitlement_of(0, town.at).pass, 1);
}

TEST(TicketStore, GivesAnotherMemberNothingForTheNumberOfAPurchase)
{
    PassTown town;
    town.buy("w1", "anna");

    EXPECT_EQ(town.buy("w1", "far"), "not_the_buyer");
    EXPECT_EQ(town.buy("w1", "anna"), "400 yen");

    EXPECT_EQ(town.kept.of<sim::PassBoundRow>().size(), 1U);
    EXPECT_EQ(town.charged(), 400);
}

TEST(TicketStore, ChargesResidentsTheirPriceAndOthersTheFullOne)
{
    PassTown town;

    EXPECT_EQ(town.buy("w1", "anna"), "400 yen");
    EXPECT_EQ(town.buy("w2", "far"), "500 yen");
}

TEST(TicketStore, RefusesWithAReasonAndChargesNothing)
{
    struct Case {
        const char *serial, *pass, *why;
    };
    const Case cases[] = {{"light", "day", "light_member"},
                          {"nobody", "day", "not_linked"},
                          {"anna", "week", "unknown_pass"},
                          {"anna", "section", "unknown_pass"},
                          {"anna", "", "unknown_pass"}};
    PassTown town;

    for (const Case& one : cases) {
        SCOPED_TRACE(one.why);
        EXPECT_EQ(town.buy(std::string("w-") + one.serial + one.pass, one.serial, one.pass),
                  one.why);
    }
    EXPECT_EQ(town.charged(), 0);
    EXPECT_TRUE(town.kept.of<sim::PassBoundRow>().empty());
}

TEST(TicketStore, RefusesASecondPassWhileTheFirstHolds)
{
    PassTown town;
    town.buy("w1", "anna");
    town.linkage.passes().pass_used(0, town.at, town.at);

    EXPECT_EQ(town.buy("w2", "anna"), "has_a_pass");
    town.at = town.at + minute * 120;
    EXPECT_EQ(town.buy("w3", "anna"), "400 yen");
}

TEST(TicketStore, BindsNothingThatIsNotPaid)
{
    PassTown town(1'000'000);

    EXPECT_EQ(town.buy("w1", "anna"), "payment_refused");

    EXPECT_EQ(town.linkage.entitlement_of(0, town.at).pass, 0);
}

TEST(TicketStore, GoesOnWhereARequestWasLeft)
{
    for (const char* step : {"pass.check", "payment.charge", "pass.bind"}) {
        SCOPED_TRACE(step);
        PassTown town;
        town.silent = step;
        EXPECT_EQ(town.buy("w1", "anna"), "busy");
        town.silent.clear();

        EXPECT_EQ(town.buy("w1", "anna"), "400 yen");
        EXPECT_EQ(town.charged(), 400);
        EXPECT_EQ(town.kept.of<sim::PassBoundRow>().size(), 1U);
    }
}

TEST(TicketStore, GivesTheMoneyBackInTheNightForAPassThatWasNeverBound)
{
    PassTown town;
    town.silent = "pass.bind";
    town.buy("w1", "anna");

    town.store.close_day(town.at);

    EXPECT_EQ(town.charged(), 0);
    EXPECT_TRUE(town.kept.of<sim::PassSaleRow>().empty());
    EXPECT_EQ(town.kept.of<sim::PassAccountRow>().at(0).yen, 0);
}

TEST(TicketStore, GivesTheMoneyBackWhenTheLinkEndedMeanwhile)
{
    PassTown town;
    town.silent = "payment.charge";
    town.buy("w1", "anna");
    town.silent.clear();
    town.linkage.unlink(bench_idm(1), town.at);
    town.service.adopt("anna", bench_idm(1), true);
    town.linkage.link(bench_idm(1), 0, town.at, Membership::light);

    EXPECT_EQ(town.buy("w1", "anna"), "light_member");

    EXPECT_EQ(town.charged(), 0);
}

}  // namespace

}  // namespace model
