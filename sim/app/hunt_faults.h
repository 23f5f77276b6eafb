// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "sim/base/rng_stream.h"
#include "sim/scenario/fault_words.h"

// Draws what goes wrong: any word of the catalogue with the keys that belong to it.
namespace app
{

// One row of draws, one after the other.
class Draws
{
public:
    Draws(const sim::RngStream& stream, std::uint64_t row) : stream_(stream), row_(row) {}

    std::uint64_t below(std::uint64_t n) { return stream_.below(n, row_, next_++); }
    // Both ends included.
    std::int64_t between(std::int64_t from, std::int64_t to)
    {
        return from + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(to - from + 1)));
    }
    std::int32_t percent(std::int64_t from, std::int64_t to)  // in ppm
    {
        return static_cast<std::int32_t>(between(from, to) * 10'000);
    }
    bool chance(int percent) { return below(100) < static_cast<std::uint64_t>(percent); }
    template <class List>
    auto pick(const List& list)
    {
        return list[below(list.size())];
    }

private:
    sim::RngStream stream_;
    std::uint64_t row_;
    std::uint64_t next_ = 0;
};

// Adds the fault or change of this number (hunt_words) to the scenario.
// A day on which another rounding begins and every operator has one, or the scenario's own.
sim::Date draw_tariff_date(Draws& draws, const sim::Scenario& scenario);

void add_word(Draws& draws, std::size_t word, sim::Scenario& scenario);

}  // namespace app
