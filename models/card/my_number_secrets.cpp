// SPDX-License-Identifier: Apache-2.0
// VERIFY and the two commands that change what it compares with.
#include <algorithm>

#include "models/card/my_number_commands.h"

namespace model
{
namespace
{

// P2 80: the selected file; 80 plus a short identifier: that one, which becomes the selected one.
StatusWord pick_secret(CardAtWork& at, std::uint8_t p2)
{
    if ((p2 & 0xE0) != 0x80) return sw::wrong_parameters;
    const StatusWord picked = at.pick(p2 & 0x1Fu);
    if (picked != sw::ok) return picked;
    return at.session.file->kind == FileKind::secret ? sw::ok : sw::wrong_kind;
}

bool has_length(const SecretRule& rule, std::size_t size)
{
    return size >= rule.shortest && size <= rule.longest;
}

bool is_spelt(const SecretRule& rule, fw::Bytes characters)
{
    return std::all_of(characters.begin(), characters.end(), [&](std::uint8_t c) {
        return (c >= '0' && c <= '9') || (rule.letters && c >= 'A' && c <= 'Z');
    });
}

void forget(CardAtWork& at, FileId secret)
{
    std::erase(at.session.verified, secret);
}

StatusWord left(const SecretState& now)
{
    return static_cast<StatusWord>(sw::tries_left | now.tries);
}

// A wrong one costs a try and what an earlier right one had opened (*assumed*).
StatusWord compare(CardAtWork& at, const CardFile& secret, fw::Bytes given)
{
    const CardApplication& application = *at.session.application;
    SecretState now = at.state.of(application, secret);
    if (now.tries == 0) return sw::blocked;
    const std::string& right = now.digest.empty() ? secret.secret.digest : now.digest;
    forget(at, secret.id);
    if (secret_digest(application.name, secret.id, given) != right) {
        --now.tries;
        at.state.set(application, secret, now);
        return left(now);
    }
    now.tries = secret.secret.tries;
    at.state.set(application, secret, now);
    at.session.verified.push_back(secret.id);
    return sw::ok;
}

StatusWord change(CardAtWork& at, const Apdu& apdu)
{
    const StatusWord picked = pick_secret(at, apdu.p2);
    if (picked != sw::ok) return picked;
    const CardApplication& application = *at.session.application;
    const CardFile& secret = *at.session.file;
    if (!at.has_verified(secret.id)) return sw::not_satisfied;
    if (!has_length(secret.secret, apdu.data.size())) return sw::wrong_length;
    if (!is_spelt(secret.secret, apdu.data)) return sw::wrong_data;
    SecretState now = at.state.of(application, secret);
    now.digest = secret_digest(application.name, secret.id, apdu.data);
    at.state.set(application, secret, now);
    return sw::ok;
}

}  // namespace

// Without data: tells the tries left, also of a blocked secret, and costs nothing.
StatusWord verify(CardAtWork& at, const Apdu& apdu, Octets&)
{
    if (apdu.p1 != 0) return sw::wrong_parameters;
    const StatusWord picked = pick_secret(at, apdu.p2);
    if (picked != sw::ok) return picked;
    const CardFile& secret = *at.session.file;
    if (apdu.data.empty()) return left(at.state.of(*at.session.application, secret));
    if (!has_length(secret.secret, apdu.data.size())) return sw::wrong_length;
    return compare(at, secret, apdu.data);
}

StatusWord change_reference_data(CardAtWork& at, const Apdu& apdu, Octets&)
{
    if (at.session.application->change != ChangeCommand::reference_data) return sw::wrong_ins;
    return apdu.p1 == 1 ? change(at, apdu) : sw::wrong_parameters;
}

StatusWord change_key(CardAtWork& at, const Apdu& apdu, Octets&)
{
    if (at.session.application->change != ChangeCommand::jicsap_key) return sw::wrong_ins;
    return apdu.p1 == 0 ? change(at, apdu) : sw::wrong_parameters;
}

}  // namespace model
