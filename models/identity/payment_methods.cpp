// SPDX-License-Identifier: Apache-2.0
#include "models/identity/payment_methods.h"

namespace model
{

std::string AcceptedMethods::text() const
{
    std::set<std::string> all = enough;
    all.insert(stronger.begin(), stronger.end());
    std::string text;
    for (const std::string& method : all) text += (text.empty() ? "" : ",") + method;
    return text;
}

AcceptedMethods accepted_methods(const MethodRules& rules, std::int64_t amount)
{
    std::vector<std::size_t> lies_in;
    for (std::size_t i = 0; i < rules.bands.size(); ++i)
        if (rules.bands[i].from.count <= amount && amount <= rules.bands[i].to.count)
            lies_in.push_back(i);
    AcceptedMethods accepted;
    if (lies_in.empty()) return accepted;
    accepted.in_two_bands = lies_in.size() > 1;
    if (rules.boundary == sim::TierBoundary::lower) lies_in = {lies_in.front()};
    if (rules.boundary == sim::TierBoundary::upper) lies_in = {lies_in.back()};
    for (const std::size_t i : lies_in)
        accepted.enough.insert(rules.bands[i].methods.begin(), rules.bands[i].methods.end());
    if (!rules.stronger) return accepted;
    for (std::size_t i = lies_in.front() + 1; i < rules.bands.size(); ++i)
        for (const std::string& method : rules.bands[i].methods)
            if (!accepted.enough.contains(method)) accepted.stronger.insert(method);
    return accepted;
}

}  // namespace model
