// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/perk_desk.h"

#include <gtest/gtest.h>

#include "tests/models/ticket/pass_town.h"

namespace model
{

namespace
{

struct KeptMessages final : sim::Recorder {
    std::vector<sim::MessageRow> rows;
    void keep(const sim::ServiceRow& row) override
    {
        if (const auto* const one = std::get_if<sim::MessageRow>(&row)) rows.push_back(*one);
    }
};

struct Counter {
    PassTown town;
    KeptMessages kept;
    PerkDesk desk{town.consent, town.service, kept};
    std::string holder = town.names.name_in("commerce", sim::hex_of(bench_idm(1).bytes));

    bool told(const std::string& who)
    {
        ShopQuestion question{"shop-1", sim::Form("perk.ask").set("holder", who).bytes()};
        const auto answer = desk.answer(question, town.at);
        return sim::Form::parse(fw::Bytes(answer))->flag("pass");
    }
    void agree()
    {
        town.service.answer(sim::Form("perk.agree")
                                .set("request", std::string("a1"))
                                .set("serial", std::string("anna"))
                                .set("until_ns", std::int64_t{1} << 60),
                            "portal", town);
    }
    bool asked_the_register() const
    {
        for (const sim::MessageRow& row : kept.rows)
            if (row.receiver == "linkage") return true;
        return false;
    }
};

TEST(PerkDesk, TellsOfAPassOfAHolderWhoAgreed)
{
    Counter counter;
    counter.town.buy("w1", "anna");
    counter.agree();

    EXPECT_TRUE(counter.told(counter.holder));
}

TEST(PerkDesk, AsksNobodyForTheCardOfOneWhoDidNotAgree)
{
    Counter counter;
    counter.town.buy("w1", "anna");

    EXPECT_FALSE(counter.told(counter.holder));
    EXPECT_FALSE(counter.asked_the_register());
}

TEST(PerkDesk, SaysNoToWhatItCannotRead)
{
    Counter counter;
    const std::vector<std::uint8_t> nonsense{'{', 0xFF, '}'};
    const auto answer = counter.desk.answer({"shop-1", nonsense}, counter.town.at);

    EXPECT_FALSE(sim::Form::parse(fw::Bytes(answer))->flag("pass"));
    EXPECT_FALSE(counter.told("0123456789abcdef"));
}

TEST(PerkDesk, SaysNoOnceThePassIsOver)
{
    Counter counter;
    counter.town.buy("w1", "anna");
    counter.agree();
    counter.town.linkage.passes().pass_used(0, counter.town.at, counter.town.at);

    counter.town.at = counter.town.at + fw::Nanos{2 * 3'600'000'000'000};

    EXPECT_FALSE(counter.told(counter.holder));
}

}  // namespace

}  // namespace model
