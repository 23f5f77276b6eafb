// SPDX-License-Identifier: Apache-2.0
#include "models/clinic/consultation_invoices.h"

#include <fmt/format.h>

#include "models/clinic/consultation_words.h"
#include "models/clinic/online_plan.h"

namespace model
{

namespace
{

sim::Form busy_invoice()
{
    return sim::Form("invoice.busy");
}

sim::Form refused_card(std::int64_t visit)
{
    return sim::Form("invoice.refused")
        .set("identifier", appointment_name(visit))
        .set("reason", "not_covered");
}

// The execution id of a charge: the same however often it is asked for.
std::string charge_name(std::int64_t visit, const std::string& card, std::int64_t round)
{
    return fmt::format("pay-{}-{}-{}", visit, card, round);
}

}  // namespace

void ConsultationInvoices::issue(std::int64_t visit, const std::string& payer,
                                 const std::string& kind, std::int64_t yen, fw::Nanos now)
{
    Invoice one;
    one.payer = payer;
    one.kind = kind;
    one.yen = yen;
    one.issued = now;
    invoices_.emplace(visit, one);
}

sim::Form ConsultationInvoices::state_of(std::int64_t visit, const Invoice& one) const
{
    const std::string name = appointment_name(visit);
    if (one.state == "balanced")
        return sim::Form("invoice.balanced").set("identifier", name).set("totalGross", one.paid);
    if (one.state == "slip") return sim::Form("invoice.slip").set("identifier", name);
    return busy_invoice();
}

sim::Form ConsultationInvoices::pay(std::int64_t visit, const std::string& card,
                                    const std::string& who, Line& line)
{
    const auto found = invoices_.find(visit);
    if (found == invoices_.end()) return refused_consultation("no_invoice");
    Invoice& one = found->second;
    if (one.state != "issued" || one.at_work) return state_of(visit, one);
    if (card != "first" && card != "other") return refused_consultation("malformed");
    one.at_work = true;
    const sim::Form reply = charge(visit, one, one.open.value_or(card), who, line);
    one.at_work = false;
    return reply;
}

sim::Form ConsultationInvoices::charge(std::int64_t visit, Invoice& one, const std::string& card,
                                       const std::string& who, Line& line)
{
    if (one.refused.contains(card)) return refused_card(visit);
    const std::string request = charge_name(visit, card, one.round);
    one.open = card;
    const auto reply = line.call("cardcompany",
                                 sim::Form("payment.charge")
                                     .set("request", request)
                                     .set("payer", one.payer)
                                     .set("card", card)
                                     .set("yen", one.yen),
                                 deadline_);
    if (!reply) return busy_invoice();
    one.open.reset();
    if (reply->kind() != "payment.done") {
        one.refused.insert(card);
        note(visit, line.now(), "card_refused", who, one.yen);
        return card == "first" ? refused_card(visit) : on_slip(visit, one, who, line.now());
    }
    one.state = "balanced";
    one.request = request;
    one.paid = one.yen;
    note(visit, line.now(), "paid", who, one.paid);
    return state_of(visit, one);
}

sim::Form ConsultationInvoices::on_slip(std::int64_t visit, Invoice& one, const std::string& who,
                                        fw::Nanos now) const
{
    one.state = "slip";
    note(visit, now, "slip", who, one.yen);
    return state_of(visit, one);
}

sim::Form ConsultationInvoices::settle(std::int64_t visit, const std::string& who, Line& line)
{
    const sim::Form reply = pay(visit, "first", who, line);
    if (reply.kind() != "invoice.refused") return reply;
    return on_slip(visit, invoices_.at(visit), who, line.now());
}

sim::Form ConsultationInvoices::correct(std::int64_t visit, std::int64_t yen,
                                        const std::string& who, Line& line)
{
    const auto found = invoices_.find(visit);
    if (found == invoices_.end()) return refused_consultation("no_invoice");
    Invoice& one = found->second;
    if (one.at_work) return busy_invoice();
    if (one.open) pay(visit, *one.open, who, line);  // what is out comes first
    if (one.open) return busy_invoice();
    if (one.yen != yen) {
        one.at_work = true;
        const bool back = given_back(visit, one, who, line);
        one.at_work = false;
        if (!back) return busy_invoice();
        one.yen = yen;
        one.paid = 0;
        one.state = "issued";
        one.refused.clear();
        ++one.round;
    }
    return settle(visit, who, line);
}

// True once it is known that nothing stands any more.
bool ConsultationInvoices::given_back(std::int64_t visit, const Invoice& one,
                                      const std::string& who, Line& line)
{
    if (one.paid == 0) return true;
    const auto reply = line.call(
        "cardcompany", sim::Form("payment.refund").set("request", one.request), deadline_);
    if (!reply || reply->kind() != "payment.done") return false;
    note(visit, line.now(), "refunded", who, one.paid);
    return true;
}

sim::Form ConsultationInvoices::list(fw::Nanos until) const
{
    std::vector<std::string> names, kinds, fees, states;
    for (const auto& [visit, one] : invoices_) {
        if (one.issued > until) continue;
        names.push_back(appointment_name(visit));
        kinds.push_back(one.kind);
        fees.push_back(std::to_string(one.yen));
        states.push_back(one.state);
    }
    return sim::Form("invoices.list")
        .set("identifier", names)
        .set("serviceType", kinds)
        .set("totalGross", fees)
        .set("status", states);
}

void ConsultationInvoices::close_day() const
{
    for (const auto& [visit, one] : invoices_)
        recorder_.service(
            sim::AnyOnlineRow(sim::OnlineInvoiceRow{visit, one.yen, one.paid, one.state}));
}

void ConsultationInvoices::note(std::int64_t visit, fw::Nanos now, const char* event,
                                const std::string& who, std::int64_t yen) const
{
    recorder_.service(sim::AnyOnlineRow(sim::OnlineEventRow{now.count, visit, event, who, yen}));
}

}  // namespace model
