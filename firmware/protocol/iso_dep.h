// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "firmware/core/bytes.h"
#include "firmware/protocol/felica_timing.h"

// Half-duplex block transmission between a reader and a contact-less smart card (ISO/IEC 14443-4):
// I-blocks carry parts of an APDU, R-blocks acknowledge them or ask again, S-blocks deselect or ask
// for time. Blocks here have no CRC. Rules A to E and 1 to 13 are those of the standard's section
// on protocol operation. The card's side is in iso_dep_card.h.
namespace fw::iso_dep
{

constexpr std::size_t longest_command = 261;  // short APDU: header 4, Lc, 255 bytes, Le
constexpr std::size_t longest_answer = 258;   // 256 bytes and the status word
constexpr std::size_t longest_block = 254;    // a frame of 256 without its CRC

constexpr std::uint8_t i_block = 0x02, r_ack = 0xA2, r_nak = 0xB2, s_deselect = 0xC2, s_wtx = 0xF2;
constexpr std::uint8_t chaining = 0x10, has_cid = 0x08, block_number = 0x01;
constexpr std::uint8_t most_waiting = 59;  // the largest multiplier a card may ask for

// Longest frame with CRC, as RATS, ATS, ATTRIB and ATQB code it; reserved codes count as 256.
constexpr std::size_t frame_size(unsigned code)
{
    constexpr std::array<std::size_t, 9> sizes{16, 24, 32, 40, 48, 64, 96, 128, 256};
    return sizes[code < sizes.size() ? code : sizes.size() - 1];
}

// Frame waiting time: a card answers within this, or asks for more.
constexpr Nanos waiting_time(unsigned fwi)
{
    return felica::carrier_cycles(std::int64_t{4096} << (fwi < 15 ? fwi : 4));
}

// What was agreed when the card was activated.
struct Terms {
    std::uint8_t cid = 0;
    bool with_cid = true;     // card: it understands a CID; reader: every block carries it
    std::size_t frame = 256;  // longest frame of the other side, its CRC included
};

// One block taken apart.
struct Block {
    enum class Kind : std::uint8_t { none, information, ack, nak, deselect, wtx };
    Kind kind = Kind::none;  // none: not a block that is understood here (a NAD is not)
    bool chained = false;
    std::uint8_t number = 0;
    bool with_cid = false;
    std::uint8_t cid = 0;
    Bytes inf;
};
Block parse(Bytes bytes);

// One block to the card and one back. `waits` is the number of frame waiting times to wait.
class BlockLink
{
public:
    // Bytes put into `answer`; 0: nothing, or nothing undamaged, in time.
    virtual std::size_t exchange(Bytes block, MutBytes answer, unsigned waits) = 0;

protected:
    ~BlockLink() = default;
};

// The reader's side, from activation to deselection.
class ReaderSide
{
public:
    static constexpr int retries = 2;  // of each block, assumed

    enum class Status : std::uint8_t { ok, timeout, protocol_error, too_long };
    struct [[nodiscard]] Result {
        Status status = Status::timeout;
        std::size_t size = 0;  // bytes written to `answer`; 0 unless ok
    };

    explicit ReaderSide(BlockLink& link) : link_(link) {}
    void open(const Terms& terms);
    Result transceive(Bytes apdu, MutBytes answer);
    bool present();   // whether the card answers an R(NAK)
    bool deselect();  // whether the card confirmed it

private:
    Status send(Bytes apdu, Block& first);
    Result collect(const Block& first, MutBytes answer);
    Status exchange(std::uint8_t pcb, Bytes inf, Block& answer);
    Block transmit(std::uint8_t pcb, Bytes inf, unsigned waits = 1);
    std::size_t room() const;

    BlockLink& link_;
    Terms terms_;
    std::uint8_t number_ = 0;
    std::array<std::uint8_t, longest_block> sent_{};
    std::array<std::uint8_t, longest_block + 2> received_{};
};

}  // namespace fw::iso_dep
