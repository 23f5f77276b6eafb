// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/residents.h"
#include "models/people/sales.h"
#include "models/service/ask_again.h"
#include "sim/base/quantiles.h"
#include "sim/record/recorder.h"

// Who moves points to the MyKey platform and pays with them there (services.md S52): customers of
// shops with a My Number Card and a phone, some time after a purchase. Drawn beforehand.
namespace model
{

struct PointMember {
    std::uint32_t resident = 0, card = 0;
    std::string member, account;  // to the city's office, to the platform
};

struct PointMove {
    fw::Nanos at{};
    std::size_t member = 0;
    std::int64_t share_ppm = 1'000'000;  // of what the phone shows
    std::string execution;
};

struct PointPurchase {
    fw::Nanos at{};  // at the till
    std::size_t member = 0;
    std::int64_t shop = 1;  // from 1
    std::int64_t points = 0;
    std::string receipt;
    std::size_t shows = 0;  // the purchase whose ticket is shown: its own, or one of before
};

struct MyKeyPlan {
    std::vector<PointMember> members;
    std::vector<PointMove> moves;
    std::vector<PointPurchase> purchases;  // by time
};

MyKeyPlan draw_mykey(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                     const ShopDay& shops);

// What phones and tills share: the day, and the tickets on the phones' screens.
struct MyKeyGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    MyKeyPlan plan;
    std::vector<std::string> screens;  // by purchase; empty: none was fetched
    sim::Quantiles typing, showing;
    sim::RngStream stream;

    const sim::MyKey& rules() const { return *scenario.mykey; }
    Asking asking() const { return {rules().deadline, rules().attempts, {}}; }
    // Of a member's act; no reason: it was done.
    void end_flow(Desk& desk, sim::FlowRow& flow, std::size_t member,
                  const std::string& reason) const;
};

}  // namespace model
