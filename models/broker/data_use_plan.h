// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/people/everyone.h"
#include "sim/record/data_use_rows.h"

// Who is asked today for the use of which data, by whom, and what goes wrong; drawn beforehand.
// Whoever is asked, and whoever agrees for somebody, has a phone with a city ID in it: who holds a
// My Number Card with a signature certificate, and a phone (*assumed*).
namespace model
{

enum class UseHitch : std::uint8_t {
    none,
    declined,
    unanswered,
    forged,
    foreign,
    expired,
    revoked,
    other_purpose,
};
enum class Mandate : std::uint8_t { none_needed, live, revoked, out_of_scope, expired, none };

struct PlannedDataUse {
    std::int64_t use = 0;  // from 1
    std::size_t line = 0;  // in the scenario's uses
    std::uint32_t resident = 0;
    std::uint32_t proxy = 0;  // who agrees: the resident, or another
    Mandate mandate = Mandate::none_needed;
    UseHitch hitch = UseHitch::none;
    std::uint32_t stranger = 0;  // whose phone a foreign signature is made with
    std::int32_t desk = 1, phone = 1;
    fw::Nanos asks{};   // the desk
    fw::Nanos looks{};  // the phone, after that
    fw::Nanos until{};  // the consent holds
};

// Everybody with a city ID in a phone, in order.
std::vector<std::uint32_t> holders_of_city_ids(const std::vector<Resident>& residents);

// ScenarioError when there is nobody to ask, or nobody who is protected.
std::vector<PlannedDataUse> draw_data_uses(const sim::Scenario& scenario,
                                           const std::vector<Resident>& residents,
                                           const std::vector<Attempt>& attempts);

// What the judge is told of it, before anything has happened.
sim::DataUseRow row_of(const sim::DataUses& rules, const PlannedDataUse& planned);

}  // namespace model
