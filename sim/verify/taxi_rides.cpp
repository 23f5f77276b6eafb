// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/taxi_rides.h"

#include <fmt/format.h>

#include "sim/verify/taxi_sql.h"

namespace sim
{

TaxiRides::TaxiRides(Database& database, Findings& findings)
    : database_(database), findings_(findings)
{
    rides_ = count("SELECT count(*) FROM taxi_ride");
    applicants_ = count("SELECT count(*) FROM taxi_applicant");
    if (!any()) return;
    prepare();
    for (const taxi_sql::Check& check : taxi_sql::checks) judge(check.property, check.sql);
    for (const taxi_sql::Situation& one : taxi_sql::situations) seen_[one.name] = count(one.sql);
    Query times = database_.query(
        "SELECT told - touched FROM taxi_rider JOIN taxi_ride USING (ride)"
        " WHERE form = 'card' AND told > touched");
    while (times.step()) times_.push_back(times.integer(0));
}

void TaxiRides::prepare() const
{
    for (const char* sql : taxi_sql::preparations) database_.exec(sql);
}

// Each row of a check is a violation: yen it is about, and what to say.
void TaxiRides::judge(const char* property, const char* sql)
{
    Query query = database_.query(sql);
    while (query.step()) findings_.add({property, {}, "", query.integer(0), query.text(1)});
}

std::vector<PropertyResult> TaxiRides::always(const Findings& findings) const
{
    std::vector<PropertyResult> results;
    for (const taxi_sql::Situation& one : taxi_sql::occasions) {
        const std::int64_t checked = count(one.sql), violations = findings.violations(one.name);
        const auto state = violations > 0 ? PropertyResult::State::violated
                           : checked > 0  ? PropertyResult::State::held
                                          : PropertyResult::State::not_tested;
        results.push_back({one.name, PropertyResult::Kind::always, state, checked, violations});
    }
    return results;
}

std::vector<PropertyResult> TaxiRides::sometimes() const
{
    std::vector<PropertyResult> results;
    for (const auto& [name, seen] : seen_)
        results.push_back(
            {name, PropertyResult::Kind::sometimes,
             seen > 0 ? PropertyResult::State::reached : PropertyResult::State::not_reached, seen,
             0});
    return results;
}

std::map<std::string, std::pair<std::int64_t, std::int64_t>> TaxiRides::counts() const
{
    if (!any()) return {};
    const std::int64_t bookings = count("SELECT count(*) FROM taxi_booking");
    return {
        {"taxi_rides", {count("SELECT count(DISTINCT ride) FROM taxi_count"), rides_}},
        {"subsidy", {count("SELECT coalesce(sum(subsidy), 0) FROM taxi_booking"), bookings}},
        {"subsidy_error",
         {count("SELECT (SELECT coalesce(sum(abs(subsidy - granted)), 0) FROM taxi_due)"
                " + (SELECT coalesce(sum(abs(subsidy - due)), 0) FROM taxi_booked)"),
          rides_}},
    };
}

}  // namespace sim
