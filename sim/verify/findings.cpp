// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/findings.h"

#include <algorithm>

namespace sim
{

void Findings::add(Finding finding)
{
    ++total_;
    if (++count_[finding.property] <= kept_each) kept_.push_back(std::move(finding));
}

void Findings::add_all(Findings others)
{
    for (Finding& finding : others.kept_) add(std::move(finding));
    for (const auto& [property, count] : others.count_) {
        const std::int64_t not_kept = std::max<std::int64_t>(0, count - kept_each);
        count_[property] += not_kept;
        total_ += not_kept;
    }
}

std::int64_t Findings::violations(const std::string& property) const
{
    const auto found = count_.find(property);
    return found == count_.end() ? 0 : found->second;
}

}  // namespace sim
