// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "models/identity/domain_names.h"
#include "models/identity/validation_authority.h"
#include "models/service/desk.h"
#include "sim/base/date.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/scenario.h"

// The back end "exchange", of the domain of identity: the only one that can lead a name of a
// mileage server to the name the national portal has for the same person (services.md P4). It has
// the card's signature checked, enters members at the server of the place where they live, keeps
// their consents in the register, and passes records on while consent is live (S55, S63, P3).
//
//   member.begin    request                        -> member.challenge challenge
//   member.prove    request, server, serial, challenge, certificate, signature, agree, advice,
//                   until_ns, [account, accountToken] -> member.entered subject, points
//   person.prove    request, serial, challenge, certificate, signature -> person.named subject
//   member.withdraw request, server, subject, purpose -> member.left
//   record.pull     request, subject, after_ns     -> record.bundle
// Otherwise exchange.refused with a reason.
namespace model
{

class HealthExchange final : public BackEnd
{
public:
    HealthExchange(const sim::Scenario& scenario, DomainNames& names);

    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    static constexpr const char* national = "national";

private:
    sim::Form begin(const sim::Form& request, fw::Nanos now);
    // The authority's facts; none: `why` says what is wrong.
    std::optional<sim::Form> proven(const sim::Form& request, Line& line, bool births,
                                    std::string& why);
    sim::Form enter(const sim::Form& request, Line& line);
    sim::Form entry_of(const sim::Form& request, const sim::Form& facts, const std::string& member,
                       bool linked) const;
    sim::Form name(const sim::Form& request, Line& line);
    sim::Form withdraw(const sim::Form& request, Line& line);
    sim::Form pull(const sim::Form& request, Line& line);
    bool agree(const sim::Form& request, const std::string& member, const char* purpose,
               Line& line) const;
    std::string municipality_of(const std::string& server) const;

    const sim::Scenario& scenario_;
    const sim::Health& health_;
    DomainNames& names_;
    sim::RngStream stream_;
    std::map<std::string, fw::Nanos> challenges_;  // not used yet, by when they end
    std::map<std::string, sim::Form> answers_;     // by request
    std::set<std::string> withdrawn_;              // members; nothing goes on to them
};

// "a0_39" and the like: all that a mileage server hears of an age (P2). *assumed* bands.
std::string age_band_of(sim::Date birth, sim::Date day);

}  // namespace model
