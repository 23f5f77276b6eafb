// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "sim/record/database.h"
#include "sim/record/row_cells.h"

// Sums that views and viewer need at once, counted while the rows pass by instead of by a query
// over millions of rows: a latency histogram for each hop (bins are exact up to 1/16 of the
// length). Ridership comes from the few stop visits, by SQL at the end.
namespace sim
{

class Aggregates
{
public:
    void count(const Block& block);
    void write(Database& database) const;

private:
    static constexpr std::size_t measures = 11;  // hops 1..9, tap time, hold time
    static constexpr std::size_t bins = 16 * 48;
    void count_length(std::size_t measure, std::int64_t from, std::int64_t to);

    std::array<std::vector<std::int64_t>, measures> histogram_;
};

}  // namespace sim
