// SPDX-License-Identifier: Apache-2.0
#include "models/mother_child/signature_reader.h"

#include "models/card/jpki_commands.h"
#include "sim/base/hex_text.h"

namespace model
{

namespace
{

constexpr const char* wrong_password = "WRONG1";

// 63Cx: x tries are left.
int tries_left(StatusWord status)
{
    return (status & 0xFFF0) == 0x63C0 ? status & 0x0F : -1;
}

}  // namespace

StatusWord SignatureReader::verify(const std::string& password, CardSignature& done)
{
    desk_.spend(times_.password);
    const StatusWord status = card_.command(verify_pin(password, selected_file));
    if (tries_left(status) >= 0) done.tries_left = tries_left(status);
    return status;
}

CardSignature SignatureReader::sign_once(const sim::Secret& password, const std::string& text,
                                         int wrong)
{
    CardSignature done;
    if (card_.command(select_application(jpki_aid)) != sw::ok ||
        card_.command(select_file(sign_pin_file)) != sw::ok) {
        done.failure = "card_refused";
        return done;
    }
    for (int i = 0; i < wrong; ++i) verify(wrong_password, done);
    const StatusWord verified = verify(password.reveal(), done);
    if (verified != sw::ok)
        done.failure = verified == sw::blocked ? "password_blocked" : "card_refused";
    else if (!card_.read_certificate(sign_certificate_file, done.certificate))
        done.failure = "no_certificate";
    else if (card_.command(select_file(sign_key_file)) != sw::ok ||
             card_.command(sign_text(text, selected_file)) != sw::ok)
        done.failure = "card_refused";
    else
        done.signature = sim::hex_of(card_.data());
    return done;
}

CardSignature SignatureReader::sign(ApduCard& card, const sim::Secret& password,
                                    const std::string& text, const SignatureTries& tries)
{
    CardSignature last{.failure = "card_refused"};
    for (int i = 0; i < tries.again; ++i) {
        desk_.spend(times_.handling);
        card_.place(card);
        last = sign_once(password, text, i == 0 ? tries.wrong : 0);
    }
    return last;
}

}  // namespace model
