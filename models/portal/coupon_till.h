// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/sales.h"
#include "models/portal/villager_phone.h"

// The coupon reader beside a shop's phone (services.md S60): before the amount of a sale is keyed
// in, the customer shows a coupon, the till claims it for the receipt, and what it hears in time
// comes off the amount. It never learns whose coupon it is (P2).
namespace model
{

class CouponTill final : public DeskProgram
{
public:
    CouponTill(PortalGround& ground, const ShopDay& day, std::size_t shop);

    void serve(Desk& desk) override;

private:
    std::string coupon_for(std::uint32_t sale, fw::Nanos now) const;
    std::string copy_of(std::uint32_t sale) const;
    void claim(Desk& desk, std::uint32_t sale, const std::string& coupon);
    // The till takes it off, and its owner sees that.
    void take_off(std::uint32_t sale, const std::string& coupon, fw::Yen yen);
    void close(Desk& desk, sim::FlowRow& flow, const sim::CouponTrialRow& trial);

    PortalGround& ground_;
    const ShopDay& day_;
    std::size_t shop_;
    sim::Quantiles showing_;
};

}  // namespace model
