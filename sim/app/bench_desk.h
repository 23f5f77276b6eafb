// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/app/bench_seat.h"
#include "sim/app/city_builder.h"
#include "sim/kernel/run.h"
#include "sim/record/bench_rows.h"
#include "sim/record/recorder.h"

// The real side of a run: the fare boxes of a bench file with their readers, and the pace that ties
// the city to them. Readers are opened before anything is simulated.
namespace app
{

class BenchDesk
{
public:
    // Checks every name against the city.
    BenchDesk(BenchPlan plan, const sim::Scenario& scenario, CityBuilder& city);

    // After the city's modules were made, before the kernel starts.
    void attach();
    bool run(fw::Nanos slice, const std::function<bool(fw::Nanos)>& go_on);
    // Notes for the recorder, and what the judge must know. Call it before the recorder finishes.
    void report(sim::Recorder& recorder);

    Mode mode() const { return plan_.mode; }
    sim::BenchRows rows() const;
    // For people: pace, and where the time of each reader went.
    std::string summary() const;

private:
    void note_drift(sim::Recorder& recorder);

    BenchPlan plan_;
    const sim::Scenario& scenario_;
    CityBuilder& city_;
    sim::SteadyClock wall_;
    sim::Pacer pacer_;
    std::vector<FareBoxPlace> places_;
    std::vector<std::unique_ptr<BenchSeat>> seats_;
    std::string error_;
};

}  // namespace app
