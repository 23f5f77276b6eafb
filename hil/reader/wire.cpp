// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/wire.h"

#include <algorithm>

namespace hil
{

namespace
{

constexpr std::uint8_t mark = 0x71;
constexpr std::size_t target_head = 16;
constexpr std::size_t link_size = 28;

std::uint64_t get_le64(const std::uint8_t* p)
{
    return fw::get_le32(p) | std::uint64_t{fw::get_le32(p + 4)} << 32;
}

void put_le64(std::uint8_t* p, std::int64_t value)
{
    const auto bits = static_cast<std::uint64_t>(value);
    fw::put_le32(p, static_cast<std::uint32_t>(bits));
    fw::put_le32(p + 4, static_cast<std::uint32_t>(bits >> 32));
}

fw::Nanos get_nanos(const std::uint8_t* p)
{
    return {static_cast<std::int64_t>(get_le64(p))};
}

bool is_kind(std::uint8_t value)
{
    return (value >= 1 && value <= 3) || (value >= 16 && value <= 18);
}

bool is_technology(std::uint8_t value)
{
    return value == 1 || value == 2 || value == 4 || value == 8;
}

}  // namespace

void Message::put(fw::Bytes data)
{
    size = static_cast<std::uint16_t>(std::min(data.size(), capacity));
    std::copy_n(data.begin(), size, bytes.begin());
}

void Message::put(const std::string& text)
{
    put(fw::Bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()));
}

std::size_t encode(const Message& message, MessageBytes& out)
{
    out[0] = mark;
    out[1] = static_cast<std::uint8_t>(message.kind);
    out[2] = static_cast<std::uint8_t>(message.status);
    out[3] = static_cast<std::uint8_t>(message.tech);
    fw::put_le32(&out[4], message.serial);
    put_le64(&out[8], message.time.count);
    fw::put_le16(&out[16], message.system_code);
    fw::put_le16(&out[18], message.size);
    std::copy_n(message.bytes.begin(), message.size, out.begin() + message_header);
    return message_header + message.size;
}

std::optional<Message> decode(fw::Bytes bytes)
{
    if (bytes.size() < message_header || bytes.size() > longest_message) return {};
    if (bytes[0] != mark || !is_kind(bytes[1]) || !is_technology(bytes[3])) return {};
    if (bytes[2] > static_cast<std::uint8_t>(ReaderStatus::differs)) return {};
    if (fw::get_le16(&bytes[18]) != bytes.size() - message_header) return {};
    Message message;
    message.kind = static_cast<MessageKind>(bytes[1]);
    message.status = static_cast<ReaderStatus>(bytes[2]);
    message.tech = static_cast<fw::RfSet>(bytes[3]);
    message.serial = fw::get_le32(&bytes[4]);
    message.time = get_nanos(&bytes[8]);
    message.system_code = fw::get_le16(&bytes[16]);
    message.put(bytes.subspan(message_header));
    if (message.time.count < 0) return {};
    return message;
}

void put_target(Message& message, const Target& target)
{
    std::array<std::uint8_t, target_head + sizeof target.answer> data{};
    std::copy(target.idm.bytes.begin(), target.idm.bytes.end(), data.begin());
    std::copy(target.pmm.bytes.begin(), target.pmm.bytes.end(), data.begin() + 8);
    std::copy(target.answer.begin(), target.answer.end(), data.begin() + target_head);
    message.tech = target.tech;
    message.system_code = target.system_code;
    message.put(fw::Bytes(data).first(target_head + target.answer_size));
}

std::optional<Target> target_of(const Message& message)
{
    Target target;
    if (message.size < target_head || message.size > target_head + target.answer.size()) return {};
    target.tech = message.tech;
    target.system_code = message.system_code;
    std::copy_n(message.bytes.begin(), 8, target.idm.bytes.begin());
    std::copy_n(message.bytes.begin() + 8, 8, target.pmm.bytes.begin());
    target.answer_size = static_cast<std::uint8_t>(message.size - target_head);
    std::copy_n(message.bytes.begin() + target_head, target.answer_size, target.answer.begin());
    return target;
}

void put_link_time(Message& message, const LinkTime& link)
{
    std::array<std::uint8_t, link_size> data{};
    fw::put_le32(data.data(), static_cast<std::uint32_t>(link.samples));
    put_le64(&data[4], link.median.count);
    put_le64(&data[12], link.low.count);
    put_le64(&data[20], link.high.count);
    message.put(data);
}

std::optional<LinkTime> link_time_of(const Message& message)
{
    if (message.size != link_size) return {};
    const std::uint8_t* data = message.bytes.data();
    const LinkTime link{static_cast<int>(fw::get_le32(data) & 0x7FFF'FFFF), get_nanos(data + 4),
                        get_nanos(data + 12), get_nanos(data + 20)};
    const bool in_order =
        link.low.count >= 0 && link.low <= link.median && link.median <= link.high;
    if (!in_order) return {};
    return link;
}

std::string text_of(const Message& message)
{
    std::string text(message.bytes.begin(), message.bytes.begin() + message.size);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return text;
}

}  // namespace hil
