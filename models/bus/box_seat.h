// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <optional>

#include "models/bus/city_context.h"
#include "models/bus/fault_plan.h"
#include "models/bus/frame_tape.h"
#include "models/bus/touch_unit.h"

// A touch unit where it stands, at the door of a bus or on the counter of a shop, and what befalls
// it there beside taps: power, reset, new lists, fares, keys and builds. It catches up with the
// fault plan before it is used again.
namespace model
{

// A card held up at `at`, as `hold` long as its holder means to.
struct HeldUp {
    std::uint32_t card = 0;
    fw::Nanos comes{};  // its holder, to the stop or into the shop
    fw::Nanos at{};
    fw::Nanos hold{};
    fw::DriverKeys keys;
    std::uint64_t key = 0;     // of the touch's draws
    bool first = false;        // of the touches of one payment
    bool in_a_wallet = false;  // another card is in it, and is taken out for the retouch
    TransitCard* other = nullptr;
};

class BoxSeat
{
public:
    // Several units of one bus share `noted`, so that what befalls the bus is told once.
    // `passes` false: its lists tell of none.
    void take_place(const CityContext& city, const FaultPlan& faults, const std::string& place,
                    std::size_t& noted, bool passes = true);

    // Whoever holds a card up waits while the box has no power.
    fw::Nanos sit_out_power_loss(fw::Nanos at);
    bool dark(fw::Nanos at) const;
    void catch_up(fw::Nanos at);
    void boot();
    void look_after_uplink(fw::Nanos at, bool flush);
    // Writes down which edition of the lists is in use from now on.
    void tell_lists(fw::Nanos at) const;
    // With what the fault plan does to this touch.
    Presentation presentation_of(const HeldUp& held) const;
    // Writes a tap down; one that was cut off waits until the box has booted.
    void record(const sim::TapRow& row);

    std::unique_ptr<TouchUnit> unit;
    fw::Tables tables;
    FrameTape frames;

private:
    void befall(const BoxEvent& event);
    void take_lists(std::uint32_t edition, fw::Nanos at);
    bool keeps_frames(const fw::TapEvent& event) const;

    const CityContext* city_ = nullptr;
    const FaultPlan* faults_ = nullptr;
    std::string place_;
    bool passes_ = true;
    std::size_t* noted_ = nullptr;  // of the fault plan's events
    std::size_t next_event_ = 0;    // likewise, not yet befallen
    std::optional<sim::TapRow> interrupted_;
};

// What a box does where operators differ, by the city's tariff and the device's parameters.
fw::FareBoxPolicy policy_of(const sim::Scenario& scenario, std::uint32_t device,
                            const sim::ReaderParameters& reader, const sim::FareBoxParameters& box);

// The service date so many days after the first of the run, as a card keeps it.
std::uint16_t service_day(const sim::Scenario& scenario, std::int32_t later);

bool was_served(const fw::TapEvent& event);
// The buzzer asked for another touch.
bool asks_again(const fw::TapEvent& event);

}  // namespace model
