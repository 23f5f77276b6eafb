// SPDX-License-Identifier: Apache-2.0
#include "sim/report/pcapng.h"

#include "sim/report/pcapng_block.h"

namespace sim
{

namespace
{

constexpr std::int64_t ns_per_second = 1'000'000'000;
constexpr std::int64_t ns_per_day = 86'400 * ns_per_second;
constexpr std::int64_t japan_standard_time = 9 * 3'600 * ns_per_second;

// Link types of tcpdump.org: the one by dissector name, ISO 14443, raw IP.
constexpr std::uint16_t upper_pdu = 252, iso_14443 = 264, raw_ip = 101;

struct Described {
    std::uint16_t link_type;
    std::string_view name;
    std::string_view text;
};
constexpr std::array<Described, 4> described{{
    {upper_pdu, "felica", "FeliCa on air, without length byte and CRC"},
    {iso_14443, "iso14443", "ISO/IEC 14443 on air"},
    {upper_pdu, "reader", "between host and reader"},
    {raw_ip, "uplink", "mobile link between buses and cloud"},
}};

constexpr std::uint32_t crc_error = 1U << 24;  // of the packet flags

}  // namespace

PcapngWriter::PcapngWriter(std::ostream& out, Date service_day, std::string_view remark)
    : out_(out), midnight_(service_day.days * ns_per_day - japan_standard_time)
{
    constexpr std::uint32_t byte_order_magic = 0x1A2B3C4D, length_unknown = 0xFFFF'FFFF;
    PcapngBlock(PcapngBlock::section)
        .u32(byte_order_magic)
        .u16(1)  // version 1.0
        .u16(0)
        .u32(length_unknown)
        .u32(length_unknown)
        .option(PcapngBlock::comment, remark)
        .option(PcapngBlock::user_application, "tapbench")
        .write(out_);
}

std::uint32_t PcapngWriter::number_of(Interface interface)
{
    const auto index = static_cast<std::size_t>(interface);
    if (number_[index] < 0) {
        constexpr std::array<std::uint8_t, 1> nanoseconds{9};  // ten to the minus ninth
        PcapngBlock(PcapngBlock::interface)
            .u16(described[index].link_type)
            .u16(0)
            .u32(0)  // packets are never cut
            .option(PcapngBlock::if_name, described[index].name)
            .option(PcapngBlock::if_description, described[index].text)
            .option(PcapngBlock::if_tsresol, fw::Bytes(nanoseconds))
            .write(out_);
        number_[index] = static_cast<std::int32_t>(described_++);
    }
    return static_cast<std::uint32_t>(number_[index]);
}

void PcapngWriter::packet(Interface interface, const Captured& about, fw::Bytes data)
{
    const std::uint32_t number = number_of(interface);
    const auto stamp = static_cast<std::uint64_t>(midnight_ + about.at.count);
    const auto size = static_cast<std::uint32_t>(data.size());
    const std::uint32_t flags =
        static_cast<std::uint32_t>(about.way) | (about.damaged ? crc_error : 0);
    std::array<std::uint8_t, 4> flag_bytes{};
    for (std::size_t i = 0; i < flag_bytes.size(); ++i)
        flag_bytes[i] = static_cast<std::uint8_t>(flags >> (8 * i));
    PcapngBlock block(PcapngBlock::packet);
    block.u32(number)
        .u32(static_cast<std::uint32_t>(stamp >> 32))
        .u32(static_cast<std::uint32_t>(stamp))
        .u32(size)
        .u32(size)
        .padded(data)
        .option(PcapngBlock::packet_flags, fw::Bytes(flag_bytes));
    if (!about.comment.empty()) block.option(PcapngBlock::comment, about.comment);
    block.write(out_);
}

}  // namespace sim
