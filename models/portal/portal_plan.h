// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/residents.h"
#include "sim/record/recorder.h"

// Who uses a municipality's portal app, what is published there, and what customers show at tills
// (services.md S57, S60). Drawn beforehand.
namespace model
{

struct PortalMember {
    std::string name;  // among the portal's members
    std::uint32_t resident = 0;
    std::string district;
    int age = 0;
    bool counted = true;  // false: nobody may be told where they are (P8)
};

// One publication as it is sent, in the order of time; a probe is one that asks about somebody.
struct Publication {
    fw::Nanos at{};
    std::string request;
    sim::PortalNotice notice;
    bool twice = false;
};

// A member agrees to offers of firms, or no longer.
struct OfferChoice {
    fw::Nanos at{};
    std::size_t member = 0;
    bool agrees = true;
};

struct PortalPlan {
    std::vector<PortalMember> members;
    std::vector<Publication> publications;  // by time
    std::vector<OfferChoice> choices;       // by time
};

PortalPlan draw_portal(const sim::Scenario& scenario, const std::vector<Resident>& residents);

// Which coupon a customer takes out at a till.
enum class ShownCoupon : std::uint8_t { none, good, any, copied, invented };
ShownCoupon shown_at(const sim::Scenario& scenario, std::uint32_t sale);

std::string coupon_code(std::uint64_t seed, std::int64_t notice, std::uint32_t resident);
bool belongs(const sim::PortalSegment& segment, const PortalMember& member);

}  // namespace model
