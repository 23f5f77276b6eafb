// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/sim/scenario/temp_city.h"

// Who holds a pass, in a scenario file.
namespace sim
{

namespace
{

constexpr const char* passes_yaml = R"(passes:
  - { id: centre-24h, kind: area, area: all, price: 500 yen, source: "x", status: assumed }
  - { id: ic-amount, kind: amount, price: 5000 yen, source: "x", status: assumed }
  - { id: noon, kind: area, area: all, price: 100 yen, lasts: 10 min, source: "x", status: assumed }
)";

class PassWords : public testing::Test
{
protected:
    PassWords() { files_.write("tariff.yaml", std::string(TempCity::tariff) + passes_yaml); }

    std::string error_of(const std::string& group) const
    {
        return files_.error_of(std::string(TempCity::scenario) + "passes:\n  - " + group + "\n");
    }

    TempCity files_;
};

TEST_F(PassWords, SayWhoHoldsWhichPass)
{
    ASSERT_EQ(error_of("{ pass: ic-amount, share: 10 %, in_use: 40 %, amount: 180 yen }"),
              "accepted");
    const Scenario scenario = load_scenario(files_.path("s.yaml"));

    ASSERT_EQ(scenario.passes.size(), 1U);
    EXPECT_EQ(scenario.passes[0].pass, "ic-amount");
    EXPECT_EQ(scenario.passes[0].share_ppm, 100'000);
    EXPECT_EQ(scenario.passes[0].in_use_ppm, 400'000);
    EXPECT_EQ(scenario.passes[0].amount, fw::Yen{180});
}

TEST_F(PassWords, NameAPassOfTheTariff)
{
    EXPECT_EQ(error_of("{ pass: centre-24, share: 10 % }"),
              "s.yaml:10:13: unknown pass \"centre-24\", did you mean \"centre-24h\"?");
}

TEST_F(PassWords, RefuseAPassThatEndsWithinTheWindow)
{
    EXPECT_EQ(error_of("{ pass: noon, share: 10 % }"),
              "s.yaml:10:13: pass \"noon\" lasts 10 min, less than the window: its end is not "
              "followed for cards first used in the run");
}

TEST_F(PassWords, GiveAnAmountToAmountPassesAndToNoOther)
{
    EXPECT_EQ(error_of("{ pass: ic-amount, share: 10 % }"),
              "s.yaml:10:5: pass \"ic-amount\" covers an amount of each ride: \"amount\" is "
              "missing");
    EXPECT_EQ(error_of("{ pass: centre-24h, share: 10 %, amount: 180 yen }"),
              "s.yaml:10:46: \"amount\" belongs to amount passes, \"centre-24h\" covers an area");
}

TEST_F(PassWords, ShareNoMoreThanAllRiders)
{
    EXPECT_EQ(error_of("{ pass: centre-24h, share: 60 % }\n"
                       "  - { pass: centre-24h, share: 50 % }"),
              "s.yaml:11:32: all shares together are more than 100 %");
}

}  // namespace

}  // namespace sim
