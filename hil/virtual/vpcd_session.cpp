// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/vpcd_session.h"

#include <algorithm>
#include <array>
#include <utility>

namespace hil
{
namespace
{

constexpr std::size_t head = 2;
constexpr std::uint8_t reset = 2, get_atr = 4;  // 0 power off, 1 power on

void put_frame(fw::Bytes payload, std::vector<std::uint8_t>& out)
{
    out.push_back(static_cast<std::uint8_t>(payload.size() >> 8));
    out.push_back(static_cast<std::uint8_t>(payload.size()));
    out.insert(out.end(), payload.begin(), payload.end());
}

// Of a frame whose first bytes these are; the head alone until it is whole.
std::size_t frame_size(fw::Bytes bytes)
{
    return bytes.size() < head ? head : head + fw::get_be16(bytes.data());
}

}  // namespace

VpcdSession::VpcdSession(model::ApduCard& card, VpcdManner manner)
    : card_(card), manner_(std::move(manner))
{
}

bool VpcdSession::receive(fw::Bytes bytes, std::vector<std::uint8_t>& out)
{
    while (!bytes.empty()) {
        const std::size_t missing = frame_size(pending_) - pending_.size();
        const std::size_t taken = std::min(missing, bytes.size());
        pending_.insert(pending_.end(), bytes.begin(),
                        bytes.begin() + static_cast<std::ptrdiff_t>(taken));
        bytes = bytes.subspan(taken);
        if (pending_.size() < head || pending_.size() < frame_size(pending_)) continue;
        const std::vector<std::uint8_t> frame = std::move(pending_);
        pending_.clear();
        if (!carry_out(fw::Bytes(frame).subspan(head), out)) return false;
    }
    return true;
}

fw::Nanos VpcdSession::take_think()
{
    return std::exchange(think_, fw::Nanos{});
}

void VpcdSession::restart()
{
    pending_.clear();
    think_ = {};
    card_.power_off();
}

bool VpcdSession::carry_out(fw::Bytes payload, std::vector<std::uint8_t>& out)
{
    if (payload.empty()) return false;
    if (payload.size() == 1) return obey(payload[0], out);
    std::array<std::uint8_t, model::ApduCard::longest_answer> answer;
    fw::Nanos think{};
    const std::size_t size = card_.transmit(payload, answer, think);
    think_ += think;
    put_frame(fw::Bytes(answer).first(size), out);
    return true;
}

bool VpcdSession::obey(std::uint8_t control, std::vector<std::uint8_t>& out)
{
    if (control == get_atr) {
        put_frame(manner_.atr, out);
        return true;
    }
    if (control > reset) return false;
    if (control != reset || !manner_.warm_reset_keeps_pins) card_.power_off();
    return true;
}

}  // namespace hil
