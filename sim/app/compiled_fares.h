// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <vector>

#include "firmware/core/fare.h"
#include "models/people/day_plan.h"
#include "sim/feed/fare_index.h"
#include "sim/scenario/scenario.h"
#include "sim/scenario/tariff_day.h"

// The tables a fare box is loaded with, compiled from the feeds' fare rows and the tariff in force
// on a date. Tables of one plan have the same stop codes, whatever their date.
namespace app
{

class CompiledFares
{
public:
    // Prices of the patterns driven on the day, by the fare rules of `date`. ScenarioError for a
    // driven route without any fare.
    CompiledFares(const sim::Timetable& timetable, const sim::Scenario& scenario,
                  const model::DayPlan& plan, sim::Date date);
    CompiledFares(const CompiledFares&) = delete;  // `table` points into this object
    CompiledFares& operator=(const CompiledFares&) = delete;

    const fw::FareTable& table() const { return table_; }
    std::vector<std::uint16_t> first_codes() const;  // by pattern

private:
    using Matrix = std::vector<std::uint16_t>;
    // The cash or the card price of a rule.
    using PriceOf = std::function<fw::Yen(const sim::OdFare&)>;

    fw::SaleRules sale_rules() const;
    void compile_operators(const sim::City& city);
    void compile_pattern(const model::DayPlan& plan, std::uint32_t number);
    bool compile_flat(const sim::FeedRoute& route, fw::PatternFares& fares);
    void compile_matrix(std::uint32_t number, fw::PatternFares& fares);
    Matrix matrix_of(std::uint32_t number, bool ic, const PriceOf& price_of) const;
    void compile_pass(const sim::Pass& pass, std::uint32_t codes);
    std::vector<const sim::OdFare*> od_fares_of(const sim::FeedRoute& route) const;

    const sim::Timetable& timetable_;
    const sim::Tariff& tariff_;
    sim::TariffDay day_;
    sim::FareIndex index_;

    std::vector<fw::OperatorRules> operators_;
    std::vector<fw::PatternFares> patterns_;
    std::vector<std::uint16_t> prices_;
    std::vector<std::vector<std::uint8_t>> inside_;  // by pass, one bit a stop code
    std::vector<fw::PassRules> passes_;
    fw::FareTable table_;
};

}  // namespace app
