// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>

#include "models/portal/portal_plan.h"
#include "models/service/desk.h"
#include "sim/base/quantiles.h"

// What the portal's desks share, and the phones of members: woken by the push service, each asks
// the portal what is new and shows it to its owner once (services.md S57).
namespace model
{

// A coupon as it stands on a phone.
struct PhoneCoupon {
    std::string code;
    fw::Yen yen{}, from{};
    std::int64_t shop = 0;
    fw::Nanos until{};
    bool used = false;  // its owner saw it taken off
};

struct PortalGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    PortalPlan plan;
    std::map<std::uint32_t, std::vector<PhoneCoupon>> wallets{};  // by resident
    std::map<std::uint32_t, fw::Yen> taken_off{};                 // by sale, for the till

    const sim::VillagePortal& rules() const { return *scenario.portal; }
};

class VillagerPhone final : public DeskProgram
{
public:
    VillagerPhone(PortalGround& ground, std::size_t phone) : ground_(ground), phone_(phone) {}

    void serve(Desk& desk) override;

private:
    void choose_until(Desk& desk, fw::Nanos time);
    void choose(Desk& desk, const OfferChoice& choice);
    void look(Desk& desk, const PortalMember& member);
    void show(Desk& desk, const PortalMember& member, const sim::Form& told);
    std::string request(const Desk& desk);

    PortalGround& ground_;
    std::size_t phone_;
    std::size_t next_choice_ = 0;
    std::map<std::string, std::int64_t> shown_;  // newest notice, by member
    std::int64_t asked_ = 0;
};

}  // namespace model
