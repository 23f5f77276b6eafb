// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>

#include "models/city_id/id_register.h"
#include "models/identity/payment_methods.h"
#include "models/service/desk.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// The back end "cityid": issues IDs bound to both certificates of a My Number Card and to a key in
// the phone (services.md S28), and decides proofs by face, phone, card or two of them (S29 to S32).
// A request that arrives twice is answered twice and acts once.
//
//   id.begin     request                             -> id.challenge challenge
//   id.bind      request, two serials, certificates and signatures, key, key_signature, custody,
//                attestation, [id]                    -> id.bound id
//   id.activate  request, id, signature               -> id.active
//   proof.begin  request, service, amount, method     -> proof.challenge challenge, methods
//   proof.face   request, id, score                   -> proof.counted | proof.accepted stronger
//   proof.phone  request, key, signature              -> the same
//   proof.card   request, serial, certificate, signature -> the same
// Otherwise id.refused or proof.refused with a reason.
namespace model
{

// What a phone signs to take part in a proof; nobody can use it for another one.
std::string proof_text(const std::string& challenge, const std::string& request,
                       const std::string& service, std::int64_t amount);
// What the maker of a custody signs for each key that was made in it.
std::string attested_text(const std::string& custody, const PhonePublicKey& key);
// The key that the makers of this custody attest with.
const PhoneKey& maker_key(KeyCustody custody);

class IdOffice final : public BackEnd
{
public:
    // For the record alone.
    using HolderOf = std::function<std::uint32_t(const std::string& serial)>;

    IdOffice(const sim::Scenario& scenario, HolderOf holder_of, sim::Recorder& recorder);

    void adopt(IdRecord record);  // an ID of an earlier day
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;
    std::string id_for(const std::string& auth_serial) const;  // the ID it is given

private:
    struct Session {
        std::string challenge;
        fw::Nanos begun{};
        std::string service, method;
        std::int64_t amount = 0;
        bool stronger = false;
        std::string id;  // of the first factor
        bool face = false, phone = false, card = false;
        fw::Nanos first{};
        bool refused = false;
    };
    struct Checked {  // one factor: whom it stands for, or why it does not count
        IdRecord* record = nullptr;
        std::string reason;
    };
    sim::Form act(const sim::Form& request, Line& line);
    sim::Form begin_issue(const std::string& number, fw::Nanos now);
    sim::Form bind(const sim::Form& request, Line& line);
    std::string objection(const sim::Form& request, fw::Nanos now) const;
    std::string certified(const sim::Form& request, const char* which, Line& line) const;
    sim::Form activate(const sim::Form& request);
    void record_binding(const IdRecord& record, const char* change, fw::Nanos now);

    sim::Form begin_proof(const sim::Form& request, fw::Nanos now);
    sim::Form factor(const sim::Form& request, Line& line);
    std::string untimely(const Session& session, const std::string& factor, fw::Nanos now) const;
    Checked check(const Session& session, const sim::Form& request, Line& line);
    Checked check_phone(const Session& session, const sim::Form& request);
    Checked check_card(const Session& session, const sim::Form& request, Line& line);
    std::string count(Session& session, const std::string& factor, const Checked& checked,
                      fw::Nanos now) const;
    std::string decide(const Session& session, IdRecord* record, Line& line,
                       std::int64_t& status_at);
    std::string status(IdRecord& record, Line& line) const;

    std::string challenge(const std::string& number) const;
    void forget(fw::Nanos now);

    const sim::Scenario& scenario_;
    const sim::CityId& rules_;
    HolderOf holder_of_;
    sim::Recorder& recorder_;
    sim::RngStream stream_;
    IdRegister register_;
    std::map<std::string, Session> sessions_;              // by request
    std::map<std::string, sim::Form> answered_;            // by kind and request
    std::deque<std::pair<fw::Nanos, std::string>> order_;  // in which they were answered
};

}  // namespace model
