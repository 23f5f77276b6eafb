// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/taxi_rides.h"

#include <fmt/format.h>

#include "sim/verify/service_facts.h"
#include "sim/verify/taxi_sql.h"

namespace sim
{

TaxiRides::TaxiRides(Database& database, Findings& findings) : database_(database)
{
    rides_ = count("SELECT count(*) FROM taxi_ride");
    applicants_ = count("SELECT count(*) FROM taxi_applicant");
    if (!any()) return;
    prepare();
    for (const SqlCheck& check : taxi_sql::checks) find_violations(database_, check, findings);
    for (const SqlSituation& one : taxi_sql::situations) seen_[one.name] = count(one.sql);
    times_ = lengths_of(database_,
                        "SELECT told - touched FROM taxi_rider JOIN taxi_ride USING (ride)"
                        " WHERE form = 'card' AND told > touched");
}

void TaxiRides::prepare() const
{
    for (const char* sql : taxi_sql::preparations) database_.exec(sql);
}

std::vector<PropertyResult> TaxiRides::always(const Findings& findings) const
{
    std::vector<PropertyResult> results;
    for (const SqlSituation& one : taxi_sql::occasions)
        results.push_back(sim::always(one.name, count(one.sql), findings));
    return results;
}

std::vector<PropertyResult> TaxiRides::sometimes() const
{
    std::vector<PropertyResult> results;
    for (const auto& [name, seen] : seen_) results.push_back(sim::sometimes(name.c_str(), seen));
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
