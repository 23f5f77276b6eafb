// SPDX-License-Identifier: Apache-2.0
// Every number the viewer shows is what its taps say, whatever part of the day is chosen.
#include <gtest/gtest.h>

#include <rapidcheck/gtest.h>

#include <map>
#include <memory>

#include "sim/record/sum_key.h"
#include "tests/viewer/data/raw_taps.h"
#include "tests/viewer/data/real_run.h"
#include "viewer/data/latency.h"

namespace view
{

using test::RawTaps;
using test::Row;
using test::Rows;

namespace
{

struct Opened {
    explicit Opened(const std::string& file) : result(file), raw(file) {}

    Result result;
    City city = read_city(result);
    Day day = read_day(result, city);
    RawTaps raw;
};

// A run of the engine, faults included; each is made once in a test.
const Opened& random_run()
{
    static std::map<std::string, std::unique_ptr<Opened>> opened;
    const auto scenario = *rc::gen::element<std::string>("rush_hour/smoke", "fault/card",
                                                         "fault/bus", "fault/network");
    const std::string seed = "--seed " + std::to_string(*rc::gen::inRange(1, 3));
    auto& one = opened[scenario + seed];
    if (!one) one = std::make_unique<Opened>(test::real_run(scenario, seed));
    return *one;
}

template <typename Number>
std::optional<Number> maybe(std::size_t end)
{
    if (*rc::gen::inRange(0, 3) > 0) return std::nullopt;
    return static_cast<Number>(*rc::gen::inRange<std::size_t>(0, end));
}

// Any, a quarter of an hour, or just when a bus comes or leaves.
std::int64_t moment(const Opened& run)
{
    const auto any = *rc::gen::inRange(run.day.span.from, run.day.span.to);
    const Visit& visit = run.day.visits[*rc::gen::inRange<std::size_t>(0, run.day.visits.size())];
    return *rc::gen::element(any, any / sim::quarter_hour_ns * sim::quarter_hour_ns, visit.arrival,
                             visit.departure);
}

Chosen random_choice(const Opened& run)
{
    Chosen chosen;
    chosen.operator_index = maybe<std::uint32_t>(run.city.operators.size());
    chosen.route = maybe<std::uint32_t>(run.city.routes.size());
    chosen.stop = maybe<std::uint32_t>(run.city.stops.size());
    chosen.direction = maybe<std::uint8_t>(2);
    if (*rc::gen::arbitrary<bool>()) {
        const std::int64_t one = moment(run), other = moment(run);
        chosen.time = Span{std::min(one, other), std::max(one, other)};
    }
    return chosen;
}

Rows stops_of(const Opened& run, const Chosen& chosen)
{
    Rows rows;
    for (const StopRiders& one : riders_by_stop(run.day, run.city, chosen))
        if (one.boarded != 0 || one.alighted != 0)
            rows.push_back({one.stop, one.boarded, one.alighted});
    return rows;
}

Rows segments_of(const Opened& run, const Chosen& chosen)
{
    Rows rows;
    for (const SegmentRiders& one : riders_by_segment(run.day, run.city, chosen))
        rows.push_back({one.from, one.to, one.riders, one.trips, one.fullest});
    return rows;
}

Rows routes_of(const Opened& run, const Chosen& chosen)
{
    Rows rows;
    for (const RouteRiders& one : riders_by_route(run.day, run.city, chosen))
        rows.push_back({one.route, one.direction, one.trips, one.boarded, one.max_load});
    return rows;
}

Rows quarters_of(const Opened& run, const Chosen& chosen)
{
    Rows rows;
    const auto quarters = boardings_by_quarter(run.day, run.city, chosen);
    for (std::size_t i = 0; i < quarters.size(); ++i)
        if (quarters[i] != 0) rows.push_back({static_cast<std::int64_t>(i), quarters[i]});
    return rows;
}

Rows classes_of(const Opened& run, const Chosen& chosen)
{
    Rows rows;
    for (const ClassRides& one : rides_by_class(run.result, run.city, chosen))
        rows.push_back({one.discount_class, one.half, one.cash, one.rides, one.riders, one.fare,
                        one.base_fare});
    return rows;
}

Rows rows_of(const LoadProfile& profile)
{
    Rows rows;
    for (const LoadProfile::Row& one : profile.rows)
        rows.push_back({std::ssize(rows), one.boarded, one.alighted, one.load, one.fullest});
    return rows;
}

}  // namespace

RC_GTEST_PROP(Ridership, IsWhatTheTapsSay, ())
{
    const Opened& run = random_run();
    const Chosen chosen = random_choice(run);
    RC_ASSERT(stops_of(run, chosen) == run.raw.by_stop(chosen));
    RC_ASSERT(segments_of(run, chosen) == run.raw.by_segment(chosen));
    RC_ASSERT(routes_of(run, chosen) == run.raw.by_route(chosen));
    RC_ASSERT(quarters_of(run, chosen) == run.raw.by_quarter(chosen));
    RC_ASSERT(classes_of(run, chosen) == run.raw.by_class(chosen));
}

RC_GTEST_PROP(LoadProfile, IsWhatTheTapsSay, ())
{
    const Opened& run = random_run();
    Chosen chosen = random_choice(run);
    chosen.route =
        *rc::gen::inRange<std::uint32_t>(0, static_cast<std::uint32_t>(run.city.routes.size()));
    chosen.direction = *rc::gen::inRange<std::uint8_t>(0, 2);
    chosen.stop.reset();
    const LoadProfile profile =
        load_profile(run.day, run.city, *chosen.route, *chosen.direction, chosen);
    if (profile.rows.empty()) {
        RC_ASSERT(run.raw.by_route(chosen).empty());
        return;
    }
    const Rows expected = run.raw.along(profile.pattern, chosen);
    RC_ASSERT(rows_of(profile) == expected);
    for (const Row& row : expected) RC_ASSERT(row[3] <= profile.rows[profile.max_load_row].load);
}

RC_GTEST_PROP(Latency, CountsEveryTapOnceInTheBinOfItsLength, ())
{
    const Opened& run = random_run();
    const int hop = *rc::gen::inRange(1, 12);
    LatencyChoice choice;
    choice.length = static_cast<Length>(hop);
    choice.operator_index = maybe<std::uint32_t>(run.city.operators.size());
    std::string where =
        choice.operator_index ? "operator = " + std::to_string(*choice.operator_index) : "1";
    if (*rc::gen::inRange(0, 3) == 0) {
        choice.device = *rc::gen::inRange<std::uint32_t>(1, 20);
        where = "device = " + std::to_string(*choice.device);
    }
    const Distribution found = latency(run.result, choice);
    const auto expected = run.raw.lengths(hop, where);
    RC_ASSERT(found.taps == std::ssize(expected));
    for (const LatencyBin& bin : found.bins)
        RC_ASSERT(bin.taps == std::lower_bound(expected.begin(), expected.end(), bin.to) -
                                  std::lower_bound(expected.begin(), expected.end(), bin.from));
}

}  // namespace view
