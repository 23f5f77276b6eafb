// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/identity/card_talk.h"
#include "sim/base/secret.h"

// A My Number Card on the reader of an office PC signs a text with its signature certificate: six
// to sixteen letters of password, which the card counts down when they are wrong, and a certificate
// that only the password opens (my-number-card.md 4 and 5). The password goes into the card and
// nowhere else (services.md P10).
namespace model
{

struct SignatureTries {
    int wrong = 0;  // passwords typed before the right one
    int again = 1;  // times the card is laid down and signs
};

struct CardSignature {
    std::string certificate{}, signature{};  // hexadecimal digits
    std::string failure{};  // empty: signed. password_blocked, card_refused, no_certificate
    int tries_left = -1;    // as the card said last
};

class SignatureReader
{
public:
    struct Times {
        fw::Nanos handling{};  // until the card lies on the reader
        fw::Nanos password{};  // typing it, each time
    };

    SignatureReader(Desk& desk, ApduReader reader, const Times& times, const CardUse& use)
        : desk_(desk), card_(desk, std::move(reader), use), times_(times)
    {
    }

    CardSignature sign(ApduCard& card, const sim::Secret& password, const std::string& text,
                       const SignatureTries& tries);

private:
    StatusWord verify(const std::string& password, CardSignature& done);
    CardSignature sign_once(const sim::Secret& password, const std::string& text, int wrong);

    Desk& desk_;
    CardTalk card_;
    Times times_;
};

}  // namespace model
