// SPDX-License-Identifier: Apache-2.0
#include "models/portal/coupon_book.h"

namespace model
{

bool CouponBook::issue(const std::string& coupon, const CouponTerms& terms)
{
    return coupons_.try_emplace(coupon, Coupon{terms, std::nullopt}).second;
}

fw::Yen CouponBook::worth(const std::string& coupon) const
{
    const auto found = coupons_.find(coupon);
    return found == coupons_.end() ? fw::Yen{} : found->second.terms.yen;
}

std::string CouponBook::claim(const CouponClaim& claim, fw::Nanos now)
{
    const auto found = coupons_.find(claim.coupon);
    if (found == coupons_.end()) return "unknown";
    Coupon& coupon = found->second;
    const bool same = coupon.claim && coupon.claim->receipt == claim.receipt;
    if (!same && fate(coupon, now) != Fate::free) return "used";
    if (now >= coupon.terms.until) return "expired";
    if (coupon.terms.shop != 0 && coupon.terms.shop != claim.shop) return "wrong_shop";
    if (claim.amount < coupon.terms.from) return "too_little";
    coupon.claim = claim;
    return "granted";
}

void CouponBook::add(const fw::TapEvent& event, fw::Nanos at)
{
    if (event.trip < fw::first_receipt) return;
    deeds_.emplace(event.trip, Deed{at, event.kind, event.verdict, event.base_fare});
}

// A sale at the full amount was made without it: the till never heard that it was granted.
CouponBook::Fate CouponBook::fate(const Coupon& coupon, fw::Nanos now) const
{
    if (!coupon.claim) return Fate::free;
    Fate fate = Fate::held;
    const auto [begin, end] = deeds_.equal_range(coupon.claim->receipt);
    for (auto deed = begin; deed != end; ++deed) {
        const auto& [at, kind, verdict, amount] = deed->second;
        const bool certain =
            verdict == fw::TapVerdict::accepted || verdict == fw::TapVerdict::recovered;
        if (at > now) continue;
        if (kind == fw::TapKind::cancel && certain) return Fate::free;
        if (kind != fw::TapKind::sale) continue;
        if (certain && amount == coupon.claim->amount) return Fate::free;
        if (certain) fate = Fate::redeemed;
        if (verdict == fw::TapVerdict::unconfirmed && fate == Fate::held) fate = Fate::unsure;
    }
    return fate;
}

// Whose sale was never paid has their coupon back when the day is closed.
std::vector<sim::CouponEndRow> CouponBook::ends(fw::Nanos now) const
{
    std::vector<sim::CouponEndRow> rows;
    for (const auto& [code, coupon] : coupons_) {
        const Fate ended = fate(coupon, now);
        const bool gone = ended == Fate::redeemed || ended == Fate::unsure;
        const char* const state = ended == Fate::redeemed     ? "redeemed"
                                  : ended == Fate::unsure     ? "held"
                                  : coupon.terms.until <= now ? "expired"
                                                              : "open";
        rows.push_back({code, state, gone ? coupon.claim->receipt : 0});
    }
    return rows;
}

std::vector<sim::CouponStatementRow> CouponBook::statements(fw::Nanos now) const
{
    std::map<std::pair<std::string, std::int64_t>, sim::CouponStatementRow> by_issuer;
    for (const auto& [code, coupon] : coupons_) {
        if (fate(coupon, now) != Fate::redeemed) continue;
        sim::CouponStatementRow& row = by_issuer[{coupon.terms.sender, coupon.claim->shop}];
        row.sender = coupon.terms.sender;
        row.shop = coupon.claim->shop;
        ++row.coupons;
        row.yen += coupon.terms.yen.count;
    }
    std::vector<sim::CouponStatementRow> rows;
    for (const auto& [key, row] : by_issuer) rows.push_back(row);
    return rows;
}

}  // namespace model
