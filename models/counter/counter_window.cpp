// SPDX-License-Identifier: Apache-2.0
#include "models/counter/counter_window.h"

#include <algorithm>

#include "models/service/ask_again.h"

namespace model
{

namespace
{

enum WindowDraw : std::uint64_t { window_draw_photo, window_draw_card, window_draw_work };

constexpr fw::Nanos window_pause{5'000'000'000};  // between two attempts; assumed

}  // namespace

std::string CounterGround::ticket_name(std::size_t ticket) const
{
    const HallTicket& one = hall.tickets()[ticket];
    return rules().procedures[one.procedure].id + "-" + std::to_string(one.number);
}

void CounterWindow::serve(Desk& desk)
{
    const std::vector<std::size_t>& mine = ground_.serve[window_];
    desk.wait_until(ground_.rules().opens);
    for (;;) {
        if (const auto ticket = ground_.hall.call(mine, window_, desk.now()))
            attend(desk, *ticket);
        else if (const auto next = ground_.hall.next(mine, desk.now()))
            desk.wait_until(*next);
        else
            return;
    }
}

void CounterWindow::attend(Desk& desk, std::size_t ticket)
{
    sim::FlowRow flow;
    flow.flow = desk.begin_flow();
    flow.service = ground_.rules().place == sim::SupportCounter::Place::city_hall ? "S54" : "S51";
    flow.place = desk.name();
    flow.resident = ground_.visits[ticket].resident;
    flow.u[0] = ground_.hall.tickets()[ticket].arrived.count;
    if (capture(desk, ticket, flow.flow)) {
        flow.u[1] = desk.now().count;
        ground_.outcomes[ticket] = file(desk, ticket, flow);
    } else {
        ground_.outcomes[ticket] = "incomplete";
    }
    const std::string& outcome = ground_.outcomes[ticket];
    flow.outcome = outcome == "incomplete" ? "refused" : outcome;
    flow.reason = outcome == "done" ? "" : outcome == "failed" ? "no_answer" : outcome;
    ground_.hall.leave(ticket, desk.now());
    desk.end_flow(flow);
}

bool CounterWindow::capture(Desk& desk, std::size_t ticket, std::uint32_t flow)
{
    const CounterVisit& visit = ground_.visits[ticket];
    desk.spend(ground_.photo[visit.procedure].at(ground_.stream.bits(ticket, window_draw_photo)));
    if (ground_.rules().procedures[visit.procedure].card && !read_card(desk, ticket, flow))
        return false;
    desk.spend(ground_.work[visit.procedure].at(ground_.stream.bits(ticket, window_draw_work)));
    return !visit.incomplete;
}

bool CounterWindow::read_card(Desk& desk, std::size_t ticket, std::uint32_t flow)
{
    CardHolderAtReader holder(
        desk,
        ApduReader(ground_.reader,
                   [this](const sim::CardCommandRow& row) { ground_.recorder.service(row); }),
        {ground_.handling.at(ground_.stream.bits(ticket, window_draw_card)), {}},
        {flow, ground_.visits[ticket].resident});
    MyNumberCard chip(ground_.card);
    return holder.show(chip, LinkMishap::none).failure.empty();
}

std::string CounterWindow::file(Desk& desk, std::size_t ticket, sim::FlowRow& flow)
{
    const std::size_t procedure = ground_.visits[ticket].procedure;
    const auto reply =
        ask_again(desk, "support_office",
                  sim::Form("counter.file")
                      .set("request", ground_.ticket_name(ticket))
                      .set("procedure", ground_.rules().procedures[procedure].id),
                  {ground_.rules().deadline, ground_.rules().attempts, window_pause});
    if (!reply) return "failed";
    flow.u[2] = desk.now().count;
    if (reply->kind() != "counter.filed") return "failed";
    flow.u[3] = desk.now().count;
    return "done";
}

sim::Form SupportOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    const std::string procedure = request.text("procedure").value_or("");
    const bool known = std::any_of(rules_.procedures.begin(), rules_.procedures.end(),
                                   [&](const auto& one) { return one.id == procedure; });
    if (request.kind() != "counter.file" || number.empty() || !known)
        return sim::Form("counter.refused").set("reason", "malformed");
    const auto [filed, first] = filed_.try_emplace(number, std::ssize(filed_) + 1);
    if (first)
        recorder_.service(sim::CounterBookRow{line.now().count, number, procedure, filed->second});
    return sim::Form("counter.filed").set("application", filed->second);
}

}  // namespace model
