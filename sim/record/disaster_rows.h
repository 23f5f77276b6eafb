// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

#include "sim/record/first_aid_rows.h"
#include "sim/record/shelter_way_rows.h"

// Rows of shelters and of emergency data: what truly happened at receptions and patients, what the
// back ends booked, listed, told and logged. Times as in rows.h, -1 = not reached.
namespace sim
{

// By which name the shelters know somebody; only the judge reads it.
struct EvacueeRow {
    static constexpr const char* table = "evacuee";
    std::string person;
    std::int64_t resident = 0;
    std::int64_t household = 0;
    std::int64_t protection = 0;
    auto fields() const { return std::tie(person, resident, household, protection); }
};

struct ShelterCutRow {
    static constexpr const char* table = "shelter_cut";
    std::string tablet;
    std::int64_t begins = 0, ends = 0;
    auto fields() const { return std::tie(tablet, begins, ends); }
};

// Somebody was received.
struct ShelterEventRow {
    static constexpr const char* table = "shelter_event";
    std::string event;
    std::string tablet;
    std::int64_t shelter = 0;
    std::int64_t resident = 0;
    std::string way;  // card | paper
    std::int64_t at = 0;
    std::int64_t acknowledged = -1;
    auto fields() const
    {
        return std::tie(event, tablet, shelter, resident, way, at, acknowledged);
    }
};

// What the register of evacuees did with it.
struct ShelterBookRow {
    static constexpr const char* table = "shelter_book";
    std::int64_t t = 0;
    std::string event;
    std::string person;
    std::int64_t shelter = 0;
    std::int64_t at = 0;
    std::string effect;  // new | moved | again | older
    auto fields() const { return std::tie(t, event, person, shelter, at, effect); }
};

// The list as staff of the city read it.
struct ShelterListRow {
    static constexpr const char* table = "shelter_list";
    std::int64_t made = 0;  // by the register
    std::int64_t t = 0;     // on the screen
    std::int64_t shelter = 0;
    std::int64_t people = 0;
    auto fields() const { return std::tie(made, t, shelter, people); }
};

struct FamilyAskRow {
    static constexpr const char* table = "family_ask";
    std::int64_t t = 0;
    std::int64_t asker = 0, sought = 0;  // residents
    std::string outcome;                 // told | unknown | refused | failed
    std::int64_t shelter = 0;
    auto fields() const { return std::tie(t, asker, sought, outcome, shelter); }
};

struct EmergencyItemRow {
    static constexpr const char* table = "emergency_item";
    std::string item;
    std::string source, status;
    auto fields() const { return std::tie(item, source, status); }
};

struct EmergencyRoleRow {
    static constexpr const char* table = "emergency_role";
    std::string role;
    auto fields() const { return std::tie(role); }
};

// What truly happened on a call.
struct EmergencyCallRow {
    static constexpr const char* table = "emergency_call";
    std::int64_t call = 0;
    std::string ambulance;
    std::int64_t resident = 0;
    std::string person;  // as the register of emergency data knows the patient
    std::string role;
    std::string hitch;  // beyond_set | wrong_role | off_duty | no_card, empty = nothing
    std::int64_t called = 0, reached = -1, touched = -1, told = -1, presented = -1, arrived = -1;
    std::string outcome;  // told | refused | failed
    std::string reason;
    std::string items;  // told, with blanks between them
    auto fields() const
    {
        return std::tie(call, ambulance, resident, person, role, hitch, called, reached, touched,
                        told, presented, arrived, outcome, reason, items);
    }
};

// The register of emergency data opened somebody's set, or did not.
struct EmergencyLogRow {
    static constexpr const char* table = "emergency_log";
    std::int64_t t = 0;
    std::int64_t call = 0;
    std::string person;
    std::string crew, role;
    std::string items;  // told
    std::string outcome;
    auto fields() const { return std::tie(t, call, person, crew, role, items, outcome); }
};

// The person heard that it was opened.
struct EmergencyReportRow {
    static constexpr const char* table = "emergency_report";
    std::int64_t t = 0;
    std::int64_t resident = 0;
    std::int64_t call = 0;
    auto fields() const { return std::tie(t, resident, call); }
};

using AnyDisasterRow =
    std::variant<EvacueeRow, ShelterCutRow, ShelterEventRow, ShelterBookRow, ShelterListRow,
                 FamilyAskRow, EmergencyItemRow, EmergencyRoleRow, EmergencyCallRow,
                 EmergencyLogRow, EmergencyReportRow, AidItemRow, AidRoleRow, AidMedicRow,
                 AidVersionRow, AidFetchRow, AidLookRow, AidLogRow, AidReportRow, WayStreetRow,
                 WayShelterRow, WayMapRow, WayBookRow, WaySearchRow>;

}  // namespace sim
