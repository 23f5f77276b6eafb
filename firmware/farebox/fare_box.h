// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/card_lists.h"
#include "firmware/core/fare.h"
#include "firmware/farebox/box_memory.h"
#include "firmware/port/clock.h"
#include "firmware/port/nvram.h"
#include "firmware/port/panel.h"
#include "firmware/port/pcd.h"
#include "firmware/port/sam.h"
#include "firmware/port/uplink.h"

// One touch unit of a fare box: a reader, its journal, its share of the uplink. A bus has 1 or 2.
namespace fw
{

struct FareBoxPorts {
    Pcd& pcd;
    Sam& sam;
    Uplink& uplink;
    Clock& clock;
    Panel& panel;
    Nvram& nvram;
};

// Where the discount class of a card comes from while it is in the field.
enum class ClassSource : std::uint8_t { none, cached_list, cloud };

// What is believed of a card when the cloud does not answer in time.
enum class WithoutCloud : std::uint8_t { full_price, cached_list, refuse };

// What the box does where operators differ. Guard times are assumed (felica.md section 16).
struct FareBoxPolicy {
    std::uint32_t device = 0;
    RfSet rf = RfSet::felica_212;
    CardSystem card_system = CardSystem::transit;  // the one kind of card it polls for
    Nanos poll_window{100'000'000};                // one look for a card, assumed
    int retries = 2;
    ClassSource class_source = ClassSource::cached_list;
    Nanos cloud_deadline{120'000'000};
    WithoutCloud without_cloud = WithoutCloud::full_price;
    bool asks_for_pass = false;  // the list tells of none: a shop learns of one by asking
    Nanos unfinished_memory{10'000'000'000};
    Nanos same_card_guard{2'000'000'000};
    bool missed_alight_refused = false;    // else a new boarding overwrites the old record
    bool no_boarding_refused = false;      // else the fare from the first stop is taken
    Nanos cancel_within{600'000'000'000};  // since the debit; assumed, see sim/scenario/tariff.h
    Yen balance_limit{20000};
    Yen top_up_step{1000};
    Yen top_up_refused_above{10000};
    std::uint32_t upload_batch = 16;    // events a message
    Nanos upload_after{5'000'000'000};  // the oldest event waits no longer
    Nanos ack_timeout{10'000'000'000};
};

// Everything downloaded into the box; replaced as a whole when a new version arrives.
struct Tables {
    const FareTable* fares = nullptr;
    const FareTable* next_fares = nullptr;  // in force from `next_from` on, on the box's clock
    Nanos next_from{};
    NegativeList listed;
    AttributeList attributes;
};

// The fares in force on the box's clock.
inline const FareTable& fare_table_at(const Tables& tables, Nanos now)
{
    const bool next = tables.next_fares != nullptr && now >= tables.next_from;
    return next ? *tables.next_fares : *tables.fares;
}

enum class ReaderRole : std::uint8_t { entry, exit, both, till };

// The trip the bus is on and the stop it stands at; handed in, the box does not navigate. On the
// phone of a shop (`till`) the trip is the number of the receipt, and pattern and stop say nothing.
struct TripState {
    std::uint32_t trip = 0;     // number in the timetable of the day
    std::uint32_t pattern = 0;  // into FareTable::patterns
    std::uint16_t stop = 0;     // index on the pattern
    ReaderRole role = ReaderRole::both;
    std::uint32_t entry_device = 0;  // device number of this bus's boarding reader
    std::uint16_t date = 0;          // service date, packed as in a card: y7 m4 d5 from 2000
};

// Whose money a tap moves here.
inline std::uint16_t operator_at(const FareTable& fares, const TripState& trip)
{
    return trip.role == ReaderRole::till ? fares.sales.operator_id
                                         : fares.patterns[trip.pattern].operator_id;
}

struct Tap {
    TapEvent event;
    TapTimes times;
};

// A card is held up: poll, read, decide, write, confirm, tell the rider. Returns when the rider
// has been told and the journal is durable. A tap that saw no card at all has verdict `torn` and
// an empty card number.
Tap process_tap(const FareBoxPorts& ports, const FareBoxPolicy& policy, const Tables& tables,
                const TripState& trip, BoxMemory& memory);

// After power-on or a driver reset: the RAM as the journal tells it. An intent that was never
// closed is closed as unconfirmed.
BoxMemory boot(const FareBoxPolicy& policy, Nvram& nvram);

// Beside the next taps: takes acknowledgements, sends the next batch when it is full or old, or
// the last one again when its answer is overdue. `flush` sends whatever is there. Returns the list
// version an acknowledgement brought, 0 = none.
std::uint32_t upload(const FareBoxPorts& ports, const FareBoxPolicy& policy, BoxMemory& memory,
                     bool flush);

}  // namespace fw
