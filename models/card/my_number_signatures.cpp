// SPDX-License-Identifier: Apache-2.0
// The two commands that use a private key.
#include "models/card/my_number_commands.h"
#include "models/card/my_number_tlv.h"

namespace model
{
namespace
{

StatusWord sign_with(const CardAtWork& at, KeyUse use, SignatureScheme scheme, const Apdu& apdu,
                     Octets& answer)
{
    const CardFile& file = *at.session.file;
    if (file.kind != FileKind::key) return sw::wrong_kind;
    if (!at.is_open()) return sw::not_satisfied;
    if (file.use != use || !file.key) return sw::conditions;
    if (apdu.le != 0 && apdu.le < SigningKey::signature_size) return sw::wrong_length;
    SigningKey::Signature signature;
    const StatusWord status = file.key->sign(scheme, apdu.data, signature);
    if (status == sw::ok) append(answer, signature);
    return status;
}

}  // namespace

// P2: 00 the application's own key, 80 the selected one, 80 plus a short identifier.
StatusWord compute_signature(CardAtWork& at, const Apdu& apdu, Octets& answer)
{
    if (apdu.p1 > static_cast<std::uint8_t>(SignatureScheme::pss_hashed))
        return sw::wrong_parameters;
    if (apdu.p2 != 0 && (apdu.p2 & 0xE0) != 0x80) return sw::wrong_parameters;
    const FileId own = at.session.application->default_key;
    if (apdu.p2 == 0 && own == 0) return sw::wrong_parameters;
    const StatusWord picked = at.pick(apdu.p2 == 0 ? own : apdu.p2 & 0x1Fu);
    if (picked != sw::ok) return picked;
    return sign_with(at, KeyUse::sign, static_cast<SignatureScheme>(apdu.p1), apdu, answer);
}

// An ordinary signature over the challenge, with the one key that answers without any PIN.
StatusWord internal_authenticate(CardAtWork& at, const Apdu& apdu, Octets& answer)
{
    if (apdu.p1 != 0 || (apdu.p2 & 0xE0) != 0x80) return sw::wrong_parameters;
    const StatusWord picked = at.pick(apdu.p2 & 0x1Fu);
    if (picked != sw::ok) return picked;
    return sign_with(at, KeyUse::authenticate, SignatureScheme::hashed, apdu, answer);
}

}  // namespace model
