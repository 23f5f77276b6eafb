// SPDX-License-Identifier: Apache-2.0
// The tariff file as a whole. Its rules have files of their own.
#include <fmt/format.h>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_checks.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

constexpr fw::Nanos one_day{std::int64_t{24} * 3'600'000'000'000};

void rule_fields(Visitor& v, Tariff& tariff)
{
    v.field({"operators", "all operators, each under its agency_id", Need::required},
            List(tariff.operators, 1, &OperatorTariff::id));
    v.field({"zones", "named sets of stops, for zone fares and passes"},
            List(tariff.zones, 0, &Zone::id));
    v.field({"flat", "routes of one price, whatever the feed says"},
            List(tariff.flat, 0, &FlatFare::id));
    v.field({"od", "prices between two places, whatever the feed says"},
            List(tariff.od, 0, &OdFare::id));
    v.field({"discounts", "for linked cards; numbered on the wire in this order"},
            List(tariff.discounts, 0, &Discount::id));
    v.field({"passes", "bound to a card; numbered on the wire in this order"},
            List(tariff.passes, 0, &Pass::id));
    v.field({"commuter_passes", "how their prices follow from a fare"},
            List(tariff.commuter_passes, 0, &CommuterPass::id));
    v.field({"caps", "most that a card pays in a day"}, List(tariff.caps, 0, &Cap::id));
    v.field({"merchants", "what shops grant who take cards on a phone"},
            Maybe<Merchants, Struct<Merchants>>(tariff.merchants));
}

void purse_fields(Visitor& v, Tariff& tariff)
{
    v.field({"age_reached_on_eve", "true: the day before the birthday, as Japanese law counts"},
            Flag(tariff.age_reached_on_eve));
    v.field({"balance_limit", "most a purse may hold"}, Money(tariff.balance_limit));
    v.field({"top_up_step", "unit of a top-up on board"}, Money(tariff.top_up_step, 1));
    v.field({"top_up_refused_above", "no top-up when the purse holds more"},
            Money(tariff.top_up_refused_above));
    v.field({"short_balance",
             "a ride the purse is too small for: the card is refused, or the ride "
             "is paid in cash at the cash fare"},
            Choice<ShortBalance>(tariff.short_balance, {{"refuse", ShortBalance::refuse},
                                                        {"cash_fare", ShortBalance::cash_fare}}));
    v.field({"cancel_within", "how long a debit can be cancelled"},
            Duration(tariff.cancel_within, {0}, one_day));
    v.field({"pay_out", "what the cloud owes riders: kept, or paid out as points"},
            Choice<PayOut>(tariff.pay_out, {{"keep", PayOut::keep},
                                            {"points_at_day_end", PayOut::points_at_day_end}}));
    v.field({"pay_out_minimum", "less than this stays owed"}, Money(tariff.pay_out_minimum, 1));
}

void ride_fields(Visitor& v, Tariff& tariff)
{
    v.field({"missed_alight", "boarding again with an open ride on the card"},
            Choice<MissedAlight>(tariff.missed_alight, {{"overwrite", MissedAlight::overwrite},
                                                        {"error_at_next_boarding",
                                                         MissedAlight::error_at_next_boarding}}));
    v.field(
        {"no_boarding_record", "alighting without a boarding on the card"},
        Choice<NoBoardingRecord>(tariff.no_boarding_record,
                                 {{"fare_from_first_stop", NoBoardingRecord::fare_from_first_stop},
                                  {"refuse", NoBoardingRecord::refuse}}));
}

template <class Rules>
void number(Visitor& v, Rules& rules, const char* key)
{
    v.require(rules.size() <= 255, key, fmt::format("at most 255 {} fit on the wire", key));
    int next = 0;
    for (auto& rule : rules) rule.number = ++next;
}

// By operators and classes that check_tariff will find to be known.
void number_sale_rules(Tariff& tariff)
{
    if (!tariff.merchants) return;
    for (std::size_t i = 0; i < tariff.operators.size(); ++i)
        if (tariff.operators[i].id == tariff.merchants->operator_id)
            tariff.merchants->operator_number = static_cast<std::uint16_t>(i);
    for (SaleDiscount& discount : tariff.merchants->discounts)
        for (const Discount& known : tariff.discounts)
            if (known.id == discount.of) discount.of_number = known.number;
}

}  // namespace

void fields(Visitor& v, Tariff& tariff)
{
    v.file(tariff.file);
    v.field({"tariff", "name of the tariff", Need::heading}, Text(tariff.id));
    rule_fields(v, tariff);
    purse_fields(v, tariff);
    ride_fields(v, tariff);
    number(v, tariff.discounts, "discounts");
    number(v, tariff.passes, "passes");
    number(v, tariff.caps, "caps");
    number_sale_rules(tariff);
    check_tariff(v, tariff);
}

}  // namespace sim
