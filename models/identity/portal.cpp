// SPDX-License-Identifier: Apache-2.0
#include "models/identity/portal.h"

namespace model
{

sim::Form Portal::answer(const sim::Form& request, const std::string&, Line& line)
{
    if (request.kind() == "pass.buy") return sell(request, line);
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

// Who buys is the portal's to know and nobody else's.
sim::Form Portal::sell(const sim::Form& request, Line& line) const
{
    const std::string serial = request.text("serial").value_or("");
    const auto reply = line.call("tickets",
                                 sim::Form("ticket.sell")
                                     .set("request", request.text("request").value_or(""))
                                     .set("member", names_.name_in("mobility", serial))
                                     .set("payer", names_.name_in("payment", serial))
                                     .set("pass", request.text("pass").value_or("")),
                                 deadline_);
    return reply ? *reply : sim::Form("pass.busy");
}

}  // namespace model
