// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/emergency_office.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct KeptLog final : sim::Recorder {
    std::vector<std::string> outcomes;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyDisasterRow>(&row))
            if (const auto* const one = std::get_if<sim::EmergencyLogRow>(any))
                outcomes.push_back(one->outcome);
    }
};

sim::EmergencySet small_set()
{
    sim::EmergencySet set;
    set.items = {{"blood", {}}, {"medicine", {}}};
    set.roles = {"ambulance"};
    return set;
}

class Register final : private Line
{
public:
    Register()
    {
        office.enter("p1");
        office.dispatch(1, "ambulance-1");
    }
    sim::Form ask(const std::string& number, std::vector<std::string> items,
                  const std::string& crew = "ambulance-1", const std::string& role = "ambulance",
                  const std::string& person = "p1", int call = 1)
    {
        return office.answer(sim::Form("emergency.open")
                                 .set("request", number)
                                 .set("call", call)
                                 .set("person", person)
                                 .set("crew", crew)
                                 .set("role", role)
                                 .set("items", std::move(items)),
                             "ambulance-1", *this);
    }
    std::vector<std::string> heard()
    {
        return office
            .answer(sim::Form("emergency.heard").set("request", "h").set("person", "p1"), "", *this)
            .texts("calls");
    }

    KeptLog kept;

private:
    fw::Nanos now() override { return {1}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }
    sim::EmergencySet set_ = small_set();
    EmergencyOffice office{set_, kept};
};

TEST(EmergencyOffice, TellsTheSetOnceHoweverOftenItIsAskedAndReportsIt)
{
    Register emergency;
    EXPECT_TRUE(emergency.heard().empty());
    const sim::Form told = emergency.ask("1", {"blood", "medicine"});
    EXPECT_EQ(told.texts("values").size(), 2U);
    EXPECT_EQ(emergency.ask("1", {"blood", "medicine"}).bytes(), told.bytes());
    EXPECT_EQ(emergency.kept.outcomes, std::vector<std::string>{"told"});
    EXPECT_EQ(emergency.heard(), std::vector<std::string>{"1"});
}

TEST(EmergencyOffice, RefusesAndLogsWhatMayNotBeAsked)
{
    Register emergency;
    const auto reason = [](const sim::Form& reply) { return reply.text("reason").value_or(""); };
    EXPECT_EQ(reason(emergency.ask("1", {"blood", "address"})), "beyond_the_set");
    EXPECT_EQ(reason(emergency.ask("2", {"blood"}, "ambulance-1", "police")), "role");
    EXPECT_EQ(reason(emergency.ask("3", {"blood"}, "ambulance-2")), "not_on_this_call");
    EXPECT_EQ(reason(emergency.ask("4", {"blood"}, "ambulance-1", "ambulance", "p1", 2)),
              "not_on_this_call");
    EXPECT_EQ(reason(emergency.ask("5", {"blood"}, "ambulance-1", "ambulance", "p2")),
              "unknown_person");
    EXPECT_EQ(emergency.kept.outcomes.size(), 5U);
    EXPECT_TRUE(emergency.heard().empty());
}

TEST(EmergencyOffice, RefusesWhatItDoesNotUnderstand)
{
    EmergencyRoom room;
    class Nobody final : public Line
    {
    public:
        fw::Nanos now() override { return {}; }
        std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
        {
            return std::nullopt;
        }
    } nobody;
    EXPECT_EQ(room.answer(sim::Form("emergency.send"), "", nobody).kind(), "emergency.refused");
}

}  // namespace

}  // namespace model
