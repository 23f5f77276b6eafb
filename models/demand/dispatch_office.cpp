// SPDX-License-Identifier: Apache-2.0
#include "models/demand/dispatch_office.h"

#include <algorithm>
#include <charconv>

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("demand.refused").set("reason", reason);
}

// "van-3": 2.
std::optional<std::size_t> vehicle_of(const std::string& desk, std::int32_t vehicles)
{
    constexpr std::string_view kind = "van-";
    std::int32_t number = 0;
    if (!desk.starts_with(kind)) return std::nullopt;
    std::from_chars(desk.data() + kind.size(), desk.data() + desk.size(), number);
    if (number < 1 || number > vehicles) return std::nullopt;
    return static_cast<std::size_t>(number) - 1;
}

}  // namespace

DispatchOffice::DispatchOffice(const sim::Scenario& scenario, Fares fares, AreaOf area_of,
                               sim::Recorder& recorder)
    : rules_(*scenario.demand),
      fares_(std::move(fares)),
      area_of_(std::move(area_of)),
      recorder_(recorder),
      dispatch_(rules_)
{
}

sim::Form DispatchOffice::answer(const sim::Form& request, const std::string& from, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return refused("malformed");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    return answers_[number] = decide(request, from, line.now());
}

sim::Form DispatchOffice::decide(const sim::Form& request, const std::string& from, fw::Nanos now)
{
    if (request.kind() == "demand.request") return take(request, now);
    if (request.kind() == "demand.cancel") return call_off(request);
    const auto vehicle = vehicle_of(from, rules_.vehicles);
    if (!vehicle) return refused("unknown_vehicle");
    if (request.kind() == "van.next") return order(request, *vehicle, now);
    if (request.kind() == "van.board") return board(request, *vehicle);
    if (request.kind() == "van.absent") return absent(request);
    if (request.kind() == "van.pay") return pay(request, from, now);
    return refused("malformed");
}

std::string DispatchOffice::objection(const sim::Form& request) const
{
    const auto from = area_of_(request.number("from").value_or(-1));
    const auto to = area_of_(request.number("to").value_or(-1));
    const fw::Nanos wanted{request.number("wanted").value_or(0)};
    const std::int64_t riders = request.number("riders").value_or(0);
    if (rides_.contains(request.number("ride").value_or(0))) return "known_ride";
    if (open_.contains(request.text("member").value_or(""))) return "request_open";
    if (!from || !to || *from != *to) return "outside_area";
    if (wanted < rules_.opens || wanted > rules_.closes) return "outside_hours";
    return riders < 1 || riders > rules_.seats ? "too_many" : "";
}

sim::Form DispatchOffice::take(const sim::Form& request, fw::Nanos now)
{
    if (const std::string why = objection(request); !why.empty()) return refused(why);
    const std::int64_t number = request.number("ride").value_or(0);
    const std::int64_t from = *request.number("from");
    const auto riders = static_cast<std::int32_t>(*request.number("riders"));
    const auto offer =
        dispatch_.insert(number, from, *request.number("to"), riders,
                         std::max(now, fw::Nanos{request.number("wanted").value_or(0)}), now);
    if (!offer) return refused("no_vehicle");
    const std::string member = request.text("member").value_or("");
    rides_[number] = {member, offer->vehicle, *area_of_(from), riders, 0, State::promised};
    open_[member] = number;
    return sim::Form("demand.offer")
        .set("ride", number)
        .set("pick_up", offer->pick_up.count)
        .set("arrives", offer->arrives.count);
}

DispatchOffice::Ride* DispatchOffice::ride_of(const sim::Form& request)
{
    const auto found = rides_.find(request.number("ride").value_or(0));
    return found == rides_.end() ? nullptr : &found->second;
}

void DispatchOffice::close(std::int64_t number, Ride& ride)
{
    ride.state = State::over;
    dispatch_.forget(ride.vehicle, number);
    open_.erase(ride.member);
}

sim::Form DispatchOffice::call_off(const sim::Form& request)
{
    Ride* const ride = ride_of(request);
    if (!ride) return refused("unknown_ride");
    if (ride->state != State::promised) return refused("under_way");
    close(*request.number("ride"), *ride);
    return sim::Form("demand.cancelled").set("ride", *request.number("ride"));
}

sim::Form DispatchOffice::order(const sim::Form& request, std::size_t vehicle, fw::Nanos now)
{
    const std::int64_t place = request.number("place").value_or(0);
    if (!dispatch_.grid().holds(place)) return refused("unknown_place");
    const auto stop = dispatch_.next(vehicle, place, now);
    if (!stop) return sim::Form("van.order").set("action", "wait");
    return sim::Form("van.order")
        .set("action", stop->pick_up ? "pick_up" : "drop_off")
        .set("ride", stop->ride)
        .set("place", stop->place)
        .set("not_before", stop->not_before.count);
}

// The card's discount is for who shows it; the others pay the full fare.
sim::Form DispatchOffice::board(const sim::Form& request, std::size_t vehicle)
{
    Ride* const ride = ride_of(request);
    if (!ride || ride->vehicle != vehicle) return refused("unknown_ride");
    if (ride->state != State::promised) return refused("not_promised");
    const std::vector<std::int64_t>& fares = fares_[ride->area];
    const auto of_class = static_cast<std::size_t>(request.number("class").value_or(0));
    if (of_class >= fares.size()) return refused("unknown_class");
    ride->fare = fares[of_class] + fares[0] * (ride->riders - 1);
    ride->state = State::aboard;
    dispatch_.boarded(vehicle, ride->riders);
    return sim::Form("van.boarded").set("fare", ride->fare);
}

sim::Form DispatchOffice::absent(const sim::Form& request)
{
    Ride* const ride = ride_of(request);
    if (!ride) return refused("unknown_ride");
    if (ride->state == State::promised) close(*request.number("ride"), *ride);
    return sim::Form("van.noted").set("ride", *request.number("ride"));
}

sim::Form DispatchOffice::pay(const sim::Form& request, const std::string& van, fw::Nanos now)
{
    Ride* const ride = ride_of(request);
    if (!ride || ride->state != State::aboard) return refused("not_aboard");
    if (request.number("yen") != ride->fare) return refused("wrong_fare");
    const std::int64_t number = *request.number("ride");
    dispatch_.alighted(ride->vehicle, ride->riders);
    close(number, *ride);
    recorder_.service(sim::DemandBookingRow{now.count, number, van, ride->fare});
    return sim::Form("van.paid").set("ride", number);
}

}  // namespace model
