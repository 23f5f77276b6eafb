// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/findings.h"

namespace sim
{

void Findings::add(Finding finding)
{
    ++total_;
    if (++count_[finding.property] <= kept_each) kept_.push_back(std::move(finding));
}

std::int64_t Findings::violations(const std::string& property) const
{
    const auto found = count_.find(property);
    return found == count_.end() ? 0 : found->second;
}

}  // namespace sim
