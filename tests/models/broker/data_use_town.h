// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <sstream>

#include "models/broker/consent_broker.h"
#include "models/broker/data_store.h"
#include "models/broker/sealed_release.h"
#include "models/broker/use_log.h"
#include "sim/base/hex_text.h"

// A broker, its log and three stores that reach each other at once: health holds check-ups and
// where people are, care and shop ask. Persons 2 (ann), 3 (bob) and 4 (eve, protected) have phones.
namespace test_support
{

using sim::Form;

inline sim::DataUses rules_of_town()
{
    sim::DataUses rules;
    rules.domains = {
        {"health",
         sim::DataPath::health,
         {{"check_up", 1200, 1'000'000, false},
          {"place", 40, 1'000'000, true},
          {"nothing", 40, 0, false}}},
        {"care", sim::DataPath::welfare, {}},
        {"shop", sim::DataPath::commerce, {}},
    };
    rules.piece_bytes = 500;
    return rules;
}

class DataUseTown final : public model::Line
{
public:
    DataUseTown()
    {
        for (const sim::DataDomain& domain : rules.domains) {
            stores.emplace(domain.id, model::DataStore(rules, domain, 1));
            broker.enter_domain(domain, stores.at(domain.id).public_key());
        }
        for (const std::uint32_t who : {2U, 3U, 4U}) {
            broker.enter_person(own(who), key(who).public_key());
            for (auto& [id, store] : stores)
                store.enter(broker.name_in(id, own(who)), who, who == 4);
        }
    }

    static model::PhoneKey key(std::uint32_t who)
    {
        return std::move(*model::PhoneKey::made_in(model::KeyCustody::sub_sim, who));
    }
    static std::string own(std::uint32_t who) { return key(who).public_key().serial; }
    std::string name(std::uint32_t who) { return broker.name_in("consents", own(who)); }

    // What `domain` is told, in one word.
    std::string ask(std::int64_t use, std::uint32_t who, const std::string& item = "check_up",
                    const std::string& domain = "care")
    {
        return said(stores.at(domain).answer(Form("use.request")
                                                 .set("use", use)
                                                 .set("person", broker.name_in(domain, own(who)))
                                                 .set("holder", "health")
                                                 .set("item", item)
                                                 .set("purpose", "care_plan")
                                                 .set("expires_ns", until),
                                             domain + "_desk-1", *this));
    }
    std::string at_desk(const char* kind, std::int64_t use, std::int64_t release = 1,
                        const std::string& purpose = "care_plan")
    {
        Form form(kind);
        form.set("use", use).set("release", release);
        if (std::string(kind) == "use.fetch") form.set("purpose", purpose);
        return said(stores.at("care").answer(form, "care_desk-1", *this));
    }
    Form act(const char* kind, std::int64_t use, std::uint32_t who, std::uint32_t actor)
    {
        return Form(kind).set("use", use).set("person", name(who)).set("actor", name(actor));
    }
    // The screen, signed by the phone of `actor`.
    Form consent(std::int64_t use, std::uint32_t who, std::uint32_t actor)
    {
        const Form screen = broker.answer(act("use.look", use, who, actor), "signer-1", *this);
        const sim::KeyBytes mine = model::test_key(1, "phone/" + std::to_string(use));
        const auto theirs = sim::public_half_of_hex(screen.text("key").value_or(""));
        Form form = act("use.consent", use, who, actor);
        for (const char* same : {"receiver", "holder", "item", "purpose"})
            form.set(same, screen.text(same).value_or(""));
        form.set("expires_ns", screen.number("expires_ns").value_or(0));
        form.set("person_key", sim::hex_of(sim::public_half(mine)));
        if (theirs)
            form.set("consent_key",
                     sim::hex_of(sim::public_half(*model::consent_key(mine, *theirs, use))));
        return form;
    }
    static Form sign(Form form, std::uint32_t who)
    {
        const model::PhoneKey phone = key(who);
        form.set("serial", phone.public_key().serial);
        return form.set("signature", sim::hex_of(phone.sign(form.bytes())));
    }
    std::string tell(const Form& form) { return said(broker.answer(form, "signer-1", *this)); }
    std::string agree(std::int64_t use, std::uint32_t who, std::uint32_t actor)
    {
        return tell(sign(consent(use, who, actor), actor));
    }
    std::string mandate(std::uint32_t who, std::uint32_t actor, std::vector<std::string> purposes)
    {
        return tell(sign(Form("proxy.grant")
                             .set("request", "m")
                             .set("person", name(who))
                             .set("actor", name(actor))
                             .set("purposes", std::move(purposes))
                             .set("until_ns", until),
                         who));
    }
    static std::string said(const Form& form) { return form.text("reason").value_or(form.kind()); }

    sim::DataUses rules = rules_of_town();
    model::ConsentBroker broker{rules, 1};
    model::UseLog log;
    std::map<std::string, model::DataStore> stores;
    std::string away;  // back end that does not answer
    std::int64_t time = 1'000;
    std::int64_t until = 1'000'000;
    std::vector<std::string> heard;  // bytes of the requests to back ends, and of their answers
    std::function<void(const Form&)> before = {};  // a request is answered

    fw::Nanos now() override { return {time}; }
    std::optional<Form> call(const std::string& to, const Form& request, fw::Nanos) override
    {
        if (before) before(request);
        if (to == away) return std::nullopt;
        const std::string from = request.kind() == "use.stop" ? "broker" : caller_of(request);
        const Form reply = to == "broker" ? broker.answer(request, from, *this)
                           : to == "use_log"
                               ? log.answer(request, from, *this)
                               : stores.at(to.substr(0, to.find('_'))).answer(request, from, *this);
        for (const Form* form : {&request, &reply}) {
            const auto bytes = form->bytes();
            heard.emplace_back(bytes.begin(), bytes.end());
        }
        return reply;
    }

private:
    // Holders check, receivers do everything else.
    static std::string caller_of(const Form& request)
    {
        if (request.kind() == "use.check") return "health_store";
        return asker;
    }

public:
    static inline std::string asker = "care_store";
};

}  // namespace test_support
