// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

#include "sim/record/coupon_rows.h"

// Rows of a municipality's portal app: its members, what was published to whom, and what their
// phones showed. Times as in rows.h, -1 = not reached.
namespace sim
{

// By which name the portal knows somebody; only the judge reads it.
struct PortalMemberRow {
    static constexpr const char* table = "portal_member";
    std::string member;
    std::int64_t resident = 0;
    auto fields() const { return std::tie(member, resident); }
};

struct PortalRuleRow {
    static constexpr const char* table = "portal_rule";
    std::string name;  // least
    std::int64_t value = 0;
    auto fields() const { return std::tie(name, value); }
};

// The portal's answer to a publication, in the order it decided.
struct PortalNoticeRow {
    static constexpr const char* table = "portal_notice";
    std::int64_t notice = 0;  // number, 0 = refused
    std::int64_t t = 0;
    std::string request, sender;
    std::int64_t everyone = 0;
    std::string districts;  // with blanks round each, empty: all
    std::int64_t age_from = 0, age_to = 0;
    std::string outcome;      // published | refused
    std::int64_t people = 0;  // told to the sender
    std::int64_t yen = 0;     // of its coupon, 0 = has none
    std::int64_t least_sale = 0, shop = 0, until = 0;
    auto fields() const
    {
        return std::tie(notice, t, request, sender, everyone, districts, age_from, age_to, outcome,
                        people, yen, least_sale, shop, until);
    }
};

// A member agrees to offers of firms, or no longer.
struct PortalConsentRow {
    static constexpr const char* table = "portal_consent";
    std::int64_t t = 0;
    std::string member;
    std::int64_t agrees = 0;
    auto fields() const { return std::tie(t, member, agrees); }
};

// A phone asked for what is new; `after` is the newest it had been shown.
struct PortalLookRow {
    static constexpr const char* table = "portal_look";
    std::int64_t t = 0;  // answered by the portal, -1 = no answer came
    std::int64_t resident = 0;
    std::int64_t after = 0;
    auto fields() const { return std::tie(t, resident, after); }
};

// A phone showed a notice to its owner.
struct PortalShownRow {
    static constexpr const char* table = "portal_shown";
    std::int64_t t = 0;
    std::int64_t resident = 0;
    std::int64_t notice = 0;
    std::string coupon;  // empty: has none
    auto fields() const { return std::tie(t, resident, notice, coupon); }
};

using AnyPortalRow = std::variant<PortalMemberRow, PortalRuleRow, PortalNoticeRow, PortalConsentRow,
                                  PortalLookRow, PortalShownRow, CouponRow, CouponClaimRow,
                                  CouponTrialRow, CouponEndRow, CouponStatementRow>;

}  // namespace sim
