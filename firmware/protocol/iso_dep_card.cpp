// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/iso_dep_card.h"

#include <algorithm>
#include <utility>

namespace fw::iso_dep
{
namespace
{

constexpr Block::Kind kind_of(std::uint8_t pcb)
{
    if ((pcb & 0xE6) == i_block) return Block::Kind::information;
    if ((pcb & 0xF6) == r_ack) return Block::Kind::ack;
    if ((pcb & 0xF6) == r_nak) return Block::Kind::nak;
    if ((pcb & 0xF7) == s_deselect) return Block::Kind::deselect;
    return (pcb & 0xF7) == s_wtx ? Block::Kind::wtx : Block::Kind::none;
}

}  // namespace

Block parse(Bytes bytes)
{
    if (bytes.empty()) return {};
    const std::uint8_t pcb = bytes[0];
    const bool with_cid = (pcb & has_cid) != 0;
    if (with_cid && bytes.size() < 2) return {};
    Block block{.kind = kind_of(pcb),
                .number = static_cast<std::uint8_t>(pcb & block_number),
                .with_cid = with_cid,
                .cid = static_cast<std::uint8_t>(with_cid ? bytes[1] & 0x0F : 0),
                .inf = bytes.subspan(with_cid ? 2 : 1)};
    block.chained = block.kind == Block::Kind::information && (pcb & chaining) != 0;
    return block;
}

void CardSide::open(const Terms& terms)
{
    *this = {};
    terms_ = terms;
}

CardSide::Event CardSide::hear(Bytes bytes)
{
    const Block block = parse(bytes);
    if (block.kind == Block::Kind::none || !addressed(block)) return Event::silence;
    reply_with_cid_ = block.with_cid;
    switch (block.kind) {
        case Block::Kind::information:
            return hear_information(block);
        case Block::Kind::deselect:
            send(s_deselect, {});
            return Event::deselected;
        case Block::Kind::wtx:
            return std::exchange(waiting_, false) ? Event::waited : Event::silence;
        default:
            return hear_answer(block);
    }
}

bool CardSide::addressed(const Block& block) const
{
    if (block.with_cid) return terms_.with_cid && block.cid == terms_.cid;
    return terms_.cid == 0 || !terms_.with_cid;
}

CardSide::Event CardSide::hear_information(const Block& block)
{
    number_ ^= 1;  // rule D
    waiting_ = false;
    answer_size_ = answer_sent_ = 0;
    if (!collecting_) command_size_ = 0;
    const std::size_t taken = std::min(block.inf.size(), command_.size() - command_size_);
    std::copy_n(block.inf.begin(), taken, command_.begin() + command_size_);
    command_size_ += taken;
    collecting_ = block.chained;
    if (!collecting_) return Event::command;
    send(static_cast<std::uint8_t>(r_ack | number_), {});
    return Event::block;
}

CardSide::Event CardSide::hear_answer(const Block& block)
{
    if (block.number == number_) return block_size_ > 0 ? Event::block : Event::silence;  // rule 11
    if (block.kind == Block::Kind::nak) {                                                 // rule 12
        send(static_cast<std::uint8_t>(r_ack | number_), {});
        return Event::block;
    }
    if (answer_sent_ == answer_size_) return Event::silence;
    number_ ^= 1;  // rule E
    send_part();   // rule 13
    return Event::block;
}

void CardSide::answer(Bytes apdu)
{
    answer_size_ = std::min(apdu.size(), answer_.size());
    answer_sent_ = 0;
    std::copy_n(apdu.begin(), answer_size_, answer_.begin());
    send_part();
}

void CardSide::ask_time(std::uint8_t multiplier)
{
    waiting_ = true;
    send(s_wtx, {&multiplier, 1});
}

void CardSide::send_part()
{
    const std::size_t room = terms_.frame - 3 - (reply_with_cid_ ? 1 : 0);
    const Bytes left = Bytes(answer_).subspan(answer_sent_, answer_size_ - answer_sent_);
    const Bytes part = left.first(std::min(left.size(), room));
    answer_sent_ += part.size();
    const unsigned more = part.size() < left.size() ? chaining : 0u;
    send(static_cast<std::uint8_t>(i_block | more | number_), part);
}

void CardSide::send(std::uint8_t pcb, Bytes inf)
{
    block_size_ = 0;
    block_[block_size_++] = static_cast<std::uint8_t>(pcb | (reply_with_cid_ ? has_cid : 0));
    if (reply_with_cid_) block_[block_size_++] = terms_.cid;
    std::copy(inf.begin(), inf.end(), block_.begin() + block_size_);
    block_size_ += inf.size();
}

}  // namespace fw::iso_dep
