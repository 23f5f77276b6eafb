// SPDX-License-Identifier: Apache-2.0
#include "models/ticket/ticket_store.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("pass.refused").set("reason", reason);
}

sim::Form busy()
{
    return sim::Form("pass.busy");
}

// Passes of an amount depend on a section and are sold at counters (*assumed*).
const sim::Pass* product_of(const sim::Tariff& tariff, const std::string& id)
{
    for (const sim::Pass& pass : tariff.passes)
        if (pass.id == id && pass.kind == sim::PassKind::area) return &pass;
    return nullptr;
}

}  // namespace

TicketStore::TicketStore(const sim::Tariff& tariff, fw::Nanos deadline, sim::Recorder& recorder,
                         Books books)
    : tariff_(tariff), deadline_(deadline), recorder_(recorder), books_(std::move(books))
{
}

sim::Form TicketStore::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (request.kind() != "ticket.sell" || number.empty()) return refused("malformed");
    const std::string member = request.text("member").value_or("");
    const auto [found, first] = sales_.try_emplace(number);
    Sale& sale = found->second;
    if (first) sale.member = member;
    if (sale.member != member) return refused("not_the_buyer");
    if (!sale.open) return sale.answer;
    if (sale.at_work) return busy();
    sale.at_work = true;
    sim::Form answer = go_on(sale, request, line);
    sale.at_work = false;
    return answer;
}

sim::Form TicketStore::go_on(Sale& sale, const sim::Form& request, Line& line)
{
    if (!sale.pass) sale.pass = product_of(tariff_, request.text("pass").value_or(""));
    if (!sale.pass) return finish(sale, refused("unknown_pass"));
    if (!sale.asked_for_money) return check(sale, request, line);
    return pay(sale, request, line);
}

sim::Form TicketStore::check(Sale& sale, const sim::Form& request, Line& line)
{
    const auto reply = line.call("linkage",
                                 sim::Form("pass.check")
                                     .set("request", *request.text("request") + ".check")
                                     .set("member", request.text("member").value_or("")),
                                 deadline_);
    if (!reply) return busy();
    if (reply->kind() != "pass.may")
        return finish(sale, refused(reply->text("reason").value_or("malformed")));
    sale.resident = sale.pass->resident_price && reply->flag("resident");
    sale.yen = (sale.resident ? *sale.pass->resident_price : sale.pass->price).count;
    return pay(sale, request, line);
}

sim::Form TicketStore::pay(Sale& sale, const sim::Form& request, Line& line)
{
    sale.asked_for_money = true;
    const auto reply = line.call("credit",
                                 sim::Form("payment.charge")
                                     .set("request", *request.text("request"))
                                     .set("payer", request.text("payer").value_or(""))
                                     .set("yen", sale.yen),
                                 deadline_);
    if (!reply) return busy();
    if (reply->kind() != "payment.done") return finish(sale, refused("payment_refused"));
    return bind(sale, request, line);
}

sim::Form TicketStore::bind(Sale& sale, const sim::Form& request, Line& line)
{
    const std::string number = *request.text("request");
    const auto reply = line.call("linkage",
                                 sim::Form("pass.bind")
                                     .set("request", number)
                                     .set("member", request.text("member").value_or(""))
                                     .set("pass", sale.pass->id),
                                 deadline_);
    if (!reply) return busy();
    if (reply->kind() == "pass.bound") {
        enter(number, sale, line.now());
        return sale.answer;
    }
    const std::string why = reply->text("reason").value_or("malformed");
    if (!line.call("credit", sim::Form("payment.refund").set("request", number), deadline_))
        return busy();  // the money is not back yet
    return finish(sale, refused(why));
}

void TicketStore::enter(const std::string& request, Sale& sale, fw::Nanos at)
{
    ++sold_;
    yen_ += sale.yen;
    recorder_.service(sim::PassRow(
        sim::PassSaleRow{at.count, request, sale.pass->number, sale.yen, int{sale.resident}}));
    finish(sale, sim::Form("pass.bought").set("yen", sale.yen));
}

sim::Form TicketStore::finish(Sale& sale, const sim::Form& answer)
{
    sale.open = false;
    return sale.answer = answer;
}

void TicketStore::close_day(fw::Nanos at)
{
    for (auto& [request, sale] : sales_) {
        if (!sale.open || !sale.asked_for_money) continue;
        if (books_.bound(request))
            enter(request, sale, at);
        else if (books_.charged(request) != 0)
            books_.refund(request, at);
    }
    recorder_.service(sim::PassRow(sim::PassAccountRow{sold_, yen_}));
}

}  // namespace model
