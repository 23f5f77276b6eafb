// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/protocol/felica_timing.h"
#include "models/reader/rf_field.h"

// The reader's polling grid and the slots in which cards answer.
namespace model
{
namespace
{

using namespace fw::felica;

constexpr std::size_t polling_size = 6;
constexpr std::size_t identity_size = 18;

constexpr bool has_felica(fw::RfSet set)
{
    return (static_cast<unsigned>(set) & 3u) != 0;  // felica_212 or felica_424
}

}  // namespace

// All answers to one Polling.
struct RfField::Slots {
    std::array<Answer, card_limit> answers;
    std::array<std::array<std::uint8_t, identity_size + crc_size>, card_limit> frames;
    std::size_t count = 0;
};

fw::Found RfField::poll(fw::RfSet set, std::uint16_t system_code, fw::Nanos timeout,
                        fw::Nanos& local)
{
    const fw::Nanos deadline = local + timeout;
    fw::Nanos time = local + host_time(polling_size);
    while (has_felica(set)) {
        const std::optional<fw::Nanos> powered = next_powered(time);
        if (!powered) break;
        const fw::Nanos start = grid_at_or_after(*powered);
        if (start > deadline) break;
        const fw::Found found = poll_once(system_code, start, time);
        if (found.status != fw::RfStatus::ok) continue;
        if (tear_ == sim::TearStep::poll) {
            for (Presence& presence : present_) presence.leave = std::min(presence.leave, time);
        }
        local = time + host_time(found.count * identity_size) + parameters_.answer_gap;
        return found;
    }
    local = std::max(deadline, time);
    return {};
}

fw::Found RfField::poll_once(std::uint16_t system_code, fw::Nanos start, fw::Nanos& end)
{
    Frame frame;
    Frame answer;
    const std::size_t size = make_polling(system_code, 0, slot_code(parameters_.poll_slots), frame);
    const Command command = send(frame, size, start);

    Slots slots;
    for (Presence& presence : present_) {
        const Answer heard = hear(presence, command, answer);
        if (heard.size != identity_size) continue;
        slots.answers[slots.count] = heard;
        add_crc(answer, identity_size);
        std::copy_n(answer.begin(), identity_size + crc_size, slots.frames[slots.count++].begin());
    }
    fw::Found found;
    bool all_understood = true;
    for (int slot = 0; slot < parameters_.poll_slots; ++slot)
        all_understood = read_slot(slots, slot, found) && all_understood;
    // Beside a card that was understood there is another one: serving the first could be wrong.
    found.collision = found.collision || (found.count > 0 && !all_understood);
    end = command.end + polling_timeout(parameters_.poll_slots);
    return found;
}

// One slot: an identity, nothing, or answers on top of each other. A lone answer with a bit error
// is lost. False: something was there that was not understood.
bool RfField::read_slot(const Slots& slots, int slot, fw::Found& found)
{
    const auto here = [slot](const Answer& answer) { return answer.slot == slot; };
    const auto end = slots.answers.begin() + static_cast<std::ptrdiff_t>(slots.count);
    const bool clash = std::count_if(slots.answers.begin(), end, here) > 1;
    bool understood = !clash;
    for (std::size_t i = 0; i < slots.count; ++i) {
        const Answer& answer = slots.answers[i];
        if (!here(answer)) continue;
        Frame frame;
        std::copy(slots.frames[i].begin(), slots.frames[i].end(), frame.begin());
        const bool damaged = damage(frame, slots.frames[i].size()) || clash;
        const fw::Bytes received = fw::Bytes(frame).first(slots.frames[i].size());
        report({answer.start, answer.end, true, damaged, received});
        if (!crc_ok(received)) understood = false;
        if (clash || !crc_ok(received) || found.count == found.idm.size()) continue;
        found.status = fw::RfStatus::ok;
        std::copy_n(frame.begin() + 2, 8, found.idm[found.count].bytes.begin());
        std::copy_n(frame.begin() + 10, 8, found.pmm[found.count++].bytes.begin());
    }
    if (clash) found.status = fw::RfStatus::ok;
    found.collision = found.collision || clash;
    return understood;
}

fw::Nanos RfField::grid_at_or_after(fw::Nanos time) const
{
    const std::int64_t cycle = parameters_.poll_cycle.count;
    const std::int64_t past = ((time - phase_).count % cycle + cycle) % cycle;
    return past == 0 ? time : fw::Nanos{time.count + cycle - past};
}

// The first instant from `time` on at which some card present can answer.
std::optional<fw::Nanos> RfField::next_powered(fw::Nanos time) const
{
    std::optional<fw::Nanos> first;
    for (const Presence& presence : present_) {
        const fw::Nanos from = std::max(time, powered_at(presence));
        if (presence.leave > from && (!first || from < *first)) first = from;
    }
    return first;
}

}  // namespace model
