// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/service_tries.h"

#include <gtest/gtest.h>

#include <set>

#include "sim/scenario/service_catalogue.h"

namespace sim
{

namespace
{

TEST(ServiceTries, EachRowOfTheCatalogueIsTriedOrSaysWhyNot)
{
    const auto& rows = service_catalogue();
    const auto& tries = service_tries();
    ASSERT_EQ(tries.size() + 1, rows.size());  // X12 is this
    for (std::size_t i = 0; i < tries.size(); ++i) {
        EXPECT_STREQ(tries[i].service, rows[i].id);
        EXPECT_NE(try_of(rows[i].id), "") << rows[i].id;
    }
    EXPECT_EQ(try_of("X12"), "");
}

TEST(ServiceTries, ATryHasANameOfItsOwnAndTheRowItIsOf)
{
    std::set<std::string> names;
    for (const std::string& name : services_to_try()) {
        EXPECT_TRUE(names.insert(name).second) << name;
        EXPECT_EQ(try_of(row_of_try(name)), name);
    }
    EXPECT_EQ(row_of_try("bus"), "S04");
    EXPECT_EQ(row_of_try("buss"), "");
}

// "bus, shop: why": the tries that stand for it are there.
TEST(ServiceTries, WhatIsTriedByAnotherTryNamesThatOne)
{
    const auto all = services_to_try();
    const std::set<std::string> known(all.begin(), all.end());
    for (const ServiceTry& one : service_tries()) {
        if (one.tried()) continue;
        const std::string text = one.text;
        const std::string first = text.substr(0, text.find_first_of(",:"));
        EXPECT_TRUE(known.contains(first) || first == "all" || first == "named only" ||
                    first == "no resident's act")
            << one.service << ": " << text;
    }
}

}  // namespace

}  // namespace sim
