// SPDX-License-Identifier: Apache-2.0
// How the office counts, pays and shows rides that are over.
#include <algorithm>

#include "models/taxi/office_words.h"
#include "models/taxi/taxi_office.h"

namespace model
{

namespace
{

constexpr std::int64_t hour_ns = 3'600'000'000'000;

}  // namespace

// What cards and tablets have counted is counted here as well; paid is only what the quota bears.
bool TaxiOffice::count(const Ride& ride, std::uint32_t registration, bool paper,
                       std::string& reason)
{
    const std::string why = why_not(registration, ride.day, paper);
    if (!why.empty()) reason = why;
    const auto found = people_.find(registration);
    if (found == people_.end() || (paper && !why.empty())) return false;
    const int year = quota_year(rules_, {ride.day});
    ++found->second.by_day[ride.day];
    ++found->second.by_year[year];
    recorder_.service(
        sim::TaxiCountRow{ride.number, registration, ride.day, year, why.empty() ? 1 : 0});
    return why.empty();
}

fw::Yen TaxiOffice::count_riders(const Ride& ride, bool paper, std::string& reason)
{
    int paid = 0;
    for (const std::uint32_t rider : ride.riders) paid += count(ride, rider, paper, reason) ? 1 : 0;
    const int all = static_cast<int>(ride.riders.size());
    if (paid < all && rules_.out_of_quota == sim::OutOfQuota::refuses_group) return {};
    const fw::Yen meter{static_cast<std::int32_t>(ride.meter)};
    if (subsidy_of(rules_, meter, all, ride.others).count != ride.subsidy) {
        reason = "wrong_subsidy";
        return {};
    }
    return subsidy_of(rules_, meter, paid, ride.others);
}

// As it was told; a rider named twice stands there once.
TaxiOffice::Ride TaxiOffice::ride_of(const sim::Form& request) const
{
    const auto value = [&](const char* name) { return request.number(name).value_or(0); };
    Ride ride{value("ride"),
              value("company"),
              value("meter"),
              value("subsidy"),
              request.flag("others"),
              {value("boarded")},
              {value("alighted")},
              request.text("district").value_or(""),
              0,
              riders_of(request)};
    ride.day = quota_day(rules_, scenario_.tariff_date, ride.boarded, ride.alighted).days;
    std::sort(ride.riders.begin(), ride.riders.end());
    ride.riders.erase(std::unique(ride.riders.begin(), ride.riders.end()), ride.riders.end());
    return ride;
}

sim::Form TaxiOffice::commit(const sim::Form& request, bool paper, fw::Nanos now)
{
    const Ride ride = ride_of(request);
    if (const auto found = closed_.find(ride.number); found != closed_.end()) return found->second;
    held_.erase(ride.number);
    std::string reason;
    if (ride.riders.size() != request.texts("riders").size()) reason = "twice_in_group";
    if (ride.riders.empty()) reason = "nobody_counted";
    if (ride.meter <= 0 || ride.alighted < ride.boarded) reason = "wrong_meter";
    fw::Yen paid{};
    if (reason.empty()) paid = count_riders(ride, paper, reason);
    const bool full = reason == "day_full" || reason == "year_full";
    const char* const word = reason.empty() ? "booked" : full && !paper ? "over_quota" : "refused";
    const sim::Form told = outcome(word, reason);
    book(ride, paper, now, paid, told);
    return closed_.emplace(ride.number, told).first->second;
}

void TaxiOffice::book(const Ride& ride, bool paper, fw::Nanos now, fw::Yen paid,
                      const sim::Form& answer)
{
    recorder_.service(sim::TaxiBookingRow{
        now.count, ride.number, paper ? "paper" : "card", ride.company, ride.meter, paid.count,
        answer.text("outcome").value_or(""), answer.text("reason").value_or("")});
    if (paid.count == 0) return;
    auto& [rides, yen] = paid_[ride.company];
    ++rides, yen += paid.count;
    auto& [shown, spent] = policy_[{ride.district, ride.boarded.count / hour_ns}];
    ++shown, spent += paid.count;
}

void TaxiOffice::close_day()
{
    for (const auto& [company, sums] : paid_)
        recorder_.service(sim::TaxiStatementRow{company, sums.first, sums.second});
    for (const auto& [where, sums] : policy_)
        recorder_.service(sim::TaxiPolicyRow{where.first, where.second, sums.first, sums.second});
}

}  // namespace model
