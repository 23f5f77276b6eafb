// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/broker/data_use_town.h"

namespace
{

using test_support::DataUseTown;
using test_support::Form;

constexpr std::uint32_t ann = 2, bob = 3;

TEST(ConsentBroker, LetsNothingHappenBeforeThePersonHasSigned)
{
    DataUseTown town;
    EXPECT_EQ(town.ask(1, ann), "use.waiting");
    EXPECT_EQ(town.at_desk("use.fetch", 1), "use.waiting");
    EXPECT_EQ(town.agree(1, ann, ann), "use.granted");
    EXPECT_EQ(town.at_desk("use.fetch", 1), "use.arrived");
    EXPECT_EQ(town.at_desk("use.open", 1), "use.opened");
}

TEST(ConsentBroker, RefusesAForgedAForeignAndAMovedSignature)
{
    DataUseTown town;
    town.ask(1, ann);
    town.ask(2, ann);
    Form forged = DataUseTown::sign(town.consent(1, ann, ann), ann);
    forged.set("purpose", "care_plan ");
    const Form good = DataUseTown::sign(town.consent(1, ann, ann), ann);
    Form moved = good;
    moved.set("use", 2);
    Form altered = good;
    altered.set("consent_key", std::string(64, '7'));
    EXPECT_EQ(town.tell(forged), "other_terms");
    EXPECT_EQ(town.tell(altered), "wrong_signature");
    EXPECT_EQ(town.tell(DataUseTown::sign(town.consent(1, ann, ann), bob)), "foreign_key");
    EXPECT_EQ(town.tell(moved), "wrong_signature");
    EXPECT_EQ(town.tell(good), "use.granted");
    EXPECT_EQ(town.tell(good), "use.granted");
}

TEST(ConsentBroker, RefusesAnotherPurposeAndWhatHasEnded)
{
    DataUseTown town;
    town.ask(1, ann);
    town.agree(1, ann, ann);
    EXPECT_EQ(town.at_desk("use.fetch", 1, 1, "offers"), "other_purpose");
    town.time = town.until - 1;
    EXPECT_EQ(town.at_desk("use.fetch", 1, 2), "use.arrived");
    town.time = town.until;
    EXPECT_EQ(town.at_desk("use.fetch", 1, 3), "expired");
}

TEST(ConsentBroker, KeepsDataOfHealthFromCommerceWhateverSomebodyAgreesTo)
{
    DataUseTown town;
    DataUseTown::asker = "shop_store";
    const std::string said = town.ask(1, ann, "check_up", "shop");
    DataUseTown::asker = "care_store";
    EXPECT_EQ(said, "forbidden_path");
}

TEST(ConsentBroker, ARevocationIsOverWhenBothEndsHaveStopped)
{
    DataUseTown town;
    town.ask(1, ann);
    town.agree(1, ann, ann);
    EXPECT_EQ(town.at_desk("use.fetch", 1), "use.arrived");
    const Form revoke = DataUseTown::sign(
        town.act("use.revoke", 1, ann, ann).set("receiver", "care").set("purpose", "care_plan"),
        ann);
    town.away = "health_store";
    EXPECT_EQ(town.tell(revoke), "use.stopping");
    EXPECT_EQ(town.at_desk("use.fetch", 1, 2), "revoked");
    town.away = "";
    EXPECT_EQ(town.tell(revoke), "use.revoked");
    EXPECT_EQ(town.at_desk("use.open", 1), "revoked");
    EXPECT_EQ(town.agree(1, ann, ann), "revoked");
}

TEST(ConsentBroker, StopsWithinATransferWhenTheConsentIsRevoked)
{
    DataUseTown town;
    town.ask(1, ann);
    town.agree(1, ann, ann);
    int pieces = 0;
    town.before = [&](const Form& request) {
        if (request.kind() != "data.fetch" || ++pieces != 2) return;
        town.before = {};
        EXPECT_EQ(town.tell(DataUseTown::sign(town.act("use.revoke", 1, ann, ann)
                                                  .set("receiver", "care")
                                                  .set("purpose", "care_plan"),
                                              ann)),
                  "use.revoked");
    };
    EXPECT_EQ(town.at_desk("use.fetch", 1), "revoked");
    EXPECT_EQ(pieces, 2);
}

TEST(ConsentBroker, AProxyActsWithinAMandateOnly)
{
    DataUseTown town;
    town.ask(1, ann);
    EXPECT_EQ(town.agree(1, ann, bob), "no_mandate");
    EXPECT_EQ(town.mandate(ann, bob, {"offers"}), "proxy.granted");
    EXPECT_EQ(town.agree(1, ann, bob), "out_of_scope");
    EXPECT_EQ(town.mandate(ann, bob, {"offers", "care_plan"}), "proxy.granted");
    EXPECT_EQ(town.agree(1, ann, bob), "use.granted");
}

TEST(ConsentBroker, OnlyThePersonGivesAMandate)
{
    DataUseTown town;
    const Form grant = Form("proxy.grant")
                           .set("request", "m")
                           .set("person", town.name(ann))
                           .set("actor", town.name(bob))
                           .set("purposes", std::vector<std::string>{"care_plan"})
                           .set("until_ns", town.until);
    EXPECT_EQ(town.tell(DataUseTown::sign(grant, bob)), "foreign_key");
    EXPECT_EQ(town.mandate(ann, ann, {"care_plan"}), "unknown_person");
}

TEST(ConsentBroker, NothingHappensThatTheLogDoesNotKnow)
{
    DataUseTown town;
    town.ask(1, ann);
    town.away = "use_log";
    EXPECT_EQ(town.agree(1, ann, ann), "log_away");
    town.away = "";
    EXPECT_EQ(town.agree(1, ann, ann), "use.granted");
    EXPECT_EQ(town.log.entries(), 1U);
}

TEST(ConsentBroker, OneNumberStandsForOneUse)
{
    DataUseTown town;
    EXPECT_EQ(town.ask(1, ann), "use.waiting");
    EXPECT_EQ(town.ask(1, ann), "use.waiting");
    EXPECT_EQ(town.ask(1, bob), "known_use");
    EXPECT_EQ(town.ask(0, ann), "malformed");
    town.until = town.time;
    EXPECT_EQ(town.ask(2, ann), "expired");
}

}  // namespace
