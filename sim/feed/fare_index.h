// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "sim/feed/timetable.h"

// Which row of fare_rules.txt prices a ride. Rows are indexed as rows: (route, origin,
// destination). A stop is known to rows by its stop_id, zone_id and parent_station, an empty field
// matches anything. The most specific row wins: more filled fields first, then stop_id before
// zone_id before parent_station; among equals the lowest price. The timetable must outlive the
// index.
namespace sim
{

struct FareMatch {
    const FareRow* row = nullptr;
    bool ambiguous = false;  // an equally specific row has another price; the lowest was taken
    fw::Yen price(bool ic) const { return ic && row->ic_price ? *row->ic_price : row->price; }
};

class FareIndex
{
public:
    explicit FareIndex(const Timetable& timetable);
    ~FareIndex();
    FareIndex(FareIndex&&) noexcept;
    FareIndex& operator=(FareIndex&&) noexcept;

    // The row for a ride on `route` from stop `origin` to stop `destination` (indices), or none:
    // no row, no fare.
    std::optional<FareMatch> find(std::uint32_t route, std::uint32_t origin,
                                  std::uint32_t destination) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace sim
