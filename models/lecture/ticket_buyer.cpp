// SPDX-License-Identifier: Apache-2.0
#include "models/lecture/ticket_buyer.h"

namespace model
{

namespace
{

// Own numbering of a purchase's draws.
enum BuyerDraw : std::uint64_t { buyer_draw_handling = 64, buyer_draw_pin };

}  // namespace

void TicketBuyer::serve(Desk& desk)
{
    for (std::size_t i = phone_; i < ground_.plan.buys.size();
         i += static_cast<std::size_t>(ground_.rules().phones)) {
        if (desk.now() < ground_.plan.buys[i].at) desk.wait_until(ground_.plan.buys[i].at);
        buy(desk, i);
    }
}

void TicketBuyer::buy(Desk& desk, std::size_t which)
{
    const LectureBuy& one = ground_.plan.buys[which];
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    sim::LectureBuyRow row;
    row.buy = static_cast<std::int64_t>(which);
    row.resident = one.resident;
    row.guest = ground_.name_of(one.resident);
    row.trouble = ground_.card_of(one.resident).trouble;
    row.hitch = word_of(one.hitch);
    row.t = flow.u[0] = desk.now().count;
    row.reason = pay_by_card(desk, which, flow, row);
    if (row.reason.empty()) agree(desk, which, flow);
    flow.service = "S33";
    flow.place = desk.name();
    flow.resident = one.resident;
    flow.outcome = row.reason.empty() ? "done" : is_silence(row.reason) ? "failed" : "refused";
    flow.reason = row.reason;
    ground_.recorder.service(row);
    desk.end_flow(flow);
}

std::string TicketBuyer::pay_by_card(Desk& desk, std::size_t which, sim::FlowRow& flow,
                                     sim::LectureBuyRow& row)
{
    const LectureBuy& one = ground_.plan.buys[which];
    const auto drawn = [&](const sim::Quantiles& times, BuyerDraw draw) {
        return times.at(ground_.stream.bits(which, draw));
    };
    const LectureProof proof =
        prove(desk, ground_,
              {flow.flow, one.resident, drawn(ground_.handling, buyer_draw_handling),
               drawn(ground_.pin_entry, buyer_draw_pin), one.hitch},
              sim::Form("lecture.buy").set("request", "buy-" + std::to_string(which)));
    if (!proof.failure.empty()) return proof.failure;
    flow.u[1] = desk.now().count;
    auto reply = ask_office(desk, ground_, proof.request);
    if (one.hitch == LectureHitch::sent_again)
        if (const auto copy = ask_office(desk, ground_, proof.request)) reply = copy;
    const std::string why = why_refused(reply, "lecture.sold");
    if (!why.empty()) return why;
    row.done = flow.u[2] = flow.u[3] = desk.now().count;
    row.ticket = reply->text("ticket").value_or("");
    return "";
}

// With the answer the phone gives the doors what they need to know the face; it is no message of
// the office's, and no template is modelled.
void TicketBuyer::agree(Desk& desk, std::size_t which, sim::FlowRow& flow)
{
    const std::string guest = ground_.name_of(ground_.plan.buys[which].resident);
    const auto reply = ask_office(desk, ground_,
                                  sim::Form("lecture.agree")
                                      .set("request", "agree-" + std::to_string(which))
                                      .set("guest", guest)
                                      .set("domain", "lectures")
                                      .set("purpose", "entry"));
    if (!reply || reply->kind() != "lecture.agreed") return;
    flow.u[4] = desk.now().count;
    ground_.guests[which] = guest;
}

}  // namespace model
