// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

// Rows of the coupons of a portal app: issued, shown at tills, redeemed and paid for. Times as in
// rows.h, -1 = not reached.
namespace sim
{

// Handed out by the portal.
struct CouponRow {
    static constexpr const char* table = "coupon";
    std::string coupon;
    std::int64_t t = 0;
    std::int64_t notice = 0;
    std::string member;
    auto fields() const { return std::tie(coupon, t, notice, member); }
};

// What the portal answered to a till.
struct CouponClaimRow {
    static constexpr const char* table = "coupon_claim";
    std::int64_t t = 0;
    std::string request, coupon;
    std::int64_t shop = 0, receipt = 0, amount = 0;
    std::string outcome;  // granted | unknown | expired | wrong_shop | too_little | used
    std::int64_t yen = 0;
    auto fields() const
    {
        return std::tie(t, request, coupon, shop, receipt, amount, outcome, yen);
    }
};

// What truly happened at a till before a sale.
struct CouponTrialRow {
    static constexpr const char* table = "coupon_trial";
    std::int64_t sale = 0;
    std::int64_t t = 0;
    std::string coupon;
    std::string outcome;  // as the till heard; failed: heard nothing
    std::int64_t heard = -1;
    std::int64_t keyed = 0;  // it came in time: the till took it off
    auto fields() const { return std::tie(sale, t, coupon, outcome, heard, keyed); }
};

// What became of it by the end of the day.
struct CouponEndRow {
    static constexpr const char* table = "coupon_end";
    std::string coupon;
    std::string state;         // redeemed | held | expired | open
    std::int64_t receipt = 0;  // of the sale, 0 = none
    auto fields() const { return std::tie(coupon, state, receipt); }
};

// What an issuer pays a shop for the coupons redeemed there.
struct CouponStatementRow {
    static constexpr const char* table = "coupon_statement";
    std::string sender;
    std::int64_t shop = 0;
    std::int64_t coupons = 0, yen = 0;
    auto fields() const { return std::tie(sender, shop, coupons, yen); }
};

}  // namespace sim
