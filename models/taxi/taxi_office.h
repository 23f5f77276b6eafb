// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "models/card/pki_key.h"
#include "models/service/desk.h"
#include "models/taxi/subsidy_rules.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// The city's register of the taxi subsidy: who is registered, how often each has ridden, which
// rides were paid to which company. Every request carries a number of ours, and the same number
// gives the same answer however often it comes. A person appears as the number of the registration
// alone.
//
//   taxi.register  request, class, until, district       -> outcome registration
//   ride.begin     ride, boarded, riders, signatures     -> refused ("7 day_full")
//   ride.commit    ride, company, boarded, alighted, meter, others, riders, subsidy -> outcome
//   reason paper.key      the same for a voucher; `riders` are those whose vouchers they are
namespace model
{

class TaxiOffice final : public BackEnd
{
public:
    // `certificate`: of the key that signs for every card of the bench (one for all, *assumed*).
    TaxiOffice(const sim::Scenario& scenario, Octets certificate, sim::Recorder& recorder);

    // Before the run; `until` -1: for good.
    void enrol(std::uint32_t registration, std::int32_t until, std::int32_t used_this_year);
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    // Statements and the planner's table, after the last event.
    void close_day();

private:
    struct Person {
        std::int32_t until = -1;
        std::map<int, std::int32_t> by_year;
        std::map<std::int32_t, std::int32_t> by_day;
    };
    struct Ride {
        std::int64_t number = 0, company = 0, meter = 0, subsidy = 0;
        bool others = false;
        fw::Nanos boarded{}, alighted{};
        std::string district;
        std::int32_t day = 0;
        std::vector<std::uint32_t> riders;
    };
    struct Held {  // begun and not yet over
        std::int32_t day = 0;
        std::vector<std::uint32_t> riders;
    };

    sim::Form enter(const sim::Form& request);
    sim::Form begin(const sim::Form& request);
    sim::Form commit(const sim::Form& request, bool paper, fw::Nanos now);
    std::string why_not(std::uint32_t registration, std::int32_t day, bool with_held) const;
    Ride ride_of(const sim::Form& request) const;
    bool signed_right(const sim::Form& request, std::size_t rider) const;
    fw::Yen count_riders(const Ride& ride, bool paper, std::string& reason);
    bool count(const Ride& ride, std::uint32_t registration, bool paper, std::string& reason);
    void book(const Ride& ride, bool paper, fw::Nanos now, fw::Yen paid, const sim::Form& answer);

    const sim::Scenario& scenario_;
    const sim::TaxiSubsidy& rules_;
    Octets certificate_;
    sim::Recorder& recorder_;
    std::map<std::uint32_t, Person> people_;
    std::map<std::string, std::uint32_t> requests_;                       // of registrations
    std::map<std::int64_t, Held> held_;                                   // by ride
    std::map<std::int64_t, sim::Form> closed_;                            // by ride
    std::map<std::int64_t, std::pair<std::int64_t, std::int64_t>> paid_;  // company: rides, yen
    std::map<std::pair<std::string, std::int64_t>, std::pair<std::int64_t, std::int64_t>> policy_;
};

}  // namespace model
