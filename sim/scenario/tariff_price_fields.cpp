// SPDX-License-Identifier: Apache-2.0
// Zones and the prices that stand above those of a feed.
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

void fields(Visitor& v, Zone& zone)
{
    v.field({"id", "name of the zone", Need::required}, Text(zone.id));
    v.field({"stops", "stop_id, zone_id or parent_station of each stop in it", Need::required},
            List<std::string, Text>(zone.stops, 1));
    source_fields(v, zone.source);
    v.require(zone.id != "all", "id", "\"all\" means every place and cannot name a zone");
}

void fields(Visitor& v, FlatFare& fare)
{
    v.field({"id", "name of the rule", Need::required}, Text(fare.id));
    v.field({"operator", "whose routes", Need::required}, Text(fare.operator_id));
    v.field({"routes", "route_id of each; a rule without routes would price nothing or everything",
             Need::required},
            List<std::string, Text>(fare.routes, 1));
    v.field({"fare", "one price for the whole route", Need::required}, PriceOf<1>(fare.fare));
    v.field({"cash_fare", "in cash, where it differs"}, Maybe<fw::Yen, PriceOf<1>>(fare.cash_fare));
    v.field({"child_fare", "instead of half"}, Maybe<fw::Yen, PriceOf<0>>(fare.child_fare));
    v.field({"collect", "when the fare is taken"},
            Choice<Collect>(fare.collect, {{"on_alighting", Collect::on_alighting},
                                           {"on_boarding", Collect::on_boarding}}));
    validity_fields(v, fare.valid);
    source_fields(v, fare.source);
    v.require(!fare.child_fare || *fare.child_fare <= fare.fare, "child_fare",
              "a child must not pay more than an adult");
}

void fields(Visitor& v, OdFare& fare)
{
    v.field({"id", "name of the rule", Need::required}, Text(fare.id));
    v.field({"operator", "whose routes", Need::required}, Text(fare.operator_id));
    v.field({"route", "route_id, or all for every route of the operator", Need::required},
            TextOrAll(fare.route));
    v.field({"from", "stop_id or zone_id of boarding, or a zone of this tariff", Need::required},
            Text(fare.from));
    v.field({"to", "stop_id or zone_id of alighting, or a zone of this tariff", Need::required},
            Text(fare.to));
    v.field({"fare", "adult price", Need::required}, PriceOf<1>(fare.fare));
    v.field({"cash_fare", "in cash, where it differs"}, Maybe<fw::Yen, PriceOf<1>>(fare.cash_fare));
    validity_fields(v, fare.valid);
    source_fields(v, fare.source);
}

}  // namespace sim
