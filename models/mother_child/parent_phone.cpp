// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/parent_phone.h"

#include <algorithm>
#include <charconv>

namespace model
{

namespace
{

enum Draw : std::uint64_t { draw_agree, draw_end, draw_read, draw_early };

constexpr fw::Nanos hour{3'600'000'000'000};
// *assumed*
constexpr fw::Nanos key_time{4'000'000'000}, second_thoughts{300'000'000'000};
constexpr std::int32_t days_ahead = 3;

}  // namespace

// Before the night's run they agree, and some end it again until it is under way; later they read.
std::vector<ParentPhone::Planned> ParentPhone::day() const
{
    const auto phones = static_cast<std::size_t>(ground_.rules().phones);
    const auto& returns = ground_.rules().returns;
    const fw::Nanos begins = returns ? returns->at : ground_.scenario.from;
    const auto within = [&](fw::Nanos from, fw::Nanos to, std::size_t family, Draw draw) {
        const auto span = static_cast<std::uint64_t>(std::max<std::int64_t>((to - from).count, 1));
        return from +
               fw::Nanos{static_cast<std::int64_t>(ground_.stream.below(span, family, draw))};
    };
    std::vector<Planned> acts;
    for (std::size_t i = phone_; i < ground_.families.size(); i += phones) {
        const fw::Nanos agrees = within(ground_.scenario.from, begins, i, draw_agree);
        if (returns) acts.push_back({agrees, i, Act::agree});
        if (ground_.families[i].withdraws)
            acts.push_back({within(agrees, begins + second_thoughts, i, draw_end), i, Act::end});
        const fw::Nanos morning = std::min(begins + hour * 3, ground_.scenario.to - hour);
        acts.push_back({within(morning, ground_.scenario.to, i, draw_read), i, Act::read});
    }
    std::stable_sort(acts.begin(), acts.end(),
                     [](const Planned& a, const Planned& b) { return a.at < b.at; });
    return acts;
}

void ParentPhone::serve(Desk& desk)
{
    std::vector<std::size_t> first_child;
    std::size_t children = 0;
    for (const Family& family : ground_.families) {
        first_child.push_back(children);
        children += family.children.size();
    }
    for (const Planned& next : day()) {
        if (desk.now() < next.at) desk.wait_until(next.at);
        const Family& family = ground_.families[next.family];
        if (next.act == Act::read)
            read(desk, family, first_child[next.family]);
        else
            agree(desk, family, next.act == Act::agree);
        if (next.act == Act::agree) try_another(desk, family, next.family);
    }
}

sim::Form ParentPhone::form(Desk& desk, const char* kind, const Family& family)
{
    return sim::Form(kind)
        .set("request", desk.name() + "/" + std::to_string(++asked_))
        .set("app", family.app);
}

void ParentPhone::flow(Desk& desk, const char* service, const Family& family,
                       const sim::Form& request, const char* wanted)
{
    sim::FlowRow row;
    row.flow = desk.begin_flow();
    row.u[0] = desk.now().count;
    desk.spend(key_time);
    row.u[1] = desk.now().count;
    reply_ = ask_again(desk, "motherhood", request,
                       {ground_.rules().deadline, ground_.rules().attempts, {}});
    if (reply_) row.u[2] = desk.now().count;
    const bool done = reply_ && reply_->kind() == wanted;
    if (done) row.u[3] = row.u[4] = row.u[2];
    row.service = service;
    row.place = desk.name();
    row.resident = family.mother;
    row.outcome = done ? "done" : reply_ ? "refused" : "failed";
    if (!done) row.reason = reply_ ? reply_->text("reason").value_or("malformed") : "no_answer";
    desk.end_flow(row);
}

void ParentPhone::agree(Desk& desk, const Family& family, bool agrees)
{
    for (const FamilyChild& child : family.children)
        flow(desk, "S45", family,
             form(desk, agrees ? "return.agree" : "return.end", family)
                 .set("handbook", child.handbook)
                 .set("domain", "motherhood")
                 .set("purpose", "return"),
             "return.noted");
}

// Parents of a child with another's name and birth date take the other's handbook for theirs.
void ParentPhone::try_another(Desk& desk, const Family& family, std::size_t number)
{
    if (number == 0 || family.children[0].kind != "namesake") return;
    const Family& other = ground_.families[number - 1];
    flow(desk, "S45", family,
         form(desk, "return.claim", family).set("handbook", other.children[0].handbook),
         "return.noted");
}

void ParentPhone::read(Desk& desk, const Family& family, std::size_t first_child)
{
    for (std::size_t i = 0; i < family.children.size(); ++i) {
        const FamilyChild& child = family.children[i];
        flow(desk, "S44", family, form(desk, "news.read", family).set("handbook", child.handbook),
             "news.told");
        const auto number = static_cast<std::int64_t>(first_child + i);
        for (const std::string& news :
             reply_ ? reply_->texts("news") : std::vector<std::string>{}) {
            const std::size_t slash = news.find('/');
            std::int64_t dose = 0;
            std::from_chars(news.data() + slash + 1, news.data() + news.size(), dose);
            ground_.recorder.service(
                sim::CareReadRow{desk.now().count, number, news.substr(0, slash), dose});
        }
        enter_dates(desk, family, child, first_child + i);
    }
    if (ground_.rules().returns)
        flow(desk, "S45", family, form(desk, "records.read", family), "records.told");
}

void ParentPhone::enter_dates(Desk& desk, const Family& family, const FamilyChild& child,
                              std::size_t number)
{
    const std::int32_t early = ground_.rules().calendar->too_early_ppm;
    for (std::size_t i = 0; i < ground_.open.size(); ++i) {
        const OpenDose& open = ground_.open[i];
        if (open.child != number) continue;
        const bool too_early = ground_.stream.chance(early, i, draw_early);
        const sim::Date today = ground_.scenario.tariff_date;
        const sim::Date planned{too_early ? open.due.days - 1
                                          : std::max(open.due.days, today.days) + days_ahead};
        flow(desk, "S44", family,
             form(desk, "date.enter", family)
                 .set("handbook", child.handbook)
                 .set("vaccine", open.vaccine)
                 .set("planned", sim::to_string(planned)),
             "date.noted");
    }
}

}  // namespace model
