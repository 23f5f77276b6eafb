// SPDX-License-Identifier: Apache-2.0
#include "models/identity/validation_authority.h"

#include "sim/base/hex_text.h"

namespace model
{

namespace
{

const char* word_of(CertificateState state)
{
    switch (state) {
        case CertificateState::good:
            return "";
        case CertificateState::malformed:
            return "malformed";
        case CertificateState::other_issuer:
            return "other_issuer";
        case CertificateState::out_of_time:
            return "expired";
        case CertificateState::wrong_signature:
            return "wrong_signature";
    }
    return "malformed";
}

}  // namespace

std::string text_to_sign(const std::string& challenge, const std::string& serial)
{
    return "tapbench-link:" + challenge + ":" + serial;
}

ValidationAuthority::ValidationAuthority(const Octets& authority, sim::Date day,
                                         bool births_released)
    : day_(day), births_released_(births_released)
{
    issuers_.emplace_back(authority);
}

void ValidationAuthority::enter(const std::string& serial, const CertifiedHolder& holder)
{
    holders_[serial] = holder;
}

const CertifiedHolder* ValidationAuthority::holder_of(const std::string& serial) const
{
    const auto found = holders_.find(serial);
    return found == holders_.end() ? nullptr : &found->second;
}

CertificateState ValidationAuthority::state_of(const CertificateValidation& issuer,
                                               const sim::Form& request) const
{
    const auto certificate = sim::bytes_of_hex(request.text("certificate").value_or("-"));
    if (!certificate) return CertificateState::malformed;
    if (request.kind() == "certificate.status") return issuer.check(*certificate, day_);
    const auto signature = sim::bytes_of_hex(request.text("signature").value_or("-"));
    if (!signature) return CertificateState::malformed;
    const std::string text =
        text_to_sign(request.text("challenge").value_or(""), request.text("serial").value_or(""));
    const fw::Bytes signed_text(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    return issuer.check(*certificate, signed_text, *signature, day_);
}

CertificateState ValidationAuthority::state_of(const sim::Form& request) const
{
    CertificateState state = CertificateState::other_issuer;
    for (const CertificateValidation& issuer : issuers_)
        if (state == CertificateState::other_issuer) state = state_of(issuer, request);
    return state;
}

std::string ValidationAuthority::objection(const sim::Form& request, const CertifiedHolder* holder,
                                           fw::Nanos now) const
{
    const CertificateState state = state_of(request);
    if (state != CertificateState::good) return word_of(state);
    if (!holder || now < holder->from) return "unknown_serial";
    if (holder->revoked || now >= holder->until) return "revoked";
    return holder->expired ? "expired" : "";
}

sim::Form ValidationAuthority::answer(const sim::Form& request, const std::string&, Line& line)
{
    sim::Form reply("certificate.checked");
    const fw::Nanos now = line.now();
    if (closed_from_ <= now && now < closed_to_)
        return reply.set("valid", false).set("reason", "authority_away");
    const CertifiedHolder* const holder = holder_of(request.text("serial").value_or(""));
    const std::string reason = objection(request, holder, now);
    reply.set("valid", reason.empty());
    if (!reason.empty()) return reply.set("reason", reason);
    reply.set("municipality", holder->municipality).set("district", holder->district);
    if (births_released_ && request.flag("want_birth"))
        reply.set("birth", sim::to_string(holder->birth));
    return reply;
}

}  // namespace model
