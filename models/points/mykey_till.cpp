// SPDX-License-Identifier: Apache-2.0
#include "models/points/mykey_till.h"

#include "models/service/ask_again.h"

namespace model
{

namespace
{

enum MyKeyTillDraw : std::uint64_t { draw_point_showing = 100 };

// Both *assumed*.
constexpr fw::Nanos void_pause{10'000'000'000};
constexpr int most_voids = 360;

}  // namespace

void MyKeyTill::serve(Desk& desk)
{
    for (std::size_t i = 0; i < ground_.plan.purchases.size(); ++i) {
        const PointPurchase& purchase = ground_.plan.purchases[i];
        if (purchase.shop != shop_) continue;
        if (desk.now() < purchase.at) desk.wait_until(purchase.at);
        sell(desk, i);
        tell_voids(desk);
    }
    for (int i = 0; i < most_voids && !tell_voids(desk); ++i) desk.spend(void_pause);
}

void MyKeyTill::sell(Desk& desk, std::size_t which)
{
    const PointPurchase& purchase = ground_.plan.purchases[which];
    const std::string ticket = ground_.screens[purchase.shows];
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.u[0] = desk.now().count;
    desk.spend(ground_.showing.at(ground_.stream.bits(which, draw_point_showing)));
    flow.u[1] = desk.now().count;
    if (ticket.empty()) return ground_.end_flow(desk, flow, purchase.member, "no_ticket");
    const auto reply = pay(desk, purchase, ticket);
    const bool paid = reply && reply->kind() == "mykey.paid";
    if (reply) flow.u[2] = desk.now().count;
    if (paid) flow.u[3] = flow.u[4] = desk.now().count;
    if (!reply) voids_.push_back(purchase.receipt);
    ground_.recorder.service(sim::MyKeyReceiptRow{purchase.receipt, desk.now().count, shop_,
                                                  ground_.plan.members[purchase.member].resident,
                                                  ticket, purchase.points,
                                                  paid    ? "paid"
                                                  : reply ? "refused"
                                                          : "none"});
    ground_.end_flow(desk, flow, purchase.member,
                     reply ? reply->text("reason").value_or("") : "no_answer");
}

std::optional<sim::Form> MyKeyTill::pay(Desk& desk, const PointPurchase& purchase,
                                        const std::string& ticket) const
{
    return ask_again(desk, "mykey",
                     sim::Form("mykey.spend")
                         .set("request", purchase.receipt)
                         .set("ticket", ticket)
                         .set("shop", shop_)
                         .set("points", purchase.points),
                     ground_.asking());
}

bool MyKeyTill::tell_voids(Desk& desk)
{
    for (; !voids_.empty(); voids_.pop_front()) {
        if (!desk.call("mykey",
                       sim::Form("mykey.void")
                           .set("request", "void-" + voids_.front())
                           .set("receipt", voids_.front()),
                       ground_.rules().deadline))
            return false;
        ground_.recorder.service(sim::MyKeyVoidRow{desk.now().count, voids_.front()});
    }
    return true;
}

}  // namespace model
