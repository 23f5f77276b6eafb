// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/cloud/ride_listener.h"
#include "sim/record/recorder.h"

// What became of each coupon (services.md S60). A till claims it for a receipt; from then on it is
// held until the receipt's sale tells, among the taps the shared cloud has accepted, whether the
// coupon was taken off the amount (S09). While nobody knows, it is not free again. Sales are told
// by receipt and amount alone, never by card (P4), in any order.
namespace model
{

struct CouponTerms {
    std::int64_t notice = 0;
    std::string sender;
    fw::Yen yen{}, from{};
    std::int64_t shop = 0;  // 0: each
    fw::Nanos until{};
};

struct CouponClaim {
    std::string coupon;
    std::int64_t shop = 0, receipt = 0;
    fw::Yen amount{};  // before the coupon
};

class CouponBook final : public RideListener
{
public:
    // False: it was handed out before.
    bool issue(const std::string& coupon, const CouponTerms& terms);
    // granted | unknown | expired | wrong_shop | too_little | used
    std::string claim(const CouponClaim& claim, fw::Nanos now);
    fw::Yen worth(const std::string& coupon) const;

    void add(const fw::TapEvent& event, fw::Nanos at) override;

    // Each one's end, and who pays whom for those redeemed.
    std::vector<sim::CouponEndRow> ends(fw::Nanos now) const;
    std::vector<sim::CouponStatementRow> statements(fw::Nanos now) const;

private:
    enum class Fate : std::uint8_t { free, held, unsure, redeemed };
    struct Coupon {
        CouponTerms terms;
        std::optional<CouponClaim> claim;
    };
    // What the cloud heard of a receipt, and from when on it knows.
    struct Deed {
        fw::Nanos at{};
        fw::TapKind kind{};
        fw::TapVerdict verdict{};
        fw::Yen amount{};
    };

    Fate fate(const Coupon& coupon, fw::Nanos now) const;

    std::map<std::string, Coupon> coupons_;    // by code
    std::multimap<std::int64_t, Deed> deeds_;  // by receipt
};

}  // namespace model
