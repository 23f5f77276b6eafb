// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/protocol/iso_dep.h"

namespace fw::iso_dep
{
namespace
{

constexpr int most_rounds = 64;  // of one block: repeated, or with more time granted; assumed

constexpr bool is_information(const Block& block)
{
    return block.kind == Block::Kind::information;
}

}  // namespace

void ReaderSide::open(const Terms& terms)
{
    terms_ = terms;
    number_ = 0;
}

ReaderSide::Result ReaderSide::transceive(Bytes apdu, MutBytes answer)
{
    Block first;
    const Status sent = send(apdu, first);
    return sent == Status::ok ? collect(first, answer) : Result{sent, 0};
}

// All parts of the command; `first` is the first block of the answer.
ReaderSide::Status ReaderSide::send(Bytes apdu, Block& first)
{
    for (;;) {
        const Bytes part = apdu.first(std::min(apdu.size(), room()));
        apdu = apdu.subspan(part.size());
        const unsigned more = apdu.empty() ? 0u : chaining;
        const Status status = exchange(static_cast<std::uint8_t>(i_block | more), part, first);
        if (status != Status::ok) return status;
        if (is_information(first) != apdu.empty()) return Status::protocol_error;
        number_ ^= 1;  // rule B
        if (apdu.empty()) return Status::ok;
    }
}

ReaderSide::Result ReaderSide::collect(const Block& first, MutBytes answer)
{
    Block block = first;
    std::size_t size = 0;
    for (;;) {
        if (block.inf.size() > answer.size() - size) return {Status::too_long, 0};
        std::copy(block.inf.begin(), block.inf.end(),
                  answer.begin() + static_cast<std::ptrdiff_t>(size));
        size += block.inf.size();
        if (!block.chained) return {Status::ok, size};
        const Status status = exchange(r_ack, {}, block);  // rule 2
        if (status != Status::ok) return {status, 0};
        if (!is_information(block)) return {Status::protocol_error, 0};
        number_ ^= 1;
    }
}

// One block until the card's own answer to it is there: an I-block or R(ACK) of the same number.
ReaderSide::Status ReaderSide::exchange(std::uint8_t pcb, Bytes inf, Block& answer)
{
    const auto numbered = static_cast<std::uint8_t>(pcb | number_);
    const auto ask_again = static_cast<std::uint8_t>((pcb == r_ack ? r_ack : r_nak) | number_);
    answer = transmit(numbered, inf);
    int unheard = 0;
    for (int rounds = 0; rounds < most_rounds && unheard <= retries; ++rounds) {
        const bool ack = answer.kind == Block::Kind::ack;
        if ((ack || is_information(answer)) && answer.number == number_) return Status::ok;
        if (answer.kind == Block::Kind::wtx && answer.inf.size() == 1) {  // rule 3
            const std::uint8_t granted = std::min<std::uint8_t>(answer.inf[0] & 0x3F, most_waiting);
            answer = transmit(s_wtx, {&granted, 1}, std::max<unsigned>(granted, 1));
            unheard = 0;
        } else if (ack) {  // rule 6: it did not get the block
            answer = transmit(numbered, inf);
            unheard = 0;
        } else if (++unheard <= retries) {  // rules 4 and 5
            answer = transmit(ask_again, {});
        }
    }
    return answer.kind == Block::Kind::none ? Status::timeout : Status::protocol_error;
}

bool ReaderSide::present()
{
    for (int tries = 0; tries <= retries; ++tries) {
        const Block answer = transmit(static_cast<std::uint8_t>(r_nak | number_), {});
        if (answer.kind != Block::Kind::none) return true;
    }
    return false;
}

bool ReaderSide::deselect()
{
    for (int tries = 0; tries <= retries; ++tries)
        if (transmit(s_deselect, {}).kind == Block::Kind::deselect) return true;
    return false;
}

Block ReaderSide::transmit(std::uint8_t pcb, Bytes inf, unsigned waits)
{
    std::size_t size = 0;
    sent_[size++] = static_cast<std::uint8_t>(pcb | (terms_.with_cid ? has_cid : 0));
    if (terms_.with_cid) sent_[size++] = terms_.cid;
    std::copy(inf.begin(), inf.end(), sent_.begin() + static_cast<std::ptrdiff_t>(size));
    size += inf.size();

    const std::size_t heard = link_.exchange(Bytes(sent_).first(size), received_, waits);
    const Block block = parse(Bytes(received_).first(std::min(heard, received_.size())));
    const bool ours =
        block.with_cid == terms_.with_cid && (!block.with_cid || block.cid == terms_.cid);
    return ours ? block : Block{};
}

std::size_t ReaderSide::room() const
{
    return std::min(terms_.frame - 2, longest_block) - 1 - (terms_.with_cid ? 1 : 0);
}

}  // namespace fw::iso_dep
