// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/farebox/card_link.h"
#include "firmware/protocol/lite_s.h"
#include "firmware/protocol/lite_s_purse.h"

// A mutually authenticated session with one FeliCa Lite-S card that carries the bench's purse
// (firmware/protocol/lite_s_purse.h). The card's answer to a write proves nothing: it has no MAC,
// and a repeated write that was done already is answered with an error. So every write is read back
// with MAC_A, and only that decides.
namespace fw
{

class LiteSSession
{
public:
    explicit LiteSSession(CardLink& link) : link_(link) {}

    CardResult open();
    CardResult read();
    CardResult write(lite_s_purse::Record next);  // its sequence is given here

    // After read().
    const lite_s_purse::Holder& holder() const { return holder_; }
    const lite_s_purse::Record& newest() const { return records_[newest_]; }
    const lite_s_purse::Record& before() const;  // the one the newest followed

private:
    CardResult challenge();
    CardResult read_genuine(Bytes numbers, Bytes& data);
    CardResult write_proven(std::uint8_t block, const Block& data);
    CardResult send_write(std::uint8_t block, const Block& data);
    CardResult read_back(std::uint8_t block, Block& data);

    CardLink& link_;
    std::uint32_t count_ = 0;  // the card's write counter, as last read
    lite_s_purse::Holder holder_;
    lite_s_purse::Records records_{};
    std::size_t newest_ = 0;
};

}  // namespace fw
