// SPDX-License-Identifier: Apache-2.0
#include "models/points/mykey_platform.h"

#include "models/people/person_names.h"

namespace model
{

namespace
{

sim::Form mykey_refused(const std::string& reason)
{
    return sim::Form("mykey.refused").set("reason", reason);
}

}  // namespace

MyKeyPlatform::MyKeyPlatform(const std::vector<PointMember>& members, std::uint64_t seed,
                             fw::Nanos ticket_life, sim::Recorder& recorder)
    : stream_(seed, "mykey ticket"), ticket_life_(ticket_life), recorder_(recorder)
{
    for (const PointMember& one : members) balances_[one.account] = 0;
}

sim::Form MyKeyPlatform::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return mykey_refused("malformed");
    if (const auto before = answers_.find(number); before != answers_.end()) return before->second;
    if (request.kind() == "mykey.ticket") return answers_[number] = ticket(request, line.now());
    if (request.kind() == "mykey.credit") return answers_[number] = credit(request, line.now());
    if (request.kind() == "mykey.spend") return answers_[number] = spend(request, line.now());
    if (request.kind() == "mykey.void")
        return answers_[number] = take_back(request.text("receipt").value_or(""), line.now());
    return mykey_refused("malformed");
}

void MyKeyPlatform::close_day() const
{
    std::map<std::int64_t, std::int64_t> shops;
    for (const auto& [account, points] : balances_)
        recorder_.service(sim::MyKeyBalanceRow{account, points});
    for (const auto& [receipt, payment] : payments_) shops[payment.shop] += payment.points;
    for (const auto& [shop, points] : shops)
        recorder_.service(sim::MyKeyStatementRow{shop, points});
}

sim::Form MyKeyPlatform::ticket(const sim::Form& request, fw::Nanos now)
{
    const std::string account = request.text("account").value_or("");
    if (!balances_.contains(account)) return mykey_refused("unknown_account");
    const std::string name = hex_name(stream_, tickets_.size());
    tickets_[name] = {account, request.text("purpose").value_or(""), now + ticket_life_};
    return sim::Form("mykey.ready").set("ticket", name);
}

sim::Form MyKeyPlatform::credit(const sim::Form& request, fw::Nanos now)
{
    const std::string name = request.text("ticket").value_or("");
    if (const std::string why = objection(name, "deposit", now); !why.empty())
        return mykey_refused(why);
    Ticket& ticket = tickets_.at(name);
    const std::int64_t points = request.number("points").value_or(0);
    if (points <= 0) return mykey_refused("malformed");
    ticket.used = true;
    balances_[ticket.account] += points;
    recorder_.service(sim::MyKeyEntryRow{now.count, ticket.account, "credit", name,
                                         request.text("request").value_or(""), 0, points});
    return sim::Form("mykey.credited").set("points", points);
}

sim::Form MyKeyPlatform::spend(const sim::Form& request, fw::Nanos now)
{
    const std::string name = request.text("ticket").value_or("");
    const std::string receipt = request.text("request").value_or("");
    if (const std::string why = objection(name, "pay", now); !why.empty())
        return mykey_refused(why);
    Ticket& ticket = tickets_.at(name);
    const Payment payment{ticket.account, request.number("shop").value_or(0),
                          request.number("points").value_or(0)};
    if (payment.points <= 0) return mykey_refused("malformed");
    if (payment.points > balances_[payment.account]) return mykey_refused("too_little");
    ticket.used = true;
    balances_[payment.account] -= payment.points;
    payments_[receipt] = payment;
    recorder_.service(sim::MyKeyEntryRow{now.count, payment.account, "spend", name, receipt,
                                         payment.shop, payment.points});
    return sim::Form("mykey.paid").set("points", payment.points);
}

sim::Form MyKeyPlatform::take_back(const std::string& receipt, fw::Nanos now)
{
    answers_.try_emplace(receipt, mykey_refused("voided"));  // should it come only now
    const auto paid = payments_.extract(receipt);
    if (paid.empty()) return sim::Form("mykey.voided").set("points", 0);
    const Payment& payment = paid.mapped();
    balances_[payment.account] += payment.points;
    recorder_.service(sim::MyKeyEntryRow{now.count, payment.account, "void", "", receipt,
                                         payment.shop, payment.points});
    return sim::Form("mykey.voided").set("points", payment.points);
}

std::string MyKeyPlatform::objection(const std::string& ticket, const std::string& purpose,
                                     fw::Nanos now) const
{
    const auto found = tickets_.find(ticket);
    if (found == tickets_.end() || found->second.purpose != purpose) return "unknown_ticket";
    if (found->second.used) return "used";
    return now > found->second.until ? "expired" : "";
}

}  // namespace model
