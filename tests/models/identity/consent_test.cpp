// SPDX-License-Identifier: Apache-2.0
#include "models/identity/consent.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct AtTime final : Line {
    fw::Nanos at{100};
    fw::Nanos now() override { return at; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
};

sim::Form about(const char* kind, const char* purpose = "discount")
{
    return sim::Form(kind).set("person", "p").set("domain", "transit").set("purpose", purpose);
}

TEST(ConsentRegister, KnowsAConsentUntilItEndsOrIsWithdrawn)
{
    ConsentRegister consents;
    AtTime line;
    const auto live = [&](const char* purpose) {
        return consents.answer(about("consent.check", purpose), "portal", line).flag("live");
    };
    consents.answer(about("consent.give").set("expires", 200), "portal", line);
    EXPECT_TRUE(live("discount"));
    EXPECT_FALSE(live("advertising"));
    line.at = {200};
    EXPECT_FALSE(live("discount"));
    consents.answer(about("consent.give").set("expires", 300), "portal", line);
    consents.answer(about("consent.withdraw"), "portal", line);
    EXPECT_FALSE(live("discount"));
}

TEST(ConsentRegister, RefusesAConsentOfNobody)
{
    ConsentRegister consents;
    AtTime line;
    EXPECT_EQ(consents.answer(sim::Form("consent.give"), "portal", line).kind(), "consent.refused");
}

}  // namespace

}  // namespace model
