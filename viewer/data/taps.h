// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/identity.h"
#include "sim/report/tap_account.h"
#include "viewer/data/city.h"

// Single taps: found by key, bus, stop or verdict, and one told in full (sim/report/tap_account.h).
namespace view
{

struct TapLine {  // one row of a list
    fw::TapKey key;
    std::int64_t t0 = -1;  // -1: unknown
    std::uint32_t bus = 0, trip = 0;
    std::string kind, verdict;
    std::int64_t fare = 0;
    std::optional<std::int64_t> tap_time;
    std::uint32_t board = 0, alight = 0;  // stops where the rider really was
};

// At most `limit` taps of a bus, by time; of one trip when it is not 0.
std::vector<TapLine> taps_of_bus(const Result& result, const City& city, std::uint32_t bus,
                                 std::uint32_t trip, std::size_t limit);
std::optional<TapLine> find_tap(const Result& result, const City& city, const fw::TapKey& key);

// None: the run has no such tap.
std::optional<sim::TapAccount> account_of(const Result& result, const fw::TapKey& key);

// What a person typed into the search box: a tap key, or part of a name or id in letters of any
// case. Names that are the words come first, then those that begin with them.
struct Hit {
    enum class Kind : std::uint8_t { stop, route, bus, trip, tap };
    Kind kind = Kind::stop;
    std::uint32_t number = 0;  // of the stop, route, bus or trip
    fw::TapKey tap;
    std::string text;
};
std::vector<Hit> search(const Result& result, const City& city, const std::string& words,
                        std::size_t limit);

}  // namespace view
