// SPDX-License-Identifier: Apache-2.0
#include "models/disaster/medic_tablet.h"

namespace model
{

namespace
{

// All *assumed*.
constexpr fw::Nanos hour{3'600'000'000'000}, retry_pause{10'000'000'000};

}  // namespace

struct MedicTablet::Look {
    const AidVisit& visit;
    std::string person;
    std::uint64_t key = 0;
    sim::AidLookRow row;
    sim::FlowRow flow;
};

void MedicTablet::serve(Desk& desk)
{
    desk.wait_until(ground_.scenario.from);
    next_fetch_ = desk.now();
    for (std::size_t i = 0; i < ground_.plan.visits.size(); ++i) {
        if (ground_.plan.visits[i].tablet != tablet_) continue;
        idle(desk, ground_.plan.visits[i].at);
        look(desk, i);
    }
    while (!tell_log(desk) && desk.now() < ground_.scenario.to + hour) desk.spend(retry_pause);
}

void MedicTablet::idle(Desk& desk, fw::Nanos until)
{
    while (desk.now() < until) {
        if (next_fetch_ <= desk.now()) {
            next_fetch_ = desk.now() + ground_.rules().refresh;
            fetch(desk);
            tell_log(desk);
        }
        const fw::Nanos next = std::min(until, next_fetch_);
        if (desk.now() < next) desk.wait_until(next);
    }
}

void MedicTablet::fetch(Desk& desk)
{
    AidEdition edition;
    for (bool more = true; more;) {
        const auto reply =
            desk.call("first_aid_data", ask_for(desk, edition), ground_.rules().deadline);
        if (!reply || !edition.take(*reply)) return;
        more = reply->flag("more");
    }
    for (auto& [person, held] : edition.people) held_[person] = std::move(held);
    made_ = edition.made;
    ground_.recorder.service(sim::AidFetchRow{desk.now().count, desk.name(), made_});
}

sim::Form MedicTablet::ask_for(Desk& desk, const AidEdition& edition) const
{
    auto form = sim::Form("aid.fetch")
                    .set("request", desk.name() + "/" + std::to_string(desk.now().count))
                    .set("shelter", aid_shelter(ground_.rules(), tablet_))
                    .set("since_ns", made_);
    if (!edition.people.empty())
        form.set("until_ns", edition.made).set("after", edition.people.rbegin()->first);
    return form;
}

bool MedicTablet::tell_log(Desk& desk)
{
    for (; !log_.empty(); log_.pop_front())
        if (!desk.call("first_aid_data", log_.front(), ground_.rules().deadline)) return false;
    return true;
}

void MedicTablet::look(Desk& desk, std::size_t which)
{
    const AidVisit& visit = ground_.plan.visits[which];
    Look look{visit, aid_name(ground_.scenario.seed, visit.resident), which, {}, {}};
    look.flow.flow = desk.begin_flow();
    look.flow.u[0] = desk.now().count;
    look.row.look = "look-" + std::to_string(which + 1);
    look.row.tablet = desk.name();
    look.row.role = visit.hitch == AidHitch::wrong_role ? "helper" : ground_.rules().set.roles[0];
    look.row.medic = visit.hitch == AidHitch::off_duty ? "staff-0" : medic_at(desk.name());
    look.row.resident = visit.resident;
    look.row.hitch = word_of(visit.hitch);
    if (visit.hitch == AidHitch::no_card || !read(desk, look)) {
        close(desk, look, "no_card");
        return;
    }
    look.row.way = visit.app ? "app" : "card";
    look.row.at = look.flow.u[1] = desk.now().count;
    close(desk, look, open(desk, look, ask_of(desk, look)));
}

bool MedicTablet::read(Desk& desk, const Look& look)
{
    if (look.visit.app) {
        desk.spend(ground_.scanning.at(ground_.stream.bits(look.key)));
        return true;
    }
    CardHolderAtReader holder(
        desk,
        ApduReader(ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {ground_.handling.at(ground_.stream.bits(look.key)), {}},
        {look.flow.flow, look.visit.resident});
    MyNumberCard chip(ground_.card);
    return holder.show(chip, LinkMishap::none).failure.empty();
}

AidAsk MedicTablet::ask_of(Desk& desk, const Look& look) const
{
    AidAsk ask{desk.name(), look.row.medic, look.row.role, aid_items(ground_.rules().set),
               desk.now()};
    if (look.visit.hitch == AidHitch::beyond_set) ask.items.emplace_back("address");
    return ask;
}

std::string MedicTablet::open(Desk& desk, Look& look, const AidAsk& ask)
{
    if (too_many(ask.at)) {
        keep_log(look, ask, "too_many");
        return "too_many";
    }
    const auto reply = desk.call("first_aid_data",
                                 sim::Form("aid.open")
                                     .set("request", look.row.look)
                                     .set("person", look.person)
                                     .set("medic", ask.medic)
                                     .set("role", ask.role)
                                     .set("items", ask.items),
                                 ground_.rules().deadline);
    look.flow.u[2] = desk.now().count;
    if (!reply) return open_held(look, ask);
    if (reply->kind() != "aid.set") return reply->text("reason").value_or("malformed");
    look.row.basis = "register";
    look.row.version = reply->number("version").value_or(0);
    look.row.contents = reply->text("contents").value_or("");
    return "";
}

std::string MedicTablet::open_held(Look& look, const AidAsk& ask)
{
    std::string why = aid_objection(ground_.rules(), ask);
    const auto held = held_.find(look.person);
    if (why.empty() && held == held_.end()) why = "not_held";
    keep_log(look, ask, why.empty() ? "told" : why);
    if (!why.empty()) return why;
    look.row.basis = "tablet";
    look.row.version = held->second.version;
    look.row.contents = held->second.contents;
    return "";
}

bool MedicTablet::too_many(fw::Nanos now)
{
    while (!shown_.empty() && shown_.front() <= now - hour) shown_.pop_front();
    return std::ssize(shown_) >= ground_.rules().most_looks;
}

void MedicTablet::keep_log(const Look& look, const AidAsk& ask, const std::string& outcome)
{
    log_.push_back(sim::Form("aid.log")
                       .set("request", "log-" + look.row.look)
                       .set("look", look.row.look)
                       .set("person", look.person)
                       .set("medic", ask.medic)
                       .set("role", ask.role)
                       .set("at_ns", ask.at.count)
                       .set("items", ask.items)
                       .set("outcome", outcome));
}

void MedicTablet::close(Desk& desk, Look& look, const std::string& why)
{
    if (why.empty()) {
        shown_.push_back({look.row.at});
        look.row.shown = look.flow.u[3] = desk.now().count;
    }
    look.row.reason = look.flow.reason = why;
    look.row.outcome = why.empty() ? "shown" : why == "not_held" ? "failed" : "refused";
    look.flow.outcome = why.empty() ? "done" : look.row.outcome;
    look.flow.service = "S65";
    look.flow.place = desk.name();
    look.flow.resident = look.visit.resident;
    ground_.recorder.service(look.row);
    desk.end_flow(look.flow);
}

}  // namespace model
