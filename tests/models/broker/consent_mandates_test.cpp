// SPDX-License-Identifier: Apache-2.0
#include "models/broker/consent_mandates.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr fw::Nanos noon{43'200'000'000'000};

// "ann" lets "bob" agree to care plans until noon.
ConsentMandates given()
{
    ConsentMandates mandates;
    mandates.grant("ann", "bob", {"care_plan", "meals"}, noon);
    return mandates;
}

}  // namespace

TEST(ConsentMandates, HoldForTheirPurposesUntilTheyEnd)
{
    const ConsentMandates mandates = given();
    EXPECT_EQ(mandates.objection("ann", "bob", "meals", noon - fw::Nanos{1}), "");
    EXPECT_EQ(mandates.objection("ann", "bob", "meals", noon), "mandate_expired");
    EXPECT_EQ(mandates.objection("ann", "bob", "offers", fw::Nanos{0}), "out_of_scope");
}

TEST(ConsentMandates, AreNobodyElsesAndNotTheOtherWayRound)
{
    const ConsentMandates mandates = given();
    EXPECT_EQ(mandates.objection("ann", "eve", "meals", fw::Nanos{0}), "no_mandate");
    EXPECT_EQ(mandates.objection("bob", "ann", "meals", fw::Nanos{0}), "no_mandate");
}

TEST(ConsentMandates, EndWhenTakenBackUntilGivenAgain)
{
    ConsentMandates mandates = given();
    mandates.revoke("ann", "bob");
    EXPECT_EQ(mandates.objection("ann", "bob", "meals", fw::Nanos{0}), "mandate_revoked");
    mandates.grant("ann", "bob", {"meals"}, noon);
    EXPECT_EQ(mandates.objection("ann", "bob", "meals", fw::Nanos{0}), "");
}

}  // namespace model
