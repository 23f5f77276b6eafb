// SPDX-License-Identifier: Apache-2.0
#include "models/broker/use_log.h"

#include "models/broker/refusal.h"

namespace model
{

sim::Form UseLog::answer(const sim::Form& request, const std::string&, Line&)
{
    const std::string number = request.text("request").value_or("");
    const bool whole = request.kind() == "log.note" && !number.empty() && request.text("person") &&
                       request.text("actor") && request.text("act");
    if (!whole) return refused("malformed");
    entries_.insert(number);
    return sim::Form("log.noted").set("request", number);
}

}  // namespace model
