// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/flow_people.h"

#include <iterator>

namespace sim
{

FlowPeople::FlowPeople(const Database& database)
{
    Query flows = database.query("SELECT flow, resident FROM flow");
    while (flows.step()) resident_[flows.integer(0)] = flows.integer(1);
    Query births = database.query(
        "SELECT resident, birth FROM resident WHERE resident IN (SELECT resident FROM flow)");
    while (births.step()) birth_[births.integer(0)] = parse_date(births.text(1)).value_or(Date{});
    Query links =
        database.query("SELECT resident, t, change = 'linked' FROM link ORDER BY version");
    while (links.step()) linked_[links.integer(0)][links.integer(1)] = links.integer(2) != 0;
}

std::optional<Date> FlowPeople::birth(std::int64_t flow) const
{
    const auto resident = resident_.find(flow);
    if (resident == resident_.end()) return std::nullopt;
    const auto birth = birth_.find(resident->second);
    return birth == birth_.end() ? std::nullopt : std::optional(birth->second);
}

bool FlowPeople::unlinked(std::int64_t flow, std::int64_t t) const
{
    const auto resident = resident_.find(flow);
    if (resident == resident_.end()) return false;
    const auto changes = linked_.find(resident->second);
    if (changes == linked_.end()) return false;
    const auto after = changes->second.upper_bound(t);
    return after != changes->second.begin() && !std::prev(after)->second;
}

}  // namespace sim
