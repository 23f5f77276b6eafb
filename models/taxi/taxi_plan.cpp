// SPDX-License-Identifier: Apache-2.0
#include "models/taxi/taxi_plan.h"

#include <algorithm>
#include <map>
#include <set>

#include "models/people/enough.h"
#include "sim/base/rng_stream.h"

namespace model
{

namespace
{

// Own numbering of a person's and a ride's draws.
enum PersonDraw : std::uint64_t { draw_until, draw_expired, draw_nearly, draw_used };
enum RideDraw : std::uint64_t {
    draw_night,
    draw_peak,
    draw_time,
    draw_meter,
    draw_lower_meter,
    draw_group,
    draw_size,
    draw_others,
    draw_frequent,
    draw_paper,
    draw_stranger,
    draw_two_taxis,
    draw_same_card,
    draw_no_meter,
    draw_person = 100,  // and on, one a try
};

constexpr fw::Nanos minute{60'000'000'000};
constexpr fw::Nanos hour = minute * 60;
constexpr fw::Nanos between_rides = minute * 15;  // of a person or a cab
constexpr std::size_t strangers = 20, tries = 40, frequent_one_in = 30;
constexpr std::int64_t lowest_meter = 500, highest_meter = 5000;

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const std::vector<Resident>& residents,
           const std::vector<Attempt>& attempts)
        : scenario_(scenario),
          taxi_(*scenario.taxi),
          residents_(residents),
          attempts_(attempts),
          people_(scenario.seed, "taxi people"),
          rides_(scenario.seed, "taxi rides")
    {
    }

    TaxiPlan draw()
    {
        add_people();
        for (std::int32_t k = 1; k <= taxi_.rides; ++k) add_ride(static_cast<std::uint64_t>(k));
        for (std::size_t i = 0; i < tries_.size(); ++i) add_try(i);
        std::sort(plan_.rides.begin(), plan_.rides.end(), [](const auto& a, const auto& b) {
            return std::pair(a.boards, a.number) < std::pair(b.boards, b.number);
        });
        return std::move(plan_);
    }

private:
    const sim::ResidentParameters& census() const { return scenario_.residents->population; }

    void add_people()
    {
        const sim::Date before{scenario_.tariff_date.days - 1};
        std::vector<std::uint32_t> left;
        const std::set<std::uint32_t> sent = add_sent(true);
        for (std::uint32_t i = 0; i < residents_.size(); ++i) {
            const Resident& one = residents_[i];
            if (sent.contains(i) || !may_come(one)) continue;
            const auto* const found = class_of(taxi_.rules, documents_of(census(), one), before);
            if (found && plan_.people.size() < static_cast<std::size_t>(taxi_.registrants))
                plan_.people.push_back(registrant(i, *found));
            else
                left.push_back(i);
        }
        registered_ = plan_.people.size();
        require_enough(scenario_, taxi_.line, registered_, taxi_.registrants,
                       "residents may register for the subsidy");
        add_sent(false);
        for (std::size_t i = 0; i < left.size() && i < strangers; ++i)
            plan_.people.push_back({left[i], 0, TaxiPerson::for_good, 0});
        for (std::size_t i = strangers; i < left.size(); ++i)
            if (plan_.applicants.size() < static_cast<std::size_t>(taxi_.applicants))
                plan_.applicants.push_back(left[i]);
        require_enough(scenario_, taxi_.line, plan_.applicants.size(), taxi_.applicants,
                       "residents are left to apply for the subsidy");
        busy_.resize(plan_.people.size());
    }

    // Those who are sent to a taxi, or to the counter; who may register for rides has done it
    // before.
    std::set<std::uint32_t> add_sent(bool registered)
    {
        std::set<std::uint32_t> sent;
        const sim::Date before{scenario_.tariff_date.days - 1};
        for (const Attempt& one : attempts_) {
            sent.insert(one.resident);
            if (one.service == "taxi_counter" && registered)
                plan_.applicants.push_back(one.resident);
            const bool paper = one.service == "voucher";
            if (one.service != "taxi" && !paper) continue;
            const Resident& who = residents_[one.resident];
            const auto* const found = class_of(taxi_.rules, documents_of(census(), who), before);
            const bool may = found && may_come(who, paper);
            if (may != registered || (paper && !may)) continue;  // has no vouchers
            tries_.emplace_back().paper = paper;
            tries_.back().riders = {{static_cast<std::uint32_t>(plan_.people.size()), false,
                                     !paper && !who.my_number_card}};
            plan_.people.push_back(may ? registrant(one.resident, *found)
                                       : TaxiPerson{one.resident, 0, TaxiPerson::for_good, 0});
        }
        return sent;
    }

    // Those who register live in the city and hold a card that counts, or vouchers (*assumed*).
    bool may_come(const Resident& one, bool paper = false) const
    {
        return (paper || one.my_number_card) && lives_in(census(), one, census().municipality);
    }

    TaxiPerson registrant(std::uint32_t resident, const sim::TaxiClass& its_class) const
    {
        TaxiPerson one{resident, static_cast<std::uint32_t>(plan_.people.size()) + 1,
                       TaxiPerson::for_good, 0};
        const std::int32_t today = scenario_.tariff_date.days;
        if (!its_class.condition.empty()) {
            const bool expired = people_.chance(taxi_.expired_ppm, resident, draw_expired);
            const auto days = static_cast<std::int32_t>(people_.below(250, resident, draw_until));
            one.until = expired ? today - 1 : today + 30 + days;
        }
        const std::int32_t most = taxi_.rules.per_year;
        const auto some = static_cast<std::int32_t>(
            people_.below(static_cast<std::uint64_t>(std::max(1, most / 2)), resident, draw_used));
        const bool nearly = people_.chance(taxi_.nearly_used_ppm, resident, draw_nearly);
        one.used_before = nearly ? most - 1 : some;
        return one;
    }

    fw::Nanos boarding(std::uint64_t k) const
    {
        fw::Nanos from = scenario_.from, to = scenario_.to;
        if (rides_.chance(taxi_.night_ppm, k, draw_night))
            from = minute * (23 * 60 + 30), to = hour * 24;
        else if (from <= hour * 9 && to >= hour * 12 && rides_.chance(500'000, k, draw_peak))
            from = hour * 9, to = hour * 12;
        const auto seconds = static_cast<std::uint64_t>((to - from).count / 1'000'000'000);
        return from + fw::Nanos{1'000'000'000} *
                          static_cast<std::int64_t>(rides_.below(seconds, k, draw_time));
    }

    void add_ride(std::uint64_t k)
    {
        PlannedRide ride;
        ride.number = k;
        ride.paper = rides_.chance(taxi_.paper_ppm, k, draw_paper);
        ride.no_meter = !ride.paper && rides_.chance(taxi_.no_meter_ppm, k, draw_no_meter);
        ride.others = rides_.chance(taxi_.others_ppm, k, draw_others) ? 1 : 0;
        const auto steps = static_cast<std::uint64_t>((highest_meter - lowest_meter) / 10 + 1);
        const auto step =
            std::min(rides_.below(steps, k, draw_meter), rides_.below(steps, k, draw_lower_meter));
        ride.meter = {static_cast<std::int32_t>(lowest_meter + 10 * static_cast<int>(step))};
        ride.boards = boarding(k);
        ride.alights = ride.boards + minute * (3 + ride.meter.count / 200);
        seat(ride);
        if (ride.riders.empty() || !give_cab(ride)) return;
        const TaxiSeat first = ride.riders.front();
        ride.district =
            census().districts[residents_[plan_.people[first.person].resident].district].id;
        if (!ride.paper && rides_.chance(taxi_.two_taxis_ppm, k, draw_two_taxis)) add_second(ride);
        plan_.rides.push_back(std::move(ride));
    }

    // One after the other through the window.
    void add_try(std::size_t i)
    {
        const fw::Nanos step =
            minute * ((scenario_.to - scenario_.from).count / minute.count / std::ssize(tries_));
        PlannedRide& ride = tries_[i];
        ride.number = 2 * static_cast<std::uint64_t>(taxi_.rides) + 1 + i;
        ride.boards = scenario_.from + step * static_cast<std::int64_t>(i);
        ride.alights = ride.boards + minute * 10;
        ride.meter = {1500};
        const Resident& one = residents_[plan_.people[ride.riders[0].person].resident];
        ride.district = census().districts[one.district].id;
        if (!give_cab(ride))
            throw sim::ScenarioError(scenario_.file, "everyone: too few cabs for each to try");
        plan_.rides.push_back(ride);
    }

    // The first rider's card goes on in another taxi at once.
    void add_second(PlannedRide& ride)
    {
        PlannedRide second = ride;
        second.number += static_cast<std::uint64_t>(taxi_.rides);
        second.riders.resize(1);
        second.boards = ride.boards + minute;
        second.alights = ride.alights + minute * 2;
        second.others = 0;
        if (!give_cab(second)) return;
        ride.riders.front().card_gone = true;
        plan_.rides.push_back(std::move(second));
    }

    void seat(PlannedRide& ride)
    {
        const std::uint64_t k = ride.number;
        const bool group = !ride.paper && rides_.chance(taxi_.group_ppm, k, draw_group);
        const std::size_t wanted = group ? 2 + rides_.below(3, k, draw_size) : 1;
        const bool frequent = rides_.chance(taxi_.frequent_ppm, k, draw_frequent);
        const bool stranger = rides_.chance(taxi_.stranger_ppm, k, draw_stranger);
        for (std::size_t i = 0; i < tries && ride.riders.size() < wanted; ++i) {
            std::size_t from = 0, among = registered_;
            if (frequent) among = std::max<std::size_t>(2, registered_ / frequent_one_in);
            if (stranger && ride.riders.empty())
                from = registered_, among = plan_.people.size() - registered_;
            if (among == 0) return;
            const auto who = static_cast<std::uint32_t>(
                from +
                rides_.below(std::min(among, plan_.people.size() - from), k, draw_person + i));
            if (claim(busy_[who], ride)) ride.riders.push_back({who, false});
        }
        if (group && !ride.riders.empty() && rides_.chance(taxi_.same_card_ppm, k, draw_same_card))
            ride.riders.push_back(ride.riders.front());
    }

    using Busy = std::map<std::int64_t, std::int64_t>;  // from, to

    static bool claim(Busy& busy, const PlannedRide& ride)
    {
        const std::int64_t from = ride.boards.count, to = (ride.alights + between_rides).count;
        for (const auto& [begins, ends] : busy)
            if (begins < to && from < ends) return false;
        busy[from] = to;
        return true;
    }

    // None is free: the ride is not made.
    bool give_cab(PlannedRide& ride)
    {
        for (std::int32_t i = 0; i < taxi_.cabs; ++i) {
            ride.cab = static_cast<std::int32_t>((ride.number + static_cast<std::uint64_t>(i)) %
                                                 static_cast<std::uint64_t>(taxi_.cabs)) +
                       1;
            if (claim(cabs_[ride.cab], ride)) return true;
        }
        return false;
    }

    const sim::Scenario& scenario_;
    const sim::TaxiService& taxi_;
    const std::vector<Resident>& residents_;
    const std::vector<Attempt>& attempts_;
    sim::RngStream people_, rides_;
    TaxiPlan plan_;
    std::vector<PlannedRide> tries_;
    std::size_t registered_ = 0;
    std::vector<Busy> busy_;  // of people
    std::map<std::int32_t, Busy> cabs_;
};

}  // namespace

TaxiPlan draw_taxi_plan(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                        const std::vector<Attempt>& attempts)
{
    return Drawer(scenario, residents, attempts).draw();
}

TaxiDocuments documents_of(const sim::ResidentParameters& population, const Resident& resident)
{
    const sim::ResidentRow row = row_of(population, resident, 0);
    return {resident.birth, row.licence, row.condition};
}

}  // namespace model
