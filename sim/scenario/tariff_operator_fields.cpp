// SPDX-License-Identifier: Apache-2.0
// Operators and how they round.
#include <fmt/format.h>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

const char* name_of(Medium medium)
{
    return medium == Medium::ic ? "ic" : "cash";
}

bool has_rounding(const OperatorTariff& one, Medium medium)
{
    for (const Rounding& rounding : one.rounding)
        if (rounding.medium == medium) return true;
    return false;
}

// Each medium has a rounding, and no two of a medium begin on the same day.
void require_roundings(Visitor& v, const OperatorTariff& one)
{
    for (const Medium medium : {Medium::ic, Medium::cash})
        v.require(has_rounding(one, medium), "rounding",
                  fmt::format("operator \"{}\" has no rounding for {}", one.id, name_of(medium)));
    for (std::size_t i = 0; i < one.rounding.size(); ++i) {
        const Rounding& late = one.rounding[i];
        for (std::size_t j = 0; j < i; ++j) {
            const Rounding& early = one.rounding[j];
            v.require(early.medium != late.medium || early.from != late.from,
                      fmt::format("rounding.{}.from", i),
                      fmt::format("a second {} rounding from {}", name_of(late.medium),
                                  to_string(late.from)));
        }
    }
}

}  // namespace

void fields(Visitor& v, Rounding& rounding)
{
    v.field({"id", "name of the rule", Need::required}, Text(rounding.id));
    v.field({"medium", "ic or cash", Need::required},
            Choice<Medium>(rounding.medium, {{"ic", Medium::ic}, {"cash", Medium::cash}}));
    v.field({"unit", "amounts are rounded to a multiple of it", Need::required},
            Money(rounding.unit, 1, 1000));
    v.field({"mode", "direction of rounding", Need::required},
            Choice<RoundingMode>(rounding.mode, {{"up", RoundingMode::up},
                                                 {"down", RoundingMode::down},
                                                 {"half_up", RoundingMode::half_up}}));
    v.field({"from", "first day", Need::required}, Day(rounding.from));
    source_fields(v, rounding.source);
}

void fields(Visitor& v, OperatorTariff& one)
{
    v.field({"id", "the feed's agency_id", Need::required}, Text(one.id));
    v.field({"rounding", "of half fares and discounted fares; the newest not after the day wins",
             Need::required},
            List(one.rounding, 1, &Rounding::id));
    v.field({"order", "which comes first when a half fare is discounted"},
            Choice<DiscountOrder>(one.order,
                                  {{"discount_then_half", DiscountOrder::discount_then_half},
                                   {"half_then_discount", DiscountOrder::half_then_discount}}));
    source_fields(v, one.source);
    require_roundings(v, one);
}

}  // namespace sim
