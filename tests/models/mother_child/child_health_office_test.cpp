// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/child_health_office.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct Quiet final : sim::Recorder {
};

// Two children of one name, birth date and district, their mother, and one who has moved.
class City final : private Line
{
public:
    City()
    {
        numbers.enter("k-1", {"mori", "yuki", "2024-02-29", "centre", false, false});
        numbers.enter("k-2", {"mori", "yuki", "2024-02-29", "centre", false, true});
        numbers.enter("k-3", {"sato", "rei", "2023-01-01", "centre", true, false});
        numbers.enter("c-1", {"mori", "aki", "1990-05-05", "centre", false, false});
        office.adopt("b1", "k-1");
        office.adopt("b2", "k-2");
        office.adopt("b3", "k-3");
        office.hold("k-1", {"r1", "check", "2024-06-30", "clinic", {}});
        office.hold("k-2", {"r2", "check", "2024-06-29", "clinic", {}});
        office.hold("k-2", {"r3", "check", "2024-12-29", "clinic", {200}});
        office.hold("k-3", {"r4", "check", "2024-06-28", "clinic", {}});
    }
    std::string records_of(const std::string& handbook, const char* birth = "")
    {
        sim::Form request("data.ask");
        request.set("request", "x").set("user", "u").set("handbook", handbook);
        if (*birth) request.set("birth", birth);
        const sim::Form reply = office.answer(request, "motherhood", *this);
        if (reply.kind() == "data.refused") return reply.text("reason").value_or("");
        std::string all;
        for (const std::string& one : reply.texts("records")) all += one + " ";
        return all;
    }
    std::string slip(const std::string& name, const std::string& given)
    {
        const sim::Form reply =
            office.answer(sim::Form("slip.enter")
                              .set("request", "y")
                              .set("slip", name)
                              .set("family", "mori")
                              .set("given", given)
                              .set("birth", given == "aki" ? "1990-05-05" : "2024-02-29")
                              .set("district", "centre"),
                          "maternity-1", *this);
        return reply.text(reply.kind() == "data.refused" ? "reason" : "handbook").value_or("");
    }

    bool away = false;

private:
    fw::Nanos now() override { return {100}; }
    std::optional<sim::Form> call(const std::string& to, const sim::Form& form, fw::Nanos) override
    {
        if (away) return std::nullopt;
        return numbers.answer(form, "child_health", *this).set("to", to);
    }

    Quiet quiet_;
    CityNumbers numbers;
    ChildHealthOffice office{7, {1}, quiet_};
};

TEST(ChildHealthOffice, TellsChildrenOfOneNameAndBirthDateApartByTheirHandbooks)
{
    City city;
    EXPECT_EQ(city.records_of("b1"), "r1|check|2024-06-30|clinic ");
    EXPECT_EQ(city.records_of("b2"), "r2|check|2024-06-29| ");  // protected: no place
}

TEST(ChildHealthOffice, LeavesOutWhatIsNotEnteredYet)
{
    City city;
    EXPECT_EQ(city.records_of("b2").find("r3"), std::string::npos);
}

TEST(ChildHealthOffice, RefusesWithAReason)
{
    City city;
    EXPECT_EQ(city.records_of("b9"), "unknown_handbook");
    EXPECT_EQ(city.records_of("b3"), "moved");
    EXPECT_EQ(city.records_of("b1", "2024-02-28"), "mismatch");
    EXPECT_EQ(city.slip("s1", "yuki"), "ambiguous");
    EXPECT_EQ(city.slip("s1", "nobody"), "not_resident");
    EXPECT_EQ(city.slip("", "aki"), "no_slip");
    city.away = true;
    EXPECT_EQ(city.records_of("b1"), "register_away");
    EXPECT_EQ(city.slip("s1", "aki"), "register_away");
}

TEST(ChildHealthOffice, GivesOneHandbookForAPregnancyHoweverManySlips)
{
    City city;
    const std::string handbook = city.slip("s1", "aki");
    EXPECT_EQ(handbook.size(), 16U);
    EXPECT_EQ(city.slip("s1", "aki"), handbook);
    EXPECT_EQ(city.slip("s2", "aki"), handbook);
}

}  // namespace

}  // namespace model
