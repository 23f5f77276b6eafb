// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>

#include "models/disaster/way_map.h"
#include "models/service/desk.h"
#include "sim/base/quantiles.h"
#include "sim/record/recorder.h"

// Phones on which people look for a shelter (services.md S58), one after the other on each: the
// office is asked, and where the cell is down the phone answers from the map it fetched last and
// tells later where its owner went.
namespace model
{

struct WayGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    WayMap map;
    std::vector<WaySearch> searches;  // search n on phone n mod phones + 1
    sim::Quantiles typing;
    sim::RngStream stream;

    const sim::ShelterWays& rules() const { return *scenario.shelter_ways; }
};

class WalkerPhone final : public DeskProgram
{
public:
    WalkerPhone(WayGround& ground, std::size_t phone) : ground_(ground), phone_(phone) {}

    void serve(Desk& desk) override;

private:
    void fetch_map(Desk& desk);
    bool tell_later(Desk& desk);
    void search(Desk& desk, std::size_t which);
    // The way as the office knows it; false: it does not answer.
    bool ask_office(Desk& desk, sim::WaySearchRow& row) const;
    void ask_map(sim::WaySearchRow& row);
    void close(Desk& desk, sim::WaySearchRow& row, sim::FlowRow& flow) const;

    WayGround& ground_;
    std::size_t phone_;  // from 0
    std::set<std::int64_t> closed_, full_;
    fw::Nanos fetched_{-1};
    std::int64_t known_ = -1;      // what the map says was known then
    std::deque<sim::Form> going_;  // not yet told
};

}  // namespace model
