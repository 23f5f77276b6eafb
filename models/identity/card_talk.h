// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "models/card/my_number_card.h"
#include "models/reader/apdu_reader.h"
#include "models/service/desk.h"

// A smart card on a desk's reader: one command after the other, and the desk's time goes on with
// them (my-number-card.md 5).
namespace model
{

class CardTalk
{
public:
    CardTalk(Desk& desk, ApduReader reader, const CardUse& use)
        : desk_(desk), reader_(std::move(reader)), use_(use)
    {
    }

    // False: not found. `leaves_after` from now on the card is gone again.
    bool place(ApduCard& card, std::optional<fw::Nanos> leaves_after = std::nullopt);
    // Status word; 0: the card has left.
    StatusWord command(fw::Bytes bytes);
    // Into hexadecimal digits; false: refused, or the card has left.
    bool read_certificate(FileId file, std::string& certificate);
    // Of the newest answer, without its status word.
    const Octets& data() const { return data_; }

private:
    Desk& desk_;
    ApduReader reader_;
    CardUse use_;
    Octets data_;
};

}  // namespace model
