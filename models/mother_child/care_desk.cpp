// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/care_desk.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("account.refused").set("reason", reason);
}

}  // namespace

void CareDesk::enter(const std::string& handbook, const std::string& app, std::size_t child)
{
    bearers_[handbook] = {app, child};
}

void CareDesk::keep(const std::vector<CareSent>& sent)
{
    for (const CareSent& one : sent)
        news_.emplace(one.child, one.rule + "/" + std::to_string(one.dose));
}

std::string CareDesk::plan(std::size_t child, const std::string& vaccine, sim::Date entered,
                           sim::Date planned)
{
    const std::int32_t dose = calendar_.doses_given(child, vaccine) + 1;
    const std::string why = calendar_.plan(child, vaccine, entered, planned);
    recorder_.service(sim::CarePlanRow{static_cast<std::int64_t>(child), vaccine, dose,
                                       sim::to_string(entered), sim::to_string(planned),
                                       why.empty() ? "noted" : "refused", why});
    return why;
}

// Only the family's own phone hears of a child.
sim::Form CareDesk::answer(const sim::Form& request, fw::Nanos)
{
    const auto bearer = bearers_.find(request.text("handbook").value_or(""));
    if (bearer == bearers_.end() || bearer->second.app != request.text("app"))
        return refused("not_yours");
    if (request.kind() == "date.enter") {
        const auto planned = sim::parse_date(request.text("planned").value_or(""));
        if (!planned) return refused("malformed");
        const std::string why =
            plan(bearer->second.child, request.text("vaccine").value_or(""), today_, *planned);
        return why.empty() ? sim::Form("date.noted") : refused(why);
    }
    std::vector<std::string> news;
    const auto [from, to] = news_.equal_range(bearer->second.child);
    for (auto at = from; at != to; ++at) news.push_back(at->second);
    return sim::Form("news.told").set("news", news);
}

}  // namespace model
