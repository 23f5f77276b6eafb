// SPDX-License-Identifier: Apache-2.0
#include "models/identity/link_service.h"

#include <algorithm>

#include "models/identity/card_proof.h"
#include "sim/base/hex_text.h"
#include "sim/base/text_key.h"
#include "sim/scenario/tariff_day.h"

namespace model
{

namespace
{

sim::Form refused(const std::string& reason)
{
    return sim::Form("link.refused").set("reason", reason);
}

}  // namespace

std::optional<fw::Idm> idm_of(const std::string& hex)
{
    const auto bytes = sim::bytes_of_hex(hex);
    fw::Idm idm;
    if (!bytes || bytes->size() != idm.bytes.size()) return std::nullopt;
    std::copy(bytes->begin(), bytes->end(), idm.bytes.begin());
    return idm;
}

void record_link(sim::Recorder& recorder, const LinkState& state, std::uint32_t card,
                 std::uint32_t resident, bool earlier)
{
    recorder.service(sim::LinkRow{
        state.at.count, state.version, card, resident, state.linked ? "linked" : "unlinked",
        state.membership == Membership::full ? "full" : "light", state.discount_class, earlier});
}

LinkService::LinkService(const sim::Scenario& scenario, IdLinkage& linkage, sim::Recorder& recorder,
                         ResidentOf resident_of, DomainNames& names)
    : scenario_(scenario),
      linkage_(linkage),
      recorder_(recorder),
      resident_of_(std::move(resident_of)),
      stream_(scenario.seed, "link-challenge"),
      names_(names)
{
}

void LinkService::adopt(const std::string& serial, const fw::Idm& card, bool lives_here)
{
    lives_here_[serial] = lives_here;
    card_of_[serial] = card;
    holder_of_[card] = serial;
}

sim::Form LinkService::answer(const sim::Form& request, const std::string&, Line& line)
{
    const std::string number = request.text("request").value_or("");
    if (number.empty()) return refused("malformed");
    if (request.kind() == "class.ask") return tell_class(request, line.now());
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    if (!request.kind().starts_with("link.")) return answer_member(request, line);
    if (request.kind() == "link.begin") return answers_[number] = begin(number, line.now());
    const bool known_kind = request.kind() == "link.register" || request.kind() == "link.delete";
    if (!known_kind) return refused("malformed");
    const sim::Form decided = decide(request, line);
    // Its copy may have been answered while this one was with the authority.
    return answers_.try_emplace(number, decided).first->second;
}

sim::Form LinkService::tell_class(const sim::Form& request, fw::Nanos now) const
{
    const auto card = idm_of(request.text("transit_card").value_or(""));
    const std::uint32_t account = card ? linkage_.account_of(*card) : sim::FlatMap::absent;
    const bool known = account != sim::FlatMap::absent;
    return sim::Form("class.told").set("class", known ? linkage_.class_of(account, now) : 0);
}

sim::Form LinkService::begin(const std::string& request, fw::Nanos now)
{
    const std::uint64_t key = sim::key_of(request);
    std::string challenge;
    for (std::uint64_t word = 0; word < 2; ++word) {
        std::array<std::uint8_t, 8> bytes{};
        const std::uint64_t bits = stream_.bits(key, word);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bytes[i] = static_cast<std::uint8_t>(bits >> (8 * i));
        challenge += sim::hex_of(bytes);
    }
    challenges_[challenge] = now + scenario_.linking->challenge_life;
    return sim::Form("link.challenge").set("challenge", challenge);
}

std::string LinkService::check_challenge(const std::string& challenge, fw::Nanos now) const
{
    const auto found = challenges_.find(challenge);
    if (found == challenges_.end()) return "challenge_unknown";
    return now <= found->second ? "" : "challenge_old";
}

sim::Form LinkService::decide(const sim::Form& request, Line& line)
{
    const std::string challenge = request.text("challenge").value_or("");
    if (const std::string why = check_challenge(challenge, line.now()); !why.empty())
        return refused(why);
    const auto facts =
        line.call("validation", certificate_check(request, request.text("membership") == "full"),
                  scenario_.linking->deadline);
    const std::string number = request.text("request").value_or("");
    if (const auto known = answers_.find(number); known != answers_.end()) return known->second;
    if (challenges_.erase(challenge) == 0) return refused("challenge_unknown");
    if (!facts) return refused("authority_silent");
    if (!facts->flag("valid")) return refused(facts->text("reason").value_or("malformed"));
    if (request.kind() == "link.delete")
        return end_link(request.text("serial").value_or(""), line.now());
    return make_link(request, *facts, line.now());
}

std::uint8_t LinkService::class_for(const sim::Form& facts, Membership membership) const
{
    sim::Claimant claimant;
    if (membership == Membership::full)
        if (const auto birth = facts.text("birth")) claimant.birth = sim::parse_date(*birth);
    claimant.resident = facts.text("municipality") == scenario_.residents->population.municipality;
    claimant.district = facts.text("district").value_or("");
    claimant.membership =
        membership == Membership::full ? sim::MemberKind::full : sim::MemberKind::light;
    return static_cast<std::uint8_t>(
        sim::discount_class_of(scenario_.city.tariff, claimant, scenario_.tariff_date));
}

sim::Form LinkService::make_link(const sim::Form& request, const sim::Form& facts, fw::Nanos now)
{
    const std::string serial = request.text("serial").value_or("");
    const auto card = idm_of(request.text("transit_card").value_or(""));
    if (!card || linkage_.account_of(*card) == sim::FlatMap::absent) return refused("unknown_card");
    const auto owner = holder_of_.find(*card);
    if (owner != holder_of_.end() && owner->second != serial) return refused("card_of_another");
    const auto other = card_of_.find(serial);
    if (other != card_of_.end() && other->second != *card) return refused("has_another_card");
    const bool full = request.text("membership") == "full";
    const Membership membership = full ? Membership::full : Membership::light;
    const LinkState stands = linkage_.state_of(linkage_.account_of(*card), now);
    if (stands.linked && stands.membership == membership) return refused("linked_already");
    linkage_.link(*card, class_for(facts, membership), now, membership);
    adopt(serial, *card,
          facts.text("municipality") == scenario_.residents->population.municipality);
    return done(serial, *card, "linked", now);
}

sim::Form LinkService::end_link(const std::string& serial, fw::Nanos now)
{
    const auto found = card_of_.find(serial);
    if (found == card_of_.end()) return refused("not_linked");
    const fw::Idm card = found->second;
    if (linkage_.unlink(card, now) == 0) return refused("not_linked");
    if (scenario_.pass_sales && scenario_.pass_sales->after_unlink == sim::AfterUnlink::pass_ends)
        linkage_.passes().end(linkage_.account_of(card), now);
    holder_of_.erase(card);
    card_of_.erase(found);
    return done(serial, card, "unlinked", now);
}

sim::Form LinkService::done(const std::string& serial, const fw::Idm& card, const char* change,
                            fw::Nanos now)
{
    const std::uint32_t account = linkage_.account_of(card);
    const LinkState state = linkage_.state_of(account, now);
    record_link(recorder_, state, account, resident_of_(serial), false);
    return sim::Form("link.done").set("change", change).set("version", state.version);
}

}  // namespace model
