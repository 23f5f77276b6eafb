// SPDX-License-Identifier: Apache-2.0
#include "sim/report/packet_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "firmware/protocol/felica.h"

namespace sim
{

namespace
{

using fw::Bytes;

struct Reason {
    int flag;
    const char* text;
};
// Second status flags (felica.md 5).
constexpr Reason reasons[] = {{0x01, "purse below zero or too large"},
                              {0x02, "more cash-back than stored"},
                              {0x70, "memory error"},
                              {0x71, "rewrite limit reached"},
                              {0xA1, "number of services"},
                              {0xA2, "number of blocks"},
                              {0xA3, "service not in the list"},
                              {0xA4, "service type"},
                              {0xA5, "access denied"},
                              {0xA6, "no such service"},
                              {0xA7, "access mode"},
                              {0xA8, "no such block"},
                              {0xB0, "MAC and MAC_A together"},
                              {0xB1, "authentication needed"},
                              {0xB2, "MAC_A or write count does not match"}};

const char* reason_of(fw::felica::Status status)
{
    if (status.ok()) return "ok";
    const auto* const at =
        std::find_if(std::begin(reasons), std::end(reasons),
                     [=](const Reason& one) { return one.flag == status.flag2; });
    return at == std::end(reasons) ? "refused" : at->text;
}

std::string code_text(const std::uint8_t* at, ByteOrder order)
{
    return fmt::format("{:04X}", order == ByteOrder::big ? fw::get_be16(at) : fw::get_le16(at));
}

}  // namespace

fw::Bytes PacketReader::take(std::size_t count)
{
    if (short_) return {};
    short_ = count > rest_.size();
    if (short_) {
        add("cut short", fmt::format("{} bytes left", rest_.size()));
        return {};
    }
    const Bytes taken = rest_.first(count);
    rest_ = rest_.subspan(count);
    return taken;
}

void PacketReader::card()
{
    card_ = take(8);
    if (!card_.empty()) add("card", fmt::format("IDm ..{:02X}{:02X}", card_[6], card_[7]));
}

void PacketReader::number(const char* name, int more)
{
    if (const Bytes byte = take(1); !byte.empty()) add(name, fmt::format("{}", byte[0] + more));
}

void PacketReader::word(const char* name, ByteOrder order)
{
    if (const Bytes two = take(2); !two.empty()) add(name, code_text(two.data(), order));
}

void PacketReader::hex(const char* name, std::size_t count)
{
    const Bytes bytes = take(count);
    if (!bytes.empty()) add(name, fmt::format("{:02X}", fmt::join(bytes, " ")));
}

void PacketReader::encrypted(const char* name, std::size_t count)
{
    if (!take(count).empty()) add(name, fmt::format("{} bytes, encrypted", count));
}

std::vector<std::uint16_t> PacketReader::words(const char* name, ByteOrder order)
{
    const Bytes count = take(1);
    const Bytes codes = count.empty() ? Bytes{} : take(2U * count[0]);
    std::vector<std::uint16_t> found;
    std::string text;
    for (std::size_t at = 0; at < codes.size(); at += 2) {
        found.push_back(order == ByteOrder::big ? fw::get_be16(&codes[at])
                                                : fw::get_le16(&codes[at]));
        text += (at == 0 ? "" : ", ") + code_text(&codes[at], order);
    }
    if (!codes.empty()) add(name, text);
    return found;
}

void PacketReader::blocks(const std::vector<std::uint16_t>& services)
{
    const Bytes count = take(1);
    if (count.empty() || count[0] == 0) return;
    std::vector<fw::felica::BlockRef> list(count[0]);
    const std::size_t used = fw::felica::parse_block_list(rest_, count[0], list);
    if (take(used > 0 ? used : rest_.size() + 1).empty()) return;
    std::string text;
    for (const fw::felica::BlockRef& ref : list) {
        const bool known = ref.service < services.size();
        text += text.empty() ? "" : ", ";
        text += fmt::format("{:02X} of {}", ref.block,
                            known ? fmt::format("{:04X}", services[ref.service]) : "no service");
    }
    add("blocks", text);
}

void PacketReader::status()
{
    const Bytes flags = take(2);
    if (flags.empty()) return;
    const fw::felica::Status status{flags[0], flags[1]};
    add("status", fmt::format("{:02X} {:02X}, {}", flags[0], flags[1], reason_of(status)));
}

void PacketReader::data()
{
    while (left() > 0) {
        const Bytes block = take(fw::felica::block_size);
        if (block.empty()) return;
        const bool names_card =
            !card_.empty() &&
            std::search(block.begin(), block.end(), card_.begin(), card_.end()) != block.end();
        add("data",
            names_card ? "the card's own number" : fmt::format("{:02X}", fmt::join(block, " ")));
    }
}

}  // namespace sim
