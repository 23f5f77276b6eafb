// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>

#include "models/demand/ride_dispatch.h"
#include "models/service/desk.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// The back end "dispatch" of taxis on demand (services.md S19): takes requests by telephone, offers
// a pick-up, gives vehicles their orders, says what a ride costs and books it. People are
// pseudonyms of this domain; of a card it hears the class alone. A request that comes twice has one
// answer and is done once.
//
//   demand.request  request, ride, member, from, to, wanted, riders -> demand.offer pick_up,
//   arrives demand.cancel   request, ride                 -> demand.cancelled van.next request,
//   place                -> van.order action, ride, place, not_before van.board       request,
//   ride, class          -> van.boarded fare van.absent      request, ride                 ->
//   van.noted van.pay         request, ride, yen            -> van.paid
// Otherwise demand.refused with a reason.
namespace model
{

class DispatchOffice final : public BackEnd
{
public:
    // Fare of one rider by area (as in the scenario) and discount class.
    using Fares = std::vector<std::vector<std::int64_t>>;
    // Area that a place belongs to; none: outside all of them.
    using AreaOf = std::function<std::optional<std::size_t>(std::int64_t place)>;

    DispatchOffice(const sim::Scenario& scenario, Fares fares, AreaOf area_of,
                   sim::Recorder& recorder);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    enum class State : std::uint8_t { promised, aboard, over };
    struct Ride {
        std::string member;
        std::size_t vehicle = 0, area = 0;
        std::int32_t riders = 1;
        std::int64_t fare = 0;
        State state = State::promised;
    };

    sim::Form decide(const sim::Form& request, const std::string& from, fw::Nanos now);
    sim::Form take(const sim::Form& request, fw::Nanos now);
    std::string objection(const sim::Form& request) const;
    sim::Form call_off(const sim::Form& request);
    sim::Form order(const sim::Form& request, std::size_t vehicle, fw::Nanos now);
    sim::Form board(const sim::Form& request, std::size_t vehicle);
    sim::Form absent(const sim::Form& request);
    sim::Form pay(const sim::Form& request, const std::string& van, fw::Nanos now);
    Ride* ride_of(const sim::Form& request);
    void close(std::int64_t number, Ride& ride);

    const sim::DemandTaxi& rules_;
    Fares fares_;
    AreaOf area_of_;
    sim::Recorder& recorder_;
    RideDispatch dispatch_;
    std::map<std::string, sim::Form> answers_;  // by request
    std::map<std::int64_t, Ride> rides_;        // by number
    std::map<std::string, std::int64_t> open_;  // by member
};

}  // namespace model
