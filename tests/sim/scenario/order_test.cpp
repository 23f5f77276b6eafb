// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/scenario/descriptions.h"
#include "tests/sim/scenario/changed_file.h"

namespace sim
{

namespace
{

constexpr const char* small = R"(order: test
commands:
  - { id: verify_pin, head: "00 20 00 *" }
procedures:
  - services: [S02]
    steps:
      - { id: pin, card: verify_pin }
      - { id: asks, message: ask, from: counter, to: register, after: [pin] }
      - { id: committed, reaches: U3, after: [asks] }
    basis: test
    source: test
    status: assumed
)";

std::string error_with(const std::string& from, const std::string& to)
{
    return sim::error_with<FlowOrder>("o.yaml", small, from, to);
}

TEST(Order, TheSmallFileIsAccepted)
{
    EXPECT_EQ(error_with("order: test", "order: test"), "accepted");
}

TEST(Order, ANameThatStandsForNothingIsRefusedWithTheNearest)
{
    EXPECT_EQ(error_with("after: [pin]", "after: [pn]"),
              "o.yaml:8:72: unknown step \"pn\", did you mean \"pin\"?");
    EXPECT_EQ(error_with("card: verify_pin", "card: verify_pni"),
              "o.yaml:7:26: unknown command \"verify_pni\", did you mean \"verify_pin\"?");
    EXPECT_EQ(error_with("reaches: U3", "reaches: U5").substr(0, 36),
              "o.yaml:9:35: unknown time point \"U5\"");
    EXPECT_EQ(error_with("services: [S02]", "services: [S92]").substr(0, 33),
              "o.yaml:5:16: unknown service \"S92");
}

TEST(Order, AStepIsOneThingAndHasWhatBelongsToIt)
{
    EXPECT_EQ(error_with("card: verify_pin }", "card: verify_pin, reaches: U1 }"),
              "o.yaml:7:15: a step is one of \"message\", \"card\" and \"reaches\"");
    EXPECT_EQ(error_with("from: counter, ", ""),
              "o.yaml:8:15: \"from\" and \"to\" belong to a message, and a message has both");
    EXPECT_EQ(error_with("reaches: U3,", "reaches: U3, field: good, value: \"true\","),
              "o.yaml:9:15: \"answers\", \"field\" and \"each_of\" belong to a message");
    EXPECT_EQ(error_with("after: [pin]", "in_presence: [pin]"),
              "o.yaml:8:15: only a card has a presence");
}

TEST(Order, AHeadIsFourBytes)
{
    EXPECT_EQ(error_with("00 20 00 *", "00 20 00"),
              "o.yaml:3:29: expected four bytes such as \"00 20 00 *\", found \"00 20 00\"");
    EXPECT_EQ(error_with("00 20 00 *", "00 20 00 9g").substr(0, 12), "o.yaml:3:29:");
}

}  // namespace

}  // namespace sim
