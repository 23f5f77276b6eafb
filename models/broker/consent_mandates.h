// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "firmware/core/units.h"

// Who may agree to uses of data in somebody else's name, for which purposes and until when
// (services.md S40, P9). People are what the issuer of the city ID knows them by.
namespace model
{

class ConsentMandates
{
public:
    void grant(const std::string& person, const std::string& proxy,
               const std::vector<std::string>& purposes, fw::Nanos until);
    void revoke(const std::string& person, const std::string& proxy);

    // Empty: they may. Else no_mandate, mandate_revoked, mandate_expired or out_of_scope.
    std::string objection(const std::string& person, const std::string& proxy,
                          const std::string& purpose, fw::Nanos now) const;

private:
    struct Mandate {
        std::vector<std::string> purposes;
        fw::Nanos until{};
        bool revoked = false;
    };
    std::map<std::pair<std::string, std::string>, Mandate> mandates_;  // by person and proxy
};

}  // namespace model
