// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "tests/sim/verify/judged.h"

namespace sim::test
{

namespace
{

// Consents that have an end and count when they are accepted; data whose domain and purpose the
// message names itself, from stores that call people by their domain's names.
constexpr const char* flows_text = R"(
flows: test
domains:
  - { id: consents, roles: [broker, phone] }
  - { id: health, roles: [health_store] }
  - { id: care, roles: [care_store] }
types:
  - { id: number, holds: number }
  - { id: word, letters: word }
  - { id: name, letters: word, identifier: true }
  - { id: sealed, letters: hex, sealed: true }
messages:
  - kind: agree
    from: [phone]
    to: [broker]
    fields:
      - { name: use, type: number }
      - { name: domain, type: word }
      - { name: purpose, type: word }
      - { name: until, type: number }
    consent: { effect: gives, person: use, domain: domain, purpose: purpose, expires: until, accepted: granted }
    answers: [ { kind: granted }, { kind: refused } ]
    basis: test
    source: test
    status: assumed
  - kind: withdraw
    from: [phone]
    to: [broker]
    fields:
      - { name: use, type: number }
      - { name: domain, type: word }
      - { name: purpose, type: word }
    consent: { effect: revokes, person: use, domain: domain, purpose: purpose, accepted: over }
    answers: [ { kind: over }, { kind: stopping } ]
    basis: test
    source: test
    status: assumed
  - kind: data
    from: [health_store]
    to: [care_store]
    fields:
      - { name: use, type: number }
      - { name: domain, type: word }
      - { name: purpose, type: word }
      - { name: sealed, type: sealed, needs_consent: { person: use, domain: domain, purpose: purpose, by_fields: true } }
    basis: test
    source: test
    status: assumed
  - kind: ask
    from: [health_store, care_store]
    to: [broker]
    fields:
      - { name: person, type: name, domain: of_sender }
    answers: [ { kind: named, fields: [ { name: person, type: name, domain: of_receiver } ] } ]
    basis: test
    source: test
    status: assumed
)";

struct Uses {
    Uses()
    {
        run.ride(0, 0, 2, 290);
        run.scenario.flows.emplace();
        Struct<Flows>(*run.scenario.flows).read(parse_yaml_text("flows.yaml", flows_text));
    }
    Uses& say(const std::string& from, const std::string& to, const std::string& text,
              std::uint64_t answers = 0)
    {
        now += 10;
        run.messages.push_back({run.messages.size() + 1,
                                answers,
                                1,
                                from,
                                to,
                                now,
                                now + 5,
                                {text.begin(), text.end()}});
        return *this;
    }
    Uses& answer(const std::string& kind)
    {
        const auto& asked = run.messages.back();
        return say("broker", asked.sender, R"({"kind":")" + kind + R"("})", asked.message);
    }
    Uses& agree(const std::string& accepted, int until = 100'000)
    {
        say("phone-1", "broker",
            R"({"kind":"agree","use":7,"domain":"care","purpose":"plan","until":)" +
                std::to_string(until) + "}");
        return answer(accepted);
    }
    Uses& withdraw(const std::string& accepted)
    {
        say("phone-1", "broker", R"({"kind":"withdraw","use":7,"domain":"care","purpose":"plan"})");
        return answer(accepted);
    }
    Uses& data(const std::string& purpose = "plan", const std::string& sealed = "00ff")
    {
        return say("health_store", "care_store",
                   R"({"kind":"data","use":7,"domain":"care","purpose":")" + purpose +
                       R"(","sealed":")" + sealed + "\"}");
    }
    std::string objections()
    {
        std::string all;
        for (const Finding& finding : judged(run).findings)
            if (finding.property == "consent" || finding.property == "disclosure_least")
                all += (all.empty() ? "" : "; ") + finding.text.substr(finding.text.find(") ") + 2);
        return all;
    }

    SmallRun run;
    std::int64_t now = 1000;
};

constexpr const char* without =
    "P3: field \"sealed\" was sent without a consent of \"7\" for care (plan)";

}  // namespace

TEST(DataConsent, CountsFromTheAnswerThatAcceptsIt)
{
    EXPECT_EQ(Uses().agree("granted").data().objections(), "");
    EXPECT_EQ(Uses().data().agree("granted").objections(), without);
    EXPECT_EQ(Uses().agree("refused").data().objections(), without);
}

TEST(DataConsent, EndsAtItsTime)
{
    EXPECT_EQ(Uses().agree("granted", 1031).data().objections(), "");
    EXPECT_EQ(Uses().agree("granted", 1030).data().objections(), without);
}

TEST(DataConsent, EndsWithARevocationThatIsAccepted)
{
    EXPECT_EQ(Uses().agree("granted").withdraw("stopping").data().objections(), "");
    EXPECT_EQ(Uses().agree("granted").withdraw("over").data().objections(), without);
}

TEST(DataConsent, IsForThePurposeThatTheMessageNames)
{
    EXPECT_EQ(Uses().agree("granted").data("offers").objections(),
              "P3: field \"sealed\" was sent without a consent of \"7\" for care (offers)");
}

TEST(DataConsent, CiphertextMayLookLikeAnIndividualNumber)
{
    EXPECT_EQ(Uses().agree("granted").data("plan", "999990000018").objections(), "");
}

TEST(DataConsent, ANameBelongsToTheDomainOfItsSenderOrReceiver)
{
    Uses uses;
    uses.say("care_store", "broker", R"({"kind":"ask","person":"ann_in_care"})");
    uses.say("broker", "care_store", R"({"kind":"named","person":"ann_in_care"})",
             uses.run.messages.back().message);
    EXPECT_EQ(uses.objections(), "");
    uses.say("health_store", "broker", R"({"kind":"ask","person":"ann_in_care"})");
    EXPECT_EQ(uses.objections(),
              "P4: field \"person\" has a name of domain health that domain care knows");
}

}  // namespace sim::test
