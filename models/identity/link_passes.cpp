// SPDX-License-Identifier: Apache-2.0
// Passes that are bound to the cards of full members, and which of them let shops ask for theirs.
#include <algorithm>

#include "models/identity/link_service.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr std::int64_t minute = 60'000'000'000;

sim::Form refused(const char* kind, const std::string& reason)
{
    return sim::Form(kind).set("reason", reason);
}

}  // namespace

std::optional<fw::Nanos> LinkService::pass_bound(const std::string& request) const
{
    const auto found = bound_.find(request);
    return found == bound_.end() ? std::nullopt : std::optional(found->second);
}

sim::Form LinkService::answer_member(const sim::Form& request, Line& line)
{
    if (request.kind() == "pass.check") return check_pass(request, line.now());
    if (request.kind() == "pass.bind")
        return answers_[request.text("request").value_or("")] = bind_pass(request, line.now());
    if (request.kind() == "perk.check") return tell_of_pass(request, line.now());
    if (request.kind() == "perk.agree" || request.kind() == "perk.withdraw")
        return let_shops_ask(request, line);
    return refused("link.refused", "malformed");
}

// Empty: this member may buy a pass.
std::string LinkService::may_not_buy(const std::string& serial, fw::Nanos now) const
{
    const auto card = card_of_.find(serial);
    if (card == card_of_.end()) return "not_linked";
    const std::uint32_t account = linkage_.account_of(card->second);
    if (linkage_.state_of(account, now).membership != Membership::full) return "light_member";
    return linkage_.passes().holds(account, now) ? "has_a_pass" : "";
}

sim::Form LinkService::check_pass(const sim::Form& request, fw::Nanos now) const
{
    const std::string serial = names_.own_of(request.text("member").value_or(""));
    if (const std::string why = may_not_buy(serial, now); !why.empty())
        return refused("pass.refused", why);
    return sim::Form("pass.may").set("resident", lives_here_.at(serial));
}

sim::Form LinkService::bind_pass(const sim::Form& request, fw::Nanos now)
{
    const std::string serial = names_.own_of(request.text("member").value_or(""));
    if (const std::string why = may_not_buy(serial, now); !why.empty())
        return refused("pass.refused", why);
    const auto& passes = scenario_.city.tariff.passes;
    const std::string id = request.text("pass").value_or("");
    const auto product = std::find_if(passes.begin(), passes.end(),
                                      [&](const sim::Pass& pass) { return pass.id == id; });
    if (product == passes.end()) return refused("pass.refused", "unknown_pass");
    const fw::Idm card = card_of_.at(serial);
    const fw::Nanos lasts{(product->lasts.count + minute - 1) / minute * minute};
    linkage_.passes().bind(linkage_.account_of(card), fw::list_key(card),
                           static_cast<std::uint8_t>(product->number), lasts, now);
    const std::string number = request.text("request").value_or("");
    bound_[number] = now;
    recorder_.service(sim::PassRow(sim::PassBoundRow{now.count, number, linkage_.account_of(card),
                                                     resident_of_(serial), product->number}));
    return sim::Form("pass.bound").set("from_ns", now.count);
}

// Yes or no, whichever pass.
sim::Form LinkService::tell_of_pass(const sim::Form& request, fw::Nanos now) const
{
    const auto card = idm_of(names_.own_of(request.text("holder").value_or("")));
    const bool holds = card && linkage_.passes().holds(linkage_.account_of(*card), now);
    return sim::Form("perk.pass").set("pass", holds);
}

// The consent is given in the card's name among the shops: nobody else has that name.
sim::Form LinkService::let_shops_ask(const sim::Form& request, Line& line)
{
    const bool agrees = request.kind() == "perk.agree";
    const std::string serial = request.text("serial").value_or("");
    const auto found = card_of_.find(serial);
    if (found == card_of_.end()) return refused("perk.refused", "not_linked");
    const fw::Idm card = found->second;
    const std::string name = names_.name_in("commerce", sim::hex_of(card.bytes));
    sim::Form act(agrees ? "perk.consent" : "perk.revoke");
    act.set("person", name).set("domain", "commerce").set("purpose", "perk");
    const std::int64_t until = agrees ? request.number("until_ns").value_or(0) : line.now().count;
    if (agrees) act.set("expires", until);
    const auto reply = line.call("consent", act, scenario_.linking->deadline);
    if (!reply) return refused("perk.refused", "no_answer");
    const std::uint32_t account = linkage_.account_of(card);
    const fw::Nanos live = reply->flag("live") ? fw::Nanos{until} : line.now();
    linkage_.passes().agree_to_perks(account, line.now(), live);
    recorder_.service(
        sim::PassRow(sim::PerkAgreedRow{line.now().count, account, live.count, name}));
    return answers_[request.text("request").value_or("")] = sim::Form("perk.done");
}

}  // namespace model
