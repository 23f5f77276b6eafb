// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "viewer/data/ridership.h"

// The numbers of a result file a second time: by SQL from its taps and stop visits alone, without
// any of the sums that the end of a run writes.
namespace view::test
{

using Row = std::vector<std::int64_t>;
using Rows = std::vector<Row>;

class RawTaps
{
public:
    explicit RawTaps(const std::string& file);

    // stop, boarded, alighted; those with any
    Rows by_stop(const Chosen& chosen) const;
    // from, to, riders, trips, fullest
    Rows by_segment(const Chosen& chosen) const;
    // route, direction, trips, boarded, most aboard between two stops
    Rows by_route(const Chosen& chosen) const;
    // quarter of an hour, boarded; those with any
    Rows by_quarter(const Chosen& chosen) const;
    // class, half, cash, rides, riders, fare, base fare; those with any
    Rows by_class(const Chosen& chosen) const;
    // position, boarded, alighted, load, fullest of one pattern
    Rows along(std::uint32_t pattern, const Chosen& chosen) const;
    // ns of every tap whose card stayed, ascending; 1 poll .. 9 visible, 10 tap time, 11 hold time
    std::vector<std::int64_t> lengths(int hop, const std::string& where = "1") const;

    Rows rows(const std::string& sql) const;

private:
    sim::Database database_;
};

}  // namespace view::test
