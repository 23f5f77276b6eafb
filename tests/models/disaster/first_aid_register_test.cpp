// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/first_aid_register.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct KeptLooks final : sim::Recorder {
    std::vector<std::string> looks;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyDisasterRow>(&row))
            if (const auto* const one = std::get_if<sim::AidLogRow>(any))
                looks.push_back(one->look + " " + one->outcome);
    }
};

sim::FirstAid two_shelters()
{
    sim::FirstAid rules;
    rules.set.items = {{"medicines", {}}, {"illnesses", {}}};
    rules.set.roles = {"medic"};
    rules.opens = {100};
    rules.closes = {200};
    return rules;
}

// Two shelters: p1 is expected in the first and changes at 150, p2 in the second.
class AidCity final : private Line
{
public:
    AidCity()
    {
        office.put_on_duty("medic-1", 1);
        office.put_on_duty("medic-2", 2);
        office.enter({0}, "p1", 1, 1);
        office.enter({0}, "p2", 2, 1);
        office.enter({150}, "p1", 1, 2);
    }
    sim::Form open(const std::string& number, std::vector<std::string> items,
                   const std::string& medic = "staff-1", const std::string& role = "medic")
    {
        return office.answer(sim::Form("aid.open")
                                 .set("request", number)
                                 .set("person", "p1")
                                 .set("medic", medic)
                                 .set("role", role)
                                 .set("items", std::move(items)),
                             "medic-1", *this);
    }
    sim::Form fetch(std::int64_t shelter, std::int64_t since)
    {
        return office.answer(sim::Form("aid.fetch")
                                 .set("request", "f")
                                 .set("shelter", shelter)
                                 .set("since_ns", since),
                             "medic-1", *this);
    }
    sim::Form page_after(const std::string& person)
    {
        return office.answer(sim::Form("aid.fetch")
                                 .set("request", "f")
                                 .set("shelter", 1)
                                 .set("since_ns", -1)
                                 .set("until_ns", 120)
                                 .set("after", person),
                             "medic-1", *this);
    }
    void tell(const std::string& look, const std::string& outcome)
    {
        office.answer(sim::Form("aid.log")
                          .set("request", "log-" + look)
                          .set("look", look)
                          .set("person", "p1")
                          .set("outcome", outcome),
                      "medic-1", *this);
    }
    std::vector<std::string> heard(const std::string& person)
    {
        return office
            .answer(sim::Form("aid.heard").set("request", "h").set("person", person), "", *this)
            .texts("looks");
    }

    KeptLooks kept;
    fw::Nanos clock{120};
    sim::FirstAid rules = two_shelters();
    FirstAidRegister office{rules, kept};

private:
    fw::Nanos now() override { return clock; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
};

std::string reason(const sim::Form& reply)
{
    return reply.text("reason").value_or("");
}

TEST(FirstAidRegister, ShowsTheNewestVersionAndLogsALookOnce)
{
    AidCity city;
    EXPECT_EQ(city.open("look-1", {"medicines"}).number("version"), 1);
    city.clock = {150};
    EXPECT_EQ(city.open("look-2", {"medicines"}).number("version"), 2);
    EXPECT_EQ(city.open("look-1", {"medicines"}).number("version"), 1);
    city.tell("look-2", "told");
    EXPECT_EQ(city.kept.looks, (std::vector<std::string>{"look-1 told", "look-2 told"}));
    EXPECT_EQ(city.heard("p1"), (std::vector<std::string>{"look-1", "look-2"}));
    EXPECT_TRUE(city.heard("p2").empty());
}

TEST(FirstAidRegister, RefusesAndLogsWhatAMedicMayNot)
{
    AidCity city;
    EXPECT_EQ(reason(city.open("1", {"medicines", "address"})), "beyond_the_set");
    EXPECT_EQ(reason(city.open("2", {"medicines"}, "staff-1", "helper")), "role");
    EXPECT_EQ(reason(city.open("3", {"medicines"}, "staff-2")), "not_on_duty");
    city.clock = {99};
    EXPECT_EQ(reason(city.open("4", {"medicines"})), "shelter_closed");
    city.clock = {200};
    EXPECT_EQ(reason(city.open("5", {"medicines"})), "shelter_closed");
    EXPECT_EQ(city.kept.looks.size(), 5U);
    EXPECT_TRUE(city.heard("p1").empty());
}

TEST(FirstAidRegister, GivesATabletWhatChangedOfThePeopleItsShelterExpects)
{
    AidCity city;
    const sim::Form first = city.fetch(1, -1);
    EXPECT_EQ(first.texts("persons"), std::vector<std::string>{"p1"});
    EXPECT_EQ(first.number("made_ns"), 120);
    EXPECT_TRUE(city.fetch(1, 120).texts("persons").empty());
    city.clock = {160};
    EXPECT_EQ(city.fetch(1, 120).texts("versions"), std::vector<std::string>{"2"});
    EXPECT_EQ(reason(city.fetch(2, -1)), "not_on_duty");
}

TEST(FirstAidRegister, GivesPagesOfOneMomentHoweverMuchChangesMeanwhile)
{
    AidCity city;
    city.office.enter({0}, "p3", 1, 1);
    city.office.enter({130}, "p3", 1, 2);
    city.office.enter({0}, "p4", 1, 1);
    city.rules.page = 1;
    city.clock = {160};
    const sim::Form second = city.page_after("p1"), third = city.page_after("p3");
    EXPECT_TRUE(city.fetch(1, -1).flag("more"));
    EXPECT_EQ(second.texts("persons"), std::vector<std::string>{"p3"});
    EXPECT_EQ(second.texts("versions"), std::vector<std::string>{"1"});
    EXPECT_EQ(second.number("made_ns"), 120);
    EXPECT_TRUE(second.flag("more"));
    EXPECT_EQ(third.texts("persons"), std::vector<std::string>{"p4"});
    EXPECT_FALSE(third.flag("more"));
}

TEST(FirstAidRegister, HearsLaterOfWhatATabletShowedWithoutIt)
{
    AidCity city;
    city.tell("look-7", "told");
    city.tell("look-7", "told");
    city.tell("look-8", "role");
    EXPECT_EQ(city.kept.looks, (std::vector<std::string>{"look-7 told", "look-8 role"}));
    EXPECT_EQ(city.heard("p1"), std::vector<std::string>{"look-7"});
}

TEST(FirstAidRules, ContentsDifferByPersonAndVersionAlone)
{
    const sim::FirstAid rules = two_shelters();
    EXPECT_EQ(aid_contents(rules.set, "p1", 1), aid_contents(rules.set, "p1", 1));
    EXPECT_NE(aid_contents(rules.set, "p1", 1), aid_contents(rules.set, "p1", 2));
    EXPECT_NE(aid_contents(rules.set, "p1", 1), aid_contents(rules.set, "p2", 1));
    EXPECT_EQ(aid_contents(rules.set, "p1", 1).find("medicines="), 0U);
}

}  // namespace

}  // namespace model
