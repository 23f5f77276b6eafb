// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/card/card_image.h"
#include "models/cloud/tap_intake.h"
#include "tests/support/four_stops.h"

// The cloud's intake with a ledger, a fare table of one pattern and a register of invented cards;
// keeps everything it is told. Fares 100, 150 and 200 yen by distance; class 1 has 10 % off.
namespace test_support
{

class IntakeDesk final : public model::IntakeSink
{
public:
    explicit IntakeDesk(std::uint32_t cards = 4, const model::IntakeRules& rules = {})
        : intake(fares_.table, linkage, ledger, *this, {100}, rules)
    {
        for (std::uint32_t card = 0; card < cards; ++card)
            linkage.enrol(model::bench_idm(card + 1), card);
    }

    void take(const fw::TapEvent& event) { intake.take(event, {++now_}); }
    fw::Yen purse(std::uint32_t card) const
    {
        return ledger.balance({sim::AccountKind::card, card});
    }
    fw::Yen revenue(std::uint32_t by = 0) const
    {
        return ledger.balance({sim::AccountKind::revenue, by});
    }
    fw::Yen suspense() const { return ledger.balance({sim::AccountKind::suspense, 0}); }
    fw::Yen owed(std::uint32_t by = 0) const
    {
        return ledger.balance({sim::AccountKind::owed, by});
    }
    fw::Yen cash(std::uint32_t by = 0) const
    {
        return ledger.balance({sim::AccountKind::cash, by});
    }
    fw::Yen points(std::uint32_t card) const
    {
        return ledger.balance({sim::AccountKind::points, card});
    }

    fw::SaleRules& sales() { return fares_.table.sales; }

    std::vector<sim::PostingRow> postings;
    std::vector<sim::CloudRow> rows;
    std::vector<fw::TapKey> duplicates, gaps, refused_keys;

private:
    void posting(const sim::PostingRow& row) override { postings.push_back(row); }
    void accepted(const sim::CloudRow& row) override { rows.push_back(row); }
    void duplicate(const fw::TapKey& key, fw::Nanos) override { duplicates.push_back(key); }
    void gap(const fw::TapKey& next, fw::Nanos) override { gaps.push_back(next); }
    void refused(const fw::TapKey& key, fw::Nanos) override { refused_keys.push_back(key); }

    FourStops fares_;
    std::int64_t now_ = 1'000'000'000'000'000;

public:
    model::IdLinkage linkage{8};
    model::Ledger ledger{*this, 16};
    model::TapIntake intake;
};

// Two operators, north and south; a card pays at most `most` a day for both together.
inline model::IntakeRules capped_at(fw::Yen most)
{
    sim::Tariff tariff;
    tariff.operators.resize(2);
    tariff.operators[0].id = "north";
    tariff.operators[1].id = "south";
    sim::Cap cap;
    cap.id = "day";
    cap.amount = most;
    tariff.caps = {cap};
    return model::intake_rules(tariff, {});
}

// A tap of card `card` from stop 0 to stop 2 (150 yen), closed `second` seconds into the day.
inline fw::TapEvent tap_of(std::uint32_t card, fw::TapVerdict verdict, std::uint32_t sequence,
                           std::uint32_t execution, std::uint32_t last_execution,
                           std::int64_t second)
{
    fw::TapEvent event;
    event.key = {1, sequence};
    event.card = model::bench_idm(card + 1);
    event.kind = execution == 0 ? fw::TapKind::board : fw::TapKind::alight;
    event.verdict = verdict;
    event.rule = execution == 0 ? fw::FareRule::none : fw::FareRule::od;
    event.board_code = 101;
    event.alight_code = execution == 0 ? std::uint16_t{0} : std::uint16_t{103};
    event.fare = event.base_fare = execution == 0 ? fw::Yen{} : fw::Yen{150};
    event.execution = {execution};
    event.last_execution = {last_execution};
    event.closed_at = event.touched_at = {second * 1'000'000'000};
    return event;
}

// The driver gives the debit `cancelled` of card 0 back.
inline fw::TapEvent cancel_of(fw::TapVerdict verdict, std::uint32_t sequence,
                              std::uint32_t execution, std::uint32_t cancelled, std::int64_t second)
{
    fw::TapEvent event = tap_of(0, verdict, sequence, execution, cancelled, second);
    event.kind = fw::TapKind::cancel;
    return event;
}

// A ride of card 0 that a pass pays for, as the box believes.
inline fw::TapEvent pass_ride(std::uint32_t sequence, std::uint32_t last_execution,
                              std::int64_t second)
{
    fw::TapEvent event = tap_of(0, fw::TapVerdict::accepted, sequence, 0, last_execution, second);
    event.kind = fw::TapKind::alight;
    event.rule = fw::FareRule::pass;
    event.alight_code = 103;
    event.base_fare = {150};
    return event;
}

// The same ride paid in cash.
inline fw::TapEvent cash_ride(std::uint32_t sequence, std::uint32_t last_execution,
                              std::int64_t second)
{
    fw::TapEvent event = pass_ride(sequence, last_execution, second);
    event.kind = fw::TapKind::cash;
    event.rule = fw::FareRule::od;
    event.fare = {150};
    return event;
}

// The driver loads 1,000 yen onto card 0.
inline fw::TapEvent top_up(fw::TapVerdict verdict, std::uint32_t sequence, std::uint32_t execution)
{
    fw::TapEvent event = tap_of(0, verdict, sequence, execution, 0, 10);
    event.kind = fw::TapKind::top_up;
    event.rule = fw::FareRule::none;
    event.fare = {1000};
    return event;
}

}  // namespace test_support
