// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "firmware/port/panel.h"
#include "models/bus/clock_error.h"
#include "models/people/sales.h"
#include "sim/base/rng_stream.h"
#include "sim/link/mobile_link.h"

// The scenario's faults and changes as one bus will meet them, all known before the run.
namespace model
{

// What befalls the fare boxes of a bus at a moment of the day, or is only worth a note.
struct BoxEvent {
    enum class What : std::uint8_t {
        note,
        reset,  // the driver's
        boot,   // power is back, or a new build starts
        lists,  // an edition that came beside the acknowledgements; number = its change
        fares,
        keys,
    };
    fw::Nanos at{};
    What what = What::note;
    std::size_t change = 0;  // position in Scenario::changes
    const char* kind = "fault";
    std::string text;
};

class FaultPlan
{
public:
    FaultPlan(const sim::Scenario& scenario, const sim::Timetable& timetable, const DayPlan& plan,
              std::uint32_t bus);
    FaultPlan(const sim::Scenario& scenario, const Shop& shop);

    // All of them, in order of time.
    const std::vector<BoxEvent>& events() const { return events_; }
    ClockError clock_error() const;

    // The step at which this touch is torn, if it is. `touch` names the draw.
    std::optional<sim::TearStep> tear(fw::Nanos at, std::uint64_t touch) const;
    // How long after it came into the field the card of this touch leaves it, if it is torn so.
    std::optional<fw::Nanos> leaves_after(fw::Nanos at, std::uint64_t touch) const;
    bool second_card(fw::Nanos at, std::uint64_t touch) const;
    // Share of the frames that are damaged, in millionths, when it is not the usual one.
    std::optional<std::int32_t> frame_errors(fw::Nanos at) const;
    // What the driver presses by mistake at the first touch of this payment.
    std::optional<fw::DriverKeys> wrong_keys(fw::Nanos at, std::uint64_t payment,
                                             const fw::DriverKeys& right) const;
    bool reset_after_unconfirmed(fw::Nanos at, std::uint64_t touch) const;
    // The first time without power that ends after `time`: a power loss or a restart.
    std::optional<sim::Outage> next_power_loss(fw::Nanos time) const;
    std::optional<std::size_t> journal_records(fw::Nanos at) const;

private:
    using IsHere = std::function<bool(const std::string& where)>;
    FaultPlan(const sim::Scenario& scenario, std::uint32_t place, const IsHere& here);
    static sim::Outage when(const sim::Fault& fault);
    void plan_faults();
    void plan_change(const sim::Change& change, std::size_t position, const sim::RngStream& stream);
    void add(fw::Nanos at, BoxEvent::What what, std::string text);
    bool drawn(std::size_t fault, sim::FaultKind kind, fw::Nanos at, std::uint64_t key) const;

    std::vector<sim::Fault> faults_;
    sim::RngStream stream_;
    std::uint32_t place_;
    std::vector<sim::Outage> losses_;
    std::vector<BoxEvent> events_;
};

}  // namespace model
