// SPDX-License-Identifier: Apache-2.0
#include "sim/record/ride_sums.h"

#include <algorithm>
#include <tuple>

#include "firmware/core/tap_event.h"
#include "sim/record/row_cells.h"
#include "sim/record/sum_key.h"

namespace sim
{

namespace
{

// 1: the tap paid for a ride, -1: it gave one back.
std::int64_t rides_of(const std::int64_t* tap)
{
    const auto verdict = static_cast<fw::TapVerdict>(tap[tap_cell::verdict]);
    if (verdict != fw::TapVerdict::accepted && verdict != fw::TapVerdict::recovered) return 0;
    if (tap[tap_cell::trip] >= fw::first_receipt) return 0;  // of a shop
    switch (static_cast<fw::TapKind>(tap[tap_cell::kind])) {
        case fw::TapKind::alight:
        case fw::TapKind::flat:
        case fw::TapKind::cash:
            return 1;
        case fw::TapKind::cancel:
            return -1;
        default:
            return 0;
    }
}

std::int64_t time_of(const std::int64_t* tap)
{
    if (tap[tap_cell::t0] != null_cell) return tap[tap_cell::t0];
    return tap[tap_cell::d1] == null_cell ? 0 : tap[tap_cell::d1];
}

auto key(const RideClassRow& row)
{
    return std::tie(row.pattern, row.quarter_hour, row.discount_class, row.half, row.cash);
}

}  // namespace

RideSums::Stop& RideSums::at(Stops& stops, std::int64_t position)
{
    const auto index = static_cast<std::uint16_t>(position);
    if (index >= stops.size()) stops.resize(std::size_t{index} + 1);
    return stops[index];
}

void RideSums::count(const std::int64_t* tap)
{
    const std::int64_t rides = rides_of(tap);
    if (rides == 0) return;
    const std::int64_t riders = rides * tap[tap_cell::true_riders];
    Stops& stops = trips_[tap[tap_cell::trip]];
    at(stops, tap[tap_cell::true_board]).boarded += riders;
    at(stops, tap[tap_cell::true_alight]).alighted += riders;

    RideClassRow one;
    one.pattern = tap[tap_cell::pattern];
    one.quarter_hour = time_of(tap) / quarter_hour_ns;
    one.discount_class = tap[tap_cell::discount_class];
    one.half = tap[tap_cell::half];
    one.cash = static_cast<fw::TapKind>(tap[tap_cell::kind]) == fw::TapKind::cash ? 1 : 0;
    RideClassRow& row = classes_
                            .try_emplace(sum_key({{one.pattern, 32},
                                                  {one.quarter_hour, 16},
                                                  {one.discount_class, 8},
                                                  {one.half, 4},
                                                  {one.cash, 4}}),
                                         one)
                            .first->second;
    row.rides += rides;
    row.riders += riders;
    row.fare += rides * tap[tap_cell::fare];
    row.base_fare += rides * tap[tap_cell::base_fare] * tap[tap_cell::riders];
}

std::vector<RidershipRow> RideSums::ridership() const
{
    std::vector<RidershipRow> rows;
    for (const auto& [trip, stops] : trips_)
        for (std::size_t i = 0; i < stops.size(); ++i)
            if (stops[i].boarded != 0 || stops[i].alighted != 0)
                rows.push_back(
                    {trip, static_cast<std::int64_t>(i), stops[i].boarded, stops[i].alighted});
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return std::tie(a.trip, a.position) < std::tie(b.trip, b.position);
    });
    return rows;
}

std::vector<RideClassRow> RideSums::classes() const
{
    std::vector<RideClassRow> rows;
    for (const auto& [packed, row] : classes_)
        if (row.rides != 0 || row.riders != 0 || row.fare != 0 || row.base_fare != 0)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return key(a) < key(b); });
    return rows;
}

}  // namespace sim
