// SPDX-License-Identifier: Apache-2.0
#include "models/broker/consent_broker.h"

#include "models/broker/refusal.h"
#include "models/service/ask_again.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr std::string_view store_of_domain = "_store";

// "welfare_store": "welfare".
std::string domain_of_store(const std::string& store)
{
    if (!store.ends_with(store_of_domain)) return "";
    return store.substr(0, store.size() - store_of_domain.size());
}

bool leaves_its_path(sim::DataPath from, sim::DataPath to)
{
    return from == sim::DataPath::health &&
           (to == sim::DataPath::commerce || to == sim::DataPath::mobility);
}

}  // namespace

ConsentBroker::ConsentBroker(const sim::DataUses& rules, std::uint64_t names_key)
    : rules_(rules), names_(names_key)
{
}

void ConsentBroker::enter_domain(const sim::DataDomain& domain, const sim::PublicHalf& key)
{
    domains_[domain.id] = {&domain, sim::hex_of(key)};
}

void ConsentBroker::enter_person(const std::string& own, const PhonePublicKey& key)
{
    keys_.insert_or_assign(own, key);
    names_.name_in(broker_domain, own);
    for (const auto& [id, domain] : domains_) names_.name_in(id, own);
}

std::string ConsentBroker::name_in(const std::string& domain, const std::string& own)
{
    return names_.name_in(domain, own);
}

sim::Form ConsentBroker::answer(const sim::Form& form, const std::string& from, Line& line)
{
    static const std::map<std::string, Verb> verbs{
        {"use.request", &ConsentBroker::request},  {"use.permit", &ConsentBroker::permit},
        {"use.check", &ConsentBroker::check},      {"use.look", &ConsentBroker::look},
        {"use.consent", &ConsentBroker::consent},  {"use.decline", &ConsentBroker::decline},
        {"use.revoke", &ConsentBroker::revoke},    {"proxy.grant", &ConsentBroker::mandate},
        {"proxy.revoke", &ConsentBroker::mandate},
    };
    const auto verb = verbs.find(form.kind());
    return verb == verbs.end() ? refused("malformed") : (this->*verb->second)(form, from, line);
}

ConsentBroker::Use* ConsentBroker::use_of(const sim::Form& form)
{
    const auto found = uses_.find(form.number("use").value_or(0));
    return found == uses_.end() ? nullptr : &found->second;
}

std::string ConsentBroker::objection_to_request(const sim::Form& form, const std::string& receiver,
                                                fw::Nanos now)
{
    const auto to = domains_.find(receiver);
    const auto holder = domains_.find(text_in(form, "holder"));
    if (to == domains_.end() || holder == domains_.end() || to == holder)
        return "unknbroker_domain";
    if (names_.own_of(text_in(form, "person")).empty()) return "unknown_person";
    if (leaves_its_path(holder->second.domain->path, to->second.domain->path))
        return "forbidden_path";
    if (!sim::public_half_of_hex(text_in(form, "key")) || text_in(form, "purpose").empty() ||
        form.number("use").value_or(0) <= 0)
        return "malformed";
    return form.number("expires_ns").value_or(0) <= now.count ? "expired" : "";
}

sim::Form ConsentBroker::request(const sim::Form& form, const std::string& from, Line& line)
{
    const std::string receiver = domain_of_store(from);
    if (const std::string why = objection_to_request(form, receiver, line.now()); !why.empty())
        return refused(why);
    Use asked{names_.own_of(text_in(form, "person")),
              receiver,
              text_in(form, "holder"),
              text_in(form, "item"),
              text_in(form, "purpose"),
              {*form.number("expires_ns")},
              text_in(form, "key"),
              State::waiting,
              "",
              "",
              {}};
    if (const Use* const known = use_of(form)) {
        const auto terms = [](const Use& use) {
            return std::tie(use.own, use.receiver, use.holder, use.item, use.purpose, use.key);
        };
        if (terms(*known) != terms(asked)) return refused("known_use");
    } else {
        uses_[*form.number("use")] = std::move(asked);
    }
    return sim::Form("use.waiting").set("use", *form.number("use"));
}

std::string ConsentBroker::objection_to_use(const Use& use, fw::Nanos now) const
{
    if (use.state == State::declined) return "declined";
    if (use.state == State::stopping || use.state == State::revoked) return "revoked";
    return now >= use.until ? "expired" : "";
}

sim::Form ConsentBroker::permit(const sim::Form& form, const std::string& from, Line& line)
{
    Use* const use = use_of(form);
    const std::int64_t release = form.number("release").value_or(0);
    if (!use || domain_of_store(from) != use->receiver) return refused("unknown_use");
    if (release < 1) return refused("malformed");
    if (text_in(form, "purpose") != use->purpose) return refused("other_purpose");
    if (const std::string why = objection_to_use(*use, line.now()); !why.empty())
        return refused(why);
    if (use->state == State::waiting)
        return sim::Form("use.waiting").set("use", *form.number("use"));
    if (!noted(form, "release", use->own, use->own, use->purpose, line)) return refused("log_away");
    if (const std::string why = objection_to_use(*use, line.now()); !why.empty())
        return refused(why);
    use->permitted.insert(release);
    return sim::Form("use.permitted")
        .set("use", *form.number("use"))
        .set("holder", use->holder)
        .set("person_key", use->person_key);
}

// Asked by the holder before each piece.
sim::Form ConsentBroker::check(const sim::Form& form, const std::string& from, Line& line)
{
    Use* const use = use_of(form);
    if (!use || domain_of_store(from) != use->holder) return refused("unknown_use");
    if (const std::string why = objection_to_use(*use, line.now()); !why.empty())
        return refused(why);
    if (!use->permitted.contains(form.number("release").value_or(0))) return refused("no_permit");
    return sim::Form("use.checked")
        .set("person", names_.name_in(use->holder, use->own))
        .set("item", use->item)
        .set("purpose", use->purpose)
        .set("receiver", use->receiver)
        .set("expires_ns", use->until.count)
        .set("consent_key", use->consent_key)
        .set("domain_key", domains_.at(use->receiver).key);
}

bool ConsentBroker::stopped_at(const std::string& domain, std::int64_t use, Line& line) const
{
    const auto stop = sim::Form("use.stop").set("use", use);
    return ask_again(line, domain + std::string(store_of_domain), stop,
                     {rules_.deadline, tries_between_back_ends, {}})
        .has_value();
}

bool ConsentBroker::noted(const sim::Form& form, const char* act, const std::string& own,
                          const std::string& actor, const std::string& purpose, Line& line)
{
    const std::string use = std::to_string(form.number("use").value_or(0));
    const std::string detail =
        form.text("request").value_or(std::to_string(form.number("release").value_or(0)));
    const auto note = sim::Form("log.note")
                          .set("request", std::string(act) + "/" + use + "/" + detail)
                          .set("use", form.number("use").value_or(0))
                          .set("act", std::string(act))
                          .set("person", names_.name_in(broker_domain, own))
                          .set("actor", names_.name_in(broker_domain, actor))
                          .set("purpose", purpose);
    return ask_again(line, "use_log", note, {rules_.deadline, tries_between_back_ends, {}})
        .has_value();
}

}  // namespace model
