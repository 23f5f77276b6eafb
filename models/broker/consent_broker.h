// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "models/broker/consent_mandates.h"
#include "models/identity/domain_names.h"
#include "models/identity/phone_key.h"
#include "models/service/desk.h"
#include "sim/base/cipher.h"
#include "sim/scenario/data_use.h"

// The back end "broker": asks people whether a domain may use what another holds of them, takes
// their signature with the key of the city ID, and says at every piece of data whether that still
// holds (services.md S34, S40). Data never passes it; it alone can tell one domain's name of a
// person from another's. What it lets happen is noted in the log first.
//
//   from stores   use.request  use, person, holder, item, purpose, expires_ns, key -> use.waiting
//                 use.permit   use, release, purpose -> use.permitted | use.waiting
//                 use.check    use, release -> use.checked
//   from phones   use.look     use, person, actor -> use.screen | use.nothing
//                 use.consent  the screen, person_key, consent_key, serial, signature ->
//                 use.granted use.decline  use, person, actor -> use.declined use.revoke   use,
//                 person, actor, receiver, purpose, serial, signature
//                              -> use.revoked when nobody sends any more, else use.stopping
//                 proxy.grant, proxy.revoke: see consent_mandates.h
// Otherwise use.refused with a reason. A signature is over the message without it.
namespace model
{

class ConsentBroker final : public BackEnd
{
public:
    ConsentBroker(const sim::DataUses& rules, std::uint64_t names_key);

    void enter_domain(const sim::DataDomain& domain, const sim::PublicHalf& key);
    // Somebody with a city ID; `own` is what the issuer knows them by.
    void enter_person(const std::string& own, const PhonePublicKey& key);
    // What they are called in a domain, "consents" the broker's own.
    std::string name_in(const std::string& domain, const std::string& own);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    enum class State : std::uint8_t { waiting, granted, declined, stopping, revoked };
    struct Use {
        std::string own, receiver, holder, item, purpose;
        fw::Nanos until{};
        std::string key;  // of the request, public half
        State state = State::waiting;
        std::string person_key, consent_key;
        std::set<std::int64_t> permitted;  // releases
    };
    struct Domain {
        const sim::DataDomain* domain = nullptr;
        std::string key;
    };
    using Verb = sim::Form (ConsentBroker::*)(const sim::Form&, const std::string&, Line&);

    sim::Form request(const sim::Form& form, const std::string& from, Line& line);
    sim::Form permit(const sim::Form& form, const std::string& from, Line& line);
    sim::Form check(const sim::Form& form, const std::string& from, Line& line);
    sim::Form look(const sim::Form& form, const std::string& from, Line& line);
    sim::Form consent(const sim::Form& form, const std::string& from, Line& line);
    sim::Form decline(const sim::Form& form, const std::string& from, Line& line);
    sim::Form revoke(const sim::Form& form, const std::string& from, Line& line);
    sim::Form mandate(const sim::Form& form, const std::string& from, Line& line);

    Use* use_of(const sim::Form& form);
    std::string objection_to_request(const sim::Form& form, const std::string& receiver,
                                     fw::Nanos now);
    // Of somebody who acts: as the person, or for them.
    std::string objection_to_actor(const sim::Form& form, const Use& use, fw::Nanos now);
    std::string objection_to_consent(const sim::Form& form, const Use& use, fw::Nanos now);
    std::string objection_to_signature(const sim::Form& form, const std::string& signer) const;
    std::string objection_to_use(const Use& use, fw::Nanos now) const;
    bool noted(const sim::Form& form, const char* act, const std::string& own,
               const std::string& actor, const std::string& purpose, Line& line);
    bool stopped_at(const std::string& domain, std::int64_t use, Line& line) const;

    const sim::DataUses& rules_;
    DomainNames names_;
    std::map<std::string, Domain> domains_;       // by id
    std::map<std::string, PhonePublicKey> keys_;  // by own
    std::map<std::int64_t, Use> uses_;
    ConsentMandates mandates_;
};

}  // namespace model
