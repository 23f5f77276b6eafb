// SPDX-License-Identifier: Apache-2.0
#include "models/people/riders.h"

#include <algorithm>

#include "models/people/demand.h"
#include "models/people/passes.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/tariff_day.h"

namespace model
{

namespace
{

// Own numbering of a rider's draws.
enum Draw : std::uint64_t {
    draw_place,
    draw_destination,
    draw_early,
    draw_ic,
    draw_linked,
    draw_resident,
    draw_age,
    draw_birthday,
    draw_child,
    draw_disabled,
    draw_companion,
    draw_top_up,
    draw_purse,
    draw_attempts = 16,  // of a further ride: so many draws on for each
};

// A further ride keeps so far from each other ride of the same person (assumed), or is not taken
// when so many tries find none that does.
constexpr std::int32_t between_rides = 3600;  // s
constexpr int tries = 4;

// Riders come for the timetable, 3 to 6 minutes early (transit.md section 5).
constexpr std::uint64_t early_from = 180, early_range = 180;

class Drawer
{
public:
    Drawer(const sim::Timetable& timetable, const sim::Scenario& scenario, const DayPlan& plan)
        : timetable_(timetable), scenario_(scenario), plan_(plan), stream_(scenario.seed, "people")
    {
    }

    void draw_group(const sim::Group& group, People& people)
    {
        const auto profile = std::find_if(scenario_.profiles.begin(), scenario_.profiles.end(),
                                          [&](const auto& p) { return p.id == group.profile; });
        const Demand demand(timetable_, scenario_, plan_, *profile);
        if (demand.empty() && group.count > 0) {
            throw sim::ScenarioError(scenario_.file, group.line, 0,
                                     "no trip runs on " + sim::to_string(scenario_.timetable_date) +
                                         " in the window for profile " + group.profile);
        }
        const auto number = static_cast<std::uint8_t>(profile - scenario_.profiles.begin());
        for (std::int64_t i = 0; i < group.count; ++i)
            draw(demand, *profile, number, group.further_rides, people);
    }

private:
    void draw(const Demand& demand, const sim::Profile& profile, std::uint8_t number,
              std::int64_t further, People& people)
    {
        const std::uint64_t who = people.riders.size();
        Rider rider = ride(demand, who, 0);
        rider.profile = number;
        rider.riders = stream_.chance(profile.companions_ppm, who, draw_companion) ? 2 : 1;
        if (stream_.chance(scenario_.ic_ppm, who, draw_ic)) {
            rider.card = static_cast<std::uint32_t>(people.holders.size());
            people.holders.push_back(holder(profile, who, rider));
        }
        people.riders.push_back(rider);
        for (std::int64_t i = 0; i < further; ++i) ride_again(demand, who, people);
    }

    Rider ride(const Demand& demand, std::uint64_t who, std::uint64_t more) const
    {
        const BoardingPlace from =
            demand.place(stream_.below(demand.total(), who, draw_place + more));
        Rider rider;
        rider.trip = from.trip;
        rider.board = from.stop;
        rider.alight = demand.destination(from, stream_.bits(who, draw_destination + more));
        rider.at_stop = departure_of(from) -
                        static_cast<std::int32_t>(
                            early_from + stream_.below(early_range, who, draw_early + more));
        return rider;
    }

    // Like the person's first ride in all but place and time.
    void ride_again(const Demand& demand, std::size_t first, People& people) const
    {
        const std::uint64_t who = people.riders.size();
        for (int i = 1; i <= tries; ++i) {
            Rider rider = people.riders[first];
            const Rider drawn = ride(demand, who, draw_attempts * static_cast<std::uint64_t>(i));
            rider.trip = drawn.trip;
            rider.board = drawn.board;
            rider.alight = drawn.alight;
            rider.at_stop = drawn.at_stop;
            const auto apart = [&](const Rider& other) {
                return rider.at_stop >= arrival_of(other) + between_rides ||
                       other.at_stop >= arrival_of(rider) + between_rides;
            };
            const auto mine = people.riders.begin() + static_cast<std::ptrdiff_t>(first);
            if (!std::all_of(mine, people.riders.end(), apart)) continue;
            people.riders.push_back(rider);
            return;
        }
    }

    std::int32_t arrival_of(const Rider& rider) const
    {
        const sim::FeedTrip& trip = timetable_.trips[plan_.trips[rider.trip].feed_trip];
        return timetable_.stop_times[trip.first_stop_time + rider.alight].arrival;
    }

    std::int32_t departure_of(const BoardingPlace& place) const
    {
        const sim::FeedTrip& trip = timetable_.trips[plan_.trips[place.trip].feed_trip];
        return timetable_.stop_times[trip.first_stop_time + place.stop].departure;
    }

    CardHolder holder(const sim::Profile& profile, std::uint64_t who, Rider& rider) const
    {
        CardHolder holder;
        if (stream_.chance(profile.child_card_ppm, who, draw_child))
            holder.card_type = 1;
        else if (stream_.chance(profile.disabled_card_ppm, who, draw_disabled))
            holder.card_type = 2;
        rider.tops_up = stream_.chance(profile.top_up_ppm, who, draw_top_up);
        const auto range =
            static_cast<std::uint64_t>(profile.purse_to.count - profile.purse_from.count) + 1;
        holder.purse = profile.purse_from +
                       fw::Yen{static_cast<std::int32_t>(stream_.below(range, who, draw_purse))};
        holder.birth = birth(profile, who);
        holder.lives_here = stream_.chance(profile.resident_ppm, who, draw_resident);
        holder.linked = stream_.chance(scenario_.linked_ppm, who, draw_linked);
        if (holder.linked)
            holder.discount_class = static_cast<std::uint8_t>(sim::discount_class_of(
                scenario_.city.tariff, holder.birth, holder.lives_here, scenario_.tariff_date));
        return holder;
    }

    sim::Date birth(const sim::Profile& profile, std::uint64_t who) const
    {
        const auto years = static_cast<std::uint64_t>(profile.age_to - profile.age_from + 1);
        const int age = profile.age_from + static_cast<int>(stream_.below(years, who, draw_age));
        const auto since_birthday =
            static_cast<std::int32_t>(stream_.below(365, who, draw_birthday));
        return {scenario_.tariff_date.days - age * 365 - age / 4 - since_birthday};
    }

    const sim::Timetable& timetable_;
    const sim::Scenario& scenario_;
    const DayPlan& plan_;
    sim::RngStream stream_;
};

// Riders by trip and stop; cards are numbered anew in that order, so that the cards one bus meets
// lie together in memory.
void sort_by_trip(People& people, std::size_t trips)
{
    std::stable_sort(people.riders.begin(), people.riders.end(),
                     [](const Rider& a, const Rider& b) {
                         if (a.trip != b.trip) return a.trip < b.trip;
                         if (a.board != b.board) return a.board < b.board;
                         return a.at_stop < b.at_stop;
                     });
    std::vector<CardHolder> holders;
    holders.reserve(people.holders.size());
    std::vector<std::uint32_t> renumbered(people.holders.size(), Rider::cash);
    people.first_of_trip.assign(trips + 1, 0);
    for (Rider& rider : people.riders) {
        ++people.first_of_trip[rider.trip + 1];
        if (rider.card == Rider::cash) continue;
        std::uint32_t& number = renumbered[rider.card];
        if (number == Rider::cash) {
            number = static_cast<std::uint32_t>(holders.size());
            holders.push_back(people.holders[rider.card]);
        }
        rider.card = number;
    }
    for (std::size_t t = 0; t < trips; ++t) people.first_of_trip[t + 1] += people.first_of_trip[t];
    people.holders = std::move(holders);
}

}  // namespace

People draw_people(const sim::Timetable& timetable, const sim::Scenario& scenario,
                   const DayPlan& plan)
{
    People people;
    Drawer drawer(timetable, scenario, plan);
    for (const sim::Group& group : scenario.people) drawer.draw_group(group, people);
    sort_by_trip(people, plan.trips.size());
    hand_out_passes(scenario, people);
    return people;
}

}  // namespace model
