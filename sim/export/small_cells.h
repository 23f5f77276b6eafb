// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

// What a planning export shows of a count of people, so that nobody can be picked out of it. A
// count below k is left empty - nobody at all as well, so that an empty cell does not even say that
// somebody was there - and every other one, totals and loads as much as single cells, is rounded to
// the nearest multiple of k. k = 1 shows every count as it is.
//
// Why rounding: were totals exact, a total less all cells but one would give the one that is empty.
// So each number is wrong by up to k / 2, and differences of them by more.
// Limits: it protects one export of one run. Exports of the same run with several k, or one beside
// the same run's TIDES or CSV files (one row a tap), narrow an empty cell down; so does, in rare
// coincidences of rounding, the sum of many neighbours. Who knows the k-1 others of a group of k
// knows the last one.
namespace sim
{

struct SmallCells {
    std::int64_t k = 5;

    std::optional<std::int64_t> shown(std::int64_t people) const
    {
        if (k <= 1) return people;
        if (people < k) return std::nullopt;
        return (people + k / 2) / k * k;
    }
};

}  // namespace sim
