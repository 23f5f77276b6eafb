// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/protocol/iso_dep_card.h"
#include "models/card/rf_card.h"

// An activated smart card: ISO-DEP blocks in, blocks out, APDUs to the chip behind them. While the
// chip works longer than the frame waiting time allows, the card asks for more, half-way through
// (*assumed*).
namespace model
{

class IsoDepSession
{
public:
    struct Reply {
        fw::Bytes block;  // empty: silence; valid until the next call
        fw::Nanos think{};
        bool deselected = false;
    };

    // `waiting`: the card's frame waiting time. `turn`: from a block's end to an answer that needs
    // no work. The caller keeps `chip` alive.
    IsoDepSession(ApduCard& chip, fw::Nanos waiting, fw::Nanos turn);

    void open(const fw::iso_dep::Terms& terms) { side_.open(terms); }
    Reply hear(fw::Bytes block);

private:
    Reply work();

    ApduCard& chip_;
    fw::Nanos waiting_;
    fw::Nanos turn_;
    fw::iso_dep::CardSide side_;
    std::array<std::uint8_t, ApduCard::longest_answer> answer_{};
    std::size_t answer_size_ = 0;
    fw::Nanos left_{};          // of the work
    std::int64_t granted_ = 1;  // frame waiting times the reader waits
};

}  // namespace model
