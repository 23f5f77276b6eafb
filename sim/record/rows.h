// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "firmware/core/tap_event.h"

// The fixed binary rows a run hands to its recorder. Times are nanoseconds since midnight of the
// service day on the simulation's true clock, -1 = never reached. Money is yen.
namespace sim
{

// A tap as device and people model saw it: stages 1 to 7.
struct TapRow {
    fw::TapEvent event;
    std::array<std::int64_t, 8> t{-1, -1, -1, -1, -1, -1, -1, -1};  // T0..T7
    // What really happened, from the people model, never from the device:
    std::uint32_t card = 0;   // dense number of the card in the run, from 0
    std::uint32_t rider = 0;  // dense number of the rider (of a sale: of the sale), from 0
    std::uint32_t bus = 0;    // dense number of the vehicle, from 0; shops follow
    std::uint32_t pattern = 0;
    std::uint16_t true_board = 0;  // stop index on the pattern
    std::uint16_t true_alight = 0;
    std::uint8_t true_class = 0;  // discount class the cloud holds for the card at tap time
    fw::Half true_half = fw::Half::no;
    std::uint8_t true_riders = 1;
    std::uint8_t attempt = 1;  // touch number of this presentation
};

// A tap accepted by the cloud: stages 8 and 9 and the price the cloud puts on it.
struct CloudRow {
    fw::TapKey key;
    std::int64_t t8 = -1;
    std::int64_t t9 = -1;
    fw::Yen due{};  // what the cloud says the ride costs
};

enum class PostingKind : std::uint8_t {
    fare,
    top_up,
    suspend,
    settle,
    reverse,
    adjust,
    cash_fare,  // cash in the box to revenue
    cancel,     // revenue back to the card
    cap,        // revenue to what is owed: above the most a day costs
    pay_out,    // owed to points
    award,      // the city's fund to points: came by bus and bought
    move,       // points to the platform they are moved to, or back
};

// One double-entry transfer of the ledger. Accounts: card purse (by card), operator revenue,
// suspense, cash in the box, adjustments owed to riders (by operator), points (by card), the city's
// subsidies (by discount class; 0: for no class), what is owed to the platform of points.
enum class AccountKind : std::uint8_t {
    card,
    revenue,
    suspense,
    cash,
    owed,
    points,
    subsidy,
    platform
};
struct Account {
    AccountKind kind = AccountKind::card;
    std::uint32_t number = 0;  // card: dense number; revenue and cash: operator index
};
struct PostingRow {
    std::int64_t t = 0;
    PostingKind kind = PostingKind::fare;
    Account debit;   // loses
    Account credit;  // gains
    fw::Yen amount{};
    fw::TapKey evidence;
    fw::ExecutionId execution;
    std::uint32_t card = 0;
};

struct CardRow {  // only cards that were presented, at the end of the run
    std::uint32_t card = 0;
    std::uint64_t pseudonym = 0;
    std::uint8_t profile = 0;
    fw::Yen purse_before{};
    fw::Yen purse_after{};
    std::uint8_t pass = 0;          // product the card holds, 0 = none
    std::int64_t pass_until = -1;   // when it ends; -1 = not in this service day
    std::uint16_t pass_amount = 0;  // yen
};

struct StopVisitRow {
    std::uint32_t trip = 0;
    std::uint32_t bus = 0;
    std::uint16_t index = 0;                                      // on the pattern
    std::int32_t scheduled_arrival = 0, scheduled_departure = 0;  // s
    std::int64_t arrival = 0, departure = 0;                      // ns
    std::uint16_t boarded = 0, alighted = 0;                      // people, IC and cash
    std::uint16_t boarded_cash = 0, alighted_cash = 0;
    std::uint16_t load = 0;  // on departure
    // Who boarded, and since when they had waited at the stop; counted into `waiting`.
    struct Waiter {
        std::int32_t since = 0;  // s
        std::uint8_t riders = 1;
    };
    std::uint32_t stop = 0;  // index into Timetable::stops
    std::vector<Waiter> waited;
};

// One RF frame of a tap whose frames are kept.
struct FrameRow {
    fw::TapKey key;
    std::uint16_t number = 0;  // within the tap
    bool from_card = false;
    bool damaged = false;
    std::int64_t start = 0, end = 0;  // on the air
    std::vector<std::uint8_t> bytes;  // packet with length byte and CRC, no preamble
};

// One batch over the mobile link, sent, received and answered (or lost).
struct BatchRow {
    std::uint32_t bus = 0, device = 0;
    std::uint32_t first_record = 0, end_record = 0;
    std::uint16_t events = 0, attempt = 1;
    std::int64_t sent = 0, at_depot = -1, at_cloud = -1, served = -1, acknowledged = -1;
    std::vector<std::uint8_t> bytes;  // as they cross the link, when all taps' frames are kept
};

// The books at one moment, each as its keeper counts it: the purses of all cards, what the fare
// boxes have taken in journal records, what the ledger has posted, what settlement owes operators.
// A tap belongs to the cut when it began (T0) at or before `t`; one that asked the cloud during the
// tap, when it had its decision (T4). A posting belongs to it when it was made at or before `t`.
struct CheckpointRow {
    std::int64_t t = 0;
    std::int64_t purses = 0;    // sum over all cards
    std::int64_t journals = 0;  // certain debits less top-ups and cancels, by the boxes' own count
    std::int64_t ledger = 0;    // certain debits less top-ups and cancels, posted
    std::int64_t suspense = 0;
    std::int64_t statements = 0;  // sum of all operators' statements
};

// What clearing pays an operator for the time up to `t`, counted transfer by transfer.
struct StatementRow {
    std::int64_t t = 0;
    std::uint16_t operator_index = 0;
    std::int64_t fares = 0;  // by card
    std::int64_t cash_fares = 0;
    std::int64_t adjustments = 0;  // gain positive
    std::int64_t cancels = 0;      // given back
    std::int64_t caps = 0;         // given back
    std::int64_t top_ups = 0;      // cash taken in for cards, owed to the purse fund
};

// A sale in a shop as its staff saw it.
struct SlipRow {
    std::uint32_t sale = 0;
    std::int64_t keyed = 0;     // the amount was keyed in
    std::int64_t printed = -1;  // the customer had the slip; -1: the sale came to nothing
};

// An occurrence worth a line: a fault took effect, a list arrived.
struct NoteRow {
    std::int64_t t = 0;
    std::string kind;
    std::string where;
    std::string text;
};

}  // namespace sim
