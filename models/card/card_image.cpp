// SPDX-License-Identifier: Apache-2.0
#include "models/card/card_image.h"

#include <algorithm>

#include "models/card/lite_s_card.h"
#include "sim/base/rng_stream.h"

namespace model
{
namespace
{

constexpr std::uint64_t invented_maker = 0x0FBE;
constexpr std::uint16_t invented_operator = 0x7F00;
constexpr std::uint64_t invented_stops = 500;
constexpr int ring_size = 20;

// Rides of 200 to 400 yen back from today's balance: entry `age` left `balance` on the card.
fw::HistoryEntry invented_ride(const CardIssue& issue, int age, fw::Yen balance)
{
    const sim::RngStream draws(issue.number, "card history");
    const auto key = static_cast<std::uint64_t>(age);
    return {.date = issue.date,
            .operator_line = invented_operator,
            .stop = static_cast<std::uint16_t>(1 + draws.below(invented_stops, key)),
            .balance = balance,
            .sequence = static_cast<std::uint32_t>(2 * (issue.history - age))};
}

fw::Yen invented_fare(const CardIssue& issue, int age)
{
    const sim::RngStream draws(issue.number, "card fare");
    return {static_cast<std::int32_t>(200 + 10 * draws.below(21, static_cast<std::uint64_t>(age)))};
}

void fill_history(TransitCard& card, const CardIssue& issue)
{
    fw::Yen balance = issue.balance;
    for (int age = 0; age < issue.history; ++age) {
        fw::HistoryEntry entry = invented_ride(issue, age, balance);
        if (age == issue.history - 1) {
            entry.terminal = fw::history::counter_terminal;
            entry.process = fw::history::issue;
            entry.gate = fw::history::no_gate;
        }
        card.blocks[blocks::history + static_cast<std::size_t>(age)] = fw::encode(entry);
        balance += invented_fare(issue, age);
    }
}

}  // namespace

fw::Idm bench_idm(std::uint64_t number)
{
    fw::Idm idm;
    fw::put_be64(idm.bytes.data(), invented_maker << 48 | (number & 0xFFFF'FFFF'FFFF));
    return idm;
}

TransitCard issue_card(const CardIssue& issue)
{
    if (issue.system == fw::CardSystem::lite_s)
        return issue_lite_s(bench_idm(issue.number), issue.type, issue.balance);
    CardIssue bounded = issue;
    bounded.history = std::clamp(issue.history, 0, ring_size);

    TransitCard card{.idm = bench_idm(issue.number)};
    fw::put_be64(card.blocks[blocks::issue].data(), sim::mix64(issue.number));  // issue id
    card.blocks[blocks::issue + 1][0] = static_cast<std::uint8_t>(issue.type);
    card.blocks[blocks::purse] = fw::encode(fw::PurseBlock{.value = issue.balance});
    card.blocks[blocks::attribute] = fw::encode(
        fw::AttributeBlock{.type = issue.type,
                           .balance = issue.balance,
                           .transaction = static_cast<std::uint16_t>(2 * bounded.history)});
    fill_history(card, bounded);
    return card;
}

}  // namespace model
