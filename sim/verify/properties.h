// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <vector>

#include "sim/verify/card_books.h"
#include "sim/verify/tap_scan.h"

// The catalogue of named properties: what must always hold, and which situations a run has to have
// met for that to mean something.
namespace sim
{

struct SituationCounts {
    std::array<std::int64_t, 15> by_verdict{};
    std::int64_t taps = 0;
    std::int64_t delivered_due = 0;  // taps the cloud must have
    std::int64_t lost = 0;           // of those, never accepted by it
    std::int64_t discounted = 0;
    std::int64_t fallbacks = 0;
    std::int64_t adjustments = 0;
    std::int64_t duplicates = 0;

    // True when this tap should have reached the cloud and did not.
    bool add(const TapFacts& tap);
};

std::vector<PropertyResult> property_results(const BookTotals& books,
                                             const SituationCounts& situations,
                                             const Findings& findings);

}  // namespace sim
