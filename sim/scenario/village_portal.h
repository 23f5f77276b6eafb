// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/scenario/parameters.h"

// A municipality's portal app: office and local firms send notices and coupons to segments of its
// members (services.md S57, S60). Everything is *assumed* unless a scenario gives a source.
namespace sim
{

// Who is meant: of these districts (none: all of them) and ages, both included.
struct PortalSegment {
    bool everyone = false;  // whoever uses the app, without any attribute
    std::vector<std::string> districts;
    std::int32_t age_from = 0, age_to = 120;
};

struct PortalCoupon {
    fw::Yen yen{};          // off the amount on the till
    fw::Yen from{};         // for sales of so much at least
    std::int32_t shop = 0;  // good in "shop-N" alone, 0: in each
    fw::Nanos until{};      // time of day
};

// The office or a firm publishes something.
struct PortalNotice {
    fw::Nanos at{};
    std::string sender;  // "office", or the name of a firm
    PortalSegment segment;
    std::vector<PortalCoupon> coupon;  // at most one
    int line = 0;
};

// What customers do at tills with the coupons on their phones.
struct CouponUse {
    std::int32_t shown_ppm = 600000;  // of the sales to who has one: it is shown
    std::int32_t careless_ppm = 0;    // of those: any coupon on the phone, good or not
    std::int32_t copied_ppm = 0;      // of those: a picture of somebody else's
    std::int32_t invented_ppm = 0;    // of those: a code that was never issued
    Distribution showing{Distribution::Kind::lognormal, {6'000'000'000}, {}, 300000};
    fw::Nanos lead{40'000'000'000};  // before the amount is keyed in
};

struct VillagePortal {
    std::string municipality;  // whose residents use it
    std::int32_t least = 10;   // people in a segment, and in what can be told of two apart (P6)
    std::int32_t offers_ppm = 700000;    // of the members agree to offers of firms
    std::int32_t withdraw_ppm = 0;       // of those, end that in the window
    std::int32_t phones = 4;             // of members, in use at once
    fw::Nanos wakes{1'800'000'000'000};  // the push service wakes each phone so often, and it asks
    std::int32_t sent_twice_ppm = 0;     // of the publications
    std::int64_t probes = 0;             // segments that somebody tries, to find out about somebody
    fw::Nanos deadline{2'000'000'000};
    std::vector<PortalNotice> notices;
    CouponUse coupons;
    int line = 0;
};

}  // namespace sim
