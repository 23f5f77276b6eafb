// SPDX-License-Identifier: Apache-2.0
#include "models/reader/apdu_reader.h"

#include <algorithm>
#include <array>

namespace model
{

namespace
{

constexpr std::int64_t bit_ns = 9'440;        // 128 / 13.56 MHz
constexpr std::int64_t byte_bits = 11;        // start, eight, stop, and one of extra guard time
constexpr std::int64_t frame_bits = 12 + 11;  // start and end of frame
constexpr std::int64_t block_overhead = 3;    // header and CRC
constexpr std::int64_t turn_ns = 150'000;     // guard time between two frames (TR0 and TR1)
constexpr std::size_t block_bytes = 256 - 3;  // of a frame of 256

std::int64_t frame_ns(std::size_t payload)
{
    const auto bytes = static_cast<std::int64_t>(payload) + block_overhead;
    return (bytes * byte_bits + frame_bits) * bit_ns + turn_ns;
}

}  // namespace

fw::Nanos apdu_air_time(std::size_t bytes)
{
    std::int64_t time = 0;
    while (bytes > block_bytes) {
        time += frame_ns(block_bytes) + frame_ns(0);
        bytes -= block_bytes;
    }
    return {time + frame_ns(bytes)};
}

bool ApduReader::place(const ApduPresence& presence, fw::Nanos& now)
{
    presence_ = presence;
    ++presences_;
    torn_.reset();
    presence_.card->power_off();
    now = std::max(now, presence.enters) + times_.activation;
    if (now <= presence.leaves) return true;
    now = presence.leaves;
    return false;
}

void ApduReader::tear(fw::Nanos begins, fw::Nanos ends, CommandPart part)
{
    if (torn_ == part) presence_.leaves = {(begins.count + ends.count) / 2};
}

ApduReader::Answer ApduReader::transmit(fw::Bytes command, fw::Nanos& now)
{
    const fw::Nanos begins = now;
    Answer answer = exchange(command, now);
    if (!log_ || command.size() < 4) return answer;
    const auto& [flow, resident] = presence_.use;
    sim::CardCommandRow row{flow,       presences_, resident,   begins.count, now.count,
                            command[0], command[1], command[2], command[3],   -1};
    if (answer && answer->size() >= 2) row.status = fw::get_be16(&(*answer)[answer->size() - 2]);
    log_(row);
    return answer;
}

ApduReader::Answer ApduReader::exchange(fw::Bytes command, fw::Nanos& now)
{
    now += times_.cable;
    const fw::Nanos heard = now + apdu_air_time(command.size());
    tear(now, heard, CommandPart::command);
    if (heard > presence_.leaves) {
        now = std::max(now, presence_.leaves);
        return std::nullopt;
    }
    std::array<std::uint8_t, ApduCard::longest_answer> answer{};
    fw::Nanos think{};
    const std::size_t size = presence_.card->transmit(command, answer, think);
    const fw::Nanos worked = heard + think, answered = worked + apdu_air_time(size);
    tear(heard, worked, CommandPart::work);
    tear(worked, answered, CommandPart::answer);
    if (answered > presence_.leaves) {
        if (worked > presence_.leaves) presence_.card->power_lost();
        now = presence_.leaves;
        return std::nullopt;
    }
    now = answered;
    return std::vector<std::uint8_t>(answer.begin(),
                                     answer.begin() + static_cast<std::ptrdiff_t>(size));
}

}  // namespace model
