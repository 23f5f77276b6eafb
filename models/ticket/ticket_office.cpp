// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/ticket_office.h"

#include <fmt/format.h>

namespace model
{

namespace
{

sim::Form refused(const char* reason)
{
    return sim::Form("visit.refused").set("reason", reason);
}

}  // namespace

TicketOffice::TicketOffice(std::string name, std::string other, char mark, fw::Nanos deadline,
                           sim::Recorder& recorder)
    : name_(std::move(name)),
      other_(std::move(other)),
      mark_(mark),
      deadline_(deadline),
      recorder_(recorder)
{
}

sim::Form TicketOffice::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return refused("malformed");
    if (request.kind() == "visit.buy") return sell(number, line.now());
    const std::string ticket = request.text("ticket").value_or("");
    if (request.kind() == "visit.claim") return write_off(ticket, number, line.now());
    return request.kind() == "visit.redeem" ? redeem(request, line) : refused("malformed");
}

sim::Form TicketOffice::sell(const std::string& request, fw::Nanos now)
{
    const auto [sale, first] = sold_.try_emplace(request);
    if (first) {
        sale->second = fmt::format("{}-{:06}", mark_, sold_.size());
        tickets_[sale->second] = {};
        recorder_.service(sim::PassRow(
            sim::TicketRow{now.count, sale->second, name_, mark_ == 'g' ? "resident" : "visitor"}));
    }
    return sim::Form("visit.sold").set("ticket", sale->second);
}

sim::Form TicketOffice::redeem(const sim::Form& request, Line& line)
{
    const std::string ticket = request.text("ticket").value_or("");
    const std::string number = *request.text("request");
    if (!ticket.empty() && ticket.front() == mark_) return write_off(ticket, number, line.now());
    const auto reply = line.call(
        other_, sim::Form("visit.claim").set("request", number).set("ticket", ticket), deadline_);
    return reply ? *reply : sim::Form("visit.silent");
}

sim::Form TicketOffice::write_off(const std::string& ticket, const std::string& request,
                                  fw::Nanos now)
{
    const auto found = tickets_.find(ticket);
    if (found == tickets_.end()) return refused("unknown_ticket");
    Ticket& own = found->second;
    if (own.used.count >= 0 && own.request != request) return refused("used");
    if (own.used.count < 0) own = {now, request};
    return sim::Form("visit.admitted");
}

void TicketOffice::close_day() const
{
    for (const auto& [number, ticket] : tickets_)
        recorder_.service(
            sim::PassRow(sim::TicketBookRow{name_, number, ticket.used.count, ticket.request}));
}

}  // namespace model
