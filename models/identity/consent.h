// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <tuple>

#include "models/service/desk.h"

// The back end "consent": who agreed that a domain uses something for a purpose, and until when
// (services.md P3). Persons are pseudonyms. What was withdrawn or has ended counts no more.
namespace model
{

class ConsentRegister final : public BackEnd
{
public:
    // "consent.give": person, domain, purpose, expires (ns since midnight of the service day);
    // "consent.withdraw", "consent.check": person, domain, purpose. "consent.state" with `live`.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

    bool live(const std::string& person, const std::string& domain, const std::string& purpose,
              fw::Nanos at) const;

private:
    using Key = std::tuple<std::string, std::string, std::string>;
    std::map<Key, fw::Nanos> until_;
};

}  // namespace model
