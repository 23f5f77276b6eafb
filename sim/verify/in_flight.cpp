// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/in_flight.h"

#include <algorithm>
#include <string_view>

namespace sim
{

namespace
{

constexpr std::string_view words[] = {"in flight", "settled", "unanswered", "suspense"};

}  // namespace

void InFlight::add(Why why, const fw::TapKey& tap, std::int64_t yen, std::int64_t from,
                   std::int64_t until)
{
    if (from < 0) return;
    for (auto cut = std::lower_bound(cuts_->begin(), cuts_->end(), from);
         cut != cuts_->end() && (until < 0 || *cut < until); ++cut)
        lines_.push_back({*cut, why, tap, yen});
}

void InFlight::write(Database& database) const
{
    database.exec("DELETE FROM in_flight");
    Query row = database.query("INSERT INTO in_flight VALUES (?, ?, ?, ?, ?, ?)");
    std::int64_t number = 0;
    for (const Line& line : lines_)
        row.insert(line.checkpoint, ++number, line.tap.device, line.tap.sequence,
                   words[static_cast<std::size_t>(line.why)], line.yen);
}

}  // namespace sim
