// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "models/card/jpki_commands.h"
#include "models/city_id/id_office.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr std::uint64_t makers = std::uint64_t{1} << 40;  // numbered after all people

sim::Form refused(const std::string& reason)
{
    return sim::Form("id.refused").set("reason", reason);
}

KeyCustody custody_of(const std::string& word)
{
    for (const KeyCustody one : {KeyCustody::secure_element, KeyCustody::sub_sim})
        if (word == word_of(one)) return one;
    return KeyCustody::none;
}

bool signed_with(const PhonePublicKey& key, const std::string& text, const sim::Form& request,
                 const char* field)
{
    const auto signature = sim::bytes_of_hex(request.text(field).value_or("-"));
    return signature && key.verifies(octets_of(text), *signature);
}

}  // namespace

std::string attested_text(const std::string& custody, const PhonePublicKey& key)
{
    return "custody:" + custody + ":" + key.hex();
}

const PhoneKey& maker_key(KeyCustody custody)
{
    static const PhoneKey element = *PhoneKey::made_in(KeyCustody::secure_element, makers);
    static const PhoneKey sim = *PhoneKey::made_in(KeyCustody::sub_sim, makers + 1);
    return custody == KeyCustody::secure_element ? element : sim;
}

sim::Form IdOffice::begin_issue(const std::string& number, fw::Nanos now)
{
    Session session;
    session.challenge = challenge(number);
    session.begun = now;
    sessions_.insert_or_assign(number, session);
    return sim::Form("id.challenge").set("challenge", session.challenge);
}

std::string IdOffice::objection(const sim::Form& request, fw::Nanos now) const
{
    const auto begun = sessions_.find(*request.text("request"));
    if (begun == sessions_.end()) return "not_begun";
    if (now > begun->second.begun + rules_.challenge_life) return "challenge_old";
    const std::string custody = request.text("custody").value_or("");
    const auto kind = std::find_if(rules_.custody.begin(), rules_.custody.end(),
                                   [&](const auto& one) { return one.id == custody; });
    if (kind == rules_.custody.end() || kind->level < rules_.least_level) return "no_custody";
    const auto key = PhonePublicKey::from_hex(request.text("key").value_or(""));
    if (!key) return "malformed";
    if (!signed_with(maker_key(custody_of(custody)).public_key(), attested_text(custody, *key),
                     request, "attestation"))
        return "bad_attestation";
    return signed_with(*key, begun->second.challenge, request, "key_signature") ? ""
                                                                                : "wrong_signature";
}

// Why the authority does not vouch for the certificate of this key; empty: it does.
std::string IdOffice::certified(const sim::Form& request, const char* which, Line& line) const
{
    const std::string end = std::string("_") + which;
    const auto field = [&](const char* name) { return request.text(name + end).value_or(""); };
    const auto facts =
        line.call("validation",
                  sim::Form("certificate.check")
                      .set("serial", field("serial"))
                      .set("certificate", field("certificate"))
                      .set("challenge", sessions_.at(*request.text("request")).challenge)
                      .set("signature", field("signature"))
                      .set("key", which)
                      .set("want_birth", false),
                  rules_.deadline);
    if (!facts) return "authority_away";
    return facts->flag("valid") ? "" : facts->text("reason").value_or("malformed");
}

sim::Form IdOffice::bind(const sim::Form& request, Line& line)
{
    const fw::Nanos asked = line.now();
    std::string why = objection(request, asked);
    for (const char* const which : {"auth", "sign"})
        if (why.empty()) why = certified(request, which, line);
    if (!why.empty()) return refused(why);
    const auto field = [&](const char* name) { return request.text(name).value_or(""); };
    IdRecord record;
    record.auth_serial = field("serial_auth");
    record.sign_serial = field("serial_sign");
    record.auth_certificate = std::make_shared<const std::string>(field("certificate_auth"));
    record.sign_certificate = std::make_shared<const std::string>(field("certificate_sign"));
    record.key = *PhonePublicKey::from_hex(field("key"));
    record.custody = field("custody");
    record.status_at = asked;
    record.id = field("id");
    const IdRecord* const old = register_.find(record.id);
    if (!record.id.empty() && (!old || old->key != record.key)) return refused("other_phone");
    const IdRecord* const other = register_.of_certificate(record.auth_serial);
    if (other && other->id != record.id) return refused("bound_already");
    if (record.id.empty()) record.id = id_for(record.auth_serial);
    record.active = old != nullptr;
    register_.bind(record);
    record_binding(record, old ? "rebound" : "bound", line.now());
    return sim::Form("id.bound").set("id", record.id);
}

// The phone has stored its ID and shows that it holds the key.
sim::Form IdOffice::activate(const sim::Form& request)
{
    const std::string id = request.text("id").value_or("");
    IdRecord* const record = register_.find(id);
    if (!record) return refused("unknown_id");
    if (!signed_with(record->key, "activate:" + id, request, "signature"))
        return refused("wrong_signature");
    record->active = true;
    return sim::Form("id.active").set("id", id);
}

}  // namespace model
