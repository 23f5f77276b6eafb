// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/record/latency_sums.h"
#include "sim/record/money_sums.h"
#include "sim/record/ride_sums.h"
#include "sim/record/row_cells.h"

// Sums that views and viewer need at once, counted while the rows pass by instead of by a query
// over millions of rows, in any order. A reader of a file without them counts it with the same code
// (sim/record/recount.h).
namespace sim
{

class Aggregates
{
public:
    void count(const Block& block);  // taps and postings; others are let pass
    void write(Database& database) const;

    const LatencySums& latency() const { return latency_; }
    const RideSums& rides() const { return rides_; }
    const MoneySums& money() const { return money_; }

private:
    LatencySums latency_;
    RideSums rides_;
    MoneySums money_;
};

}  // namespace sim
