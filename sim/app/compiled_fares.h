// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/core/fare.h"
#include "models/people/day_plan.h"
#include "sim/feed/fare_index.h"
#include "sim/scenario/scenario.h"

// The tables a fare box is loaded with, compiled from the feeds' fare rows and the tariff in force.
namespace app
{

class CompiledFares
{
public:
    // Prices of the patterns driven on the day. ScenarioError for a driven route without any fare.
    CompiledFares(const sim::Timetable& timetable, const sim::Scenario& scenario,
                  const model::DayPlan& plan);
    CompiledFares(const CompiledFares&) = delete;  // `table` points into this object
    CompiledFares& operator=(const CompiledFares&) = delete;

    const fw::FareTable& table() const { return table_; }
    std::vector<std::uint16_t> first_codes() const;  // by pattern

private:
    void compile_operators(const sim::Scenario& scenario);
    bool compile_flat(const sim::FeedRoute& route, const sim::Tariff& tariff,
                      fw::PatternFares& fares);
    void compile_matrix(const sim::Timetable& timetable, const sim::FareIndex& index,
                        const sim::Tariff& tariff, std::uint32_t number, fw::PatternFares& fares);

    std::vector<fw::OperatorRules> operators_;
    std::vector<fw::PatternFares> patterns_;
    std::vector<std::uint16_t> prices_;
    fw::FareTable table_;
};

}  // namespace app
