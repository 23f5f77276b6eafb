// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/identity/link_office.h"

namespace model
{

namespace
{

constexpr fw::Nanos minute{60'000'000'000};

TEST(LinkService, LinksALightMemberByResidenceAndNotByAge)
{
    LinkOffice office;

    EXPECT_EQ(office.send(office.registration("r1", "anna", 1)), "done");

    EXPECT_EQ(office.linkage.class_of(0, office.at), 2);
    ASSERT_EQ(office.kept.rows.size(), 1U);
    EXPECT_EQ(office.kept.rows[0].membership, "light");
    EXPECT_EQ(office.kept.rows[0].resident, 0U);
}

TEST(LinkService, LinksAFullMemberByAge)
{
    LinkOffice office;

    EXPECT_EQ(office.send(office.registration("r1", "anna", 1, "full")), "done");

    EXPECT_EQ(office.linkage.class_of(0, office.at), 1);
}

TEST(LinkService, LinksWhoLivesElsewhereWithoutADiscount)
{
    LinkOffice office;

    EXPECT_EQ(office.send(office.registration("r1", "far", 1, "full")), "done");

    EXPECT_EQ(office.linkage.class_of(0, office.at), 0);
    EXPECT_TRUE(office.linkage.state_of(0, office.at).linked);
}

TEST(LinkService, DoesARequestThatArrivesTwiceOnce)
{
    LinkOffice office;
    const sim::Form request = office.registration("r1", "anna", 1);

    const sim::Form first = office.service.answer(request, "counter-1", office);
    office.at = office.at + minute;
    const sim::Form second = office.service.answer(request, "counter-1", office);

    EXPECT_EQ(first.bytes(), second.bytes());
    EXPECT_EQ(office.kept.rows.size(), 1U);
}

TEST(LinkService, RefusesAProofThatWasUsedBefore)
{
    LinkOffice office;
    sim::Form request = office.registration("r1", "anna", 1);
    office.send(request);

    EXPECT_EQ(office.send(request.set("request", std::string("r2"))), "challenge_unknown");
    EXPECT_EQ(office.kept.rows.size(), 1U);
}

TEST(LinkService, RefusesAnOldChallenge)
{
    LinkOffice office;
    const sim::Form request = office.registration("r1", "anna", 1);
    office.at = office.at + minute * 6;

    EXPECT_EQ(office.send(request), "challenge_old");
}

TEST(LinkService, RefusesAnotherPersonsSerialUnderASignature)
{
    LinkOffice office;
    sim::Form request = office.registration("r1", "ben", 1);

    EXPECT_EQ(office.send(request.set("serial", std::string("anna"))), "wrong_signature");
}

TEST(LinkService, RefusesWhatItCannotLinkAndSaysWhy)
{
    struct Case {
        const char *serial, *why;
        std::uint64_t card;
    };
    const Case cases[] = {{"old", "expired", 1},           {"bad", "revoked", 1},
                          {"nobody", "unknown_serial", 1}, {"ben", "unknown_card", 99},
                          {"ben", "card_of_another", 2},   {"anna", "has_another_card", 3},
                          {"anna", "linked_already", 2}};
    LinkOffice office;
    ASSERT_EQ(office.send(office.registration("first", "anna", 2)), "done");

    for (const Case& one : cases) {
        SCOPED_TRACE(one.why);
        const std::string number = std::string("r-") + one.why;
        EXPECT_EQ(office.send(office.registration(number, one.serial, one.card)), one.why);
    }
    EXPECT_EQ(office.kept.rows.size(), 1U);
}

TEST(LinkService, LinksNobodyWhileTheAuthorityIsSilent)
{
    LinkOffice office;
    office.authority_away = true;

    EXPECT_EQ(office.send(office.registration("r1", "anna", 1)), "authority_silent");
    office.authority_away = false;
    EXPECT_EQ(office.send(office.registration("r2", "anna", 1)), "done");
}

TEST(LinkService, EndsALinkOnce)
{
    LinkOffice office;
    office.send(office.registration("r1", "anna", 1));
    office.at = office.at + minute;

    EXPECT_EQ(office.send(office.proof("link.delete", "d1", "anna")), "done");
    EXPECT_EQ(office.send(office.proof("link.delete", "d2", "anna")), "not_linked");

    EXPECT_EQ(office.linkage.class_of(0, office.at), 0);
    EXPECT_EQ(office.linkage.class_of(0, office.at - minute), 2);
    ASSERT_EQ(office.kept.rows.size(), 2U);
    EXPECT_EQ(office.kept.rows[1].change, "unlinked");
}

TEST(LinkService, GivesAFreedCardToAnother)
{
    LinkOffice office;
    office.send(office.registration("r1", "anna", 1));
    office.send(office.proof("link.delete", "d1", "anna"));

    EXPECT_EQ(office.send(office.registration("r2", "ben", 1)), "done");
}

TEST(LinkService, RefusesWhatIsNoRequest)
{
    LinkOffice office;

    EXPECT_EQ(office.send(sim::Form("link.register")), "malformed");
    EXPECT_EQ(office.send(sim::Form("link.steal").set("request", std::string("x"))), "malformed");
    EXPECT_EQ(office.send(office.registration("r1", "anna", 1).set("signature", std::string("zz"))),
              "malformed");
    EXPECT_EQ(
        office.send(office.registration("r2", "anna", 1).set("transit_card", std::string("0123"))),
        "unknown_card");
}

}  // namespace

}  // namespace model
