// SPDX-License-Identifier: Apache-2.0
#include "sim/app/card_issue.h"

#include <gtest/gtest.h>

#include "hil/bridge/bench_name.h"
#include "models/card/card_image.h"
#include "models/card/lite_s_card.h"
#include "sim/scenario/scenario_error.h"

// A FeliCa Lite-S fresh from its maker, issued for the bench.
namespace app
{
namespace
{

using namespace fw::literals;

constexpr fw::Idm real_idm{{0x01, 0x2E, 0x4A, 0x5B, 0x6C, 0x7D, 0x8E, 0x9F}};  // invented, too

// A reader with one card in its field that is taken away after so many exchanges.
struct Desk final : hil::Reader {
    model::TransitCard card = model::blank_lite_s(real_idm);
    model::CardProfile profile = model::lite_s_profile({{0, 0xF1, 0, 0, 0, 1, 0x43, 0}});
    model::CardSession session;
    int left = 1'000'000;
    int exchanges = 0;

    hil::Selection select(fw::RfSet, std::uint16_t, fw::Nanos) override { return {}; }
    hil::Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos) override
    {
        if (left-- <= 0) return {hil::ReaderStatus::timeout, 0, {}};
        ++exchanges;
        const std::size_t size = respond(card, session, profile, command, answer);
        return {size == 0 ? hil::ReaderStatus::timeout : hil::ReaderStatus::ok, size, {}};
    }
    void release() override {}
    hil::LinkTime link_time() override { return {}; }
    std::string name() const override { return "desk"; }
};

const model::TransitCard wanted = model::issue_card({.number = 17,
                                                     .type = fw::CardType::child,
                                                     .balance = 1000_yen,
                                                     .system = fw::CardSystem::lite_s});

void issue(Desk& desk, bool again = false)
{
    hil::Target target{.idm = real_idm, .system_code = 0x88B4};
    desk.session = {};
    issue_lite_s_at(desk, target, wanted, {.again = again});
}

std::string refusal(Desk& desk, bool again = false)
{
    try {
        issue(desk, again);
    } catch (const sim::ScenarioError& error) {
        return error.what();
    }
    return "issued";
}

TEST(CardIssue, WritesThePurseTheKeyAndTheNameAndLocksNothing)
{
    Desk desk;
    issue(desk);

    EXPECT_EQ(desk.card.purse().value, 1000_yen);
    EXPECT_EQ(desk.card.attribute().type, fw::CardType::child);
    EXPECT_EQ(desk.card.blocks[model::lite_s_memory::ck], wanted.blocks[model::lite_s_memory::ck]);
    EXPECT_EQ(desk.card.blocks[model::lite_s_memory::mc],
              model::blank_lite_s(real_idm).blocks[model::lite_s_memory::mc]);
    EXPECT_EQ(hil::decode_bench_name(desk.card.blocks[hil::name_block]), model::bench_idm(17));
}

TEST(CardIssue, RefusesEveryCardWithSomethingOnIt)
{
    const std::size_t places[] = {0, 1, 3, 7, 12, 13, model::lite_s_memory::ckv};
    for (const std::size_t place : places) {
        Desk desk;
        desk.card.blocks[place][0] = 1;
        const model::TransitCard before = desk.card;
        EXPECT_NE(refusal(desk).find("is not blank"), std::string::npos) << place;
        EXPECT_NE(refusal(desk, true).find("is not blank"), std::string::npos) << place;
        EXPECT_EQ(desk.card, before);
    }
}

TEST(CardIssue, RefusesALockedCardEvenAgain)
{
    Desk desk;
    desk.card = model::issue_lite_s(real_idm, fw::CardType::adult, 500_yen);
    desk.card.blocks[hil::name_block] = hil::encode_bench_name(model::bench_idm(17));
    EXPECT_NE(refusal(desk).find("is locked"), std::string::npos);
    EXPECT_NE(refusal(desk, true).find("is locked"), std::string::npos);
}

TEST(CardIssue, IsTakenUpAgainWhereverTheCardWasTakenAway)
{
    Desk whole;
    issue(whole);
    for (int left = 0; left < whole.exchanges; ++left) {
        Desk desk;
        desk.left = left;
        EXPECT_THROW(issue(desk), sim::NotHere) << left;
        desk.left = 1'000'000;
        EXPECT_EQ(refusal(desk, true), "issued") << left;
        EXPECT_EQ(desk.card.purse().value, 1000_yen);
        EXPECT_EQ(desk.card.blocks[model::lite_s_memory::ck],
                  wanted.blocks[model::lite_s_memory::ck]);
    }
}

TEST(BenchName, IsNoneWhereTheBlockSaysAnythingElse)
{
    fw::Block block = hil::encode_bench_name(model::bench_idm(17));
    EXPECT_TRUE(hil::decode_bench_name(block));
    block[0] ^= 1;
    EXPECT_FALSE(hil::decode_bench_name(block));
    EXPECT_FALSE(hil::decode_bench_name(hil::encode_bench_name(real_idm))) << "a maker's own IDm";
}

}  // namespace
}  // namespace app
