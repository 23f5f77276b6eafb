// SPDX-License-Identifier: Apache-2.0
// What people and their proxies tell the broker by phone.
#include "models/broker/consent_broker.h"
#include "models/broker/refusal.h"
#include "sim/base/hex_text.h"

namespace model
{

std::string ConsentBroker::objection_to_actor(const sim::Form& form, const Use& use, fw::Nanos now)
{
    if (names_.own_of(text_in(form, "person")) != use.own) return "unknown_use";
    const std::string actor = names_.own_of(text_in(form, "actor"));
    if (actor == use.own) return "";
    return mandates_.objection(use.own, actor, use.purpose, now);
}

sim::Form ConsentBroker::look(const sim::Form& form, const std::string&, Line& line)
{
    const Use* const use = use_of(form);
    if (!use) return sim::Form("use.nothing");
    if (const std::string why = objection_to_actor(form, *use, line.now()); !why.empty())
        return refused(why);
    return sim::Form("use.screen")
        .set("receiver", use->receiver)
        .set("holder", use->holder)
        .set("item", use->item)
        .set("purpose", use->purpose)
        .set("expires_ns", use->until.count)
        .set("key", use->key);
}

std::string ConsentBroker::objection_to_signature(const sim::Form& form,
                                                  const std::string& signer) const
{
    const auto key = keys_.find(signer);
    if (key == keys_.end()) return "unknown_person";
    if (text_in(form, "serial") != key->second.serial) return "foreign_key";
    const auto signature = sim::bytes_of_hex(text_in(form, "signature"));
    const std::vector<std::uint8_t> said = form.without("signature").bytes();
    return signature && key->second.verifies(said, *signature) ? "" : "wrong_signature";
}

std::string ConsentBroker::objection_to_consent(const sim::Form& form, const Use& use,
                                                fw::Nanos now)
{
    if (const std::string why = objection_to_actor(form, use, now); !why.empty()) return why;
    if (const std::string why = objection_to_use(use, now); !why.empty()) return why;
    const bool same = text_in(form, "receiver") == use.receiver &&
                      text_in(form, "holder") == use.holder && text_in(form, "item") == use.item &&
                      text_in(form, "purpose") == use.purpose &&
                      form.number("expires_ns") == use.until.count;
    if (!same) return "other_terms";
    if (!sim::public_half_of_hex(text_in(form, "person_key")) ||
        !sim::public_half_of_hex(text_in(form, "consent_key")))
        return "malformed";
    return objection_to_signature(form, names_.own_of(text_in(form, "actor")));
}

sim::Form ConsentBroker::consent(const sim::Form& form, const std::string&, Line& line)
{
    Use* const use = use_of(form);
    if (!use) return refused("unknown_use");
    if (const std::string why = objection_to_consent(form, *use, line.now()); !why.empty())
        return refused(why);
    const auto done = sim::Form("use.granted").set("use", *form.number("use"));
    const bool known = use->state == State::granted;
    if (known) return use->consent_key == text_in(form, "consent_key") ? done : refused("decided");
    if (!noted(form, "consent", use->own, names_.own_of(text_in(form, "actor")), use->purpose,
               line))
        return refused("log_away");
    if (use->state != State::waiting)
        return use->state == State::granted ? done : refused("decided");
    use->state = State::granted;
    use->person_key = text_in(form, "person_key");
    use->consent_key = text_in(form, "consent_key");
    return done;
}

sim::Form ConsentBroker::decline(const sim::Form& form, const std::string&, Line& line)
{
    Use* const use = use_of(form);
    if (!use) return refused("unknown_use");
    if (const std::string why = objection_to_actor(form, *use, line.now()); !why.empty())
        return refused(why);
    if (use->state == State::waiting) use->state = State::declined;
    return use->state == State::declined ? sim::Form("use.declined") : refused("decided");
}

// It has taken effect when neither end does anything with the consent any more.
sim::Form ConsentBroker::revoke(const sim::Form& form, const std::string&, Line& line)
{
    Use* const use = use_of(form);
    if (!use) return refused("unknown_use");
    std::string why = objection_to_actor(form, *use, line.now());
    if (why.empty()) why = objection_to_signature(form, names_.own_of(text_in(form, "actor")));
    if (!why.empty()) return refused(why);
    if (use->state == State::waiting || use->state == State::declined) return refused("no_consent");
    if (use->state == State::revoked) return sim::Form("use.revoked");
    use->state = State::stopping;
    const std::int64_t number = *form.number("use");
    const bool stopped =
        stopped_at(use->holder, number, line) && stopped_at(use->receiver, number, line);
    if (!stopped ||
        !noted(form, "revoke", use->own, names_.own_of(text_in(form, "actor")), use->purpose, line))
        return sim::Form("use.stopping");
    use->state = State::revoked;
    return sim::Form("use.revoked");
}

sim::Form ConsentBroker::mandate(const sim::Form& form, const std::string&, Line& line)
{
    const std::string person = names_.own_of(text_in(form, "person"));
    const std::string proxy = names_.own_of(text_in(form, "actor"));
    const auto purposes = form.texts("purposes");
    const std::int64_t until = form.number("until_ns").value_or(0);
    const bool grants = form.kind() == "proxy.grant";
    if (person.empty() || proxy.empty() || person == proxy) return refused("unknown_person");
    if (grants && purposes.empty()) return refused("malformed");
    if (const std::string why = objection_to_signature(form, person); !why.empty())
        return refused(why);
    std::string scope;
    for (const std::string& purpose : purposes) scope += (scope.empty() ? "" : "/") + purpose;
    if (!noted(form, grants ? "mandate" : "mandate_end", person, proxy, scope, line))
        return refused("log_away");
    grants ? mandates_.grant(person, proxy, purposes, {until}) : mandates_.revoke(person, proxy);
    return sim::Form(grants ? "proxy.granted" : "proxy.revoked");
}

}  // namespace model
