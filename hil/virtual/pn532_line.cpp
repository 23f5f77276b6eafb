// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_line.h"

#include <utility>

namespace hil
{
namespace
{

namespace pn532 = fw::pn532;
using Event = pn532::Parser::Event;

constexpr fw::Nanos usual_dead_time{100'000'000}, usual_lateness{1'000'000'000};
constexpr std::int64_t bits_on_line = 10;  // of a byte: start, eight, stop
constexpr std::size_t frame_overhead = 8;

}  // namespace

Pn532Line::Pn532Line(CardField& field, const Pn532Options& options)
    : options_(options), chip_(field)
{
}

void Pn532Line::set_fault(ReaderFault fault, fw::Nanos length)
{
    const fw::Nanos usual = fault == ReaderFault::late ? usual_lateness : usual_dead_time;
    fault_ = fault;
    fault_length_ = length.count > 0 ? length : usual;
    swallow_ = fault == ReaderFault::swallow_first;
}

void Pn532Line::hear(fw::Bytes bytes, fw::Nanos now)
{
    if (fault_ == ReaderFault::mute || now < deaf_until_) return;
    for (const std::uint8_t byte : bytes) {
        const Event event = parser_.take(byte);
        if (event == Event::frame && !std::exchange(swallow_, false)) {
            take(parser_.data(), now);
        } else if (event == Event::ack && state_ != State::idle) {
            cancel();
            if (fault_ != ReaderFault::dead_time) continue;
            deaf_until_ = now + fault_length_;
            return;
        } else if (event == Event::nack) {
            put(answer_);
        }
    }
}

void Pn532Line::wake(fw::Nanos now)
{
    if (!due_ || now < *due_) return;
    due_.reset();
    if (state_ == State::searching) return go_on(chip_.resume(), now);
    state_ = State::idle;
    put(answer_);
}

std::vector<std::uint8_t> Pn532Line::take_output()
{
    return std::exchange(output_, {});
}

void Pn532Line::take(fw::Bytes command, fw::Nanos now)
{
    cancel();
    answer_.clear();
    put(pn532::ack);
    command_size_ = command.size() + frame_overhead;
    const std::uint8_t code = command.empty() ? std::uint8_t{0} : command[0];
    if (code == pn532::get_firmware_version) opened_ = true;
    if (code == pn532::power_down)
        swallow_ = std::exchange(opened_, false) && fault_ == ReaderFault::swallow_first;
    go_on(chip_.take(command), now);
}

void Pn532Line::go_on(ChipStep step, fw::Nanos now)
{
    if (step.kind == ChipStep::Kind::waiting) {
        state_ = State::searching;
        if (step.again) due_ = now + *step.again;
        return;
    }
    if (step.kind == ChipStep::Kind::refused) return answer(pn532::error_frame, step.spent, now);
    std::array<std::uint8_t, pn532::longest_frame> frame{};
    const std::size_t size = pn532::make_frame(pn532::from_chip, step.data, frame);
    answer(fw::Bytes(frame).first(size), step.spent, now);
}

void Pn532Line::answer(fw::Bytes frame, fw::Nanos spent, fw::Nanos now)
{
    state_ = State::idle;
    if (fault_ == ReaderFault::ack_only || fault_ == ReaderFault::mute) return;
    answer_.assign(frame.begin(), frame.end());
    if (fault_ == ReaderFault::garbled) answer_[answer_.size() - 2] ^= 0xFF;
    fw::Nanos delay = line_time(command_size_ + pn532::ack.size() + frame.size());
    if (options_.air_time) delay += spent;
    if (fault_ == ReaderFault::late) delay += fault_length_;
    if (delay.count == 0) return put(answer_);
    state_ = State::answering;
    due_ = now + delay;
}

void Pn532Line::cancel()
{
    state_ = State::idle;
    due_.reset();
    chip_.abort();
}

void Pn532Line::put(fw::Bytes bytes)
{
    output_.insert(output_.end(), bytes.begin(), bytes.end());
}

fw::Nanos Pn532Line::line_time(std::size_t bytes) const
{
    if (options_.uart_baud <= 0) return {};
    const int baud = chip_.baud() > 0 ? chip_.baud() : options_.uart_baud;
    return {static_cast<std::int64_t>(bytes) * bits_on_line * 1'000'000'000 / baud};
}

}  // namespace hil
