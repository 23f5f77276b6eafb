// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "tests/sim/verify/judged.h"
#include "tests/sim/verify/talk_flows.h"

namespace sim::test
{

namespace
{

// A run with one ride and the messages a test sends; person 7 was born on 1951-02-03.
struct Talk {
    Talk()
    {
        run.ride(0, 0, 2, 290);
        run.scenario.flows.emplace();
        Struct<Flows>(*run.scenario.flows).read(parse_yaml_text("flows.yaml", flows_of_the_talk()));
        ResidentRow resident;
        resident.resident = 7;
        resident.birth = parse_date("1951-02-03")->days;
        run.residents.push_back(resident);
        FlowRow flow;
        flow.flow = 1;
        flow.resident = 7;
        run.flows.push_back(flow);
    }
    Talk& say(const std::string& from, const std::string& to, const std::string& text,
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
    Talk& tell(const std::string& more)
    {
        return say("portal", "shop-3",
                   R"({"kind":"class.tell","request":"p/1","class":1)" + more + "}");
    }
    Talk& consent(const char* kind, const char* request)
    {
        return say("counter-1", "portal",
                   std::string(R"({"kind":"consent.)") + kind + R"(","request":")" + request +
                       R"(","person":"ann","domain":"shops","purpose":"points"})");
    }
    Talk& points()
    {
        return say("portal", "counter-1", R"({"kind":"points.tell","person":"ann"})");
    }
    // What is said against it, without "message 1 (class.tell, portal to shop-3) ".
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

}  // namespace

TEST(ConsentFlow, ADeclaredMessageAndItsAnswerAreHeld)
{
    Talk talk;
    talk.tell("").say("shop-3", "portal", R"({"kind":"class.heard","request":"p/1"})", 1);
    EXPECT_EQ(talk.objections(), "");
    EXPECT_EQ(property(judged(talk.run), "consent").state, PropertyResult::State::held);
    EXPECT_EQ(property(judged(talk.run), "disclosure_least").checked, 2);
}

TEST(ConsentFlow, WithoutAFlowsFileNothingIsTested)
{
    Talk talk;
    talk.tell("").run.scenario.flows.reset();
    EXPECT_EQ(property(judged(talk.run), "consent").state, PropertyResult::State::not_tested);
}

TEST(ConsentFlow, AFieldThatIsNotDeclaredIsNamed)
{
    EXPECT_EQ(Talk().tell(R"(,"birth_date":"1951-02-03")").objections(),
              "field \"birth_date\" is not declared, expected request, class, card, born, note; "
              "P2: field \"birth_date\" tells domain shops more than a class");
}

TEST(ConsentFlow, AMissingFieldAWrongTypeAndAWrongPlaceAreNamed)
{
    EXPECT_EQ(Talk().say("portal", "shop-1", R"({"kind":"class.tell","class":1})").objections(),
              "has no field \"request\"");
    EXPECT_EQ(Talk().tell(R"(,"note":7)").objections(),
              "field \"note\" is no note: expected a text, found a number");
    EXPECT_EQ(Talk()
                  .say("portal", "shop-1", R"({"kind":"class.tell","class":10,"request":"a"})")
                  .objections(),
              "field \"class\" is no class: expected 0 to 9, found 10");
    EXPECT_EQ(Talk()
                  .say("shop-1", "portal", R"({"kind":"class.tell","class":1,"request":"a"})")
                  .objections(),
              "may not pass between these places");
    EXPECT_EQ(Talk().say("portal", "shop-1", R"({"kind":"class.sell"})").objections(),
              "is of no declared kind");
    EXPECT_EQ(Talk().tell("").say("shop-3", "portal", R"({"kind":"thanks"})", 1).objections(),
              "is no declared answer to message 1");
}

TEST(ConsentFlow, BytesThatAreNoMessageAreAFindingAndNeverACrash)
{
    EXPECT_EQ(Talk().say("portal", "shop-1", "\x01\x02").objections(), "is no JSON from byte 1 on");
    EXPECT_EQ(Talk().say("portal", "shop-1", "{\"kind\":\"a\x7f\\n\"}").objections(),
              "is of no declared kind");
}

TEST(ConsentFlow, P1FindsAnIndividualNumberInAnyField)
{
    EXPECT_EQ(Talk().tell(R"(,"note":"no 1234 5678 9018")").objections(),
              "P1: field \"note\" holds an individual number");
    EXPECT_EQ(Talk().tell(R"(,"card":"999991234567")").objections(),
              "P1: field \"card\" holds an individual number");
}

TEST(ConsentFlow, P2FindsWhoSomebodyIsEvenInAFieldOfAnotherType)
{
    EXPECT_EQ(Talk().tell(R"(,"born":"1951-02-03")").objections(),
              "P2: field \"born\" tells domain shops more than a class");
    EXPECT_EQ(Talk().tell(R"(,"note":"S26.02.03")").objections(),
              "P2: field \"note\" tells domain shops more than a class");
    EXPECT_EQ(Talk().tell(R"(,"note":"19510203")").objections(),
              "P2: field \"note\" tells domain shops more than a class");
    EXPECT_EQ(Talk().tell(R"(,"note":"19510204")").objections(), "");
}

TEST(ConsentFlow, P3AsksForAConsentThatLivesWhenTheMessageIsSent)
{
    const std::string none = "P3: was sent without a consent of \"ann\" for shops (points)";
    EXPECT_EQ(Talk().points().objections(), none);
    EXPECT_EQ(Talk().consent("give", "1").points().objections(), "");
    EXPECT_EQ(Talk().consent("give", "1").consent("revoke", "2").points().objections(), none);
    EXPECT_EQ(Talk()
                  .consent("give", "1")
                  .consent("revoke", "2")
                  .consent("give", "1")
                  .points()
                  .objections(),
              none);
    EXPECT_EQ(Talk()
                  .consent("give", "1")
                  .consent("revoke", "2")
                  .consent("give", "3")
                  .points()
                  .objections(),
              "");
}

TEST(ConsentFlow, P3TakesNoConsentThatNeverArrived)
{
    Talk talk;
    talk.consent("give", "1").points();
    talk.run.messages[0].received = -1;
    EXPECT_NE(talk.objections(), "");
}

TEST(ConsentFlow, P4FindsANameThatTwoDomainsKnow)
{
    EXPECT_EQ(Talk()
                  .say("counter-1", "portal", R"({"kind":"card.tell","card":"ab12"})")
                  .tell(R"(,"card":"ab12")")
                  .objections(),
              "P4: field \"card\" has a name of domain shops that domain city knows");
}

TEST(ConsentFlow, P5FindsAnAttributeSentAfterTheCardWasUnlinked)
{
    Talk talk;
    talk.run.links.push_back({900, 1, 0, 7, "linked", "full", 1});
    EXPECT_EQ(talk.tell("").objections(), "");
    talk.run.links.push_back({1005, 2, 0, 7, "unlinked", "full", 0});
    EXPECT_EQ(talk.objections(), "P5: was sent after the card was unlinked");
}

TEST(ConsentFlow, P7FindsHealthDataOutsideItsDomains)
{
    const char* const told = R"({"kind":"card.tell","card":"ab","pulse":61})";
    EXPECT_EQ(Talk().say("counter-1", "clinic-1", told).objections(), "");
    EXPECT_EQ(Talk().say("counter-1", "portal", told).objections(),
              "P7: field \"pulse\" tells of health outside its domains");
}

TEST(ConsentFlow, P10FindsAFieldThatIsNamedLikeASecret)
{
    EXPECT_EQ(Talk().tell(R"(,"auth_pin":"1234")").objections(),
              "field \"auth_pin\" is not declared, expected request, class, card, born, note; "
              "P10: field \"auth_pin\" is named like a secret");
}

}  // namespace sim::test
