// SPDX-License-Identifier: Apache-2.0
#include "models/broker/consent_mandates.h"

#include <algorithm>

namespace model
{

void ConsentMandates::grant(const std::string& person, const std::string& proxy,
                            const std::vector<std::string>& purposes, fw::Nanos until)
{
    mandates_[{person, proxy}] = {purposes, until, false};
}

void ConsentMandates::revoke(const std::string& person, const std::string& proxy)
{
    const auto found = mandates_.find({person, proxy});
    if (found != mandates_.end()) found->second.revoked = true;
}

std::string ConsentMandates::objection(const std::string& person, const std::string& proxy,
                                       const std::string& purpose, fw::Nanos now) const
{
    const auto found = mandates_.find({person, proxy});
    if (found == mandates_.end()) return "no_mandate";
    const Mandate& mandate = found->second;
    if (mandate.revoked) return "mandate_revoked";
    if (now >= mandate.until) return "mandate_expired";
    const auto& scope = mandate.purposes;
    return std::find(scope.begin(), scope.end(), purpose) == scope.end() ? "out_of_scope" : "";
}

}  // namespace model
