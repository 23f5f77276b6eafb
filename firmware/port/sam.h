// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/bytes.h"
#include "firmware/core/identity.h"

namespace fw
{

// The areas and services one secure session opens: FeliCa node codes, at most 8 of each.
struct SecureNodes {
    std::span<const std::uint16_t> areas;
    std::span<const std::uint16_t> services;
};

// The secure access module beside the reader: holds the keys, makes the authentication commands
// and seals and opens the messages of the session. Frames are whole FeliCa packets (length byte
// first, no CRC). Every call returns the size written, 0 when the card's answer was not genuine.
// The FeliCa algorithm is confidential; behind this port stands the bench's StandInCipher.
class Sam
{
public:
    virtual std::size_t auth1(const Idm& card, const SecureNodes& nodes, MutBytes cmd) = 0;
    virtual std::size_t auth2(Bytes auth1_answer, MutBytes cmd) = 0;
    virtual bool open_session(Bytes auth2_answer) = 0;
    // `code` 0x14 (secure read) or 0x16 (secure write); `body` is the list of blocks and data.
    virtual std::size_t seal(std::uint8_t code, Bytes body, MutBytes cmd) = 0;
    // Status flags and data out of the card's secured answer.
    virtual std::size_t open(Bytes answer, MutBytes body) = 0;

    // FeliCa Lite-S, whose algorithms are public. The challenge that opens a session; the card's
    // key and the session's stay inside. Messages are those of firmware/protocol/lite_s.h.
    virtual bool lite_s_challenge(const Idm& card, std::span<std::uint8_t, 16> challenge) = 0;
    // Whether the card made this MAC_A.
    virtual bool lite_s_genuine(Bytes message, std::span<const std::uint8_t, 8> mac) = 0;
    // The reader's MAC_A for a write.
    virtual bool lite_s_sign(Bytes message, std::span<std::uint8_t, 8> mac) = 0;

protected:
    ~Sam() = default;
};

}  // namespace fw
