// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "sim/base/date.h"
#include "sim/record/database.h"

// Whom a flow of messages is about, from the rows of the people model and of the link table.
namespace sim
{

class FlowPeople
{
public:
    explicit FlowPeople(const Database& database);

    std::optional<Date> birth(std::int64_t flow) const;
    // Had a link and has it no longer at `t`, nanoseconds since midnight.
    bool unlinked(std::int64_t flow, std::int64_t t) const;

private:
    std::map<std::int64_t, std::int64_t> resident_;                // by flow
    std::map<std::int64_t, Date> birth_;                           // by resident
    std::map<std::int64_t, std::map<std::int64_t, bool>> linked_;  // by resident and time
};

}  // namespace sim
