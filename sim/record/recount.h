// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/aggregates.h"

// Adds up the rows of a result file that does not have its sums: the run still writes it, or was
// killed. What it counts is what the recorder would have written.
namespace sim
{

class Recount
{
public:
    // Counts the rows that have come since the last call; true: there were some. Throws
    // DatabaseError.
    bool advance(const Database& database);
    const Aggregates& sums() const { return sums_; }

private:
    bool advance(const Database& database, BulkTable table, std::int64_t& last_row);

    Aggregates sums_;
    std::int64_t last_tap_ = 0, last_posting_ = 0;
};

}  // namespace sim
