// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/comparison.h"

#include <map>
#include <utility>

namespace view
{

namespace
{

using StopName = std::pair<std::string, std::string>;  // feed and id
using Riders = std::map<StopName, std::int64_t>;
using SegmentRidersByName = std::map<std::pair<StopName, StopName>, std::int64_t>;

// One run as the other one can understand it: by names, not by numbers.
struct Side {
    City city;
    Day day;
    std::vector<StopName> names;  // by stop

    explicit Side(const Result& result) : city(read_city(result)), day(read_day(result, city))
    {
        names.resize(city.stops.size());
        sim::Query row = result.database().query(
            "SELECT s.stop, f.stem, s.id FROM stop s JOIN feed f ON f.feed = s.feed");
        while (row.step())
            names.at(static_cast<std::size_t>(row.integer(0))) = {row.text(1), row.text(2)};
    }
    std::vector<StopRiders> stops() const { return riders_by_stop(day, city, {}); }
    std::vector<SegmentRiders> segments() const { return riders_by_segment(day, city, {}); }
};

std::int64_t found(const auto& riders, const auto& name)
{
    const auto at = riders.find(name);
    return at == riders.end() ? 0 : at->second;
}

std::vector<StopDifference> stop_differences(const Side& before, const Side& after)
{
    Riders later;
    for (const StopRiders& stop : after.stops())
        later[after.names[stop.stop]] += stop.boarded + stop.alighted;
    std::vector<StopDifference> differences;
    for (const StopRiders& stop : before.stops())
        differences.push_back(
            {stop.stop, stop.boarded + stop.alighted, found(later, before.names[stop.stop])});
    return differences;
}

std::vector<SegmentDifference> segment_differences(const Side& before, const Side& after)
{
    SegmentRidersByName later;
    for (const SegmentRiders& one : after.segments())
        later[{after.names[one.from], after.names[one.to]}] += one.riders;
    std::vector<SegmentDifference> differences;
    for (const SegmentRiders& one : before.segments())
        differences.push_back(
            {one, found(later, std::pair{before.names[one.from], before.names[one.to]})});
    return differences;
}

}  // namespace

Comparison compare(const Result& before, const Result& after)
{
    const Side a(before), b(after);
    Comparison comparison;
    comparison.runs = sim::compare_runs(before.head().file, after.head().file, false).diff;
    comparison.stops = stop_differences(a, b);
    comparison.segments = segment_differences(a, b);
    return comparison;
}

}  // namespace view
