// SPDX-License-Identifier: Apache-2.0
#include "models/identity/portal.h"

namespace model
{

sim::Form Portal::answer(const sim::Form& request, const std::string&, Line& line)
{
    if (request.kind() == "link.register" && !note_consent(request, line))
        return sim::Form("link.refused").set("reason", "no_consent");
    // Twice the deadline: the register asks an authority in turn.
    const auto reply = line.call("linkage", request, deadline_ + deadline_);
    return reply ? *reply : sim::Form("link.refused").set("reason", "register_silent");
}

bool Portal::note_consent(const sim::Form& request, Line& line) const
{
    const auto until = request.number("consent_until");
    if (!until) return false;
    const auto reply = line.call("consent",
                                 sim::Form("consent.give")
                                     .set("person", request.text("serial").value_or(""))
                                     .set("domain", "transit")
                                     .set("purpose", "discount")
                                     .set("expires", *until),
                                 deadline_);
    return reply && reply->flag("live");
}

}  // namespace model
