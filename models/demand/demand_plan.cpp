// SPDX-License-Identifier: Apache-2.0
#include "models/demand/demand_plan.h"

#include <algorithm>
#include <array>

#include "sim/base/part_drawn.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/scenario_error.h"

namespace model
{

namespace
{

// Own numbering of a request's draws.
enum Draw : std::uint64_t {
    draw_order,
    draw_wanted,
    draw_lead,
    draw_from,
    draw_to,
    draw_group,
    draw_size,
    draw_hitch,
    draw_again,
    draw_torn,
};

constexpr fw::Nanos minute{60'000'000'000};
constexpr fw::Nanos longest_lead = minute * 40;  // from asking to the time wanted; assumed

std::vector<std::string> districts_of(const sim::DemandTaxi& demand)
{
    std::vector<std::string> all;
    for (const sim::DemandArea& area : demand.areas)
        all.insert(all.end(), area.districts.begin(), area.districts.end());
    return all;
}

class Drawer
{
public:
    Drawer(const sim::Scenario& scenario, const std::vector<Resident>& residents)
        : scenario_(scenario), demand_(*scenario.demand), stream_(scenario.seed, "demand")
    {
        const auto served = districts_of(demand_);
        const auto& homes = scenario.residents->population.districts;
        for (std::uint32_t who = 0; who < residents.size(); ++who)
            if (residents[who].card != Resident::no_card &&
                std::find(served.begin(), served.end(), homes[residents[who].district].id) !=
                    served.end())
                people_.push_back({who, residents[who].card});
        if (people_.empty() && demand_.requests > 0)
            throw sim::ScenarioError(scenario.file, demand_.line, 0,
                                     "nobody who lives in the areas has a transit card");
        std::sort(people_.begin(), people_.end(), [this](const auto& a, const auto& b) {
            return std::pair(stream_.bits(a.first, draw_order), a.first) <
                   std::pair(stream_.bits(b.first, draw_order), b.first);
        });
    }

    PlannedRequest draw(std::int64_t ride, const PlannedRequest* before) const
    {
        const auto key = static_cast<std::uint64_t>(ride);
        PlannedRequest one;
        one.ride = ride;
        one.caller = caller_of(ride);
        const auto& [who, card] = people_[(key - 1) % people_.size()];
        one.resident = who;
        one.card = card;
        set_times(one, key);
        set_places(one, key);
        one.riders = stream_.chance(demand_.group_ppm, key, draw_group)
                         ? 2 + static_cast<std::int32_t>(stream_.below(2, key, draw_size))
                         : 1;
        one.hitch = hitch(key);
        one.sent_again = stream_.chance(demand_.mishaps.sent_again_ppm, key, draw_again);
        one.torn = stream_.chance(demand_.mishaps.torn_ppm, key, draw_torn);
        go_wrong(one, before);
        return one;
    }

    // From one corner of the area to the other.
    PlannedRequest ride_of(const Attempt& one, const Resident& its, std::int64_t ride) const
    {
        PlannedRequest request;
        request.ride = ride;
        request.caller = caller_of(ride);
        request.asks = one.at;
        request.wanted = one.at + minute * 10;
        request.resident = one.resident;
        request.card = its.card;
        request.to = std::int64_t{demand_.columns} * demand_.rows - 1;
        return request;
    }

private:
    std::int32_t caller_of(std::int64_t ride) const
    {
        return static_cast<std::int32_t>((ride - 1) % demand_.callers) + 1;
    }

    void set_times(PlannedRequest& one, std::uint64_t key) const
    {
        const auto hours = static_cast<std::uint64_t>((demand_.closes - demand_.opens).count);
        const auto lead = static_cast<std::uint64_t>(longest_lead.count);
        one.wanted = demand_.opens +
                     fw::Nanos{static_cast<std::int64_t>(stream_.below(hours, key, draw_wanted))};
        one.asks =
            one.wanted - fw::Nanos{static_cast<std::int64_t>(stream_.below(lead, key, draw_lead))};
    }

    void set_places(PlannedRequest& one, std::uint64_t key) const
    {
        const auto places =
            static_cast<std::uint64_t>(demand_.columns) * static_cast<std::uint64_t>(demand_.rows);
        one.from = static_cast<std::int64_t>(stream_.below(places, key, draw_from));
        one.to = static_cast<std::int64_t>(stream_.below(places - 1, key, draw_to));
        if (one.to >= one.from) ++one.to;
    }

    DemandHitch hitch(std::uint64_t key) const
    {
        const sim::DemandMishaps& shares = demand_.mishaps;
        const std::array<std::int32_t, 5> parts{shares.outside_ppm, shares.after_hours_ppm,
                                                shares.second_ppm, shares.cancel_ppm,
                                                shares.no_show_ppm};
        const auto pick = static_cast<std::int64_t>(stream_.below(1'000'000, key, draw_hitch));
        return static_cast<DemandHitch>(sim::part_drawn(parts, pick));
    }

    void go_wrong(PlannedRequest& one, const PlannedRequest* before) const
    {
        if (one.hitch == DemandHitch::outside_area) one.to = -1;
        if (one.hitch == DemandHitch::outside_hours) one.wanted = demand_.closes + minute * 60;
        if (one.hitch == DemandHitch::request_open && before) {
            one.resident = before->resident;
            one.card = before->card;
            one.asks = before->asks + minute;
            one.wanted = before->wanted + minute;
        }
    }

    const sim::Scenario& scenario_;
    const sim::DemandTaxi& demand_;
    sim::RngStream stream_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> people_;  // resident, card
};

}  // namespace

std::vector<PlannedRequest> draw_requests(const sim::Scenario& scenario,
                                          const std::vector<Resident>& residents,
                                          const std::vector<Attempt>& attempts)
{
    const Drawer drawer(scenario, residents);
    std::vector<PlannedRequest> all;
    all.reserve(static_cast<std::size_t>(scenario.demand->requests));
    for (std::int64_t ride = 1; ride <= scenario.demand->requests; ++ride)
        all.push_back(drawer.draw(ride, all.empty() ? nullptr : &all.back()));
    for (const Attempt& one : attempts)
        if (one.service == "demand" && one.lacks.empty())
            all.push_back(drawer.ride_of(one, residents[one.resident], std::ssize(all) + 1));
    return all;
}

std::string district_of_place(const sim::DemandTaxi& demand, std::int64_t place)
{
    if (place < 0 || place >= std::int64_t{demand.columns} * demand.rows) return "";
    const auto districts = districts_of(demand);
    const auto column = static_cast<std::size_t>(place % demand.columns);
    return districts[column * districts.size() / static_cast<std::size_t>(demand.columns)];
}

const char* word_of(DemandHitch hitch)
{
    static constexpr std::array<const char*, 6> words{
        "", "outside_area", "outside_hours", "request_open", "cancelled", "no_show"};
    return words[static_cast<std::size_t>(hitch)];
}

}  // namespace model
