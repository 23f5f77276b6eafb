// SPDX-License-Identifier: Apache-2.0
#include "sim/report/pcapng_block.h"

#include <algorithm>

namespace sim
{

namespace
{

void put32(std::vector<std::uint8_t>& out, std::uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        out.push_back(static_cast<std::uint8_t>(value >> shift));
}

void write_bytes(std::ostream& out, const std::vector<std::uint8_t>& bytes)
{
    out.write(reinterpret_cast<const char*>(bytes.data()),
              static_cast<std::streamsize>(bytes.size()));
}

}  // namespace

PcapngBlock& PcapngBlock::u16(std::uint16_t value)
{
    body_.push_back(static_cast<std::uint8_t>(value));
    body_.push_back(static_cast<std::uint8_t>(value >> 8));
    return *this;
}

PcapngBlock& PcapngBlock::u32(std::uint32_t value)
{
    put32(body_, value);
    return *this;
}

PcapngBlock& PcapngBlock::padded(fw::Bytes bytes)
{
    body_.insert(body_.end(), bytes.begin(), bytes.end());
    body_.resize((body_.size() + 3) / 4 * 4);
    return *this;
}

PcapngBlock& PcapngBlock::option(Option code, fw::Bytes value)
{
    constexpr std::size_t longest = 65'535;
    const fw::Bytes kept = value.first(std::min(value.size(), longest));
    has_options_ = true;
    return u16(code).u16(static_cast<std::uint16_t>(kept.size())).padded(kept);
}

PcapngBlock& PcapngBlock::option(Option code, std::string_view text)
{
    return option(code, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

void PcapngBlock::write(std::ostream& out)
{
    if (has_options_) u16(end).u16(0);
    std::vector<std::uint8_t> frame;
    put32(frame, type_);
    put32(frame, static_cast<std::uint32_t>(body_.size()) + 12);
    write_bytes(out, frame);
    write_bytes(out, body_);
    frame.erase(frame.begin(), frame.begin() + 4);
    write_bytes(out, frame);
}

}  // namespace sim
