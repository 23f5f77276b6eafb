// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};
constexpr fw::Nanos day{86'400 * second.count};

void time_fields(Visitor& v, DemandTaxi& d)
{
    v.field({"opens", "earliest time a ride may be wanted for", Need::required},
            TimeOfDay(d.opens));
    v.field({"closes", "and the latest", Need::required}, TimeOfDay(d.closes));
    v.field({"step", "from one place of the grid to the next"},
            Duration(d.step, {second.count / 10}, day));
    v.field({"longest_wait", "from the time wanted to the pick-up"},
            Duration(d.longest_wait, {0}, day));
    v.field({"longest_detour", "of a ride, beside the direct way"},
            Duration(d.longest_detour, {0}, day));
    v.field({"stop_time", "getting in, or out"}, Duration(d.stop_time, {0}, day));
    v.field({"patience", "of a vehicle, for somebody who is not there"},
            Duration(d.patience, {0}, day));
    v.field({"poll", "an idle vehicle asks for orders so often"},
            Duration(d.poll, {second.count / 10}, day));
    v.field({"deadline", "of a request, which then is sent again"},
            Duration(d.deadline, {second.count / 1000}, day));
}

}  // namespace

void fields(Visitor& v, DemandArea& area)
{
    v.field({"id", "name of the area", Need::required}, Text(area.id));
    v.field({"districts", "served as one", Need::required},
            List<std::string, Text>(area.districts, 1));
    v.field({"fare", "flat, for each rider", Need::required}, Money(area.fare));
    source_fields(v, area.source);
}

void fields(Visitor& v, DemandMishaps& m)
{
    v.field({"outside", "to a place outside the area"}, Percent(m.outside_ppm));
    v.field({"after_hours", "for a time at which nothing runs"}, Percent(m.after_hours_ppm));
    v.field({"second", "by somebody whose request is still open"}, Percent(m.second_ppm));
    v.field({"cancelled", "called off before the pick-up"}, Percent(m.cancel_ppm));
    v.field({"no_show", "nobody stands there"}, Percent(m.no_show_ppm));
    v.field({"sent_again", "request, boarding and payment are told twice"},
            Percent(m.sent_again_ppm));
    v.field({"torn", "the first touch of the card is too short"}, Percent(m.torn_ppm));
    const std::int64_t sum = std::int64_t{m.outside_ppm} + m.after_hours_ppm + m.second_ppm +
                             m.cancel_ppm + m.no_show_ppm;
    v.require(sum <= 1'000'000, "no_show", "the mishaps of a request exceed 100 % together");
}

void fields(Visitor& v, DemandTaxi& d)
{
    v.place(&d.line, nullptr);
    v.field({"areas", "districts that are served as one", Need::required},
            List(d.areas, 1, &DemandArea::id));
    v.field({"operator", "of the tariff", Need::required}, Text(d.operator_id));
    v.field({"route", "of the tariff; discounts that count on it are taken off", Need::required},
            Text(d.route));
    v.field({"vehicles", "van-1 and on"}, Count(d.vehicles, 1, 1000));
    v.field({"seats", "of a vehicle"}, Count(d.seats, 1, 20));
    v.field({"callers", "telephones in use at once"}, Count(d.callers, 1, 1000));
    v.field({"requests", "of the day", Need::required}, Count(d.requests, 0, 100'000));
    v.field({"columns", "of the grid of places; districts share them"}, Count(d.columns, 1, 1000));
    v.field({"rows", "of the grid of places"}, Count(d.rows, 1, 1000));
    time_fields(v, d);
    v.field({"groups", "requests for two or three riders"}, Percent(d.group_ppm));
    v.field({"mishaps", "parts of the requests in which something is wrong"}, Struct(d.mishaps));
    v.require(d.opens < d.closes, "closes", "\"closes\" must be later than \"opens\"");
    v.require(d.columns * d.rows > 1, "rows", "a ride needs two places");
}

void require_demand(Visitor& v, const Scenario& scenario)
{
    if (!scenario.demand) return;
    v.require(scenario.linking.has_value(), "demand",
              "\"demand\" needs \"linking\": the register that knows a card's class");
    std::vector<std::string> operators, districts;
    for (const OperatorTariff& one : scenario.city.tariff.operators) operators.push_back(one.id);
    const std::string& id = scenario.demand->operator_id;
    require_known(v, operators, id, "demand.operator", "operator");
    if (!scenario.residents) return;
    for (const District& one : scenario.residents->population.districts)
        districts.push_back(one.id);
    for (const DemandArea& area : scenario.demand->areas)
        for (const std::string& one : area.districts)
            require_known(v, districts, one, "demand.areas", "district");
}

}  // namespace sim
