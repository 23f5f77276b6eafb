// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <vector>

#include "firmware/core/tap_event.h"

// What tap events tell about the execution id each card carried, whatever order they arrive in: the
// ground on which a debit that nobody confirmed is decided. A card carries the id of its newest
// debit and never an old one again, so the chain of ids decides almost everything. Only a card that
// was merely looked at and still carried the id from before needs to be known to have been seen
// later: on the same reader by its count of taps, elsewhere by the clocks.
namespace model
{

class CardEvidence
{
public:
    enum class Fate : std::uint8_t { unknown, done, not_done };

    void add(std::uint32_t card, const fw::TapEvent& event);
    // This debit, suspended until now, was done.
    void settled(std::uint32_t card, const fw::TapEvent& event);
    Fate fate_of(std::uint32_t card, const fw::TapEvent& debit) const;

private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;

    struct Trace {
        std::uint32_t earlier = none;  // trace of the same card
        fw::ExecutionId shown;         // carried by the card
        fw::ExecutionId then;          // and replaced by this one for certain, 0 = no
        fw::TapKey tap;
        fw::Nanos at{};
    };

    void keep(std::uint32_t card, Trace trace);

    std::deque<Trace> traces_;
    std::vector<std::uint32_t> newest_;  // by card
};

}  // namespace model
