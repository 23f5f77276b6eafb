// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <systemc>

#include "models/bus/box_make.h"
#include "models/bus/box_seat.h"
#include "models/bus/plain_box.h"
#include "models/cloud/cloud_module.h"

// One bus in service: drives its trips by the timetable, lets riders off and on at every stop, and
// leaves when the last one is through. Its one or two touch units host the fare-box firmware; each
// serves its own door as a process of its own, so rear and front work side by side.
namespace model
{

// How long things take at a door, as tables.
struct DoorTimes {
    explicit DoorTimes(const sim::DoorParameters& parameters);
    sim::Quantiles ic_board, ic_alight, cash_board, cash_alight, hold, retouch;
};

class BusModule final : public sc_core::sc_module, public BusEnd
{
public:
    BusModule(const sc_core::sc_module_name& name, std::uint32_t number, const CityContext& city,
              CloudModule& cloud, const std::shared_ptr<const StandInCipher>& cipher,
              const DoorTimes& times);

    void acknowledge(std::uint32_t device, fw::Nanos at, const fw::Acknowledgement& ack) override;
    void receive(std::uint32_t device, fw::Nanos at, fw::Bytes receipt) override;
    const FaultPlan& faults() const { return faults_; }
    const BoxMake& make() const { return make_; }
    TouchUnit& touch_unit(std::size_t door) { return *doors_[door].unit; }
    // What the boxes of this bus have taken off cards by their own journals, in yen.
    std::int64_t journal_yen() const;

private:
    enum class Action : std::uint8_t { alight, board };
    struct Passage {
        std::uint32_t rider = 0;
        Action action = Action::board;
    };
    // One door with its touch unit and the riders who want through at this stop.
    struct Door final : BoxSeat, CloudLine {
        BusModule* bus = nullptr;
        std::vector<Passage> queue;
        bool busy = false;
        fw::Nanos opens{};
        sc_core::sc_event start;
        Query query;
        std::unique_ptr<PlainBox> plain;  // none: the scenario has no such boxes

        void send(sim::UplinkBatch&& batch) override { bus->cloud_.send(std::move(batch)); }
        fw::AttributeAnswer ask(const fw::AttributeQuery& question, fw::Nanos deadline,
                                fw::Nanos& now) override
        {
            return bus->cloud_.ask(query, question, deadline, now);
        }
    };
    // A rider held a card up; what came of it.
    struct Touch {
        const Rider& rider;
        Action action = Action::board;
        std::uint8_t attempt = 1;
        fw::Nanos at{};
        fw::DriverKeys keys;
    };
    // The driver first charges with wrong keys, gives that back and charges again.
    enum class Payment : std::uint8_t { wrong, cancel, right };

    void drive();
    void drive_trip(const DayTrip& trip);
    void ride_until(fw::Nanos arrival);
    fw::Nanos call_at_stop(const DayTrip& trip, std::uint16_t stop);
    void let_through();
    void look_after_uplinks(bool flush);
    void drain_uplinks();

    void serve_first() { serve(doors_[0]); }
    void serve_second() { serve(doors_[1]); }
    void serve(Door& door);
    void fetch_card_of(const Passage& passage) const;
    fw::Nanos pass(Door& door, const Passage& passage, fw::Nanos from);
    fw::Nanos show_or_touch(Door& door, const Passage& passage, fw::Nanos at);
    bool pass_is_good_here(const Rider& rider) const;
    std::optional<fw::Nanos> show_pass(const Passage& passage, fw::Nanos at);
    fw::Nanos touch_until_served(Door& door, const Passage& passage, fw::Nanos at);
    Payment first_keys(Touch& touch) const;
    void own_up(const std::vector<fw::TapKey>& taps, fw::Nanos at);
    static bool goes_on(Touch& next, Payment& payment);
    bool touches_again(Touch& next, Payment& payment, const fw::TapEvent& event) const;
    fw::Tap touch(Door& door, const Touch& touch);
    void record_plain(const Door& door, const Touch& touch, const fw::TapEvent& event) const;
    HeldUp held_up(const Touch& touch);
    sim::TapRow row_of(const Touch& touch, const fw::Tap& tap) const;

    TouchUnitConfig config_of(std::uint32_t device) const;
    fw::ReaderRole role_of(const Door& door) const;
    std::uint64_t draw_key(const Touch& touch) const;

    std::uint32_t number_;
    const CityContext& city_;
    CloudModule& cloud_;
    const DoorTimes& times_;
    const Bus& bus_;
    BoxMake make_;
    FaultPlan faults_;
    sim::RngStream stream_;
    std::optional<sim::Quantiles> look_;  // of the driver at a pass, where some are shown
    std::vector<std::uint32_t> seen_;     // riders on board whose pass the driver has seen
    std::vector<Door> doors_;             // [0] rear or only door, [1] front
    sc_core::sc_event through_;

    fw::TripState trip_;
    const sim::Pattern* pattern_ = nullptr;
    std::vector<std::vector<std::uint32_t>> leaving_;  // riders on board, by stop to leave at
    sim::StopVisitRow visit_;
    std::uint32_t next_rider_ = 0;  // first who has not been at a door yet
    std::uint16_t load_ = 0;
    std::size_t noted_ = 0;  // of the fault plan's events
    TransitCard spare_;      // the second card of a wallet; never valid here
};

}  // namespace model
