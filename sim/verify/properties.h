// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "sim/verify/book_totals.h"
#include "sim/verify/due_sql.h"
#include "sim/verify/findings.h"
#include "sim/verify/tap_scan.h"

// The catalogue of named properties: what must always hold, and which situations a run has to have
// met for that to mean something.
namespace sim
{

struct SituationCounts {
    SituationCounts(const Database& database, const DueSql& due);

    std::array<std::int64_t, 15> by_verdict{};
    std::int64_t taps = 0;
    std::int64_t delivered_due = 0;  // taps the cloud must have
    std::int64_t lost = 0;           // of those, never accepted by it
    std::int64_t discounted = 0;
    std::int64_t fallbacks = 0;
    std::int64_t adjustments = 0;
    std::int64_t duplicates = 0;  // events that arrived again
    std::int64_t restarts = 0;    // of boxes, by power loss or driver
    std::int64_t passes = 0;
    std::int64_t amount_passes = 0;
    std::int64_t cash_rides = 0;
    std::int64_t cancels = 0;
    std::int64_t top_ups = 0;
    std::int64_t caps = 0;
    std::int64_t checkpoints = 0;     // reconciled
    std::int64_t by_new_edition = 0;  // taps that moved money after a change of tariff

    // True when this tap should have reached the cloud and did not.
    bool add(const TapFacts& tap);

private:
    void add_moved(const TapFacts& tap);

    std::vector<bool> is_amount_;  // by pass number
    std::int64_t next_edition_ = INT64_MAX;
};

std::vector<PropertyResult> property_results(const BookTotals& books,
                                             const SituationCounts& situations,
                                             const Findings& findings);

// Of a run with links between cards.
class Links;
std::vector<PropertyResult> link_properties(const Links& links, const Findings& findings);

}  // namespace sim
