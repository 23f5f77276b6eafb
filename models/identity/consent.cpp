// SPDX-License-Identifier: Apache-2.0
#include "models/identity/consent.h"

namespace model
{

sim::Form ConsentRegister::answer(const sim::Form& request, const std::string&, Line& line)
{
    const Key key{request.text("person").value_or(""), request.text("domain").value_or(""),
                  request.text("purpose").value_or("")};
    const auto& [person, domain, purpose] = key;
    if (person.empty() || domain.empty() || purpose.empty())
        return sim::Form("consent.refused").set("reason", "malformed");
    const std::string kind = request.kind();
    if (kind == "consent.give" || kind == "perk.consent" || kind == "health.agree")
        until_[key] = {request.number("expires").value_or(0)};
    else if (kind == "consent.withdraw" || kind == "perk.revoke" || kind == "health.revoke")
        until_.erase(key);
    else if (kind != "consent.check" && kind != "perk.live" && kind != "health.live")
        return sim::Form("consent.refused").set("reason", "malformed");
    return sim::Form("consent.state").set("live", live(person, domain, purpose, line.now()));
}

bool ConsentRegister::live(const std::string& person, const std::string& domain,
                           const std::string& purpose, fw::Nanos at) const
{
    const auto found = until_.find({person, domain, purpose});
    return found != until_.end() && at < found->second;
}

}  // namespace model
