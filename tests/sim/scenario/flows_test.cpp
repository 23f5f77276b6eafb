// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/scenario/descriptions.h"
#include "tests/sim/scenario/changed_file.h"

namespace sim
{

namespace
{

constexpr const char* small = R"(flows: test
domains:
  - { id: city, roles: [portal] }
  - { id: shops, roles: [shop], classes_only: true }
types:
  - { id: class, holds: number, to: 9 }
  - { id: card, letters: hex, identifier: true }
messages:
  - kind: class.tell
    from: [portal]
    to: [shop]
    fields:
      - { name: class, type: class }
      - { name: card, type: card, domain: shops }
    basis: test
    source: test
    status: assumed
)";

std::string error_with(const std::string& from, const std::string& to)
{
    return sim::error_with<Flows>("f.yaml", small, from, to);
}

TEST(Flows, TheSmallFileIsAccepted)
{
    EXPECT_EQ(error_with("flows: test", "flows: test"), "accepted");
}

TEST(Flows, ANameThatStandsForNothingIsRefusedWithTheNearest)
{
    EXPECT_EQ(error_with("from: [portal]", "from: [potral]"),
              "f.yaml:10:12: unknown role \"potral\", did you mean \"portal\"?");
    EXPECT_EQ(error_with("type: class }", "type: clas }"),
              "f.yaml:13:30: unknown type \"clas\", did you mean \"class\"?");
    EXPECT_EQ(error_with("domain: shops }", "domain: shop }"),
              "f.yaml:14:43: unknown domain \"shop\", did you mean \"shops\"?");
    EXPECT_EQ(error_with("basis", "bases"),
              "f.yaml:15:5: unknown key \"bases\", did you mean \"basis\"?");
}

TEST(Flows, AnIdentifierBelongsToADomainAndNothingElseDoes)
{
    EXPECT_EQ(error_with(", domain: shops }", " }"),
              "f.yaml:14:29: an identifier needs the \"domain\" it belongs to");
    EXPECT_EQ(error_with("type: class }", "type: class, domain: shops }"),
              "f.yaml:13:30: only an identifier belongs to a \"domain\"");
}

TEST(Flows, ARoleHasOneDomainAndAConsentSpeaksOfFieldsThatAreThere)
{
    EXPECT_EQ(error_with("roles: [shop]", "roles: [portal]").substr(0, 51),
              "f.yaml:4:25: \"portal\" has a domain already");
    EXPECT_EQ(error_with("    basis",
                         "    needs_consent: { person: crad, domain: shops, purpose: p }\n"
                         "    basis"),
              "f.yaml:15:30: unknown field \"crad\", did you mean \"card\"?");
}

}  // namespace

}  // namespace sim
