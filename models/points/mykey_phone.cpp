// SPDX-License-Identifier: Apache-2.0
#include "models/points/mykey_phone.h"

#include <algorithm>

#include "models/service/ask_again.h"

namespace model
{

namespace
{

enum MyKeyPhoneDraw : std::uint64_t { draw_point_typing };

}  // namespace

MyKeyPhone::MyKeyPhone(MyKeyGround& ground, std::size_t phone) : ground_(ground)
{
    const auto phones = static_cast<std::size_t>(ground.rules().phones);
    const MyKeyPlan& plan = ground.plan;
    for (std::size_t i = 0; i < plan.moves.size(); ++i)
        if (plan.moves[i].member % phones == phone) acts_.push_back({plan.moves[i].at, true, i});
    for (std::size_t i = 0; i < plan.purchases.size(); ++i)
        if (plan.purchases[i].member % phones == phone && plan.purchases[i].shows == i)
            acts_.push_back({plan.purchases[i].at - ground.rules().lead, false, i});
    std::stable_sort(acts_.begin(), acts_.end(),
                     [](const Act& a, const Act& b) { return a.at < b.at; });
}

void MyKeyPhone::serve(Desk& desk)
{
    for (const Act& act : acts_) {
        if (desk.now() < act.at) desk.wait_until(act.at);
        act.moves ? move(desk, act.which) : fetch(desk, act.which);
    }
}

void MyKeyPhone::move(Desk& desk, std::size_t which)
{
    const PointMove& move = ground_.plan.moves[which];
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    desk.spend(ground_.typing.at(ground_.stream.bits(which, draw_point_typing)));
    flow.u[1] = desk.now().count;
    sim::MyKeyWishRow wish;
    wish.execution = move.execution;
    wish.resident = ground_.plan.members[move.member].resident;
    wish.points = points_to_move(desk, move);
    if (wish.points <= 0)
        return ground_.end_flow(desk, flow, move.member, wish.points < 0 ? "no_answer" : "nothing");
    wish.ticket = ticket(desk, "for-" + move.execution, move.member, "deposit");
    if (wish.ticket.empty()) return ground_.end_flow(desk, flow, move.member, "no_answer");
    wish.heard = ask(desk, wish, move.member);
    wish.t = desk.now().count;
    ground_.recorder.service(wish);
    if (wish.heard == "none") return ground_.end_flow(desk, flow, move.member, "no_answer");
    flow.u[2] = wish.t;
    if (wish.heard != "refused") flow.u[3] = wish.t;
    if (wish.heard == "moved") flow.u[4] = wish.t;
    ground_.end_flow(desk, flow, move.member, wish.heard == "refused" ? "refused" : "");
}

// -1: nobody answers.
std::int64_t MyKeyPhone::points_to_move(Desk& desk, const PointMove& move)
{
    const auto reply = ask_again(desk, "pointoffice",
                                 sim::Form("points.balance")
                                     .set("request", "look-" + move.execution)
                                     .set("member", ground_.plan.members[move.member].member),
                                 ground_.asking());
    return reply ? reply->number("points").value_or(0) * move.share_ppm / 1'000'000 : -1;
}

std::string MyKeyPhone::ask(Desk& desk, const sim::MyKeyWishRow& wish, std::size_t member)
{
    const auto reply = ask_again(desk, "pointoffice",
                                 sim::Form("points.move")
                                     .set("request", wish.execution)
                                     .set("member", ground_.plan.members[member].member)
                                     .set("ticket", wish.ticket)
                                     .set("points", wish.points),
                                 ground_.asking());
    if (!reply) return "none";
    if (reply->kind() != "points.moved") return "refused";
    return reply->flag("credited") ? "moved" : "on_way";
}

void MyKeyPhone::fetch(Desk& desk, std::size_t which)
{
    const PointPurchase& purchase = ground_.plan.purchases[which];
    ground_.screens[which] = ticket(desk, "for-" + purchase.receipt, purchase.member, "pay");
}

std::string MyKeyPhone::ticket(Desk& desk, const std::string& request, std::size_t member,
                               const std::string& purpose)
{
    const auto reply = ask_again(desk, "mykey",
                                 sim::Form("mykey.ticket")
                                     .set("request", request)
                                     .set("account", ground_.plan.members[member].account)
                                     .set("purpose", purpose),
                                 ground_.asking());
    return reply ? reply->text("ticket").value_or("") : "";
}

}  // namespace model
