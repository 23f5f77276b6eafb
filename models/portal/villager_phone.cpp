// SPDX-License-Identifier: Apache-2.0
#include "models/portal/villager_phone.h"

#include <algorithm>
#include <charconv>

#include "models/service/ask_again.h"

namespace model
{

namespace
{

constexpr fw::Nanos tick_box{3'000'000'000};  // *assumed*
constexpr int attempts_to_choose = 20, attempts_to_look = 2;

std::vector<std::string> parts_of(const std::string& item)
{
    std::vector<std::string> parts(1);
    for (const char c : item)
        if (c == ':')
            parts.emplace_back();
        else
            parts.back() += c;
    return parts;
}

std::int64_t number_in(const std::string& text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

// In each round every phone that this desk stands for is woken once.
void VillagerPhone::serve(Desk& desk)
{
    const auto desks = static_cast<std::size_t>(ground_.rules().phones);
    const auto& members = ground_.plan.members;
    for (fw::Nanos round = ground_.scenario.from; round <= ground_.scenario.to;
         round += ground_.rules().wakes) {
        choose_until(desk, round);
        if (desk.now() < round) desk.wait_until(round);
        for (std::size_t i = phone_; i < members.size(); i += desks) look(desk, members[i]);
    }
}

void VillagerPhone::choose_until(Desk& desk, fw::Nanos time)
{
    const auto desks = static_cast<std::size_t>(ground_.rules().phones);
    for (; next_choice_ < ground_.plan.choices.size(); ++next_choice_) {
        const OfferChoice& choice = ground_.plan.choices[next_choice_];
        if (choice.at > time) return;
        if (choice.member % desks == phone_) choose(desk, choice);
    }
}

std::string VillagerPhone::request(const Desk& desk)
{
    return desk.name() + "/" + std::to_string(++asked_);
}

void VillagerPhone::choose(Desk& desk, const OfferChoice& choice)
{
    if (desk.now() < choice.at) desk.wait_until(choice.at);
    const PortalMember& member = ground_.plan.members[choice.member];
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    desk.spend(tick_box);
    flow.u[1] = desk.now().count;
    const auto reply = ask_again(desk, "villageportal",
                                 sim::Form(choice.agrees ? "offers.agree" : "offers.end")
                                     .set("request", request(desk))
                                     .set("member", member.name)
                                     .set("domain", "municipal_portal")
                                     .set("purpose", "offers"),
                                 {ground_.rules().deadline, attempts_to_choose, tick_box});
    if (reply) flow.u[2] = flow.u[3] = flow.u[4] = desk.now().count;
    flow.service = "S57";
    flow.place = desk.name();
    flow.resident = member.resident;
    flow.outcome = reply ? "done" : "failed";
    flow.reason = reply ? "" : "no_answer";
    desk.end_flow(flow);
}

void VillagerPhone::look(Desk& desk, const PortalMember& member)
{
    std::int64_t& newest = shown_[member.name];
    sim::PortalLookRow row{-1, member.resident, newest};
    const auto told = ask_again(desk, "villageportal",
                                sim::Form("inbox.ask")
                                    .set("request", request(desk))
                                    .set("member", member.name)
                                    .set("after", newest),
                                {ground_.rules().deadline, attempts_to_look, {}});
    if (told) {
        row.t = told->number("made_ns").value_or(-1);
        show(desk, member, *told);
        newest = std::max(newest, told->number("newest").value_or(0));
    }
    ground_.recorder.service(row);
}

void VillagerPhone::show(Desk& desk, const PortalMember& member, const sim::Form& told)
{
    std::vector<std::string> items = told.texts("notices");
    for (const std::string& offer : told.texts("offers")) items.push_back(offer);
    for (const std::string& item : items) {
        const std::vector<std::string> parts = parts_of(item);
        sim::PortalShownRow row{desk.now().count, member.resident, number_in(parts[0]), ""};
        if (parts.size() == 6) {
            row.coupon = parts[1];
            ground_.wallets[member.resident].push_back(
                {parts[1],
                 {static_cast<std::int32_t>(number_in(parts[2]))},
                 {static_cast<std::int32_t>(number_in(parts[3]))},
                 number_in(parts[4]),
                 {number_in(parts[5]) * 1'000'000'000},
                 false});
        }
        ground_.recorder.service(row);
    }
}

}  // namespace model
