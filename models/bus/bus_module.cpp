// SPDX-License-Identifier: Apache-2.0
#include "models/bus/bus_module.h"

#include <algorithm>

#include "models/card/card_image.h"
#include "sim/kernel/kernel_time.h"

namespace model
{

namespace
{

constexpr fw::Nanos seconds(std::int64_t n)
{
    return {n * 1'000'000'000};
}

// The driver opens the trip so long before departure, assumed.
constexpr fw::Nanos opened_before = seconds(120);

}  // namespace

DoorTimes::DoorTimes(const sim::DoorParameters& p)
    : ic_board(sim::quantiles_of(p.ic_board)),
      ic_alight(sim::quantiles_of(p.ic_alight)),
      cash_board(sim::quantiles_of(p.cash_board)),
      cash_alight(sim::quantiles_of(p.cash_alight)),
      hold(sim::quantiles_of(p.hold)),
      retouch(sim::quantiles_of(p.retouch_delay))
{
}

BusModule::BusModule(const sc_core::sc_module_name& name, std::uint32_t number,
                     const CityContext& city, CloudModule& cloud,
                     const std::shared_ptr<const StandInCipher>& cipher, const DoorTimes& times)
    : sc_module(name),
      number_(number),
      city_(city),
      cloud_(cloud),
      times_(times),
      bus_(city.plan.buses[number]),
      make_(box_make_of(city.scenario, number, bus_.operator_index)),
      faults_(city.scenario, city.timetable, city.plan, number),
      stream_(city.scenario.seed, "door"),
      doors_(static_cast<std::size_t>(city.scenario.city.devices.fare_box.readers))
{
    if (city.scenario.shown_passes)
        look_.emplace(sim::quantiles_of(city.scenario.shown_passes->look));
    const sim::RngStream rf(city.scenario.seed, "rf");
    for (std::uint32_t i = 0; i < doors_.size(); ++i) {
        const std::uint32_t device = bus_.first_device + i;
        const TouchUnitConfig config = config_of(device);
        const sim::RngStream own(rf.bits(device), "reader");
        doors_[i].bus = this;
        doors_[i].unit = std::make_unique<TouchUnit>(config, own, cipher, doors_[i]);
        if (city.scenario.plain_boxes)
            doors_[i].plain = std::make_unique<PlainBox>(config, own, cipher);
        doors_[i].take_place(city, faults_, bus_.name, noted_);
        doors_[i].query.bus = number;
        doors_[i].query.device = device;
    }
    CardIssue other;
    other.number = (std::uint64_t{1} << 47) + number;
    other.system = city.scenario.city.devices.fare_box.card_system;
    spare_ = issue_card(other);

    SC_HAS_PROCESS(BusModule);
    SC_THREAD(drive);
    SC_THREAD(serve_first);
    if (doors_.size() > 1) SC_THREAD(serve_second);
}

TouchUnitConfig BusModule::config_of(std::uint32_t device) const
{
    return {device,
            number_,
            *make_.reader,
            *make_.box,
            policy_of(city_.scenario, device, *make_.reader, *make_.box),
            faults_.clock_error(),
            make_.protocol,
            city_.scenario.timetable_date};
}

void BusModule::acknowledge(std::uint32_t device, fw::Nanos at, const fw::Acknowledgement& ack)
{
    doors_[device - bus_.first_device].unit->acknowledge(at, ack);
}

void BusModule::receive(std::uint32_t device, fw::Nanos at, fw::Bytes receipt)
{
    doors_[device - bus_.first_device].unit->receive(at, receipt);
}

void BusModule::drive()
{
    for (const std::uint32_t trip : bus_.trips) drive_trip(city_.plan.trips[trip]);
    drain_uplinks();
}

void BusModule::drive_trip(const DayTrip& trip)
{
    const auto number = static_cast<std::uint32_t>(&trip - city_.plan.trips.data());
    ride_until(seconds(trip.first_departure) - opened_before);
    pattern_ = &city_.timetable.patterns[trip.pattern];
    trip_.trip = number + 1;
    trip_.pattern = trip.pattern;
    trip_.entry_device = bus_.first_device;
    trip_.date = service_day(city_.scenario, city_.timetable.trips[trip.feed_trip].day);
    leaving_.assign(pattern_->stops.size(), {});
    next_rider_ = city_.people.first_of_trip[number];
    load_ = 0;

    const std::uint32_t first = city_.timetable.trips[trip.feed_trip].first_stop_time;
    fw::Nanos departed = sim::kernel_now();
    for (std::uint16_t stop = 0; stop < pattern_->stops.size(); ++stop) {
        const sim::StopTime& time = city_.timetable.stop_times[first + stop];
        fw::Nanos arrival = std::max(departed, seconds(time.arrival));
        if (stop > 0) {
            const auto running =
                seconds(time.arrival - city_.timetable.stop_times[first + stop - 1].departure);
            arrival = std::max(arrival, departed + running);
            ride_until(arrival);
        }
        departed = call_at_stop(trip, stop);
    }
}

// Between stops the boxes get their uplinks looked after until everything is acknowledged.
void BusModule::ride_until(fw::Nanos arrival)
{
    const fw::Nanos pause = make_.box->upload_after;
    const auto pending = [](const Door& door) { return !door.unit->everything_acknowledged(); };
    while (std::any_of(doors_.begin(), doors_.end(), pending) &&
           sim::kernel_now() + pause < arrival) {
        wait(sim::kernel_time(pause));
        look_after_uplinks(false);
    }
    wait(sim::until(arrival));
}

fw::Nanos BusModule::call_at_stop(const DayTrip& trip, std::uint16_t stop)
{
    const sim::StopTime& time =
        city_.timetable.stop_times[city_.timetable.trips[trip.feed_trip].first_stop_time + stop];
    trip_.stop = stop;
    visit_ = {};
    visit_.trip = trip_.trip;
    visit_.bus = number_;
    visit_.index = stop;
    visit_.stop = pattern_->stops[stop];
    visit_.scheduled_arrival = time.arrival;
    visit_.scheduled_departure = time.departure;
    visit_.arrival = sim::kernel_now().count;

    let_through();

    if (stop + 1U < pattern_->stops.size()) wait(sim::until(seconds(time.departure)));
    const fw::Nanos departed = sim::kernel_now();
    visit_.departure = departed.count;
    visit_.load = load_;
    city_.recorder.stop_visit(visit_);
    return departed;
}

// Queues everyone who wants off or on here at their door, and waits until all are through.
void BusModule::let_through()
{
    Door& entry = doors_.front();
    Door& exit = doors_.back();
    for (const std::uint32_t rider : leaving_[trip_.stop])
        exit.queue.push_back({rider, Action::alight});
    const auto& riders = city_.people.riders;  // of this trip in order of boarding
    const std::uint32_t end = city_.people.first_of_trip[trip_.trip];
    for (; next_rider_ < end && riders[next_rider_].board == trip_.stop; ++next_rider_)
        entry.queue.push_back({next_rider_, Action::board});
    if (entry.queue.empty() && exit.queue.empty()) return;

    const fw::Nanos half_doors{city_.scenario.city.devices.door.doors.count / 2};
    for (Door& door : doors_) {
        if (door.queue.empty()) continue;
        door.opens = sim::kernel_now() + half_doors;
        door.busy = true;
        door.start.notify();
    }
    const auto busy = [](const Door& door) { return door.busy; };
    while (std::any_of(doors_.begin(), doors_.end(), busy)) wait(through_);
    wait(sim::kernel_time(half_doors));
}

void BusModule::look_after_uplinks(bool flush)
{
    const fw::Nanos now = sim::kernel_now();
    for (Door& door : doors_) door.look_after_uplink(now, flush);
}

// After the last trip: everything the journal holds must reach the cloud, and the day be closed.
// Gives up after a day.
void BusModule::drain_uplinks()
{
    const auto pending = [](const Door& door) {
        return !door.unit->everything_acknowledged() || !door.unit->day_closed();
    };
    for (int tries = 0; tries < 86400; ++tries) {
        look_after_uplinks(true);
        if (std::none_of(doors_.begin(), doors_.end(), pending)) return;
        wait(sim::kernel_time(seconds(1)));
    }
}

fw::ReaderRole BusModule::role_of(const Door& door) const
{
    if (doors_.size() == 1) return fw::ReaderRole::both;
    return &door == &doors_.front() ? fw::ReaderRole::entry : fw::ReaderRole::exit;
}

std::int64_t BusModule::journal_yen() const
{
    std::int64_t sum = 0;
    for (const Door& door : doors_) sum += door.unit->journal_yen();
    return sum;
}

}  // namespace model
