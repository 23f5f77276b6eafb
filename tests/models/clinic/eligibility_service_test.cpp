// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/eligibility_service.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

sim::Scenario everybody_insured()
{
    sim::Scenario scenario;
    scenario.clinics.emplace();
    scenario.clinics->cover = {0, 0, 0, 0, 0};
    scenario.clinics->closed_from = fw::Nanos{500};
    scenario.clinics->closed_for = fw::Nanos{100};
    return scenario;
}

class Insurers final : private Line
{
public:
    Insurers() { service.enter("aa", 7); }
    sim::Form begin(const char* number)
    {
        return service.answer(sim::Form("eligibility.begin").set("request", number), "x", *this);
    }
    sim::Form check(const char* number, const std::string& challenge, const char* factor,
                    int clinic = 2)
    {
        return service.answer(sim::Form("eligibility.check")
                                  .set("request", number)
                                  .set("clinic", clinic)
                                  .set("challenge", challenge)
                                  .set("serial", "aa")
                                  .set("certificate", "30")
                                  .set("factor", factor),
                              "x", *this);
    }
    sim::Form checked(const char* number, const char* factor, int clinic = 2)
    {
        return check(number, begin(number).text("challenge").value_or(""), factor, clinic);
    }
    sim::Form recheck(const std::string& patient)
    {
        return service.answer(
            sim::Form("eligibility.recheck").set("request", "r").set("patient", patient), "x",
            *this);
    }

    fw::Nanos time{100};
    std::string trouble;
    std::string asked;  // kinds of questions to the authority

private:
    fw::Nanos now() override { return time; }
    std::optional<sim::Form> call(const std::string&, const sim::Form& request, fw::Nanos) override
    {
        asked += request.kind() + " ";
        return sim::Form("certificate.checked")
            .set("valid", trouble.empty())
            .set("reason", trouble);
    }
    sim::Scenario scenario = everybody_insured();
    Insurance insurance{scenario};
    DomainNames names{1};
    EligibilityService service{scenario, insurance, names};
};

TEST(EligibilityService, AsksTheAuthorityByTheFactorThatProvedTheHolder)
{
    Insurers insurers;
    EXPECT_EQ(insurers.checked("1", "pin").text("insurance"), "valid");
    EXPECT_EQ(insurers.checked("2", "face").text("insurance"), "valid");
    EXPECT_EQ(insurers.asked, "certificate.check certificate.status ");
}

TEST(EligibilityService, AnswersAQuestionThatComesTwiceAlike)
{
    Insurers insurers;
    const std::string challenge = insurers.begin("1").text("challenge").value_or("");
    const sim::Form first = insurers.check("1", challenge, "pin");
    insurers.time = fw::Nanos{200};
    EXPECT_EQ(insurers.check("1", challenge, "pin").number("asked_ns"), first.number("asked_ns"));
    EXPECT_EQ(insurers.asked, "certificate.check ");
}

TEST(EligibilityService, RefusesAnotherQuestionsChallengeAndABadCertificate)
{
    Insurers insurers;
    const std::string other = insurers.begin("1").text("challenge").value_or("");
    insurers.begin("2");
    EXPECT_EQ(insurers.check("2", other, "pin").text("reason"), "foreign_proof");
    insurers.trouble = "revoked";
    EXPECT_EQ(insurers.checked("3", "pin").text("reason"), "revoked");
}

TEST(EligibilityService, TellsEachClinicANameOfItsOwnAndKnowsItAgain)
{
    Insurers insurers;
    const std::string here = insurers.checked("1", "pin", 1).text("patient").value_or("");
    const std::string there = insurers.checked("2", "pin", 2).text("patient").value_or("");
    EXPECT_NE(here, there);
    EXPECT_EQ(insurers.recheck(here).text("patient"), here);
    EXPECT_EQ(insurers.recheck("nobody").text("reason"), "unknown_person");
}

TEST(EligibilityService, AnswersNothingElseWhileItIsClosed)
{
    Insurers insurers;
    insurers.time = fw::Nanos{500};
    EXPECT_EQ(insurers.begin("1").text("reason"), "away");
    insurers.time = fw::Nanos{600};
    EXPECT_EQ(insurers.begin("1").kind(), "eligibility.challenge");
}

}  // namespace

}  // namespace model
