// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "models/health/mileage_server.h"

// What members, screens and nurses see of a mileage server (S55, S59, S64).
namespace model
{

namespace
{

std::string joined(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : " ") + word;
    return all;
}

template <class T>
std::int64_t position_of(const std::vector<T>& list, const std::string& id)
{
    return std::find_if(list.begin(), list.end(), [&](const T& one) { return one.id == id; }) -
           list.begin();
}

}  // namespace

sim::Form MileageServer::view(const sim::Form& request, fw::Nanos now)
{
    const std::string member = subject_of(request);
    if (!is_member(member)) return refused("unknown_member");
    const std::int64_t points = book_.points_of(member);
    recorder_.service(sim::HealthViewRow{setting_.name, ++seq_, now.count, member, points});
    return sim::Form("view.points").set("points", points);
}

// The role stands, sits at this screen, is of this municipality and may see the item: "" or why
// not.
std::string MileageServer::objection(const std::string& screen, const sim::DashboardRole* role,
                                     const std::string& item) const
{
    const auto seat = setting_.role_of_screen.find(screen);
    if (!role || seat == setting_.role_of_screen.end() || seat->second != role->id ||
        role->municipality != setting_.municipality)
        return "role_of_another";
    const bool may = std::find(role->items.begin(), role->items.end(), item) != role->items.end();
    return may ? "" : "not_of_this_role";
}

sim::Form MileageServer::dash(const sim::Form& request, const std::string& screen, fw::Nanos now)
{
    const std::string asked = request.text("role").value_or("");
    const std::string item = request.text("item").value_or("");
    const std::int64_t day = request.number("day").value_or(0);
    const auto& items = rules_.items.items;
    const auto at = position_of(items, item);
    const auto& roles = rules_.rules.roles;
    const auto role = static_cast<std::size_t>(position_of(roles, asked));
    const std::string why = objection(screen, role < roles.size() ? &roles[role] : nullptr, item);
    recorder_.service(sim::HealthScreenRow{++looks_, setting_.name, ++seq_, now.count, screen,
                                           asked, at + 1, day, why.empty() ? "shown" : "refused"});
    return why.empty() ? show(book_.cells(roles[role], at, day)) : refused(why);
}

sim::Form MileageServer::show(const std::vector<DashboardCell>& cells)
{
    std::vector<std::string> districts, bands, people, sums;
    for (const DashboardCell& cell : cells) {
        recorder_.service(sim::HealthCellRow{looks_, setting_.name, cell.district, cell.band,
                                             cell.people, cell.sum});
        districts.push_back(cell.district);
        bands.push_back(cell.band);
        people.push_back(std::to_string(cell.people));
        sums.push_back(std::to_string(cell.sum));
    }
    return sim::Form("dash.cells")
        .set("district", districts)
        .set("ageBand", bands)
        .set("people", people)
        .set("sum", sums);
}

// Only who has agreed is advised: the register of consents is asked each time.
sim::Form MileageServer::advise(const sim::Form& request, Line& line)
{
    const std::string member = subject_of(request);
    if (!is_member(member)) return refused("unknown_member");
    const auto live = line.call("consent",
                                sim::Form("health.live")
                                    .set("request", *request.text("request"))
                                    .set("person", member)
                                    .set("domain", "mileage")
                                    .set("purpose", "advice"),
                                rules_.deadline);
    if (!live || !live->flag("live")) {
        const char* const why = live ? "no_consent" : "no_answer";
        note_advice(member, "refused", "", why, line.now());
        return refused(why);
    }
    const auto changed = overridden_.find(member);
    const bool by_nurse = changed != overridden_.end();
    std::vector<std::string> words = book_.advice_for(member);
    if (by_nurse) words = {changed->second};
    const char* const origin = by_nurse ? "nurse" : "rules";
    note_advice(member, "told", joined(words), origin, line.now());
    return sim::Form("advice.told")
        .set("subject", member)
        .set("advice", words)
        .set("origin", origin);
}

sim::Form MileageServer::change_advice(const sim::Form& request, fw::Nanos now)
{
    const std::string member = subject_of(request);
    const std::string advice = request.text("advice").value_or("");
    if (!is_member(member) || advice.empty()) return refused("unknown_member");
    overridden_[member] = advice;
    note_advice(member, "overridden", advice, "nurse", now);
    return sim::Form("advice.noted");
}

void MileageServer::note_advice(const std::string& member, const char* event,
                                const std::string& advice, const std::string& origin, fw::Nanos now)
{
    recorder_.service(
        sim::HealthAdviceRow{setting_.name, ++seq_, now.count, member, event, advice, origin});
}

}  // namespace model
