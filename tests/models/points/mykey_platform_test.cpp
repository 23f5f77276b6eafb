// SPDX-License-Identifier: Apache-2.0
#include "models/points/mykey_platform.h"

#include <gtest/gtest.h>

namespace model
{

namespace
{

struct KeptEntries final : sim::Recorder {
    std::vector<std::string> lines;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const any = std::get_if<sim::AnyMyKeyRow>(&row))
            if (const auto* const one = std::get_if<sim::MyKeyEntryRow>(any))
                lines.push_back(one->entry + " " + std::to_string(one->points));
    }
};

// One account, tickets of which live for 100 ns.
class Platform final : private Line
{
public:
    std::string ticket(const std::string& request, const std::string& purpose)
    {
        return ask(sim::Form("mykey.ticket")
                       .set("request", request)
                       .set("account", "a")
                       .set("purpose", purpose))
            .text("ticket")
            .value_or("");
    }
    std::string credit(const std::string& request, const std::string& ticket, std::int64_t points)
    {
        return told(ask(sim::Form("mykey.credit")
                            .set("request", request)
                            .set("ticket", ticket)
                            .set("points", points)));
    }
    std::string spend(const std::string& receipt, const std::string& ticket, std::int64_t points)
    {
        return told(ask(sim::Form("mykey.spend")
                            .set("request", receipt)
                            .set("ticket", ticket)
                            .set("shop", 1)
                            .set("points", points)));
    }
    std::int64_t take_back(const std::string& receipt)
    {
        return ask(sim::Form("mykey.void").set("request", "v" + receipt).set("receipt", receipt))
            .number("points")
            .value_or(-1);
    }

    KeptEntries kept;
    fw::Nanos clock{};

private:
    sim::Form ask(const sim::Form& form) { return platform_.answer(form, "", *this); }
    static std::string told(const sim::Form& answer)
    {
        return answer.kind() == "mykey.refused" ? answer.text("reason").value_or("") : "taken";
    }
    fw::Nanos now() override { return clock; }
    std::optional<sim::Form> call(const std::string&, const sim::Form&, fw::Nanos) override
    {
        return std::nullopt;
    }

    MyKeyPlatform platform_{{{1, 1, "m", "a"}}, 5, {100}, kept};
};

using Lines = std::vector<std::string>;

TEST(MyKeyPlatform, CreditsATicketOnce)
{
    Platform platform;
    const std::string ticket = platform.ticket("r", "deposit");

    EXPECT_EQ(platform.ticket("r", "deposit"), ticket);
    EXPECT_EQ(platform.credit("e", ticket, 50), "taken");
    EXPECT_EQ(platform.credit("e", ticket, 50), "taken");
    EXPECT_EQ(platform.credit("f", ticket, 50), "used");
    EXPECT_EQ(platform.kept.lines, Lines{"credit 50"});
}

TEST(MyKeyPlatform, RefusesTicketsThatAreOverUnknownOrForSomethingElse)
{
    Platform platform;
    const std::string ticket = platform.ticket("r", "deposit");

    EXPECT_EQ(platform.credit("e", "x", 50), "unknown_ticket");
    EXPECT_EQ(platform.spend("p", ticket, 1), "unknown_ticket");
    platform.clock = {101};
    EXPECT_EQ(platform.credit("f", ticket, 50), "expired");
}

TEST(MyKeyPlatform, PaysAReceiptOnceAndNotMoreThanThereIs)
{
    Platform platform;
    platform.credit("e", platform.ticket("r", "deposit"), 50);
    const std::string first = platform.ticket("s", "pay"), second = platform.ticket("t", "pay");

    EXPECT_EQ(platform.spend("p", first, 30), "taken");
    EXPECT_EQ(platform.spend("p", first, 30), "taken");
    EXPECT_EQ(platform.spend("q", first, 1), "used");
    EXPECT_EQ(platform.spend("u", second, 21), "too_little");
    EXPECT_EQ(platform.kept.lines, (Lines{"credit 50", "spend 30"}));
}

TEST(MyKeyPlatform, NeitherCreditsNorPaysNothingOrLess)
{
    Platform platform;
    platform.credit("e", platform.ticket("r", "deposit"), 50);

    EXPECT_EQ(platform.credit("f", platform.ticket("s", "deposit"), -10), "malformed");
    EXPECT_EQ(platform.spend("p", platform.ticket("t", "pay"), -10), "malformed");
    EXPECT_EQ(platform.spend("q", platform.ticket("u", "pay"), 0), "malformed");
    EXPECT_EQ(platform.kept.lines, Lines{"credit 50"});
}

TEST(MyKeyPlatform, PaysNoReceiptThatWasVoidedBeforeOrAfter)
{
    Platform platform;
    platform.credit("e", platform.ticket("r", "deposit"), 50);
    const std::string first = platform.ticket("s", "pay"), second = platform.ticket("t", "pay");
    platform.spend("p", first, 30);

    EXPECT_EQ(platform.take_back("p"), 30);
    EXPECT_EQ(platform.take_back("p"), 30);  // the same request
    EXPECT_EQ(platform.take_back("q"), 0);
    EXPECT_EQ(platform.spend("q", second, 50), "voided");
    EXPECT_EQ(platform.spend("w", second, 50), "taken");
    EXPECT_EQ(platform.kept.lines, (Lines{"credit 50", "spend 30", "void 30", "spend 50"}));
}

}  // namespace

}  // namespace model
