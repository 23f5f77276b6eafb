// SPDX-License-Identifier: Apache-2.0
#include "firmware/farebox/sale.h"

#include "firmware/farebox/claim.h"

namespace fw
{

TapVerdict decide_sale(const DecisionInput& in, Uplink& uplink, TapEvent& event)
{
    event.kind = TapKind::sale;
    event.base_fare = in.keys.sale;
    if (in.keys.sale < least_sale || in.keys.sale > greatest_sale) return TapVerdict::refused_fare;
    const Claim claim = claim_of(in, uplink, event);
    event.decided_by = claim.by;
    if (claim.refused) return TapVerdict::refused_offline;

    const SaleRules& rules = fare_table_at(in.tables, in.now).sales;
    const bool has_pass = claim.holds.pass_holds_at(in.now);
    event.rule = FareRule::sale;
    event.discount_class = claim.holds.discount_class;
    event.pass = has_pass ? claim.holds.pass : std::uint8_t{0};
    event.fare = sale_price(rules, in.keys.sale, event.discount_class, has_pass);
    event.balance_after = event.balance_before - event.fare;
    return event.balance_after < Yen{} ? TapVerdict::refused_balance : TapVerdict::accepted;
}

}  // namespace fw
