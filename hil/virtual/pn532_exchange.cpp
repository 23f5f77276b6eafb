// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <utility>

#include "hil/virtual/pn532_state.h"

// Talking to cards: through a listed target, raw, or by registers (UM0701 7.3.8 and 7.3.9).
namespace hil
{
namespace
{

namespace pn532 = fw::pn532;

constexpr std::uint8_t more_follows = 0x40;
constexpr std::size_t longest_collected = 1024;

// Bits of a frame whose host adds and checks parity itself: nine for each byte, low bit first.
class BitRow
{
public:
    explicit BitRow(const model::AirFrame& frame)
        : frame_(frame),
          count_(frame.size * 8u - (frame.last_bits == 0 ? 0u : 8u - frame.last_bits))
    {
    }
    std::size_t count() const { return count_; }
    bool operator[](std::size_t bit) const { return (frame_.bytes[bit / 8] >> bit % 8 & 1) != 0; }

private:
    const model::AirFrame& frame_;
    std::size_t count_;
};

void push_bit(model::AirFrame& frame, bool bit)
{
    if (frame.last_bits == 0) {
        if (frame.size == model::AirFrame::capacity) return;
        ++frame.size;
    }
    const unsigned shifted = (bit ? 1u : 0u) << frame.last_bits;
    frame.bytes[frame.size - 1u] |= static_cast<std::uint8_t>(shifted);
    frame.last_bits = static_cast<std::uint8_t>((frame.last_bits + 1) % 8);
}

bool odd_parity(std::uint8_t byte)
{
    return std::popcount(byte) % 2 == 0;
}

// Empty when a parity bit is wrong: no card would listen.
model::AirFrame without_parity(const model::AirFrame& with)
{
    model::AirFrame frame{.tech = with.tech};
    const BitRow bits(with);
    for (std::size_t bit = 0; bit < bits.count(); ++bit) {
        if (bit % 9 != 8)
            push_bit(frame, bits[bit]);
        else if (bits[bit] != odd_parity(frame.bytes[frame.size - 1u]))
            return {};
    }
    return frame;
}

model::AirFrame with_parity(const model::AirFrame& without)
{
    model::AirFrame frame{.tech = without.tech};
    const BitRow bits(without);
    for (std::size_t bit = 0; bit < bits.count(); ++bit) {
        push_bit(frame, bits[bit]);
        if (bit % 8 == 7) push_bit(frame, odd_parity(without.bytes[bit / 8]));
    }
    return frame;
}

struct RawAnswer {
    pn532::Status status = pn532::no_answer;
    model::AirFrame frame;
    fw::Nanos think;
};

RawAnswer check(const CiuRegisters& registers, const Heard& heard)
{
    const bool type_a = heard.frame.tech == fw::RfSet::type_a;
    RawAnswer answer{pn532::ok, heard.frame, heard.think};
    if (heard.collision && type_a)
        answer.status = pn532::bit_collision;
    else if (registers.checks_crc() && heard.frame.last_bits == 0 && !take_crc(answer.frame))
        answer.status = pn532::bad_crc;
    else if (registers.parity_by_hand() && type_a)
        answer.frame = with_parity(answer.frame);
    return answer;
}

// One frame as the registers shape it.
RawAnswer send_raw(ChipState& chip, fw::Bytes bytes)
{
    const CiuRegisters& registers = chip.registers;
    const auto tech = registers.tuned();
    if (!tech || bytes.empty()) return {};
    model::AirFrame frame = registers.sends_crc() && registers.last_bits() == 0
                                ? framed(*tech, bytes)
                                : unframed(*tech, bytes, registers.last_bits());
    if (registers.parity_by_hand() && *tech == fw::RfSet::type_a) frame = without_parity(frame);
    if (frame.size == 0) return {};
    const auto answers = chip.radio.send(frame, chip.patience());
    return answers.empty() ? RawAnswer{} : check(registers, answers.front());
}

ListedTarget::Answer exchange(ChipState& chip, ListedTarget& target, fw::Bytes command)
{
    ListedTarget::Answer answer;
    const int tries = target.card().iso_dep ? 0 : chip.exchange_retries;
    for (int left = tries; left >= 0; --left) {
        answer = target.exchange(command, chip.patience());
        if (answer.status == pn532::ok) break;
    }
    return answer;
}

}  // namespace

ChipStep in_data_exchange(ChipState& chip, fw::Bytes in)
{
    if (in.empty() || chip.round > 0) return {};
    ListedTarget* target = chip.target(in[0] & 0x3F);
    if (target == nullptr) return answered(pn532::wrong_context);
    std::vector<std::uint8_t>& command = target->collected;
    if (command.size() + in.size() > longest_collected) return answered(pn532::too_long);
    command.insert(command.end(), in.begin() + 1, in.end());
    if ((in[0] & more_follows) != 0) return answered(pn532::ok);

    const ListedTarget::Answer answer = exchange(chip, *target, std::exchange(command, {}));
    const bool silent = answer.status == pn532::no_answer && target->awake();
    if (silent && !target->card().iso_dep && chip.patience() == for_ever) return waiting();
    return answered(answer.status, answer.data);
}

ChipStep in_communicate_thru(ChipState& chip, fw::Bytes in)
{
    RawAnswer answer;
    for (int left = chip.exchange_retries; left >= 0 && answer.status != pn532::ok; --left)
        answer = send_raw(chip, in);
    if (answer.status == pn532::no_answer && chip.patience() == for_ever) return waiting();
    if (answer.status != pn532::ok) return answered(answer.status);
    chip.registers.show_last_bits(answer.frame.last_bits);
    return answered(pn532::ok, answer.frame.view());
}

void transmit_fifo(ChipState& chip)
{
    const RawAnswer answer = send_raw(chip, chip.registers.take_fifo());
    const bool heard = answer.status == pn532::ok;
    chip.registers.stop_timer(heard ? std::optional(answer.think) : std::nullopt);
    if (!heard) return;
    chip.registers.show_last_bits(answer.frame.last_bits);
    chip.registers.fill_fifo(answer.frame.view());
}

}  // namespace hil
