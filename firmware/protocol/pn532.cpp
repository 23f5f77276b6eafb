// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/pn532.h"

namespace fw::pn532
{
namespace
{

constexpr std::size_t longest_normal = 255;  // direction counted in

constexpr std::uint8_t low(std::size_t value)
{
    return static_cast<std::uint8_t>(value);
}

// What makes `sum` zero.
constexpr std::uint8_t complement(std::size_t sum)
{
    return static_cast<std::uint8_t>(0x100 - (sum & 0xFF));
}

std::size_t put_header(std::size_t length, MutBytes out)
{
    out[0] = 0x00;
    out[1] = 0x00;
    out[2] = 0xFF;
    if (length <= longest_normal) {
        out[3] = low(length);
        out[4] = complement(length);
        return 5;
    }
    out[3] = 0xFF;
    out[4] = 0xFF;
    put_be16(&out[5], static_cast<unsigned>(length));
    out[7] = complement(out[5] + std::size_t{out[6]});
    return 8;
}

}  // namespace

std::size_t make_frame(std::uint8_t direction, Bytes data, MutBytes out)
{
    const std::size_t length = data.size() + 1;
    const std::size_t size = length + (length <= longest_normal ? 7 : 10);
    if (data.size() > longest_data || size > out.size()) return 0;
    std::size_t at = put_header(length, out);
    std::size_t sum = direction;
    out[at++] = direction;
    for (const std::uint8_t byte : data) {
        out[at++] = byte;
        sum += byte;
    }
    out[at++] = complement(sum);
    out[at++] = 0x00;
    return at;
}

Parser::Event Parser::take(std::uint8_t byte)
{
    const Event event = step(byte);
    // The byte that broke one frame may begin the next.
    if (event == Event::damaged && byte == 0x00) state_ = State::start;
    return event;
}

Parser::Event Parser::step(std::uint8_t byte)
{
    switch (state_) {
        case State::seek:
            if (byte == 0x00) state_ = State::start;
            return Event::none;
        case State::start:
            header_size_ = 0;
            if (byte != 0x00) state_ = byte == 0xFF ? State::length : State::seek;
            return Event::none;
        case State::length:
            header_[header_size_++] = byte;
            return header_size_ == 2 ? after_length() : Event::none;
        case State::long_length:
            header_[header_size_++] = byte;
            return header_size_ == 3 ? after_long_length() : Event::none;
        case State::direction:
            return take_direction(byte);
        case State::data:
            bytes_[size_++] = byte;
            sum_ = low(sum_ + std::size_t{byte});
            if (size_ == expected_) state_ = State::checksum;
            return Event::none;
        case State::checksum:
            return close(byte);
    }
    return Event::none;
}

Parser::Event Parser::after_length()
{
    const std::uint8_t length = header_[0];
    if (length == 0x00 && header_[1] == 0xFF) return end(Event::ack);
    if (length == 0xFF && header_[1] == 0x00) return end(Event::nack);
    if (length == 0xFF && header_[1] == 0xFF) {
        header_size_ = 0;
        state_ = State::long_length;
        return Event::none;
    }
    return low(length + std::size_t{header_[1]}) == 0 ? begin(length) : end(Event::damaged);
}

Parser::Event Parser::after_long_length()
{
    const std::size_t sum = std::size_t{header_[0]} + header_[1] + header_[2];
    return low(sum) == 0 ? begin(get_be16(header_.data())) : end(Event::damaged);
}

Parser::Event Parser::begin(std::size_t size)
{
    if (size == 0 || size - 1 > longest_data) return end(Event::damaged);
    expected_ = size - 1;
    size_ = 0;
    state_ = State::direction;
    return Event::none;
}

Parser::Event Parser::take_direction(std::uint8_t byte)
{
    is_error_ = byte == error_code && expected_ == 0;
    if (byte != direction_ && !is_error_) return end(Event::damaged);
    sum_ = byte;
    state_ = expected_ == 0 ? State::checksum : State::data;
    return Event::none;
}

Parser::Event Parser::close(std::uint8_t byte)
{
    if (low(sum_ + std::size_t{byte}) != 0) return end(Event::damaged);
    return end(is_error_ ? Event::error : Event::frame);
}

Parser::Event Parser::end(Event event)
{
    if (event != Event::frame) size_ = 0;
    state_ = State::seek;
    return event;
}

}  // namespace fw::pn532
