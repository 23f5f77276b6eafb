// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sim/record/access_rows.h"
#include "sim/record/box_rows.h"
#include "sim/record/card_sale_rows.h"
#include "sim/record/city_id_rows.h"
#include "sim/record/clinic_rows.h"
#include "sim/record/counter_rows.h"
#include "sim/record/data_use_rows.h"
#include "sim/record/demand_rows.h"
#include "sim/record/disaster_rows.h"
#include "sim/record/health_rows.h"
#include "sim/record/lecture_rows.h"
#include "sim/record/mother_rows.h"
#include "sim/record/mykey_rows.h"
#include "sim/record/online_clinic_rows.h"
#include "sim/record/pass_rows.h"
#include "sim/record/portal_rows.h"
#include "sim/record/taxi_rows.h"
#include "sim/record/watch_rows.h"

// Rows of what happens beside taps: people, what they do at counters, portals and in taxis, and the
// messages that carries. Times as in rows.h. Everybody in them is invented.
namespace sim
{

// Who somebody really is, from the people model; only the judge reads it.
struct ResidentRow {
    std::uint32_t resident = 0;  // dense number of the person in the run, from 0
    std::int32_t birth = 0;      // days since 1970-01-01
    std::string municipality;
    std::string district;
    std::int64_t card = -1;        // number of the transit card in the run, -1 = none
    bool my_number_card = false;   // holds one
    bool signature = false;        // with a signature certificate
    std::string licence = "none";  // to drive: none | holds | returned
    std::string condition;         // disabled | care | illness | pregnant, empty = none
    bool protection = false;       // nobody may be told where they are (support measures)
};

// A flow that is no tap, by the time points of services.md A.0: U0 the person acts, U1 the factor
// is captured, U2 the verifier has answered, U3 the service is committed, U4 it is visible where it
// is needed; -1 = not reached.
struct FlowRow {
    std::uint32_t flow = 0;      // number in the run, from 1
    std::string service;         // "S02"
    std::string place;           // "counter-1", "taxi-12", "phone-3"
    std::uint32_t resident = 0;  // who
    std::array<std::int64_t, 5> u{-1, -1, -1, -1, -1};
    std::string outcome;  // done | refused | failed
    std::string reason;   // one word of that service, empty when done
};

// One message between two places, as the bytes that were sent.
struct MessageRow {
    std::uint64_t message = 0;  // number in the run, from 1
    std::uint64_t answers = 0;  // the message this one answers, 0 = none
    std::uint32_t flow = 0;     // it belongs to, 0 = none
    std::string sender, receiver;
    std::int64_t sent = 0;
    std::int64_t received = -1;  // -1 = lost
    std::vector<std::uint8_t> bytes;
};

// Somebody walked into an autonomous bus: who they are, and whom the vehicle let in.
struct FaceRow {
    std::uint32_t flow = 0;
    std::int64_t t = 0;
    std::uint32_t resident = 0;
    std::int64_t believed = -1;  // the resident let in by face, -1 = boarded by card
    bool registered = false;
    bool twin = false;  // has a registered twin
};

// A fare box has taken an edition of the lists: from `t` on it decides by what the register held
// at `published`.
struct ListTakenRow {
    std::int64_t t = 0;
    std::uint32_t device = 0;
    std::uint32_t edition = 0;
    std::int64_t published = 0;
};

// A transit card is linked to its holder's My Number Card, or no longer: the moment the shared
// cloud commits it.
struct LinkRow {
    std::int64_t t = 0;
    std::uint32_t version = 0;  // of the link table, counts up
    std::uint32_t card = 0;
    std::uint32_t resident = 0;
    std::string change;               // linked | unlinked
    std::string membership;           // full | light
    std::uint8_t discount_class = 0;  // the cloud derived
    bool earlier = false;             // made on an earlier day, or as the scenario's lists say
};

// A command that a desk's reader gave to a smart card: its head alone, so neither PIN nor content.
struct CardCommandRow {
    std::uint32_t flow = 0;
    std::uint32_t presence = 0;  // of a card on that reader, from 1
    std::uint32_t resident = 0;  // whose card
    std::int64_t begins = 0;
    std::int64_t ends = 0;
    std::uint8_t cla = 0, ins = 0, p1 = 0, p2 = 0;
    std::int32_t status = -1;  // word of the answer, -1 = the card has left
};

// Somebody of a kind is sent to a service; `subject` is what their try is known by in the taps.
struct AttemptRow {
    std::string kind, service;
    std::uint32_t resident = 0;
    std::int64_t subject = -1;  // number of the rider on the bus or of the sale, -1 = none
    std::string lacks;          // what they have not got that the service begins with, or empty
};

// Any of them, as it is handed over, digested and written.
using ServiceRow =
    std::variant<ResidentRow, FlowRow, MessageRow, LinkRow, FaceRow, ListTakenRow, TaxiRow, BoxRow,
                 PassRow, AnyCardSaleRow, AnyDemandRow, CardCommandRow, AttemptRow, AnyHealthRow,
                 AnyDataUseRow, AnyIdRow, AnyMotherRow, AnyDisasterRow, AnyClinicRow, AnyPortalRow,
                 AnyCounterRow, AnyWatchRow, AnyLectureRow, AnyOnlineRow, AnyMyKeyRow,
                 AnyAccessRow>;

}  // namespace sim
