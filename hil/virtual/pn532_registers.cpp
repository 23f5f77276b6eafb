// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_registers.h"

#include <algorithm>

namespace hil
{
namespace
{

constexpr std::uint8_t crc_on = 0x80, at_212 = 0x10, at_424 = 0x20, felica = 0x02, type_b = 0x03;
constexpr std::uint8_t speed_and_framing = 0x73;
constexpr std::uint8_t full_modulation = 0x40;  // 100 % ASK, type A only
constexpr std::uint8_t transceive = 0x0C, start = 0x80, flush = 0x80;

// The timer starts before the command's end: libnfc, calibrated on real chips, takes this off.
constexpr std::int64_t timer_lead = 527;

constexpr std::uint8_t mode_of(fw::RfSet tech)
{
    switch (tech) {
        case fw::RfSet::felica_212:
            return at_212 | felica;
        case fw::RfSet::felica_424:
            return at_424 | felica;
        case fw::RfSet::type_b:
            return type_b;
        case fw::RfSet::type_a:
            break;
    }
    return 0;
}

constexpr std::uint8_t with_bits(std::uint8_t value, std::uint8_t mask, std::uint8_t bits)
{
    return static_cast<std::uint8_t>((value & ~mask) | (bits & mask));
}

}  // namespace

CiuRegisters::CiuRegisters()
    : values_{
          {tx_mode, 0x80}, {rx_mode, 0x80}, {tx_control, 0x80}, {tx_auto, 0x40}, {control, 0x10}}
{
}

std::uint8_t CiuRegisters::at(std::uint16_t address) const
{
    const auto found = values_.find(address);
    return found == values_.end() ? std::uint8_t{0} : found->second;
}

std::uint8_t CiuRegisters::read(std::uint16_t address)
{
    if (address == fifo_level) return static_cast<std::uint8_t>(fifo_.size());
    if (address != fifo_data) return at(address);
    if (fifo_.empty()) return 0;
    const std::uint8_t byte = fifo_.front();
    fifo_.pop_front();
    return byte;
}

bool CiuRegisters::write(std::uint16_t address, std::uint8_t value)
{
    if (address == fifo_data) {
        if (fifo_.size() < fifo_size) fifo_.push_back(value);
        return false;
    }
    if (address == fifo_level) {
        if ((value & flush) != 0) fifo_.clear();
        return false;
    }
    const bool starts = address == bit_framing && (value & start) != 0;
    values_[address] = starts ? static_cast<std::uint8_t>(value & ~start) : value;
    return starts && at(command) == transceive;
}

void CiuRegisters::tune(fw::RfSet tech)
{
    const auto mode = static_cast<std::uint8_t>(crc_on | mode_of(tech));
    values_[tx_mode] = mode;
    values_[rx_mode] = mode;
    const bool full = tech == fw::RfSet::type_a;
    values_[tx_auto] = with_bits(at(tx_auto), full_modulation, full ? full_modulation : 0);
    values_[bit_framing] = 0;
}

std::optional<fw::RfSet> CiuRegisters::tuned() const
{
    const std::uint8_t mode = at(tx_mode) & speed_and_framing;
    for (const auto tech :
         {fw::RfSet::felica_212, fw::RfSet::felica_424, fw::RfSet::type_b, fw::RfSet::type_a})
        if (mode == mode_of(tech)) return tech;
    return {};
}

void CiuRegisters::show_field(bool on)
{
    values_[tx_control] = with_bits(at(tx_control), 0x03, on ? 0x03 : 0x00);
}

void CiuRegisters::show_last_bits(std::uint8_t bits)
{
    values_[control] = with_bits(at(control), 0x07, bits);
}

fw::Bytes CiuRegisters::take_fifo()
{
    const std::size_t size = fifo_.size();
    std::copy(fifo_.begin(), fifo_.end(), taken_.begin());
    fifo_.clear();
    return {taken_.data(), size};
}

void CiuRegisters::fill_fifo(fw::Bytes bytes)
{
    fifo_.assign(bytes.begin(),
                 bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), fifo_size)));
}

// It counts down from the reload value, one step in 2 * prescaler + 1 carrier cycles (13.56 MHz).
void CiuRegisters::stop_timer(std::optional<fw::Nanos> after)
{
    const unsigned prescaler = (at(timer_mode) & 0x0Fu) << 8 | at(timer_prescaler);
    const std::int64_t reload = at(timer_reload_high) << 8 | at(timer_reload_low);
    std::int64_t left = 0;
    if (after) {
        const std::int64_t cycles = (after->count * 1356 + 50'000) / 100'000 + timer_lead;
        left = std::max<std::int64_t>(reload - cycles / (2 * prescaler + 1), 0);
    }
    values_[timer_high] = static_cast<std::uint8_t>(left >> 8);
    values_[timer_low] = static_cast<std::uint8_t>(left);
}

}  // namespace hil
