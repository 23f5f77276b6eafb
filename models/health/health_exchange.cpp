// SPDX-License-Identifier: Apache-2.0
#include "models/health/health_exchange.h"

#include <algorithm>

#include "models/identity/card_proof.h"
#include "sim/base/hex_text.h"
#include "sim/base/text_key.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("exchange.refused").set("reason", reason);
}

}  // namespace

std::string age_band_of(sim::Date birth, sim::Date day)
{
    const int age = sim::age_on(birth, day, true);
    if (age < 40) return "under_40";
    if (age < 65) return "from_40";
    return age < 75 ? "from_65" : "from_75";
}

HealthExchange::HealthExchange(const sim::Scenario& scenario, DomainNames& names)
    : scenario_(scenario),
      health_(*scenario.health),
      names_(names),
      stream_(scenario.seed, "health challenge")
{
}

std::string HealthExchange::municipality_of(const std::string& server) const
{
    for (std::size_t i = 0; i < health_.programmes.size(); ++i)
        if (server == "mileage-" + std::to_string(i + 1)) return health_.programmes[i].municipality;
    return "";
}

sim::Form HealthExchange::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return refused("malformed");
    const std::string kind = request.kind();
    if (kind == "record.pull") return pull(request, line);
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    if (kind == "member.begin") return answers_[number] = begin(request, line.now());
    if (kind != "member.prove" && kind != "person.prove" && kind != "member.withdraw")
        return refused("malformed");
    const sim::Form decided = kind == "member.prove"   ? enter(request, line)
                              : kind == "person.prove" ? name(request, line)
                                                       : withdraw(request, line);
    if (decided.text("reason") == "try_again") return decided;
    challenges_.erase(request.text("challenge").value_or(""));
    // Its copy may have been answered while this one was with the authority.
    return answers_.try_emplace(number, decided).first->second;
}

sim::Form HealthExchange::begin(const sim::Form& request, fw::Nanos now)
{
    const std::uint64_t key = sim::key_of(request.text("request").value_or(""));
    std::array<std::uint8_t, 16> fresh{};
    for (std::size_t i = 0; i < fresh.size(); ++i)
        fresh[i] = static_cast<std::uint8_t>(stream_.bits(key, i / 8) >> (8 * (i % 8)));
    const std::string challenge = sim::hex_of(fresh);
    challenges_[challenge] = now + scenario_.linking->challenge_life;
    return sim::Form("member.challenge").set("challenge", challenge);
}

std::optional<sim::Form> HealthExchange::proven(const sim::Form& request, Line& line, bool births,
                                                std::string& why)
{
    const std::string challenge = request.text("challenge").value_or("");
    const auto found = challenges_.find(challenge);
    if (found == challenges_.end()) why = "challenge_unknown";
    if (found != challenges_.end() && found->second < line.now()) why = "challenge_old";
    if (!why.empty()) return std::nullopt;
    auto facts =
        line.call("validation", certificate_check(request, births), scenario_.linking->deadline);
    if (!facts)
        why = "try_again";
    else if (!facts->flag("valid"))
        why = facts->text("reason").value_or("malformed");
    if (!why.empty()) return std::nullopt;
    return facts;
}

bool HealthExchange::agree(const sim::Form& request, const std::string& member, const char* purpose,
                           Line& line) const
{
    const auto noted = line.call("consent",
                                 sim::Form("health.agree")
                                     .set("resourceType", "Consent")
                                     .set("person", member)
                                     .set("domain", "mileage")
                                     .set("purpose", purpose)
                                     .set("expires", request.number("until_ns").value_or(0)),
                                 health_.deadline);
    return noted && noted->flag("live");
}

// What the mileage server is told: district and age class, no more (P2).
sim::Form HealthExchange::entry_of(const sim::Form& request, const sim::Form& facts,
                                   const std::string& member, bool linked) const
{
    const auto birth = sim::parse_date(facts.text("birth").value_or(""));
    sim::Form entry("member.enter");
    entry.set("request", *request.text("request")).set("resourceType", "Patient");
    entry.set("subject", member).set("linked", linked);
    entry.set("district", facts.text("district").value_or(""));
    entry.set("ageBand", birth ? age_band_of(*birth, scenario_.tariff_date) : "");
    if (const auto account = request.text("account"))
        entry.set("account", *account)
            .set("accountToken", request.text("accountToken").value_or(""));
    return entry;
}

// The person is proven, their consent noted, and only then do they become a member.
sim::Form HealthExchange::enter(const sim::Form& request, Line& line)
{
    std::string why;
    const auto facts = proven(request, line, true, why);
    const std::string server = request.text("server").value_or("");
    if (!facts) return refused(why);
    if (municipality_of(server).empty() || facts->text("municipality") != municipality_of(server))
        return refused("not_resident");
    const std::string member = names_.name_in(server, *request.text("serial"));
    const bool linked = request.flag("agree") && agree(request, member, "collect", line);
    if (request.flag("advice")) agree(request, member, "advice", line);
    const sim::Form entry = entry_of(request, *facts, member, linked);
    const auto entered = line.call(server, entry, health_.deadline);
    if (!entered) return refused("try_again");
    if (entered->kind() != "member.entered")
        return refused(entered->text("reason").value_or("refused"));
    withdrawn_.erase(member);
    return sim::Form("member.entered")
        .set("subject", member)
        .set("points", entered->number("points").value_or(0));
}

sim::Form HealthExchange::name(const sim::Form& request, Line& line)
{
    std::string why;
    if (!proven(request, line, false, why)) return refused(why);
    return sim::Form("person.named")
        .set("subject", names_.name_in(national, *request.text("serial")));
}

// From this moment nothing is passed on, whatever is on its way.
sim::Form HealthExchange::withdraw(const sim::Form& request, Line& line)
{
    const std::string member = request.text("subject").value_or("");
    if (names_.own_of(member).empty()) return refused("unknown_member");
    const std::string purpose = request.text("purpose").value_or("");
    if (purpose == "collect") withdrawn_.insert(member);
    const auto noted = line.call("consent",
                                 sim::Form("health.revoke")
                                     .set("resourceType", "Consent")
                                     .set("person", member)
                                     .set("domain", "mileage")
                                     .set("purpose", purpose),
                                 health_.deadline);
    if (!noted) return refused("try_again");
    if (purpose != "collect") return sim::Form("member.left");
    const auto left = line.call(
        request.text("server").value_or(""),
        sim::Form("member.leave").set("request", *request.text("request")).set("subject", member),
        health_.deadline);
    return left ? sim::Form("member.left") : refused("try_again");
}

sim::Form HealthExchange::pull(const sim::Form& request, Line& line)
{
    const std::string member = request.text("subject").value_or("");
    const std::string own = names_.own_of(member);
    if (own.empty()) return refused("unknown_member");
    const auto live = line.call("consent",
                                sim::Form("health.live")
                                    .set("request", *request.text("request"))
                                    .set("person", member)
                                    .set("domain", "mileage")
                                    .set("purpose", "collect"),
                                health_.deadline);
    if (!live || !live->flag("live")) return refused(live ? "no_consent" : "no_answer");
    auto records = line.call("mynaportal",
                             sim::Form("record.read")
                                 .set("request", *request.text("request"))
                                 .set("subject", names_.name_in(national, own))
                                 .set("after_ns", request.number("after_ns").value_or(0)),
                             health_.deadline);
    if (withdrawn_.contains(member)) return refused("no_consent");
    if (!records) return refused("no_answer");
    if (records->kind() != "record.bundle")
        return refused(records->text("reason").value_or("refused"));
    return records->set("subject", member);
}

}  // namespace model
