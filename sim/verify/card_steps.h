// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/tap_event.h"

// What the life of a card is told in: its taps, what moved money under an execution id, and rides.
namespace sim
{

// What verification keeps of a tap.
struct Step {
    std::uint32_t row = 0;
    fw::TapKey key;
    std::int64_t when = 0;
    std::uint32_t trip = 0;
    std::uint32_t execution = 0, last_execution = 0;
    std::int32_t fare = 0, before = 0, after = 0;
    std::int32_t due = -1;
    std::int32_t clock_ms = 0;  // box clock at closing, less `when`
    std::uint16_t operator_index = 0, true_board = 0, true_alight = 0;
    fw::TapKind kind = fw::TapKind::board;
    fw::TapVerdict verdict = fw::TapVerdict::torn;
    bool purse_read = false;  // T3 was reached
    bool decided = false;     // T4 was reached
    bool pass = false;        // the box counted a pass
};

// Money that left or reached the purse under an execution id of its own.
struct Debit {
    enum class State : std::uint8_t { unknown, not_done, done };
    enum class Kind : std::uint8_t { fare, top_up, cancel };
    std::uint32_t execution = 0;
    fw::TapKey tap;  // that asked for it first
    std::int64_t when = 0;
    std::int32_t amount = 0;
    std::uint16_t operator_index = 0;
    Kind kind = Kind::fare;
    State state = State::unknown;
    std::int32_t ride = -1;
    std::uint32_t cancels = 0;  // the execution a cancel gives back
    bool cancelled = false;

    std::int32_t change() const { return kind == Kind::fare ? -amount : amount; }
};

// A ride, or a sale in a shop.
struct Ride {
    enum class Boarding : std::uint8_t { none, unknown, written };
    std::uint32_t trip = 0;
    std::uint16_t true_board = 0, true_alight = 0, operator_index = 0;
    std::uint32_t row = 0;
    fw::TapKey tap;       // that decides what is due
    fw::TapKey ended_by;  // the tap that ended a ride without a debit, 0-0 = none
    std::int32_t due = -1;
    std::int32_t cash = 0;  // paid in cash
    std::uint16_t cash_payments = 0;
    std::int64_t when = 0;  // of the tap that decides
    bool sale = false;      // no ride but goods in a shop, on the receipt `trip`
    bool flat = false;      // collected at boarding
    bool settled = false;   // some box said the fare was paid
    bool pass = false;      // the box that was paid counted a pass
    Boarding boarding = Boarding::none;
};

// Verdicts after which nobody but the card knows whether the write was done.
inline bool answer_lost(fw::TapVerdict verdict)
{
    return verdict == fw::TapVerdict::unconfirmed || verdict == fw::TapVerdict::device_off ||
           verdict == fw::TapVerdict::torn;
}

inline bool moved(fw::TapVerdict verdict)
{
    return verdict == fw::TapVerdict::accepted || verdict == fw::TapVerdict::recovered;
}

}  // namespace sim
