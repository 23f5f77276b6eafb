// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "sim/record/database.h"
#include "sim/verify/findings.h"

// The second look at the taxi subsidy, from recorded rows alone: the rules' rows are turned into
// SQL that recomputes who may register, what each ride is given, who had a ride left, and what
// cards, office and companies must say at the end. Shares nothing with the models.
namespace sim
{

class TaxiRides
{
public:
    // All of it, once; findings of subsidy_right, quota_kept, counters_agree, eligibility_right and
    // policy_right.
    TaxiRides(Database& database, Findings& findings);

    std::vector<PropertyResult> always(const Findings& findings) const;
    std::vector<PropertyResult> sometimes() const;
    bool any() const { return rides_ > 0 || applicants_ > 0; }

    // taxi_rides, subsidy, subsidy_error: value, and how many occasions it was checked at.
    std::map<std::string, std::pair<std::int64_t, std::int64_t>> counts() const;
    // Touch to told, nanoseconds.
    const std::vector<std::int64_t>& tablet_times() const { return times_; }

private:
    void prepare() const;
    std::int64_t count(const char* sql) const { return database_.integer(sql); }

    Database& database_;
    std::int64_t rides_ = 0, applicants_ = 0;
    std::map<std::string, std::int64_t> seen_;
    std::vector<std::int64_t> times_;
};

}  // namespace sim
