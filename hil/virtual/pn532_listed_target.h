// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/protocol/pn532.h"
#include "hil/virtual/pn532_activation.h"

namespace hil
{

// A card the chip has listed under a number, with its ISO-DEP session when it has one.
class ListedTarget final : private fw::iso_dep::BlockLink
{
public:
    struct Answer {
        fw::pn532::Status status = fw::pn532::no_answer;
        std::vector<std::uint8_t> data{};
    };

    ListedTarget(Pn532Radio& radio, Activated card);

    // A FeliCa packet, an APDU or another frame without CRC. `patience` is for cards without
    // ISO-DEP; those have agreed a waiting time.
    Answer exchange(fw::Bytes command, fw::Nanos patience);
    bool present();
    // Deselected or halted; it stays listed. A FeliCa card knows no such thing.
    void let_go();
    void take_up(Activated card);

    const Activated& card() const { return card_; }
    bool awake() const { return awake_; }
    std::vector<std::uint8_t> collected;  // parts of a long command, sent with the more bit

private:
    std::size_t exchange(fw::Bytes block, fw::MutBytes answer, unsigned waits) override;

    Pn532Radio& radio_;
    Activated card_;
    fw::iso_dep::ReaderSide reader_;
    bool awake_ = true;
};

}  // namespace hil
