// SPDX-License-Identifier: Apache-2.0
#include "models/platform/ride_cells.h"

#include "firmware/core/card_lists.h"

namespace model
{

namespace
{

constexpr std::int64_t second = 1'000'000'000;

// The class is known where the fare is: at the end of a ride, or on boarding at a flat fare.
bool is_ride(const fw::TapEvent& event)
{
    const bool paid = event.kind == fw::TapKind::alight || event.kind == fw::TapKind::flat;
    return paid && (event.verdict == fw::TapVerdict::accepted ||
                    event.verdict == fw::TapVerdict::recovered);
}

}  // namespace

RideCells::RideCells(RidePlaces places, const sim::Platform& parameters)
    : places_(std::move(places)), parameters_(parameters)
{
}

void RideCells::add(const fw::TapEvent& event, fw::Nanos at)
{
    if (!is_ride(event) || event.trip == 0 || event.trip > places_.pattern_of_trip.size()) return;
    const RidePlaces::Pattern& way = places_.patterns[places_.pattern_of_trip[event.trip - 1]];
    const std::size_t position = static_cast<std::size_t>(event.board_code - way.first_code);
    if (event.board_code < way.first_code || position >= way.stops.size()) return;
    const std::int64_t period = parameters_.period.count;
    const std::int64_t begins = event.closed_at.count / period * period;
    const RideCell cell{begins / second,      way.feed, way.route, way.stops[position],
                        event.discount_class, 0};
    taken_.emplace(at, Boarding{cell, fw::list_key(event.card)});
}

std::vector<RideCell> RideCells::due(fw::Nanos as_of)
{
    while (!taken_.empty() && taken_.begin()->first < as_of) {
        const Boarding& boarding = taken_.begin()->second;
        Count& count = counts_[boarding.cell.place()];
        count.cell = boarding.cell;
        count.cards.insert(boarding.card);
        taken_.erase(taken_.begin());
    }
    std::vector<RideCell> cells;
    for (auto& [place, count] : counts_) {
        const std::int64_t people = std::ssize(count.cards);
        const std::int64_t over = count.cell.begins_s * second + parameters_.period.count;
        if (people - count.told < parameters_.k || over > as_of.count) continue;
        count.told = people;
        cells.push_back(count.cell);
        cells.back().people = people;
    }
    return cells;
}

}  // namespace model
