// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/models/city_id/id_bureau.h"

namespace model
{

namespace
{

TEST(IdOffice, BindsNewCertificatesToTheIdOfThePhoneThatHasIt)
{
    Bureau bureau;
    const PhoneKey& maker = maker_key(KeyCustody::sub_sim);
    bureau.authority.enter("anna-auth", ended_at(bureau.at));
    bureau.begin("proof-1", "shop", 500, "face");
    EXPECT_EQ(bureau.face("anna"), "revoked");
    bureau.authority.enter("anna2-auth", {});
    bureau.authority.enter("anna2-sign", {});
    const std::string id = bureau.office.id_for("anna-auth");

    auto foreign = bureau.bind("issue-1", "anna2", 9, KeyCustody::sub_sim, maker).set("id", id);
    EXPECT_EQ(bureau.say(foreign), "other_phone");
    auto own = bureau.bind("issue-2", "anna2", 1, KeyCustody::sub_sim, maker).set("id", id);
    EXPECT_EQ(bureau.say(own), "id.bound");
    EXPECT_EQ(bureau.say(own), "id.bound") << "a copy is answered alike";
    bureau.begin("proof-2", "shop", 500, "face");
    EXPECT_EQ(bureau.face("anna"), "proof.accepted");
}

TEST(IdOffice, IssuesAnIdThatCountsOnceThePhoneHasStoredIt)
{
    Bureau bureau;
    bureau.authority.enter("carl-auth", {});
    bureau.authority.enter("carl-sign", {});
    const PhoneKey& maker = maker_key(KeyCustody::sub_sim);
    const std::string id = bureau.office.id_for("carl-auth");
    EXPECT_EQ(bureau.say(bureau.bind("issue-1", "carl", 3, KeyCustody::sub_sim, maker)),
              "id.bound");
    bureau.begin("proof-1", "shop", 500, "face");
    EXPECT_EQ(bureau.face("carl"), "unknown_id");
    const PhoneKey key = *PhoneKey::made_in(KeyCustody::sub_sim, 3);
    const auto activate = [&](const std::string& number, const PhoneKey& with) {
        return bureau.say(
            sim::Form("id.activate")
                .set("request", number)
                .set("id", id)
                .set("signature", sim::hex_of(with.sign(octets_of("activate:" + id)))));
    };
    EXPECT_EQ(activate("issue-0", *PhoneKey::made_in(KeyCustody::sub_sim, 4)), "wrong_signature");
    EXPECT_EQ(activate("issue-1", key), "id.active");
    bureau.begin("proof-2", "shop", 500, "face");
    EXPECT_EQ(bureau.face("carl"), "proof.accepted");
}

TEST(IdOffice, RefusesAPhoneThatKeepsNoKeysAndOneThatOnlySaysSo)
{
    Bureau bureau;
    const PhoneKey& maker = maker_key(KeyCustody::sub_sim);
    const PhoneKey own = *PhoneKey::made_in(KeyCustody::sub_sim, 3);
    bureau.authority.enter("carl-auth", {});
    bureau.authority.enter("carl-sign", {});
    EXPECT_EQ(bureau.say(bureau.bind("issue-1", "carl", 3, KeyCustody::none, maker)), "no_custody");
    EXPECT_EQ(bureau.say(bureau.bind("issue-2", "carl", 3, KeyCustody::sub_sim, own)),
              "bad_attestation");
    EXPECT_EQ(bureau.say(bureau.bind("issue-3", "carl", 3, KeyCustody::secure_element, maker)),
              "bad_attestation");
    bureau.authority.enter("carl-sign", ended_at(bureau.at));
    EXPECT_EQ(bureau.say(bureau.bind("issue-4", "carl", 3, KeyCustody::sub_sim, maker)), "revoked");
    EXPECT_EQ(bureau.say(sim::Form("id.bind").set("request", "issue-9")), "not_begun");
}

}  // namespace

}  // namespace model
