// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of the service for mother and child: what truly happened at counters and screens, accounts,
// children, what the city holds and what was given back, and the calendar of messages and doses.
// Times as in rows.h, -1 = not reached; days as "2026-04-01".
namespace sim
{

// What truly happened to somebody who came to register.
struct MotherVisitRow {
    static constexpr const char* table = "mother_visit";
    std::int64_t visit = 0;
    std::int64_t resident = 0;
    std::string hitch;            // what was wrong, empty = nothing
    std::int64_t lost_step = 0;   // 1 to 10, 0 = none
    std::int64_t twice_step = 0;  // likewise
    std::string app;              // her phone's name for the operator
    std::int64_t arrives = 0;
    std::string outcome;  // done | refused | failed
    std::string reason;
    std::string account;  // the user id she was told
    std::string handbook;
    auto fields() const
    {
        return std::tie(visit, resident, hitch, lost_step, twice_step, app, arrives, outcome,
                        reason, account, handbook);
    }
};

// One of the ten steps was done, where it was done.
struct MotherStepRow {
    static constexpr const char* table = "mother_step";
    std::int64_t t = 0;
    std::int64_t visit = 0;
    std::int64_t step = 0;
    std::string place;
    auto fields() const { return std::tie(t, visit, step, place); }
};

// An account of the operator changes.
struct MotherAccountRow {
    static constexpr const char* table = "mother_account";
    std::int64_t t = 0;
    std::string account;
    std::string handbook;
    std::string change;  // opened | started | lapsed | closed
    std::string app;
    std::string serial;  // of the certificate
    auto fields() const { return std::tie(t, account, handbook, change, app, serial); }
};

// A phone read the code on a screen.
struct MotherScanRow {
    static constexpr const char* table = "mother_scan";
    std::int64_t t = 0;
    std::int64_t visit = 0;
    std::string app;
    std::int64_t hers = 0;
    std::string outcome;  // started | refused | failed
    std::string reason;
    auto fields() const { return std::tie(t, visit, app, hers, outcome, reason); }
};

// Whose certificate it is, from the authority; only the judge reads it.
struct MotherHolderRow {
    static constexpr const char* table = "mother_holder";
    std::string serial;
    std::int64_t resident = 0;
    auto fields() const { return std::tie(serial, resident); }
};

// Who the bearer of a handbook truly is: a mother with child -1, or one of the children.
struct MotherBearerRow {
    static constexpr const char* table = "mother_bearer";
    std::string handbook;
    std::int64_t resident = 0;  // the mother
    std::int64_t child = -1;
    std::string city_number;
    std::string kind;  // twin | namesake | moved, empty = none
    std::int64_t protection = 0;
    auto fields() const
    {
        return std::tie(handbook, resident, child, city_number, kind, protection);
    }
};

// A record that the city holds; `entered` on an earlier day is 0.
struct CityRecordRow {
    static constexpr const char* table = "city_record";
    std::string record;
    std::string city_number;
    std::string what;
    std::string day;
    std::int64_t entered = 0;
    auto fields() const { return std::tie(record, city_number, what, day, entered); }
};

// The operator asked the city for the records of a bearer, and was given them or not.
struct CityExtractRow {
    static constexpr const char* table = "city_extract";
    std::int64_t t = 0;
    std::string account;
    std::string handbook;
    std::string outcome;  // told | refused
    std::string reason;
    std::int64_t records = 0;
    auto fields() const { return std::tie(t, account, handbook, outcome, reason, records); }
};

// A record stands in an account, under the bearer whose handbook it was asked with.
struct ReturnedRecordRow {
    static constexpr const char* table = "returned_record";
    std::int64_t t = 0;
    std::string account;
    std::string handbook;
    std::string record;
    std::string what;
    std::string day;
    std::int64_t placed = 0;  // 1 = it says where
    auto fields() const { return std::tie(t, account, handbook, record, what, day, placed); }
};

struct CareRuleRow {
    static constexpr const char* table = "care_rule";
    std::string rule;
    std::string unit;  // week | month
    std::int64_t at = 0;
    std::string source, status;
    auto fields() const { return std::tie(rule, unit, at, source, status); }
};

struct DoseRuleRow {
    static constexpr const char* table = "dose_rule";
    std::string vaccine;
    std::int64_t dose = 0, from_month = 0, until_month = 0, after_days = 0;
    std::string source, status;
    auto fields() const
    {
        return std::tie(vaccine, dose, from_month, until_month, after_days, source, status);
    }
};

// A night of the calendar.
struct CareNightRow {
    static constexpr const char* table = "care_night";
    std::string day;
    std::int64_t ran = 1;
    auto fields() const { return std::tie(day, ran); }
};

struct CareChildRow {
    static constexpr const char* table = "care_child";
    std::int64_t child = 0;
    std::string joined;  // the family uses the service from that day on
    std::string week_zero, birth;
    auto fields() const { return std::tie(child, joined, week_zero, birth); }
};

// Something was sent: a message of the schedule, or the reminder of a planned date.
struct CareMessageRow {
    static constexpr const char* table = "care_message";
    std::int64_t child = 0;
    std::string rule;  // of care_rule, or the vaccine
    std::int64_t dose = 0;
    std::string day;
    auto fields() const { return std::tie(child, rule, dose, day); }
};

struct CareDoseRow {
    static constexpr const char* table = "care_dose";
    std::int64_t child = 0;
    std::string vaccine;
    std::int64_t dose = 0;
    std::string day;
    auto fields() const { return std::tie(child, vaccine, dose, day); }
};

// The next dose, as the service told it on `day`; `due` is empty when it is too late for it.
struct CareDueRow {
    static constexpr const char* table = "care_due";
    std::int64_t child = 0;
    std::string vaccine;
    std::int64_t dose = 0;
    std::string day;
    std::string due;
    auto fields() const { return std::tie(child, vaccine, dose, day, due); }
};

// A date that was entered.
struct CarePlanRow {
    static constexpr const char* table = "care_plan";
    std::int64_t child = 0;
    std::string vaccine;
    std::int64_t dose = 0;
    std::string entered, planned;
    std::string outcome;  // noted | refused
    std::string reason;
    auto fields() const
    {
        return std::tie(child, vaccine, dose, entered, planned, outcome, reason);
    }
};

// What a phone was told for a child on the service day.
struct CareReadRow {
    static constexpr const char* table = "care_read";
    std::int64_t t = 0;
    std::int64_t child = 0;
    std::string rule;
    std::int64_t dose = 0;
    auto fields() const { return std::tie(t, child, rule, dose); }
};

using AnyMotherRow =
    std::variant<MotherVisitRow, MotherStepRow, MotherAccountRow, MotherScanRow, MotherHolderRow,
                 MotherBearerRow, CityRecordRow, CityExtractRow, ReturnedRecordRow, CareRuleRow,
                 DoseRuleRow, CareNightRow, CareChildRow, CareMessageRow, CareDoseRow, CareDueRow,
                 CarePlanRow, CareReadRow>;

}  // namespace sim
