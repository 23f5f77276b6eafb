// SPDX-License-Identifier: Apache-2.0
// Passes, commuter passes and caps.
#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos second{1'000'000'000};
constexpr fw::Nanos longest_pass{std::int64_t{31} * 24 * 3'600'000'000'000};
constexpr std::int32_t whole = 1'000'000;  // 100 %

}  // namespace

void fields(Visitor& v, Pass& pass)
{
    v.field({"id", "name of the product", Need::required}, Text(pass.id));
    v.field({"kind", "area: rides inside the area are free; amount: so many yen of each ride",
             Need::required},
            Choice<PassKind>(pass.kind, {{"area", PassKind::area}, {"amount", PassKind::amount}}));
    v.field({"price", "of an adult", Need::required}, PriceOf<1>(pass.price));
    v.field({"child_price", "of a child"}, Maybe<fw::Yen, PriceOf<0>>(pass.child_price));
    v.field({"resident_price", "of a resident, in the portal"},
            Maybe<fw::Yen, PriceOf<0>>(pass.resident_price));
    v.field({"lasts", "from its first use on"}, Duration(pass.lasts, second, longest_pass));
    v.field({"operators", "who takes it; left out: all"}, List<std::string, Text>(pass.operators));
    v.field({"area", "zone of this tariff that both ends of a ride must lie in, or all"},
            TextOrAll(pass.area));
    v.field({"excluded_routes", "route_id of routes where it does not count"},
            List<std::string, Text>(pass.excluded_routes));
    source_fields(v, pass.source);
    v.require(pass.kind != PassKind::area || v.given("area"), "kind",
              "an area pass needs \"area\": a zone of this tariff, or all");
    v.require(!pass.child_price || *pass.child_price <= pass.price, "child_price",
              "a child must not pay more than an adult");
    v.require(!pass.resident_price || *pass.resident_price <= pass.price, "resident_price",
              "a resident must not pay more than others");
}

void fields(Visitor& v, CommuterPass& pass)
{
    v.field({"id", "name of the rule", Need::required}, Text(pass.id));
    v.field({"operator", "who sells it", Need::required}, Text(pass.operator_id));
    v.field({"months", "how long it holds"}, Count(pass.months, 1, 12));
    v.field({"rides_a_month", "rides its price is made of"}, Count(pass.rides_a_month, 1, 200));
    v.field({"off", "taken off the price of those rides"}, Percent(pass.off_ppm));
    v.field({"long_off", "taken off again when it holds for more than one month"},
            Percent(pass.long_off_ppm));
    v.field({"unit", "the price is rounded half up to a multiple of it"},
            Money(pass.unit, 1, 1000));
    source_fields(v, pass.source);
    v.require(pass.off_ppm < whole, "off", "nothing would be left of the price");
    v.require(pass.long_off_ppm < whole, "long_off", "nothing would be left of the price");
    v.only_if(pass.months > 1 || pass.long_off_ppm == 0, "long_off",
              "belongs to passes of more than one month");
}

void fields(Visitor& v, Cap& cap)
{
    v.field({"id", "name of the rule", Need::required}, Text(cap.id));
    v.field({"amount", "most that one card pays in a day", Need::required}, PriceOf<1>(cap.amount));
    v.field({"operators", "whose fares count together; left out: all"},
            List<std::string, Text>(cap.operators));
    validity_fields(v, cap.valid);
    source_fields(v, cap.source);
}

}  // namespace sim
