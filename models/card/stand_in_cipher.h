// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>

#include "firmware/core/bytes.h"
#include "firmware/core/identity.h"
#include "firmware/port/sam.h"

// The bench's own cipher in the place of FeliCa's confidential one. It says NOTHING about FeliCa
// cryptography or its strength: only the lengths of the frames are true (felica.md 7), so that
// air time and card time come out right, and a damaged or foreign message is told from a genuine
// one. AES-128 key stream; MAC = a keyed 64-bit mixing of the message, masked by one AES block.
// Frame: length, code, header (counter 4, session tag 3, block count 1), body padded to 8, MAC 8.
namespace model
{

// One session, the same value on both ends; lost by the card when it loses the field.
struct StandInSession {
    std::array<std::uint64_t, 2> key{};
    std::uint32_t counter = 0;  // of the newest command; Authentication2 is number 0
};

// What both ends derive from the card, the nodes opened and the two challenges.
struct StandInProof {
    std::uint64_t card = 0;    // in the answer to Authentication1
    std::uint64_t reader = 0;  // in the Authentication2 command
    StandInSession session;
};

struct SealedFrame {
    std::uint8_t code = 0;
    std::uint32_t counter = 0;
    std::uint8_t blocks = 0;
    std::uint64_t mac = 0;
};

// Holds one bench key and its prepared AES context; costs no set-up per message. One instance a
// thread. All calls are pure in their arguments; frames start with the length byte, no CRC.
class StandInCipher
{
public:
    static constexpr std::size_t block = 16;

    // With the published bench key of this generation; card keys of two generations differ.
    explicit StandInCipher(std::uint8_t generation = 1);
    ~StandInCipher();
    StandInCipher(const StandInCipher&) = delete;
    StandInCipher& operator=(const StandInCipher&) = delete;

    void set_key(std::span<const std::uint8_t, block> key);

    // The keys of a card are diversified by its IDm; the nodes are bound in.
    StandInProof prove(const fw::Idm& card, const fw::SecureNodes& nodes,
                       std::uint64_t reader_challenge, std::uint64_t card_challenge) const;

    // Builds a whole frame around `body`; commands have even codes, answers odd ones. Returns its
    // size, 0 when it does not fit.
    std::size_t seal(const StandInSession& session, const SealedFrame& head, fw::Bytes body,
                     fw::MutBytes frame) const;
    // Bytes of the padded body put into `body`; 0 when the frame is not genuine in the session.
    std::size_t open(const StandInSession& session, fw::Bytes frame, fw::MutBytes body) const;

    // The clear part of a sealed frame. False: the length fits no sealed frame.
    static bool read_head(fw::Bytes frame, SealedFrame& head);

private:
    struct Context;
    using Words = std::array<std::uint64_t, 32>;  // 16 AES blocks, more than the longest frame

    void key_stream(const StandInSession& session, std::uint64_t number, std::size_t blocks,
                    Words& out) const;

    std::unique_ptr<Context> context_;
};

}  // namespace model
