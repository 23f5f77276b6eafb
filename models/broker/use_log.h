// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "models/service/desk.h"

// The back end "use_log": who has done what with whose data, and for whom (services.md S34, P9).
// Entries are never changed; one that comes twice is one.
//
//   log.note  request, use, act, person, actor, purpose -> log.noted
namespace model
{

class UseLog final : public BackEnd
{
public:
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    std::size_t entries() const { return entries_.size(); }

private:
    std::set<std::string> entries_;  // by request
};

}  // namespace model
