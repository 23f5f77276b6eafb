// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <map>
#include <string>

#include "models/cloud/id_linkage.h"
#include "models/identity/domain_names.h"
#include "models/service/desk.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// The back end "linkage" of the shared cloud: registers and deletes links between transit cards and
// holders of My Number Cards. It asks the validation authority, derives the discount class and
// keeps that and no more (services.md S01 to S03, A.10 8). One person has one linked card, one card
// one person (*assumed*). A request that arrives twice is answered twice and done once.
namespace model
{

class LinkService final : public BackEnd
{
public:
    // What the judge is told; the service itself knows certificates only.
    using ResidentOf = std::function<std::uint32_t(const std::string& serial)>;

    LinkService(const sim::Scenario& scenario, IdLinkage& linkage, sim::Recorder& recorder,
                ResidentOf resident_of, DomainNames& names);

    // A link of an earlier day, which is in the register. `lives_here`: in the city.
    void adopt(const std::string& serial, const fw::Idm& card, bool lives_here);
    // When a pass was bound for a request of the ticket store; none: it was not.
    std::optional<fw::Nanos> pass_bound(const std::string& request) const;

    // "link.begin": request. Answers a challenge, good for one request.
    // "pass.check": member. "pass.may" with resident. "pass.bind": request, member, pass.
    // "pass.bound" with from_ns, or "pass.refused" with a reason. "perk.agree", "perk.withdraw":
    // request, serial, until_ns. "perk.done" or "perk.refused" with a reason. "perk.check":
    // request, holder. "perk.pass" with pass, yes or no. "link.register", "link.delete": request,
    // serial, challenge, certificate, signature, and to register also transit_card and membership.
    // "link.done" with the version, or "link.refused" with a reason.
    // "class.ask": request, transit_card; "class.told" with the class of its holder now, 0 = none.
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    sim::Form tell_class(const sim::Form& request, fw::Nanos now) const;
    sim::Form begin(const std::string& request, fw::Nanos now);
    sim::Form decide(const sim::Form& request, Line& line);
    std::string check_challenge(const std::string& challenge, fw::Nanos now) const;
    sim::Form make_link(const sim::Form& request, const sim::Form& facts, fw::Nanos now);
    sim::Form end_link(const std::string& serial, fw::Nanos now);
    sim::Form done(const std::string& serial, const fw::Idm& card, const char* change,
                   fw::Nanos now);
    std::uint8_t class_for(const sim::Form& facts, Membership membership) const;

    // Passes of members, and who lets shops ask for them: link_passes.cpp.
    sim::Form answer_member(const sim::Form& request, Line& line);
    std::string may_not_buy(const std::string& serial, fw::Nanos now) const;
    sim::Form check_pass(const sim::Form& request, fw::Nanos now) const;
    sim::Form bind_pass(const sim::Form& request, fw::Nanos now);
    sim::Form tell_of_pass(const sim::Form& request, fw::Nanos now) const;
    sim::Form let_shops_ask(const sim::Form& request, Line& line);

    const sim::Scenario& scenario_;
    IdLinkage& linkage_;
    sim::Recorder& recorder_;
    ResidentOf resident_of_;
    sim::RngStream stream_;
    std::map<std::string, sim::Form> answers_;     // by request
    std::map<std::string, fw::Nanos> challenges_;  // not used yet, by when they end
    std::map<std::string, fw::Idm> card_of_;       // linked now, by serial
    std::map<fw::Idm, std::string> holder_of_;
    DomainNames& names_;
    std::map<std::string, bool> lives_here_;  // by serial
    std::map<std::string, fw::Nanos> bound_;  // by request of the ticket store
};

// "0123456789abcdef"; none when it is no card number.
std::optional<fw::Idm> idm_of(const std::string& hex);

// Tells the judge what stands in the register for this card.
void record_link(sim::Recorder& recorder, const LinkState& state, std::uint32_t card,
                 std::uint32_t resident, bool earlier);

}  // namespace model
