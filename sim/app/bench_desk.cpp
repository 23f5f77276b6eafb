// SPDX-License-Identifier: Apache-2.0
#include "sim/app/bench_desk.h"

#include <fmt/format.h>

#include <utility>

#include "sim/app/reader_times.h"
#include "sim/base/digest.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

std::string digest_of(const std::string& text)
{
    sim::Digest digest;
    digest.add(text);
    return digest.hex();
}

double milliseconds(fw::Nanos time)
{
    return static_cast<double>(time.count) / 1e6;
}

}  // namespace

BenchDesk::BenchDesk(BenchPlan plan, const sim::Scenario& scenario, CityBuilder& city)
    : plan_(std::move(plan)),
      scenario_(scenario),
      city_(city),
      pacer_(wall_, plan_.bench.pace == sim::BenchPace::wall ? sim::Pace::wall : sim::Pace::taps,
             plan_.bench.drift)
{
    const std::vector<sim::BusRow> buses = city.rows().buses;
    for (const sim::BenchDevice& device : plan_.bench.devices)
        places_.push_back(place_of(device, plan_.bench.file, buses));
}

void BenchDesk::attach()
{
    if (plan_.mode == Mode::virtual_time) return;
    const std::string digest = digest_of(scenario_.resolved);
    const hil::HashKey key = hil::fresh_key();
    for (std::size_t i = 0; i < places_.size(); ++i) {
        seats_.push_back(std::make_unique<BenchSeat>(BenchSeat::Parts{
            plan_.bench.devices[i], plan_, digest, scenario_.seed, places_[i].device, pacer_, wall_,
            [this](const model::TransitCard* card) { return city_.name_of(*card); }, key}));
        seats_.back()->serve(city_.touch_unit(places_[i].bus, places_[i].door));
    }
}

// A replay knows all times beforehand and needs no wall.
bool BenchDesk::run(fw::Nanos slice, const std::function<bool(fw::Nanos)>& go_on)
{
    if (plan_.mode != Mode::paced) return sim::run_to_end(slice, go_on);
    return pacer_.run(slice, go_on);
}

void BenchDesk::report(sim::Recorder& recorder)
{
    recorder.note({0, "mode", plan_.bench.name, text_of(plan_.mode)});
    for (const auto& seat : seats_) {
        seat->close();
        const auto trouble = seat->trouble();
        if (!trouble) continue;
        recorder.note({0, trouble->bench ? "bench_failed" : "nothing_proven", seat->device().name,
                       trouble->text});
        if (trouble->bench && error_.empty()) error_ = trouble->text;
    }
    if (plan_.mode == Mode::paced) note_drift(recorder);
}

void BenchDesk::note_drift(sim::Recorder& recorder)
{
    const sim::Drift& drift = pacer_.drift();
    recorder.note(
        {0, "drift", plan_.bench.name,
         fmt::format("{} of {} events were later than {} ms, the latest by {:.3f} ms", drift.late,
                     drift.events, milliseconds(pacer_.drift_budget()), milliseconds(drift.most))});
    if (drift.late > 0 && error_.empty())
        error_ = fmt::format(
            "{}: the simulation was {:.0f} ms behind the wall's clock, {} ms are allowed",
            plan_.bench.name, milliseconds(drift.most), milliseconds(pacer_.drift_budget()));
}

sim::BenchRows BenchDesk::rows() const
{
    sim::BenchRows rows{error_, {}};
    for (const auto& seat : seats_) {
        const auto times = reader_times(seat->number(), seat->times(), seat->link_time());
        rows.times.insert(rows.times.end(), times.begin(), times.end());
    }
    return rows;
}

std::string BenchDesk::summary() const
{
    if (plan_.mode == Mode::virtual_time)
        return fmt::format("Bench {}: everything is simulated\n", plan_.bench.name);
    std::string out = fmt::format("Bench {}: {}\n", plan_.bench.name, text_of(plan_.mode));
    if (plan_.mode == Mode::paced)
        out += fmt::format(
            "  times are of real readers: this run gates nothing; latest event "
            "{:.3f} ms behind the wall's clock\n",
            milliseconds(pacer_.drift().most));
    for (const auto& seat : seats_)
        out += times_text(seat->device().name,
                          reader_times(seat->number(), seat->times(), seat->link_time()));
    return out;
}

}  // namespace app
