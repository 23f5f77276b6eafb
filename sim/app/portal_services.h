// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/portal/coupon_till.h"
#include "models/portal/notice_board.h"
#include "sim/app/city_services.h"

// A municipality's portal app, put into the network of services: the portal, the screen where
// notices are published, members' phones, and the coupon readers of shops.
namespace app
{

class PortalServices
{
public:
    PortalServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                   model::ServiceNetworkModule& network);

    // By number of the sale.
    const std::map<std::uint32_t, fw::Yen>& taken_off() const { return portal_.taken_off; }
    // What became of the coupons.
    void close_day(fw::Nanos now) const;

private:
    void tell_members() const;

    const ServiceGround& ground_;
    model::PortalGround portal_;
    model::NoticeBoard board_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
