// SPDX-License-Identifier: Apache-2.0
#include "models/cloud/id_linkage.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "models/card/card_image.h"

namespace
{

using namespace fw::literals;
using model::bench_idm;
using model::IdLinkage;

TEST(IdLinkage, KnowsTheAccountOfEveryEnrolledCard)
{
    IdLinkage linkage(2);
    linkage.enrol(bench_idm(7), 0);
    linkage.enrol(bench_idm(8), 1);

    EXPECT_EQ(linkage.account_of(bench_idm(7)), 0U);
    EXPECT_EQ(linkage.account_of(bench_idm(8)), 1U);
    EXPECT_EQ(linkage.account_of(bench_idm(9)), sim::FlatMap::absent);
}

TEST(IdLinkage, GivesAClassFromTheMomentOfLinkingOn)
{
    IdLinkage linkage(2);
    linkage.enrol(bench_idm(7), 0);
    linkage.enrol(bench_idm(8), 1);

    linkage.link(bench_idm(7), 2, 60_s);

    EXPECT_EQ(linkage.class_of(0, 60_s - 1_ns), 0);
    EXPECT_EQ(linkage.class_of(0, 60_s), 2);
    EXPECT_EQ(linkage.class_of(1, 60_s), 0);
}

TEST(IdLinkage, DoesNotLinkACardItHasNeverSeen)
{
    IdLinkage linkage(2);

    linkage.link(bench_idm(7), 2, 0_s);

    EXPECT_TRUE(linkage.attribute_list(1_s).empty());
}

TEST(IdLinkage, TellsAPassWithItsEndBesideTheClass)
{
    IdLinkage linkage(3);
    for (std::uint32_t account = 0; account < 3; ++account)
        linkage.enrol(bench_idm(account + 7), account);
    linkage.give_pass(bench_idm(7), 2, 60_s * 540, 180);
    linkage.give_pass(bench_idm(8), 1, fw::Nanos{-1}, 0);
    linkage.link(bench_idm(7), 1, 60_s);

    const fw::Entitlement before = linkage.entitlement_of(0, 59_s);
    const fw::Entitlement after = linkage.entitlement_of(0, 60_s);

    EXPECT_EQ(before.discount_class, 0);
    EXPECT_EQ(after.discount_class, 1);
    for (const fw::Entitlement& holds : {before, after}) {
        EXPECT_EQ(holds.pass, 2);
        EXPECT_EQ(holds.pass_until, 540);
        EXPECT_EQ(holds.pass_amount, 180);
    }
    EXPECT_EQ(linkage.entitlement_of(1, 0_s).pass_until, fw::Entitlement::no_end);
    EXPECT_EQ(linkage.entitlement_of(2, 0_s).pass, 0);
    EXPECT_EQ(linkage.entitlement_of(sim::FlatMap::absent, 0_s).pass, 0);
}

TEST(IdLinkage, ListsACardWithAPassOnceWhetherLinkedOrNot)
{
    IdLinkage linkage(2);
    for (std::uint32_t account = 0; account < 2; ++account) {
        linkage.enrol(bench_idm(account + 7), account);
        linkage.give_pass(bench_idm(account + 7), 1, fw::Nanos{-1}, 0);
    }
    linkage.link(bench_idm(7), 1, 60_s);

    for (const fw::Nanos at : {59_s, 60_s}) {
        const auto list = linkage.attribute_list(at);
        ASSERT_EQ(list.size(), 2U);
        EXPECT_EQ((fw::AttributeList{1, list}.of(bench_idm(7)).pass), 1);
        EXPECT_EQ((fw::AttributeList{1, list}.of(bench_idm(7)).discount_class), at < 60_s ? 0 : 1);
        EXPECT_EQ((fw::AttributeList{1, list}.of(bench_idm(8)).pass), 1);
    }
}

TEST(IdLinkage, ListsTheLinkedCardsOfAMomentSortedByNumber)
{
    IdLinkage linkage(20);
    for (const std::uint64_t number : {300, 2, 1, 70'000, 256, 5}) {
        linkage.enrol(bench_idm(number), static_cast<std::uint32_t>(100'000 - number));
        linkage.link(bench_idm(number), 1, number == 5 ? 10_s : 0_s);
    }

    const auto list = linkage.attribute_list(9_s);

    ASSERT_EQ(list.size(), 5U);
    EXPECT_TRUE(std::is_sorted(list.begin(), list.end(),
                               [](const auto& a, const auto& b) { return a.card < b.card; }));
    EXPECT_EQ(linkage.attribute_list(10_s).size(), 6U);
    for (const std::uint64_t number : {300, 2, 1, 70'000, 256})
        EXPECT_EQ((fw::AttributeList{1, list}.of(bench_idm(number)).discount_class), 1);
}

TEST(IdLinkage, KnowsTheClassAtAnyTimeOfADayWithSeveralChanges)
{
    IdLinkage linkage(1);
    linkage.enrol(bench_idm(7), 0);

    EXPECT_EQ(linkage.link(bench_idm(7), 2, 60_s, model::Membership::light), 1U);
    EXPECT_EQ(linkage.unlink(bench_idm(7), 120_s), 2U);
    EXPECT_EQ(linkage.link(bench_idm(7), 1, 180_s), 3U);

    EXPECT_EQ(linkage.class_of(0, 119_s), 2);
    EXPECT_EQ(linkage.class_of(0, 120_s), 0);
    EXPECT_EQ(linkage.class_of(0, 200_s), 1);
    EXPECT_EQ(linkage.state_of(0, 60_s).membership, model::Membership::light);
    EXPECT_TRUE(linkage.attribute_list(130_s).empty());
    EXPECT_EQ(linkage.attribute_list(119_s).size(), 1U);
}

TEST(IdLinkage, CannotEndALinkThatIsNotThere)
{
    IdLinkage linkage(2);
    linkage.enrol(bench_idm(7), 0);

    EXPECT_EQ(linkage.unlink(bench_idm(7), 1_s), 0U);
    EXPECT_EQ(linkage.unlink(bench_idm(9), 1_s), 0U);
    EXPECT_EQ(linkage.version(), 0U);
}

}  // namespace
