// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <memory>

#include "models/card/ride_counter_card.h"
#include "models/service/desk.h"
#include "models/taxi/card_touch.h"
#include "models/taxi/taxi_plan.h"
#include "sim/record/recorder.h"

// The tablet of a taxi (services.md S22 to S25), ride after ride: riders touch their cards when
// they board, the office is asked, the driver keys the meter, each card counts the ride, the office
// closes it. Without the office the counters on the cards decide, and the journal is sent later.
namespace model
{

// What the tablets of a city share; made once, kept by reference.
struct TaxiGround {
    const sim::Scenario& scenario;
    const TaxiPlan& plan;
    sim::Recorder& recorder;
    std::vector<std::unique_ptr<ApduCard>> cards;  // of TaxiPlan::people
};

struct ClosedRide;

class TabletProgram final : public DeskProgram
{
public:
    TabletProgram(TaxiGround& ground, std::int32_t cab, const ApduReaderTimes& times);

    void serve(Desk& desk) override;

private:
    struct Rider;
    struct Ride;

    void drive(Desk& desk, const PlannedRide& planned);
    CardUse use_of(const Ride& ride, const Rider& rider) const;
    void touch(Desk& desk, Ride& ride, Rider& rider);
    void look_at(const Ride& ride, Rider& rider, const Touched& touched) const;
    void ask_office(Desk& desk, Ride& ride);
    void refuse_group(Ride& ride) const;
    void key_meter(Desk& desk, Ride& ride) const;
    void count(Desk& desk, Ride& ride, Rider& rider);
    void close(Desk& desk, Ride& ride);
    void record(Ride& ride, const ClosedRide& closed) const;
    void refuse(Ride& ride, const std::vector<std::string>& refused) const;
    void decide_alone(Ride& ride) const;
    bool send_journal(Desk& desk);
    TouchTear tear_of(std::uint64_t ride, std::size_t seat, int attempt, fw::Nanos now) const;
    fw::Nanos limit() const { return ground_.scenario.taxi->deadline; }

    TaxiGround& ground_;
    std::int32_t cab_;
    ApduReader reader_;
    sim::RngStream tears_;
    std::deque<sim::Form> journal_;  // not yet acknowledged by the office
};

}  // namespace model
