// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "sim/record/rows.h"

// Taps waiting for the cloud's half of their row. A reader's sequence numbers are dense, so four
// bytes a tap remember for the whole run what has been seen; a row itself is kept only while it
// waits.
namespace sim
{

class TapMerger
{
public:
    enum class Known : std::uint8_t { never, waiting, done };

    // False: a tap of this key was handed over before.
    bool hold(const TapRow& tap);
    Known known(fw::TapKey key) const;
    // The waiting tap of this key. Precondition: known(key) is waiting.
    TapRow take(fw::TapKey key);
    // Those still waiting, in the order they were handed over; none waits afterwards.
    std::vector<TapRow> take_all();

private:
    static constexpr std::uint32_t never = 0xFFFFFFFF, done = 0xFFFFFFFE;
    struct Lane {
        std::uint32_t first = 0;  // sequence of slots[0]
        std::vector<std::uint32_t> slots;
    };
    struct Waiting {
        TapRow row;
        std::uint64_t order = 0;
    };
    const std::uint32_t* slot(fw::TapKey key) const;

    std::unordered_map<std::uint32_t, Lane> lanes_;  // looked up only
    std::vector<std::optional<Waiting>> waiting_;
    std::vector<std::uint32_t> free_;
    std::uint64_t order_ = 0;
};

}  // namespace sim
