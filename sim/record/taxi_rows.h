// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of the taxi subsidy: its rules, what truly happened, what tablets and the office wrote down.
// Times as in rows.h; money is whole yen; registrations are the office's own numbers.
namespace sim
{

// A rule of the subsidy as it was in force.
struct TaxiRuleRow {
    static constexpr const char* table = "taxi_rule";
    std::string name;
    std::string value;
    std::string source;
    std::string status;
    std::string silence;  // number in A.10 of what the documents leave open, or empty
    auto fields() const { return std::tie(name, value, source, status, silence); }
};

// Who may register.
struct TaxiClassRow {
    static constexpr const char* table = "taxi_class";
    std::int64_t position = 0;
    std::string name;
    std::int64_t from_age = 0;
    std::string licence;
    std::string condition;
    auto fields() const { return std::tie(position, name, from_age, licence, condition); }
};

// Somebody asked for registration, at the counter or before the day (t -1).
struct TaxiApplicantRow {
    static constexpr const char* table = "taxi_applicant";
    std::int64_t t = 0;
    std::int64_t day = 0;  // asked, days since 1970-01-01
    std::int64_t resident = 0;
    std::int64_t until = 0;         // last day of what the documents say, -1 = for good
    std::string outcome;            // registered | refused
    std::string name;               // class
    std::int64_t registration = 0;  // 0 = none
    std::int64_t used_before = 0;   // rides of the year before the run
    auto fields() const
    {
        return std::tie(t, day, resident, until, outcome, name, registration, used_before);
    }
};

// What truly happened in a taxi, and what its tablet or a voucher says of it.
struct TaxiRideRow {
    static constexpr const char* table = "taxi_ride";
    std::int64_t ride = 0;
    std::string form;  // card | paper
    std::string cab;
    std::int64_t company = 0;
    std::string district;
    std::int64_t boarded = 0;
    std::int64_t alighted = 0;
    std::int64_t meter = 0;
    std::int64_t others = 0;   // riders without registration
    std::int64_t offline = 0;  // 1 = the office was not there at boarding
    std::int64_t subsidy = 0;  // granted by the tablet
    std::int64_t cash = 0;     // paid by the riders
    auto fields() const
    {
        return std::tie(ride, form, cab, company, district, boarded, alighted, meter, others,
                        offline, subsidy, cash);
    }
};

// One who asked for the subsidy of a ride.
struct TaxiRiderRow {
    static constexpr const char* table = "taxi_rider";
    std::int64_t ride = 0;
    std::int64_t seat = 0;
    std::int64_t resident = 0;
    std::int64_t registration = 0;
    std::int64_t touched = 0;
    std::int64_t told = 0;
    std::string outcome;  // counted | refused
    std::string reason;
    std::int64_t torn = 0;  // touches that ended too early
    std::int64_t used = 0;  // count on the card afterwards, -1 = not told
    auto fields() const
    {
        return std::tie(ride, seat, resident, registration, touched, told, outcome, reason, torn,
                        used);
    }
};

// The office closed a ride.
struct TaxiBookingRow {
    static constexpr const char* table = "taxi_booking";
    std::int64_t t = 0;
    std::int64_t ride = 0;
    std::string form;
    std::int64_t company = 0;
    std::int64_t meter = 0;
    std::int64_t subsidy = 0;  // paid
    std::string outcome;       // booked | over_quota | refused
    std::string reason;
    auto fields() const
    {
        return std::tie(t, ride, form, company, meter, subsidy, outcome, reason);
    }
};

// The office counted a ride of a person; `paid` 0: it gave nothing for it.
struct TaxiCountRow {
    static constexpr const char* table = "taxi_count";
    std::int64_t ride = 0;
    std::int64_t registration = 0;
    std::int64_t day = 0;
    std::int64_t year = 0;
    std::int64_t paid = 0;
    auto fields() const { return std::tie(ride, registration, day, year, paid); }
};

// The counter in the free area of a card at the end of the day.
struct TaxiCardRow {
    static constexpr const char* table = "taxi_card";
    std::int64_t resident = 0;
    std::int64_t registration = 0;
    std::int64_t year = 0;
    std::int64_t used = 0;
    auto fields() const { return std::tie(resident, registration, year, used); }
};

// What the office pays to a company.
struct TaxiStatementRow {
    static constexpr const char* table = "taxi_statement";
    std::int64_t company = 0;
    std::int64_t rides = 0;
    std::int64_t subsidy = 0;
    auto fields() const { return std::tie(company, rides, subsidy); }
};

// What the planner is shown.
struct TaxiPolicyRow {
    static constexpr const char* table = "taxi_policy";
    std::string district;
    std::int64_t hour = 0;
    std::int64_t rides = 0;
    std::int64_t subsidy = 0;
    auto fields() const { return std::tie(district, hour, rides, subsidy); }
};

using TaxiRow =
    std::variant<TaxiRuleRow, TaxiClassRow, TaxiApplicantRow, TaxiRideRow, TaxiRiderRow,
                 TaxiBookingRow, TaxiCountRow, TaxiCardRow, TaxiStatementRow, TaxiPolicyRow>;

}  // namespace sim
