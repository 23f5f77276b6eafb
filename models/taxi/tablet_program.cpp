// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "models/taxi/tablet_ride.h"

namespace model
{

namespace
{

// All *assumed*.
constexpr fw::Nanos pin_time{5'000'000'000}, meter_time{4'000'000'000};
constexpr fw::Nanos again_time{1'500'000'000};        // until a card is held out once more
constexpr fw::Nanos journal_period{120'000'000'000};  // between two attempts to send it
constexpr int most_tears = 5;                         // then the rider holds the card still
constexpr int most_attempts = 500;
const std::string auth_pin = "1234";  // of the bench's invented card

std::string word_of(TouchResult result)
{
    if (result == TouchResult::unregistered) return "unregistered";
    if (result == TouchResult::forged) return "forged_card";
    if (result == TouchResult::wrong_pin) return "wrong_pin";
    return result == TouchResult::quota ? "card_full" : "card_refused";
}

}  // namespace

TabletProgram::TabletProgram(TaxiGround& ground, std::int32_t cab, const ApduReaderTimes& times)
    : ground_(ground),
      cab_(cab),
      reader_(times, [&ground](const sim::CardCommandRow& row) { ground.recorder.service(row); }),
      tears_(ground.scenario.seed, "taxi tears")
{
}

void TabletProgram::serve(Desk& desk)
{
    for (const PlannedRide& ride : ground_.plan.rides) {
        if (ride.cab != cab_ || ride.paper) continue;
        while (!send_journal(desk) && desk.now() + journal_period < ride.boards)
            desk.spend(journal_period);
        if (desk.now() < ride.boards) desk.wait_until(ride.boards);
        drive(desk, ride);
    }
    for (int i = 0; i < most_attempts && !send_journal(desk); ++i) desk.spend(journal_period);
}

void TabletProgram::drive(Desk& desk, const PlannedRide& planned)
{
    Ride ride{planned, {}, {}, desk.now()};
    ride.flow.flow = desk.begin_flow();
    ride.flow.u[0] = desk.now().count;
    for (const TaxiSeat& seat : planned.riders) {
        Rider rider{seat.person, seat.card_gone, seat.no_card, {}, {}};
        rider.row.seat = static_cast<std::int64_t>(ride.riders.size());
        touch(desk, ride, rider);
        ride.riders.push_back(std::move(rider));
    }
    ride.flow.u[1] = desk.now().count;
    ask_office(desk, ride);
    for (Rider& rider : ride.riders) rider.row.told = desk.now().count;
    refuse_group(ride);
    if (desk.now() < planned.alights) desk.wait_until(planned.alights);
    key_meter(desk, ride);
    for (Rider& rider : ride.riders)
        if (rider.rides()) count(desk, ride, rider);
    close(desk, ride);
    desk.end_flow(ride.flow);
}

// Which card leaves too early: the first fault that draws this touch.
TouchTear TabletProgram::tear_of(std::uint64_t ride, std::size_t seat, int attempt,
                                 fw::Nanos now) const
{
    const auto& faults = ground_.scenario.faults;
    if (attempt >= most_tears) return {};
    const std::uint64_t key = (ride * 16 + seat) * 16 + static_cast<std::uint64_t>(attempt);
    for (std::size_t i = 0; i < faults.size(); ++i) {
        const sim::Fault& fault = faults[i];
        const bool here = fault.where == "all" || fault.where == "taxis" ||
                          fault.where == "taxi-" + std::to_string(cab_);
        if (fault.kind != sim::FaultKind::card_torn || !here || !fault.holds(now)) continue;
        if (!tears_.chance(fault.share_ppm, key, i)) continue;
        return fault.after ? TouchTear{std::nullopt, fault.after}
                           : TouchTear{fault.step, std::nullopt};
    }
    return {};
}

CardUse TabletProgram::use_of(const Ride& ride, const Rider& rider) const
{
    return {ride.flow.flow, ground_.plan.people[rider.person].resident};
}

void TabletProgram::touch(Desk& desk, Ride& ride, Rider& rider)
{
    const TaxiPerson& person = ground_.plan.people[rider.person];
    const bool pin = ground_.scenario.taxi->pin;
    const auto seat = static_cast<std::size_t>(rider.row.seat);
    rider.row.ride = static_cast<std::int64_t>(ride.planned.number);
    rider.row.resident = person.resident;
    rider.row.used = -1;
    if (pin && !rider.no_card) desk.spend(pin_time);
    rider.row.touched = desk.now().count;
    if (rider.no_card) {
        rider.row.reason = "no_my_number_card";
        return;
    }
    Touched touched;
    for (int attempt = 0; touched.result == TouchResult::left; ++attempt) {
        if (attempt > 0) desk.spend(again_time), ++rider.row.torn;
        fw::Nanos now = desk.now();
        const TouchTear tear = tear_of(ride.planned.number, seat, attempt, now);
        CardTouch card(reader_, *ground_.cards[rider.person], tear, now, use_of(ride, rider));
        touched = card.identify(std::to_string(ride.planned.number), pin ? auth_pin : "",
                                ride.planned.number * 16 + seat);
        desk.wait_until(now);
    }
    rider.signature = touched.signature;
    rider.row.registration = touched.count.registration;
    look_at(ride, rider, touched);
}

// What the tablet sees by itself.
void TabletProgram::look_at(const Ride& ride, Rider& rider, const Touched& touched) const
{
    const sim::TaxiSubsidy& rules = ground_.scenario.taxi->rules;
    const sim::Date day =
        quota_day(rules, ground_.scenario.tariff_date, ride.boarded, ride.boarded);
    const RideCount& count = touched.count;
    const auto today = static_cast<std::uint32_t>(day.days);
    std::string& reason = rider.row.reason;
    if (touched.result != TouchResult::done)
        reason = word_of(touched.result);
    else if (std::any_of(ride.riders.begin(), ride.riders.end(), [&](const Rider& other) {
                 return other.row.registration == rider.row.registration;
             }))
        reason = "twice_in_group";
    else if (count.until < today)
        reason = "expired";
    else if (count.day == today && count.today >= count.per_day)
        reason = "day_full";
    else if (count.year == quota_year(rules, day) && count.used >= count.per_year)
        reason = "year_full";
}

// Zero is refused by the tablet; the driver keys it once more.
void TabletProgram::key_meter(Desk& desk, Ride& ride) const
{
    desk.spend(meter_time);
    if (ride.planned.no_meter) desk.spend(meter_time);
    ride.alighted = desk.now();
}

void TabletProgram::count(Desk& desk, Ride& ride, Rider& rider)
{
    if (rider.card_gone) {
        rider.row.reason = "no_card";
        return;
    }
    const sim::TaxiSubsidy& rules = ground_.scenario.taxi->rules;
    const sim::Date day =
        quota_day(rules, ground_.scenario.tariff_date, ride.boarded, ride.alighted);
    const CountRide order{ride.planned.number, static_cast<std::uint16_t>(quota_year(rules, day)),
                          0, static_cast<std::uint32_t>(day.days)};
    Touched touched;
    for (int attempt = 0; touched.result == TouchResult::left; ++attempt) {
        if (attempt > 0) desk.spend(again_time), ++rider.row.torn;
        fw::Nanos now = desk.now();
        const auto seat = static_cast<std::size_t>(rider.row.seat) + 8;
        const TouchTear tear = tear_of(ride.planned.number, seat, attempt, now);
        CardTouch card(reader_, *ground_.cards[rider.person], tear, now, use_of(ride, rider));
        touched = card.count(order);
        desk.wait_until(now);
    }
    if (touched.result != TouchResult::done) {
        rider.row.reason = word_of(touched.result);
        return;
    }
    rider.row.outcome = "counted";
    rider.row.used = touched.count.used;
}

}  // namespace model
