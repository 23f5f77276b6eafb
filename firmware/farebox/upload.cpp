// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "firmware/farebox/fare_box.h"

namespace fw
{

namespace
{

// The newest record always stays: it carries the tap count over a reset.
void drop_acknowledged(Nvram& nvram, std::uint32_t upto)
{
    if (nvram.end() > nvram.first()) nvram.drop_before(std::min(upto, nvram.end() - 1));
}

std::uint32_t take_acknowledgements(const FareBoxPorts& ports, UploadState& state)
{
    std::uint32_t newest_lists = 0;
    for (Acknowledgement ack = ports.uplink.take_ack(); ack.present;
         ack = ports.uplink.take_ack()) {
        drop_acknowledged(ports.nvram, ack.upto_record);
        if (ack.upto_record >= state.next_record) state.waiting = false;
        newest_lists = std::max(newest_lists, ack.list_version);
    }
    // An answer to what was sent before a reset may free records that would now be sent again.
    state.next_record = std::max(state.next_record, ports.nvram.first());
    return newest_lists;
}

// A clock that was put back must not make a message wait until the old time comes round again.
bool overdue(Nanos since, Nanos now, Nanos limit)
{
    return now < since || now - since >= limit;
}

// Boxes that all ask again at a fixed pace keep a slow cloud from ever catching up: each waits
// twice as long after a repeat, at most 32 times its usual patience (assumed).
constexpr std::uint8_t most_doublings = 5;

Nanos patience(const FareBoxPolicy& policy, const UploadState& state)
{
    return policy.ack_timeout * (1 << state.doublings);
}

void send(const FareBoxPorts& ports, UploadState& state, std::uint32_t from, std::uint32_t to,
          Nanos now)
{
    ports.uplink.enqueue(from, to);
    state.waiting = true;
    state.sent_from = from;
    state.sent_at = now;
    state.next_record = to;
}

}  // namespace

std::uint32_t upload(const FareBoxPorts& ports, const FareBoxPolicy& policy, BoxMemory& memory,
                     bool flush)
{
    UploadState& state = memory.upload;
    const std::uint32_t lists = take_acknowledgements(ports, state);
    const Nanos now = ports.clock.now();
    const std::uint32_t pending = ports.nvram.end() - state.next_record;

    if (state.waiting) {
        if (overdue(state.sent_at, now, patience(policy, state))) {
            state.doublings = std::min<std::uint8_t>(state.doublings + 1, most_doublings);
            send(ports, state, state.sent_from, state.next_record, now);
        }
        return lists;
    }
    const bool due = pending >= policy.upload_batch || flush ||
                     overdue(state.pending_since, now, policy.upload_after);
    if (pending > 0 && due) {
        const std::uint32_t count = std::min(pending, policy.upload_batch);
        state.doublings = 0;
        send(ports, state, state.next_record, state.next_record + count, now);
        state.pending_since = count < pending ? now : Nanos{-1};
    }
    return lists;
}

}  // namespace fw
