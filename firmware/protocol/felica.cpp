// SPDX-License-Identifier: Apache-2.0
#include "firmware/protocol/felica.h"

#include <algorithm>

namespace fw::felica
{
namespace
{

constexpr std::size_t list_limit = 32;  // nodes of one Request Service

// Writes a packet front to back and remembers when something did not fit.
class Packet
{
public:
    explicit Packet(MutBytes out) : out_(out.first(std::min(out.size(), max_packet))) {}

    Packet(MutBytes out, Code code, const Idm& card) : Packet(out)
    {
        byte(0);
        byte(code);
        bytes(card.bytes);
    }

    void byte(std::size_t value)
    {
        if (size_ < out_.size() && value <= 0xFF)
            out_[size_++] = static_cast<std::uint8_t>(value);
        else
            fits_ = false;
    }
    void word_le(unsigned value)
    {
        byte(value & 0xFF);
        byte(value >> 8);
    }
    void bytes(Bytes more)
    {
        fits_ = fits_ && more.size() <= out_.size() - size_;
        if (!fits_) return;
        std::copy(more.begin(), more.end(), out_.begin() + static_cast<std::ptrdiff_t>(size_));
        size_ += more.size();
    }
    void words(std::span<const std::uint16_t> codes)
    {
        byte(codes.size());
        for (const std::uint16_t code : codes) word_le(code);
    }
    std::size_t size() const { return fits_ ? size_ : 0; }
    std::size_t close()
    {
        if (fits_) out_[0] = static_cast<std::uint8_t>(size_);
        return size();
    }

private:
    MutBytes out_;
    std::size_t size_ = 0;
    bool fits_ = true;
};

void add_list(Packet& packet, BlockList blocks)
{
    packet.byte(blocks.size());
    for (const BlockRef& ref : blocks) {
        const bool short_form = ref.block <= 0xFF;
        packet.byte((short_form ? 0x80u : 0u) | (ref.access & 7u) << 4 | (ref.service & 15u));
        packet.byte(ref.block & 0xFF);
        if (!short_form) packet.byte(ref.block >> 8);
    }
}

// Secured frames are sized for two bytes a list entry (felica.md 7).
bool all_short(BlockList blocks)
{
    return std::all_of(blocks.begin(), blocks.end(),
                       [](const BlockRef& ref) { return ref.block <= 0xFF; });
}

bool answers(Bytes answer, Code command, const Idm& card)
{
    return answer.size() >= 10 && answer[0] == answer.size() && answer[1] == command + 1 &&
           std::equal(card.bytes.begin(), card.bytes.end(), answer.begin() + 2);
}

}  // namespace

std::size_t make_polling(std::uint16_t system_code, std::uint8_t request, std::uint8_t slots,
                         MutBytes out)
{
    Packet packet(out);
    packet.byte(0);
    packet.byte(polling);
    packet.byte(system_code >> 8);
    packet.byte(system_code & 0xFF);
    packet.byte(request);
    packet.byte(slots);
    return packet.close();
}

std::size_t make_request_service(const Idm& card, std::span<const std::uint16_t> nodes,
                                 MutBytes out)
{
    if (nodes.empty() || nodes.size() > list_limit) return 0;
    Packet packet(out, request_service, card);
    packet.words(nodes);
    return packet.close();
}

std::size_t make_request_response(const Idm& card, MutBytes out)
{
    return Packet(out, request_response, card).close();
}

std::size_t make_read(const Idm& card, std::span<const std::uint16_t> services, BlockList blocks,
                      MutBytes out)
{
    Packet packet(out, read_plain, card);
    packet.words(services);
    add_list(packet, blocks);
    return packet.close();
}

std::size_t make_write(const Idm& card, std::span<const std::uint16_t> services, BlockList blocks,
                       Bytes data, MutBytes out)
{
    if (data.size() != blocks.size() * block_size) return 0;
    Packet packet(out, write_plain, card);
    packet.words(services);
    add_list(packet, blocks);
    packet.bytes(data);
    return packet.close();
}

std::size_t make_secure_read_body(BlockList blocks, MutBytes out)
{
    if (!all_short(blocks)) return 0;
    Packet body(out);
    add_list(body, blocks);
    return body.size();
}

std::size_t make_secure_write_body(BlockList blocks, Bytes data, MutBytes out)
{
    if (!all_short(blocks) || data.size() != blocks.size() * block_size) return 0;
    Packet body(out);
    add_list(body, blocks);
    body.bytes(data);
    return body.size();
}

std::size_t parse_block_list(Bytes bytes, unsigned count, std::span<BlockRef> out)
{
    if (count > out.size()) return 0;
    std::size_t at = 0;
    for (BlockRef& ref : out.first(count)) {
        if (at + 2 > bytes.size()) return 0;
        const std::uint8_t head = bytes[at];
        const std::size_t length = (head & 0x80) != 0 ? 2 : 3;
        if (at + length > bytes.size()) return 0;
        ref.service = head & 15;
        ref.access = (head >> 4) & 7;
        ref.block = length == 2 ? bytes[at + 1] : get_le16(&bytes[at + 1]);
        at += length;
    }
    return at;
}

bool parse_request_service(Bytes answer, const Idm& card, std::span<std::uint16_t> versions)
{
    if (!answers(answer, request_service, card)) return false;
    const std::size_t count = versions.size();
    if (answer.size() != 11 + 2 * count || answer[10] != count) return false;
    for (std::size_t i = 0; i < count; ++i) versions[i] = get_le16(&answer[11 + 2 * i]);
    return true;
}

Status parse_secure_answer(Bytes body, Bytes& data)
{
    data = {};
    if (body.size() < 2) return {};
    const Status status{body[0], body[1]};
    if (status.ok()) data = body.subspan(2);
    return status;
}

Status parse_plain_answer(Bytes answer, const Idm& card, Bytes& data)
{
    data = {};
    const bool read = answers(answer, read_plain, card);
    if (!read && !answers(answer, write_plain, card)) return {};
    const Status status = answer.size() < 12 ? Status{} : Status{answer[10], answer[11]};
    if (!status.ok() || !read) return status;
    if (answer.size() < 13 || answer.size() != 13 + block_size * answer[12]) return {};
    data = answer.subspan(13);
    return status;
}

}  // namespace fw::felica
