// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>

#include "sim/scenario/card_sales.h"

// Which ways of proving who pays are enough for an amount (services.md oracle O5). The city's bands
// share their limits, so the answer is a set (A.10, 6), and a stronger method may stand in for a
// weaker one (A.10, 7).
namespace model
{

struct AcceptedMethods {
    std::set<std::string> enough;    // of the bands the amount lies in
    std::set<std::string> stronger;  // of bands above, where these count too
    bool in_two_bands = false;

    bool accepts(const std::string& method) const
    {
        return enough.contains(method) || stronger.contains(method);
    }
    // "card_pin,face", in alphabetical order.
    std::string text() const;
};

// The bands of one kind of service, weakest first, and what decides where they leave a choice.
struct MethodRules {
    const std::vector<sim::MethodBand>& bands;
    sim::TierBoundary boundary;
    bool stronger;
};

// Nothing for an amount that lies in no band.
AcceptedMethods accepted_methods(const MethodRules& rules, std::int64_t amount);
inline AcceptedMethods accepted_methods(const sim::CardSales& rules, std::int64_t amount)
{
    return accepted_methods(MethodRules{rules.bands, rules.boundary, rules.stronger}, amount);
}

}  // namespace model
