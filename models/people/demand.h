// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/people/day_plan.h"

// Where riders of one profile want to go, as integer weights: for each boarding possibility of the
// day, and from there for each stop further on.
namespace model
{

struct BoardingPlace {
    std::uint32_t trip = 0;  // into DayPlan::trips
    std::uint16_t stop = 0;
};

class Demand
{
public:
    Demand(const sim::Timetable& timetable, const sim::Scenario& scenario, const DayPlan& plan,
           const sim::Profile& profile);

    bool empty() const { return total() == 0; }
    // `pick` uniform below total().
    std::uint64_t total() const { return boarding_.empty() ? 0 : boarding_.back(); }
    BoardingPlace place(std::uint64_t pick) const;
    // The stop to leave at; `bits` are 64 uniform bits.
    std::uint16_t destination(const BoardingPlace& from, std::uint64_t bits) const;

private:
    struct PatternWeights {  // row by boarding stop, running sums over the stops after it
        std::vector<std::vector<std::uint64_t>> to;
    };

    void weigh_patterns(const sim::Timetable& timetable, const DayPlan& plan,
                        const sim::Profile& profile, const std::vector<std::int64_t>& busy);

    const DayPlan& plan_;
    std::vector<PatternWeights> patterns_;  // by pattern, empty where not driven
    std::vector<BoardingPlace> places_;
    std::vector<std::uint64_t> boarding_;  // running sums, parallel to places_
};

}  // namespace model
