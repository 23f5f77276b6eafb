// SPDX-License-Identifier: Apache-2.0
#include "models/demand/ride_dispatch.h"

#include <algorithm>

namespace model
{

RideDispatch::RideDispatch(const sim::DemandTaxi& rules)
    : rules_(rules),
      grid_{rules.columns, rules.rows, rules.step},
      fleet_(static_cast<std::size_t>(rules.vehicles))
{
}

std::optional<RideDispatch::Timing> RideDispatch::drive(const Vehicle& vehicle,
                                                        const std::vector<DemandStop>& stops,
                                                        fw::Nanos now) const
{
    Timing timing;
    std::int64_t place = vehicle.place;
    fw::Nanos at = std::max(now, vehicle.free_at);
    std::int32_t aboard = vehicle.aboard;
    if (vehicle.current)
        aboard += vehicle.current->pick_up ? vehicle.current->riders : -vehicle.current->riders;
    for (const DemandStop& stop : stops) {
        at = at + grid_.way(place, stop.place);
        if (stop.pick_up) at = std::max(at, stop.not_before);
        aboard += stop.pick_up ? stop.riders : -stop.riders;
        if (at > stop.latest || aboard > rules_.seats) return std::nullopt;
        timing.at.push_back(at);
        timing.sum += at.count;
        at = at + rules_.stop_time;
        place = stop.place;
    }
    return timing;
}

std::optional<DemandOffer> RideDispatch::insert(std::int64_t ride, std::int64_t from,
                                                std::int64_t to, std::int32_t riders,
                                                fw::Nanos wanted, fw::Nanos now)
{
    const fw::Nanos last_pick_up = wanted + rules_.longest_wait;
    const fw::Nanos last_arrival = last_pick_up + grid_.way(from, to) + rules_.longest_detour;
    const DemandStop in{ride, true, from, riders, wanted, last_pick_up};
    const DemandStop out{ride, false, to, riders, {}, last_arrival};
    std::optional<DemandOffer> best;
    std::vector<DemandStop> best_way;
    std::int64_t least = 0;
    for (std::size_t v = 0; v < fleet_.size(); ++v) {
        const auto so_far = drive(fleet_[v], fleet_[v].ahead, now);
        const std::int64_t before = so_far ? so_far->sum : 0;
        for (std::size_t i = 0; i <= fleet_[v].ahead.size(); ++i)
            for (std::size_t j = i + 1; j <= fleet_[v].ahead.size() + 1; ++j) {
                std::vector<DemandStop> way = fleet_[v].ahead;
                way.insert(way.begin() + static_cast<std::ptrdiff_t>(i), in);
                way.insert(way.begin() + static_cast<std::ptrdiff_t>(j), out);
                const auto timing = drive(fleet_[v], way, now);
                if (!timing || (best && timing->sum - before >= least)) continue;
                least = timing->sum - before;
                best = DemandOffer{v, timing->at[i], timing->at[j]};
                best_way = std::move(way);
            }
    }
    if (best) fleet_[best->vehicle].ahead = std::move(best_way);
    return best;
}

// Leaves as late as the first pick-up allows, so that it can still be sent elsewhere.
std::optional<DemandStop> RideDispatch::next(std::size_t vehicle, std::int64_t place, fw::Nanos now)
{
    Vehicle& one = fleet_[vehicle];
    one.place = place;
    one.free_at = now;
    one.current.reset();
    if (one.ahead.empty()) return std::nullopt;
    const DemandStop stop = one.ahead.front();
    const fw::Nanos arrives = now + grid_.way(place, stop.place);
    if (stop.pick_up && arrives + rules_.poll < stop.not_before) return std::nullopt;
    one.ahead.erase(one.ahead.begin());
    one.current = stop;
    one.place = stop.place;
    one.free_at = (stop.pick_up ? std::max(arrives, stop.not_before) : arrives) + rules_.stop_time;
    return stop;
}

void RideDispatch::forget(std::size_t vehicle, std::int64_t ride)
{
    Vehicle& one = fleet_[vehicle];
    std::erase_if(one.ahead, [ride](const DemandStop& stop) { return stop.ride == ride; });
    if (one.current && one.current->ride == ride) one.current.reset();
}

}  // namespace model
