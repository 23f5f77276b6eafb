// SPDX-License-Identifier: Apache-2.0
// What the viewer's data layer takes on one result file: viewer_data_bench RUN.db. On 2,000,000
// taps the first picture has 2 s, each query 50 ms. The test only sees that it runs.
#include <benchmark/benchmark.h>

#include <iostream>
#include <optional>
#include <string>

#include "viewer/data/checks.h"
#include "viewer/data/latency.h"
#include "viewer/data/money.h"
#include "viewer/data/ridership.h"
#include "viewer/data/taps.h"

namespace
{

using namespace view;

std::string run_file;

struct Opened {
    Result result{run_file};
    City city = read_city(result);
    Day day = read_day(result, city);
    std::int64_t noon = (day.span.from + day.span.to) / 2;
};

// One for all queries, opened by the first.
const Opened& run()
{
    static const Opened opened;
    return opened;
}

Chosen morning()
{
    return {Span{run().noon - 1'800'000'000'000, run().noon}, {}, {}, {}, {}};
}

void first_picture(benchmark::State& state)
{
    for (auto _ : state) {
        const Opened opened;
        benchmark::DoNotOptimize(riders_by_stop(opened.day, opened.city, {}));
        benchmark::DoNotOptimize(riders_by_segment(opened.day, opened.city, {}));
        benchmark::DoNotOptimize(buses_at(opened.day, opened.city, opened.noon));
        benchmark::DoNotOptimize(waiting_at(opened.result, opened.city, opened.noon));
    }
}
BENCHMARK(first_picture)->Unit(benchmark::kMillisecond);

template <typename Query>
void measure(const char* name, Query query)
{
    benchmark::RegisterBenchmark(name, [query](benchmark::State& state) {
        const Opened& opened = run();
        for (auto _ : state) benchmark::DoNotOptimize(query(opened));
    })->Unit(benchmark::kMillisecond);
}

void register_rides()
{
    measure("buses_at", [](const Opened& o) { return buses_at(o.day, o.city, o.noon); });
    measure("waiting_at", [](const Opened& o) { return waiting_at(o.result, o.city, o.noon); });
    measure("riders_by_stop",
            [](const Opened& o) { return riders_by_stop(o.day, o.city, morning()); });
    measure("riders_by_segment",
            [](const Opened& o) { return riders_by_segment(o.day, o.city, morning()); });
    measure("riders_by_route",
            [](const Opened& o) { return riders_by_route(o.day, o.city, morning()); });
    measure("load_profile",
            [](const Opened& o) { return load_profile(o.day, o.city, 0, 0, morning()); });
    measure("boardings_by_quarter",
            [](const Opened& o) { return boardings_by_quarter(o.day, o.city, {}); });
    measure("rides_by_class",
            [](const Opened& o) { return rides_by_class(o.result, o.city, morning()); });
}

void register_taps()
{
    measure("latency", [](const Opened& o) { return latency(o.result, {}); });
    measure("latency_of_device", [](const Opened& o) {
        return latency(o.result, {Length::read, {}, 1});
    });
    measure("latency_by_device", [](const Opened& o) { return latency_by_device(o.result); });
    measure("slowest", [](const Opened& o) { return slowest(o.result, Length::tap_time); });
    measure("taps_of_bus",
            [](const Opened& o) { return taps_of_bus(o.result, o.city, 1, 0, 1000); });
    measure("find_tap", [](const Opened& o) { return find_tap(o.result, o.city, {1, 2}); });
    measure("account_of", [](const Opened& o) { return account_of(o.result, {1, 2}); });
    measure("search", [](const Opened& o) { return search(o.result, o.city, "1", 20); });
}

void register_books()
{
    measure("checkpoints", [](const Opened& o) { return checkpoints(o.result); });
    measure("in_flight", [](const Opened& o) {
        const auto all = checkpoints(o.result);
        return in_flight(o.result, all.empty() ? 0 : all.front().t, 100);
    });
    measure("flows", [](const Opened& o) { return flows(o.result); });
    measure("statements", [](const Opened& o) { return statements(o.result); });
    measure("lost_answers", [](const Opened& o) { return lost_answers(o.result, 100); });
    measure("findings", [](const Opened& o) { return findings(o.result, 100); });
    measure("occurrences", [](const Opened& o) { return occurrences(o.result); });
}

}  // namespace

int main(int count, char** words)
{
    if (count < 2) return std::cerr << "viewer_data_bench RUN.db [benchmark flags]\n", 4;
    run_file = words[1];
    words[1] = words[0];
    benchmark::Initialize(&--count, ++words);
    register_rides();
    register_taps();
    register_books();
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
