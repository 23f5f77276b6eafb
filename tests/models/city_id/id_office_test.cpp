// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <sstream>

#include "tests/models/city_id/id_bureau.h"

namespace model
{

namespace
{

TEST(IdOffice, AcceptsTheMethodsOfBothBandsAtALimit)
{
    Bureau bureau;
    std::istringstream rows(R"(
        99999  face           proof.challenge
        100000 face           proof.challenge
        100000 phone          proof.challenge
        100001 face           method_too_weak
        100001 face_and_phone proof.challenge
        500000 phone          proof.challenge
        500000 face_and_phone proof.challenge
        500001 phone          method_too_weak
        900001 face_and_phone above_all_tiers
        -5     face           above_all_tiers)");
    std::string method, answer;
    int number = 0;
    for (std::int64_t amount = 0; rows >> amount >> method >> answer;)
        EXPECT_EQ(bureau.begin("proof-" + std::to_string(++number), "shop", amount, method), answer)
            << amount << " " << method;
    EXPECT_EQ(bureau.begin("proof-99", "elsewhere", 5, "face"), "unknown_service");
}

TEST(IdOffice, DecidesAFaceByItsScoreAndNotForWhoHasNoId)
{
    Bureau bureau;
    bureau.begin("proof-1", "shop", 500, "face");
    EXPECT_EQ(bureau.face("anna", 700), "proof.accepted");
    bureau.begin("proof-2", "shop", 500, "face");
    EXPECT_EQ(bureau.face("anna", 699), "face_mismatch");
    bureau.begin("proof-3", "shop", 500, "face");
    EXPECT_EQ(bureau.face("carl", 999), "unknown_id");
}

TEST(IdOffice, VerifiesThePhonesSignatureOverTheChallengeItGave)
{
    Bureau bureau;
    bureau.begin("proof-1", "shop", 200'000, "phone");
    const std::string older = bureau.challenge();
    EXPECT_EQ(bureau.phone(1, older), "proof.accepted");
    bureau.begin("proof-2", "shop", 200'000, "phone");
    EXPECT_EQ(bureau.phone(1, older), "wrong_signature");
    bureau.begin("proof-3", "shop", 200'000, "phone");
    EXPECT_EQ(bureau.phone(77, bureau.challenge()), "unknown_id");
}

TEST(IdOffice, TakesTwoFactorsInOrderOfOnePersonAndWithinTheWindow)
{
    Bureau bureau;
    bureau.begin("proof-1", "shop", 600'000, "face_and_phone");
    std::string challenge = bureau.challenge();
    EXPECT_EQ(bureau.face("anna"), "proof.counted");
    bureau.at = bureau.at + bureau.scenario.city_id->window;
    EXPECT_EQ(bureau.phone(1, challenge), "proof.accepted");

    bureau.begin("proof-2", "shop", 600'000, "face_and_phone");
    challenge = bureau.challenge();
    EXPECT_EQ(bureau.face("anna"), "proof.counted");
    bureau.at = bureau.at + bureau.scenario.city_id->window + fw::Nanos{1};
    EXPECT_EQ(bureau.phone(1, challenge), "window_over");
    EXPECT_EQ(bureau.phone(1, challenge), "window_over") << "the same message is answered alike";

    bureau.begin("proof-3", "shop", 600'000, "face_and_phone");
    challenge = bureau.challenge();
    EXPECT_EQ(bureau.face("anna"), "proof.counted");
    EXPECT_EQ(bureau.phone(2, challenge), "two_persons");

    bureau.begin("proof-4", "shop", 600'000, "face_and_phone");
    EXPECT_EQ(bureau.phone(1, bureau.challenge()), "wrong_order");
}

TEST(IdOffice, TakesTwoFactorsInEitherOrderWhereTheRulesSaySo)
{
    sim::Scenario scenario = id_scenario();
    scenario.city_id->order = sim::FactorOrder::any;
    Bureau bureau(scenario);
    bureau.begin("proof-1", "shop", 600'000, "face_and_phone");
    EXPECT_EQ(bureau.phone(1, bureau.challenge()), "proof.counted");
    EXPECT_EQ(bureau.face("anna"), "proof.accepted");
}

TEST(IdOffice, AsksTheAuthorityAboutEveryCard)
{
    Bureau bureau;
    bureau.begin("proof-1", "counter", 0, "card");
    EXPECT_EQ(bureau.show_card("anna", bureau.challenge()), "proof.accepted");
    bureau.begin("proof-2", "reception", 0, "face_and_card");
    const std::string challenge = bureau.challenge();
    EXPECT_EQ(bureau.face("anna"), "proof.counted");
    EXPECT_EQ(bureau.show_card("anna", challenge), "proof.accepted");
    bureau.away = true;
    bureau.begin("proof-3", "counter", 0, "card");
    EXPECT_EQ(bureau.show_card("anna", bureau.challenge()), "authority_away");
}

TEST(IdOffice, UsesAnAnswerOfTheAuthorityNoLongerThanItIsFresh)
{
    Bureau bureau;
    const fw::Nanos life = bureau.scenario.city_id->status_life;
    const auto prove = [&](const char* number) {
        bureau.begin(number, "shop", 500, "face");
        return bureau.face("anna");
    };
    EXPECT_EQ(prove("proof-1"), "proof.accepted");
    bureau.authority.enter("anna-sign", ended_at(bureau.at + fw::Nanos{1}));
    bureau.at = bureau.at + life;
    const int asked = bureau.asked;
    EXPECT_EQ(prove("proof-2"), "proof.accepted") << "the answer is just fresh";
    EXPECT_EQ(bureau.asked, asked);
    bureau.at = bureau.at + fw::Nanos{1};
    EXPECT_EQ(prove("proof-3"), "revoked");
    bureau.away = true;
    bureau.at = bureau.at + life + fw::Nanos{1};
    EXPECT_EQ(prove("proof-4"), "authority_away");
}

}  // namespace

}  // namespace model
