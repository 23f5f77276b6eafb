// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>

#include "models/identity/card_talk.h"
#include "models/people/link_plan.h"
#include "sim/base/secret.h"
#include "sim/scenario/linking.h"

// A person lays a My Number Card on a desk's reader, types the PIN, and the card signs a text with
// its authentication key: the APDUs of my-number-card.md 5. The PIN goes into the card and nowhere
// else (services.md P10).
namespace model
{

// The My Number Card of somebody who has one, as who lays it down knows it.
struct HeldCard {
    std::shared_ptr<const MyNumberProfile> profile;
    sim::Secret pin;
    std::string serial;
    std::string trouble;  // what its authority holds against it: "revoked", "expired", or empty
};

struct SignedText {
    std::string certificate{};  // both in hexadecimal digits
    std::string signature{};
    std::string failure{};  // empty: signed. pin_blocked, card_lifted, card_refused, wrong_card,
                            // no_signature_certificate
    // Time points of the card, as of a tap (services.md A.0): in the field, found, application
    // selected, all read; -1 = not reached.
    std::array<std::int64_t, 4> t{-1, -1, -1, -1};
};

class CardHolderAtReader
{
public:
    struct Times {
        fw::Nanos handling{};    // until the card lies on the reader
        fw::Nanos pin_entry{};   // each time
        bool pin_first = false;  // inside a phone the certificate is read after its PIN (4.1)
    };
    // One of the card's two keys: what opens it, and the text it is to sign.
    struct Signing {
        sim::Secret secret;
        std::string text;
    };
    struct Both {
        SignedText auth, sign;  // the failure stands in `auth`
    };

    CardHolderAtReader(Desk& desk, ApduReader reader, const Times& times, const CardUse& use = {})
        : desk_(desk), card_(desk, std::move(reader), use), times_(times)
    {
    }

    SignedText sign(ApduCard& card, const sim::Secret& pin, const std::string& text,
                    LinkMishap mishap);
    // Reads both certificates, that for signatures after its password; then each key signs.
    Both sign_both(ApduCard& card, const Signing& auth, const Signing& sign, LinkMishap mishap);
    // The certificate alone, which anybody may read: names the card and proves nothing.
    SignedText show(ApduCard& card, LinkMishap mishap);

private:
    template <class Read>
    SignedText read_twice(ApduCard& card, LinkMishap mishap, Read read);
    std::optional<SignedText> open();
    bool lay_down(ApduCard& card, bool lifts_early);
    std::optional<SignedText> sign_once(const sim::Secret& pin, const std::string& text,
                                        LinkMishap mishap);
    std::optional<SignedText> sign_both_once(const Signing& auth, const Signing& sign,
                                             LinkMishap mishap, SignedText& second);
    // Why the card is not open, empty: it is; none: it was lifted.
    std::optional<std::string> enter(FileId file, const sim::Secret& secret, LinkMishap mishap);
    bool sign_by(FileId key, const std::string& text, std::string& signature);
    StatusWord verify(const std::string& pin);

    Desk& desk_;
    CardTalk card_;
    Times times_;
    std::array<std::int64_t, 4> t_{-1, -1, -1, -1};
};

}  // namespace model
