// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "firmware/core/identity.h"
#include "sim/record/database.h"
#include "sim/verify/cut_book.h"

// What stands between two books at the checkpoints of a run, tap by tap: table in_flight, which
// says why (schema.sql).
namespace sim
{

class InFlight
{
public:
    enum class Why : std::uint8_t { in_flight, settled, unanswered, suspense };

    explicit InFlight(const Cuts& cuts) : cuts_(&cuts) {}

    // So much stands between them at every checkpoint in [from, until); a time below 0 never comes.
    void add(Why why, const fw::TapKey& tap, std::int64_t yen, std::int64_t from,
             std::int64_t until);
    void write(Database& database) const;

private:
    struct Line {
        std::int64_t checkpoint = 0;
        Why why = Why::in_flight;
        fw::TapKey tap;
        std::int64_t yen = 0;
    };

    const Cuts* cuts_;
    std::vector<Line> lines_;
};

}  // namespace sim
