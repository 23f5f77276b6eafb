// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/account_office.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};

struct KeptAccounts final : sim::Recorder {
    std::vector<std::string> changes;
    std::vector<std::string> records;
    void keep(const sim::ServiceRow& row) override
    {
        const auto* const any = std::get_if<sim::AnyMotherRow>(&row);
        if (!any) return;
        if (const auto* const one = std::get_if<sim::MotherAccountRow>(any))
            changes.push_back(one->change);
        if (const auto* const one = std::get_if<sim::ReturnedRecordRow>(any))
            records.push_back(one->record);
    }
};

sim::Scenario service()
{
    sim::Scenario scenario;
    scenario.seed = 7;
    scenario.mother_child.emplace();
    return scenario;
}

// The authority knows good certificates only, the city holds two records of everybody.
class Office final : private Line
{
public:
    sim::Form send(sim::Form request, const std::string& number)
    {
        return office.answer(request.set("request", number), "maternity-1", *this);
    }
    std::string kind_or_reason(const sim::Form& request, const std::string& number)
    {
        const sim::Form reply = send(request, number);
        return reply.kind() == "account.refused" ? reply.text("reason").value_or("") : reply.kind();
    }
    sim::Form wish(const std::string& serial, const std::string& handbook = "b1")
    {
        const std::string challenge =
            send(sim::Form("enrol.begin"), "e-" + serial).text("challenge").value_or("");
        return sim::Form("account.open")
            .set("handbook", handbook)
            .set("explained", true)
            .set("serial", serial)
            .set("challenge", challenge);
    }
    std::string scan(const std::string& qr, const std::string& app, const std::string& number)
    {
        return kind_or_reason(sim::Form("start.scan").set("qr", qr).set("app", app), number);
    }
    std::string code_for(const std::string& user)
    {
        return send(sim::Form("start.seen").set("user", user), "s").text("code").value_or("");
    }
    sim::Form start(const char* kind, const std::string& user, const std::string& code,
                    const std::string& number)
    {
        return send(sim::Form(kind).set("user", user).set("code", code), number);
    }

    KeptAccounts kept;
    bool away = false;
    fw::Nanos at = second * 100;
    std::function<void()> meanwhile = [] {};

private:
    fw::Nanos now() override { return at; }
    std::optional<sim::Form> call(const std::string& to, const sim::Form& form, fw::Nanos) override
    {
        if (away) return std::nullopt;
        if (to == "signatures") return sim::Form("certificate.checked").set("valid", true);
        meanwhile();
        return sim::Form("data.told")
            .set("user", form.text("user").value_or(""))
            .set("records",
                 std::vector<std::string>{"r1|check|2026-01-01|x", "r2|check|2026-02-01|"});
    }

    sim::Scenario scenario_ = service();

public:
    AccountOffice office{scenario_, nullptr, kept};
};

TEST(AccountOffice, OpensOneAccountHoweverOftenItIsAsked)
{
    Office office;
    const sim::Form wish = office.wish("a1");
    const sim::Form first = office.send(wish, "1");
    EXPECT_EQ(first.kind(), "account.opened");
    EXPECT_EQ(office.send(wish, "1").bytes(), first.bytes());
    EXPECT_EQ(office.send(wish, "2").text("user"), first.text("user"));
    EXPECT_NE(office.send(wish, "2").text("qr"), first.text("qr"));
    EXPECT_EQ(office.kept.changes, std::vector<std::string>{"opened"});
}

TEST(AccountOffice, RefusesAWishWhoseStepsAreMissing)
{
    Office office;
    EXPECT_EQ(office.kind_or_reason(office.wish("a1").set("handbook", ""), "1"), "no_handbook");
    EXPECT_EQ(office.kind_or_reason(office.wish("a1").set("explained", false), "2"),
              "not_explained");
    EXPECT_EQ(office.kind_or_reason(office.wish("a1").set("challenge", "other"), "3"),
              "foreign_proof");
    office.away = true;
    EXPECT_EQ(office.kind_or_reason(office.wish("a1"), "4"), "authority_away");
    office.away = false;
    EXPECT_EQ(office.kind_or_reason(office.wish("a1"), "4"), "account.opened");
    EXPECT_EQ(office.kind_or_reason(office.wish("a2"), "5"), "handbook_used");
}

TEST(AccountOffice, StartsForThePhoneWhoseNumberWasCompared)
{
    Office office;
    const sim::Form opened = office.send(office.wish("a1"), "1");
    const std::string user = *opened.text("user"), qr = *opened.text("qr");
    EXPECT_EQ(office.scan(qr, "hers", "2"), "start.pending");
    EXPECT_EQ(office.scan(qr, "hers", "3"), "used");
    EXPECT_EQ(office.start("start.confirm", user, office.code_for(user), "4").kind(),
              "start.confirmed");
    EXPECT_EQ(office.scan(qr, "hers", "5"), "used");
    EXPECT_EQ(office.kind_or_reason(office.wish("a1"), "6"), "has_account");
    EXPECT_TRUE(office.send(sim::Form("start.state").set("app", "hers"), "7").flag("started"));
    office.office.close_day(second);
    EXPECT_EQ(office.kept.changes, (std::vector<std::string>{"opened", "started"}));
}

TEST(AccountOffice, TurnsAnotherPhoneAwayAndShowsAFreshCode)
{
    Office office;
    const sim::Form opened = office.send(office.wish("a1"), "1");
    const std::string user = *opened.text("user"), qr = *opened.text("qr");
    EXPECT_EQ(office.scan(qr, "other", "2"), "start.pending");
    EXPECT_EQ(office.scan(qr, "hers", "3"), "used");
    const sim::Form fresh = office.start("start.reject", user, office.code_for(user), "4");
    EXPECT_EQ(fresh.kind(), "qr.shown");
    EXPECT_EQ(office.kind_or_reason(sim::Form("start.state").set("app", "other"), "5"),
              "other_phone");
    EXPECT_EQ(office.scan(*fresh.text("qr"), "hers", "6"), "start.pending");
    EXPECT_EQ(office.start("start.confirm", user, office.code_for(user), "7").kind(),
              "start.confirmed");
}

TEST(AccountOffice, LetsACodeLapseAndAnAccountThatNobodyStarts)
{
    Office office;
    const sim::Form opened = office.send(office.wish("a1"), "1");
    office.at = second * 401;
    EXPECT_EQ(office.scan(*opened.text("qr"), "hers", "2"), "expired");
    EXPECT_EQ(office.scan("none", "hers", "3"), "unknown_code");
    office.office.close_day(second);
    EXPECT_EQ(office.kept.changes, (std::vector<std::string>{"opened", "lapsed"}));
}

TEST(AccountOffice, KeepsRecordsOfThoseWhoAgreedAndDropsWhatComesTooLate)
{
    Office office;
    office.office.adopt("u1", "app1", "s1", {"h1"});
    const auto say = [&](const char* kind, const char* app, const std::string& number) {
        return office.kind_or_reason(sim::Form(kind).set("app", app).set("handbook", "h1"), number);
    };
    const auto night = [&](const std::string& number) {
        return office.send(sim::Form("job.run").set("job", "night"), number).flag("more");
    };
    EXPECT_EQ(say("return.agree", "app2", "1"), "not_yours");
    EXPECT_FALSE(night("2"));
    EXPECT_EQ(say("return.agree", "app1", "3"), "return.noted");
    office.meanwhile = [&] { say("return.end", "app1", "4"); };
    EXPECT_TRUE(night("5"));
    EXPECT_TRUE(office.kept.records.empty());
}

TEST(AccountOffice, GivesARecordBackOnce)
{
    Office office;
    office.send(office.wish("a1"), "1");
    EXPECT_TRUE(office.send(sim::Form("job.run").set("job", "fresh"), "2").flag("more"));
    EXPECT_FALSE(office.send(sim::Form("job.run").set("job", "fresh"), "3").flag("more"));
    EXPECT_EQ(office.kept.records, (std::vector<std::string>{"r1", "r2"}));
}

}  // namespace

}  // namespace model
