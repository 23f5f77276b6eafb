// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>

#include "models/card/my_number_card.h"
#include "models/people/link_plan.h"
#include "models/reader/apdu_reader.h"
#include "models/service/desk.h"
#include "sim/base/secret.h"
#include "sim/scenario/linking.h"

// A person lays a My Number Card on a desk's reader, types the PIN, and the card signs a text with
// its authentication key: the APDUs of my-number-card.md 5. The PIN goes into the card and nowhere
// else (services.md P10).
namespace model
{

struct SignedText {
    std::string certificate{};  // both in hexadecimal digits
    std::string signature{};
    std::string failure{};  // empty: signed. pin_blocked, card_lifted, card_refused, wrong_card
    // Time points of the card, as of a tap (services.md A.0): in the field, found, application
    // selected, all read; -1 = not reached.
    std::array<std::int64_t, 4> t{-1, -1, -1, -1};
};

class CardHolderAtReader
{
public:
    struct Times {
        fw::Nanos handling{};   // until the card lies on the reader
        fw::Nanos pin_entry{};  // each time
    };

    CardHolderAtReader(Desk& desk, ApduReader reader, const Times& times, const CardUse& use = {})
        : desk_(desk), reader_(std::move(reader)), times_(times), use_(use)
    {
    }

    SignedText sign(ApduCard& card, const sim::Secret& pin, const std::string& text,
                    LinkMishap mishap);
    // The certificate alone, which anybody may read: names the card and proves nothing.
    SignedText show(ApduCard& card, LinkMishap mishap);

private:
    template <class Read>
    SignedText read_twice(ApduCard& card, LinkMishap mishap, Read read);
    std::optional<SignedText> open();
    bool lay_down(ApduCard& card, bool lifts_early);
    std::optional<SignedText> sign_once(const sim::Secret& pin, const std::string& text,
                                        LinkMishap mishap);
    StatusWord verify(const std::string& pin);
    bool read_certificate(std::string& certificate);
    // Status word; 0: the card has left.
    StatusWord command(fw::Bytes bytes);

    Desk& desk_;
    ApduReader reader_;
    Times times_;
    CardUse use_;
    Octets data_;  // of the newest answer, without its status word
    std::array<std::int64_t, 4> t_{-1, -1, -1, -1};
};

}  // namespace model
