// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of health mileage: what truly was measured and whose device it was, and what the servers
// noted. Times as in rows.h, negative on days before, `none` where there is none. `seq` counts what
// a server did, so that a number on a screen has its place among the changes.
namespace sim
{

struct HealthItemRow {
    static constexpr const char* table = "health_item";
    std::int64_t item = 0;  // position, from 1
    std::string id, code, unit, origin;
    auto fields() const { return std::tie(item, id, code, unit, origin); }
};

struct HealthRuleRow {
    static constexpr const char* table = "health_rule";
    std::string kind;  // mileage | advice
    std::string id;
    std::int64_t item = 0;
    std::string of;                          // sum | count | latest
    std::int64_t at_least = 0, at_most = 0;  // both included
    std::int64_t points = 0;
    std::string advice, status;
    auto fields() const
    {
        return std::tie(kind, id, item, of, at_least, at_most, points, advice, status);
    }
};

struct HealthSettingRow {
    static constexpr const char* table = "health_setting";
    std::string name;
    std::int64_t value = 0;
    auto fields() const { return std::tie(name, value); }
};

// What a role may see; a row each district (empty: all) and item.
struct HealthRoleRow {
    static constexpr const char* table = "health_role";
    std::string role, screen, server, district;
    std::int64_t item = 0;
    auto fields() const { return std::tie(role, screen, server, district, item); }
};

struct HealthServerRow {
    static constexpr const char* table = "health_server";
    std::string server, municipality;
    auto fields() const { return std::tie(server, municipality); }
};

// Who a server's name or old account truly is.
struct HealthNameRow {
    static constexpr const char* table = "health_name";
    std::string server, name;
    std::int64_t resident = 0;
    std::int64_t account = 0;  // 1 = an account from before cards were read
    auto fields() const { return std::tie(server, name, resident, account); }
};

// A reading as the device or the clinic truly made it, once for each version.
struct HealthReadingRow {
    static constexpr const char* table = "health_reading";
    std::int64_t reading = 0, version = 0;
    std::int64_t resident = 0, item = 0, value = 0, measured = 0;
    std::int64_t device = 0;  // 0 = a clinic
    std::int64_t acked = -1;  // when its sender was told it is kept; -1 = never
    std::string fate;         // kept | pending | wiped | lost | history
    auto fields() const
    {
        return std::tie(reading, version, resident, item, value, measured, device, acked, fate);
    }
};

// A server took or moved something.
struct HealthKeptRow {
    static constexpr const char* table = "health_kept";
    std::string server;
    std::int64_t seq = 0, t = 0;
    std::string subject;
    std::int64_t reading = 0, version = 0, item = 0, value = 0, measured = 0;
    auto fields() const
    {
        return std::tie(server, seq, t, subject, reading, version, item, value, measured);
    }
};

// A member as the server knows one: entered, moved from an old account, linked or no longer.
struct HealthMemberRow {
    static constexpr const char* table = "health_member";
    std::string server;
    std::int64_t seq = 0, t = 0;
    std::string subject, event;  // earlier | entered | moved | left
    std::string account, district, band;
    auto fields() const
    {
        return std::tie(server, seq, t, subject, event, account, district, band);
    }
};

// What a server holds in the end.
struct HealthHeldRow {
    static constexpr const char* table = "health_held";
    std::string server, subject;
    std::int64_t reading = 0, version = 0;
    auto fields() const { return std::tie(server, subject, reading, version); }
};

// Somebody saw their own points.
struct HealthViewRow {
    static constexpr const char* table = "health_view";
    std::string server;
    std::int64_t seq = 0, t = 0;
    std::string subject;
    std::int64_t points = 0;
    auto fields() const { return std::tie(server, seq, t, subject, points); }
};

// A screen asked for an item of a day; its cells follow.
struct HealthScreenRow {
    static constexpr const char* table = "health_screen";
    std::int64_t look = 0;  // from 1
    std::string server;
    std::int64_t seq = 0, t = 0;
    std::string screen, role;  // whom it belongs to, and whose rows it asked for
    std::int64_t item = 0, day = 0;
    std::string outcome;  // shown | refused
    auto fields() const { return std::tie(look, server, seq, t, screen, role, item, day, outcome); }
};

struct HealthCellRow {
    static constexpr const char* table = "health_cell";
    std::int64_t look = 0;
    std::string server, district, band;
    std::int64_t people = 0, sum = 0;
    auto fields() const { return std::tie(look, server, district, band, people, sum); }
};

// A wearable of the municipality changes hands, with what truly is in its memory.
struct HealthLoanRow {
    static constexpr const char* table = "health_loan";
    std::int64_t device = 0, t = 0;
    std::string event;  // lent | returned | lost | found
    std::int64_t resident = 0;
    std::int64_t held = 0;     // readings in it, and of these
    std::int64_t strange = 0;  // of other people than `resident`; after wiping, if returned
    auto fields() const { return std::tie(device, t, event, resident, held, strange); }
};

struct HealthAdviceRow {
    static constexpr const char* table = "health_advice";
    std::string server;
    std::int64_t seq = 0, t = 0;
    std::string subject, event;  // told | overridden | refused
    std::string advice;          // words in the order of the rules, or the nurse's
    std::string origin;          // rules | nurse, or why refused
    auto fields() const { return std::tie(server, seq, t, subject, event, advice, origin); }
};

// An act of a person or a desk that may be refused.
struct HealthActRow {
    static constexpr const char* table = "health_act";
    std::string act;  // join | upgrade | withdraw | checkup | collect | upload
    std::string place;
    std::int64_t t = 0, resident = 0;
    std::string hitch;    // what truly was wrong
    std::string outcome;  // done | refused | failed
    std::string reason;
    auto fields() const { return std::tie(act, place, t, resident, hitch, outcome, reason); }
};

using AnyHealthRow = std::variant<HealthServerRow, HealthItemRow, HealthRuleRow, HealthSettingRow,
                                  HealthRoleRow, HealthNameRow, HealthReadingRow, HealthKeptRow,
                                  HealthMemberRow, HealthHeldRow, HealthViewRow, HealthScreenRow,
                                  HealthCellRow, HealthLoanRow, HealthAdviceRow, HealthActRow>;

}  // namespace sim
