// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/evacuee_register.h"

#include <gtest/gtest.h>

#include <sstream>

namespace model
{

namespace
{

struct KeptBook final : sim::Recorder {
    std::string effects;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyDisasterRow>(&row))
            if (const auto* const one = std::get_if<sim::ShelterBookRow>(any))
                effects += one->effect + " ";
    }
};

class Shelters final : private Line
{
public:
    Shelters()
    {
        evacuees.enter("anna", "mori/anna/1990-01-01", 1, false);
        evacuees.enter("ben", "mori/ben/1991-01-01", 1, true);
        evacuees.enter("carl", "sato/carl/1992-01-01", 2, false);
    }
    std::string send(sim::Form request, const std::string& number = "q")
    {
        const sim::Form reply = evacuees.answer(request.set("request", number), "x", *this);
        if (reply.kind() == "shelter.refused") return reply.text("reason").value_or("");
        if (reply.kind() == "family.told")
            return std::to_string(reply.number("shelter").value_or(0));
        std::string all;
        for (const std::string& one : reply.texts("counts")) all += one + " ";
        return all.empty() ? reply.kind() : all;
    }
    std::string arrive(const char* number, const char* person, int shelter, std::int64_t at)
    {
        return send(
            sim::Form("shelter.arrive").set("person", person).set("shelter", shelter).set("at", at),
            number);
    }
    std::string list() { return send(sim::Form("shelter.list")); }
    std::string ask(const char* asker, const char* sought)
    {
        return send(sim::Form("family.ask").set("asker", asker).set("sought", sought));
    }

    KeptBook kept;

private:
    fw::Nanos now() override { return {1000}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    EvacueeRegister evacuees{kept};
};

TEST(EvacueeRegister, KeepsEverybodyInTheShelterOfTheNewestReception)
{
    Shelters shelters;
    EXPECT_EQ(shelters.arrive("1", "anna", 3, 10), "shelter.noted");
    EXPECT_EQ(shelters.arrive("1", "anna", 3, 10), "shelter.noted");  // sent again
    EXPECT_EQ(shelters.arrive("2", "anna", 3, 20), "shelter.noted");
    EXPECT_EQ(shelters.arrive("3", "anna", 5, 40), "shelter.noted");
    EXPECT_EQ(shelters.arrive("4", "anna", 4, 30), "shelter.noted");  // heard of too late
    EXPECT_EQ(shelters.kept.effects, "new again moved older ");
    EXPECT_EQ(shelters.list(), "3/0 5/1 ");
}

TEST(EvacueeRegister, FindsWhoStandsOnPaperByNameAndBirthDate)
{
    Shelters shelters;
    const sim::Form paper =
        sim::Form("shelter.arrive").set("family", "mori").set("given", "anna").set("shelter", 2);
    EXPECT_EQ(shelters.arrive("1", "anna", 2, 10), "shelter.noted");
    EXPECT_EQ(shelters.send(sim::Form(paper).set("birth", "1990-01-01").set("at", 20), "2"),
              "shelter.noted");
    EXPECT_EQ(shelters.send(sim::Form(paper).set("birth", "1990-01-02").set("at", 20), "3"),
              "unknown_person");
    EXPECT_EQ(shelters.list(), "2/1 ");
}

TEST(EvacueeRegister, TellsAHouseholdAloneAndNobodyOfWhoIsProtected)
{
    Shelters shelters;
    for (const char* one : {"anna", "ben", "carl"}) shelters.arrive(one, one, 7, 10);
    std::istringstream table(R"(
        ben   anna  7
        anna  ben   family.unknown
        carl  anna  not_family
        carl  ben   not_family
        anna  nobody not_family
    )");
    std::string asker, sought, wanted;
    while (table >> asker >> sought >> wanted)
        EXPECT_EQ(shelters.ask(asker.c_str(), sought.c_str()), wanted) << asker << " " << sought;
}

TEST(EvacueeRegister, AnswersAboutTheProtectedAsAboutWhoNeverCame)
{
    Shelters shelters;
    const std::string never = shelters.ask("anna", "ben");
    shelters.arrive("1", "ben", 7, 10);
    EXPECT_EQ(shelters.ask("anna", "ben"), never);
}

}  // namespace

}  // namespace model
