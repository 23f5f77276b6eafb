// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

// Rows of first aid in shelters: who may look, what everybody's data truly was when, what tablets
// held, showed and logged, and what people heard. Times as in rows.h, -1 = not reached.
namespace sim
{

struct AidItemRow {
    static constexpr const char* table = "aid_item";
    std::string item;
    std::string source, status;
    auto fields() const { return std::tie(item, source, status); }
};

struct AidRoleRow {
    static constexpr const char* table = "aid_role";
    std::string role;
    auto fields() const { return std::tie(role); }
};

// A medic on duty, and the limits that hold for each.
struct AidMedicRow {
    static constexpr const char* table = "aid_medic";
    std::string medic, tablet;
    std::int64_t shelter = 0;
    std::int64_t opens = 0, closes = 0, most_looks = 0;
    auto fields() const { return std::tie(medic, tablet, shelter, opens, closes, most_looks); }
};

// Somebody's data from `t` on; only the judge reads it.
struct AidVersionRow {
    static constexpr const char* table = "aid_version";
    std::int64_t t = 0;
    std::int64_t resident = 0;
    std::string person;        // as the register knows them
    std::int64_t shelter = 0;  // that expects them
    std::int64_t version = 0;
    std::string contents;
    auto fields() const { return std::tie(t, resident, person, shelter, version, contents); }
};

// A tablet has what the register held at `made`.
struct AidFetchRow {
    static constexpr const char* table = "aid_fetch";
    std::int64_t t = 0;
    std::string tablet;
    std::int64_t made = 0;
    auto fields() const { return std::tie(t, tablet, made); }
};

// What truly happened at a medic's tablet.
struct AidLookRow {
    static constexpr const char* table = "aid_look";
    std::string look;
    std::string tablet, medic, role;
    std::int64_t resident = 0;  // who stands there
    std::string way;            // card | app
    std::string hitch;     // beyond_set | wrong_role | off_duty | late | no_card, empty = nothing
    std::int64_t at = -1;  // read
    std::string outcome;   // shown | refused | failed
    std::string reason;
    std::string basis;  // register | tablet, empty = nothing was shown
    std::int64_t version = 0, shown = -1;
    std::string contents;  // on the screen
    auto fields() const
    {
        return std::tie(look, tablet, medic, role, resident, way, hitch, at, outcome, reason, basis,
                        version, shown, contents);
    }
};

// The register's log: every request, also what a tablet told of afterwards.
struct AidLogRow {
    static constexpr const char* table = "aid_log";
    std::int64_t t = 0;
    std::string look, person, medic, role;
    std::int64_t at = 0;
    std::string items;
    std::string outcome;
    auto fields() const { return std::tie(t, look, person, medic, role, at, items, outcome); }
};

// The person heard of a look.
struct AidReportRow {
    static constexpr const char* table = "aid_report";
    std::int64_t t = 0;
    std::int64_t resident = 0;
    std::string look;
    auto fields() const { return std::tie(t, resident, look); }
};

}  // namespace sim
