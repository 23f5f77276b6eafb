// SPDX-License-Identifier: Apache-2.0
#include "models/health/mileage_server.h"

#include <gtest/gtest.h>

#include "tests/models/health/health_rules.h"

namespace model
{

namespace
{

struct KeptRows final : sim::Recorder {
    std::int64_t kept = 0;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyHealthRow>(&row))
            kept += std::holds_alternative<sim::HealthKeptRow>(*any);
    }
};

sim::Scenario one_programme()
{
    sim::Scenario scenario;
    scenario.health.emplace();
    scenario.health->items = three_items();
    scenario.health->rules = few_rules();
    scenario.health->programmes = {{.municipality = "here"}};
    return scenario;
}

// The exchange and the register of consents answer what `beyond` says.
class Server : public testing::Test, private Line
{
public:
    std::string send(sim::Form request, const std::string& from = "app-1")
    {
        if (!request.text("request")) request.set("request", "r" + std::to_string(++requests));
        const sim::Form reply = server.answer(request, from, *this);
        if (reply.kind() == "mileage.refused") return reply.text("reason").value_or("");
        for (const char* number : {"new", "points"})
            if (const auto told = reply.number(number)) return std::to_string(*told);
        std::string all = reply.kind();
        for (const char* list : {"advice", "people"})
            for (const std::string& one : reply.texts(list)) all += " " + one;
        return all;
    }
    std::string enter(const std::string& member, const std::string& account = "",
                      const std::string& token = "")
    {
        sim::Form request("member.enter");
        request.set("subject", member).set("district", "upper").set("ageBand", "from_40");
        request.set("linked", true);
        if (!account.empty()) request.set("account", account).set("accountToken", token);
        return send(request, "exchange");
    }
    std::string upload(const std::string& member, std::int64_t device, std::int64_t number,
                       std::int64_t value, std::int64_t item = 0)
    {
        sim::Form request("reading.upload");
        request.set("subject", member).set("device", device);
        put_readings(request, {{device_reading(device, number), 1, item, value, {0}}}, items);
        return send(request, "wearable-1");
    }
    std::string about(const char* kind, const std::string& member)
    {
        return send(sim::Form(kind).set("subject", member));
    }

    sim::Scenario scenario = one_programme();
    sim::HealthItems items = three_items();
    KeptRows rows;
    MileageServer server{scenario,
                         {"mileage-1",
                          "here",
                          [](const std::string& of) { return "token of " + of; },
                          {{"screen-1", "office"}, {"screen-2", "upper"}}},
                         rows};
    std::optional<sim::Form> beyond;
    int requests = 0;

private:
    fw::Nanos now() override { return {1}; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return beyond;
    }
};

TEST_F(Server, KeepsAReadingOnceHoweverOftenItComes)
{
    enter("a");
    EXPECT_EQ(upload("a", 3, 1, 6000), "1");
    EXPECT_EQ(upload("a", 3, 1, 6000), "0");
    EXPECT_EQ(about("view.mine", "a"), "5");
    EXPECT_EQ(rows.kept, 1);
}

TEST_F(Server, RefusesReadingsThatAreNotTheSendersOwn)
{
    enter("a");
    EXPECT_EQ(upload("nobody", 3, 1, 6000), "unknown_member");
    sim::Form other("reading.upload");
    other.set("subject", "a").set("device", 3);
    put_readings(other, {{device_reading(4, 1), 1, 0, 6000, {0}}}, items);
    EXPECT_EQ(send(other), "reading_of_another");
    EXPECT_EQ(send(sim::Form("reading.upload").set("subject", "a")), "malformed");
    EXPECT_EQ(send(sim::Form("reading.steal").set("subject", "a")), "malformed");
}

TEST_F(Server, GivesAnAccountToItsHolderAloneAndKeepsListeningToItsOldName)
{
    server.adopt("old", MemberFacts{});
    upload("old", 3, 1, 6000);

    EXPECT_EQ(enter("a", "none", "token of none"), "unknown_account");
    EXPECT_EQ(enter("a", "old", "token of other"), "account_of_another");
    EXPECT_EQ(enter("a", "old", "token of old"), "5");
    EXPECT_EQ(upload("old", 3, 2, 2000), "1");
    EXPECT_EQ(about("view.mine", "a"), "10");
}

TEST_F(Server, TakesALentWearableAtItsBorrowersWordOnly)
{
    enter("a"), enter("b");
    send(sim::Form("device.lend").set("device", 3).set("subject", "a"));

    EXPECT_EQ(upload("b", 3, 1, 10), "device_of_another");
    EXPECT_EQ(upload("a", 3, 1, 10), "1");
    send(sim::Form("device.end").set("device", 3).set("event", "returned"));
    EXPECT_EQ(upload("a", 3, 2, 10), "device_of_another");
    send(sim::Form("device.lend").set("device", 3).set("subject", "b"));
    EXPECT_EQ(upload("b", 3, 3, 10), "1");
    send(sim::Form("device.end").set("device", 3).set("event", "lost"));
    EXPECT_EQ(upload("b", 3, 4, 10), "device_lost");
}

TEST_F(Server, AsksThePortalOnlyForLinkedMembersAndTakesWhatItSendsOnce)
{
    enter("a");
    EXPECT_EQ(about("collect.member", "a"), "no_answer");
    beyond.emplace("exchange.refused").set("reason", "no_consent");
    EXPECT_EQ(about("collect.member", "a"), "no_consent");
    beyond.emplace("record.bundle").set("served_ns", 9);
    put_readings(*beyond, {{checkup_reading(1, 2), 1, 2, 800, {0}}}, items);
    EXPECT_EQ(about("collect.member", "a"), "1");
    EXPECT_EQ(about("collect.member", "a"), "0");
    about("member.leave", "a");
    EXPECT_EQ(about("collect.member", "a"), "not_linked");
}

TEST_F(Server, AdvisesWithConsentAloneAndSaysWhatANurseSaid)
{
    enter("a");
    upload("a", 3, 1, 150, 1);

    EXPECT_EQ(about("advice.ask", "a"), "no_answer");
    beyond.emplace("consent.state").set("live", false);
    EXPECT_EQ(about("advice.ask", "a"), "no_consent");
    beyond.emplace("consent.state").set("live", true);
    EXPECT_EQ(about("advice.ask", "a"), "advice.told see_a_doctor less_salt");
    send(sim::Form("advice.change").set("subject", "a").set("advice", "walk"), "nurse-1");
    EXPECT_EQ(about("advice.ask", "a"), "advice.told walk");
}

TEST_F(Server, ShowsAScreenTheRowsOfItsOwnRoleAlone)
{
    for (const char* name : {"a", "b"}) enter(name), upload(name, name[0] - 'a' + 1, 1, 10);
    const auto look = [&](const char* screen, const char* role, const char* item) {
        return send(sim::Form("dash.read").set("role", role).set("item", item).set("day", 0),
                    screen);
    };

    EXPECT_EQ(look("screen-1", "office", "steps"), "dash.cells 2");
    EXPECT_EQ(look("screen-2", "upper", "steps"), "dash.cells 2");
    EXPECT_EQ(look("screen-2", "upper", "systolic"), "not_of_this_role");
    EXPECT_EQ(look("screen-2", "office", "steps"), "role_of_another");
    EXPECT_EQ(look("screen-3", "office", "steps"), "role_of_another");
    EXPECT_EQ(look("screen-1", "mayor", "steps"), "role_of_another");
}

}  // namespace

}  // namespace model
