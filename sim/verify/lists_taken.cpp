// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/lists_taken.h"

#include <algorithm>

namespace sim
{

ListsTaken::ListsTaken(const Database& database)
{
    Query query =
        database.query("SELECT device, published, t FROM list_taken ORDER BY device, published, t");
    for (std::int64_t device = -1; query.step(); device = query.integer(0)) {
        if (query.integer(0) != device) boxes_.emplace_back();
        boxes_.back().push_back({query.integer(1), query.integer(2)});
    }
    for (auto& lists : boxes_)
        for (std::size_t i = lists.size() - 1; i-- > 0;)
            lists[i].taken = std::min(lists[i].taken, lists[i + 1].taken);
}

std::optional<ListsTaken::Heard> ListsTaken::heard(std::int64_t change) const
{
    std::optional<Heard> heard;
    for (const auto& lists : boxes_) {
        const auto its =
            std::lower_bound(lists.begin(), lists.end(), change,
                             [](const List& one, std::int64_t t) { return one.published < t; });
        if (its == lists.end()) continue;
        if (!heard) heard = Heard{its->taken, its->taken};
        heard = Heard{std::min(heard->first, its->taken), std::max(heard->last, its->taken)};
    }
    return heard;
}

}  // namespace sim
