// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"

// Who comes to link a card or to end a link on the day, when, and what goes wrong. Drawn
// beforehand; nobody comes twice.
namespace model
{

// What somebody lacks whose phone has no link where they are (services.md S41).
constexpr const char* without_network = "no_network";
// Of somebody who could wait no longer.
constexpr const char* without_time = "no_time";

enum class LinkErrand : std::uint8_t { light, full, erase };
enum class LinkMishap : std::uint8_t { none, wrong_pin, forgotten_pin, lifted_early, wrong_card };

struct LinkVisit {
    std::uint32_t resident = 0;
    fw::Nanos arrives{};
    LinkErrand errand = LinkErrand::light;
    LinkMishap mishap = LinkMishap::none;
    std::uint32_t touched_card = 0;  // the transit card they touch with
    bool at_counter = true;          // else on a phone
    std::string lacks;               // what they have not got, as a reason to refuse them
    Hands hands{};
    fw::Nanos patience{};  // for a turn at a counter, 0: as long as it takes
};

struct LinkPlan {
    std::vector<LinkVisit> counter, phone;  // in order of arrival
};

// `people.holders[card].linked` says whose link stands when the day begins. A link is made more
// than `away_before` before a person's first ride or `away_after` after it (both *assumed*), since
// nobody is at a counter and on a bus at once; who ends one may do it on the bus.
LinkPlan draw_link_plan(const sim::Scenario& scenario, const People& people,
                        const std::vector<Resident>& residents,
                        const std::vector<Attempt>& attempts = {});

}  // namespace model
