// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/record/database.h"
#include "sim/scenario/order.h"
#include "sim/verify/recorded_message.h"
#include "sim/verify/sent_message.h"

// What happened in a flow, from the rows of a run: a message that passed, a command to a card, a
// time point that was reached. Times are nanoseconds since midnight.
namespace sim
{

struct OrderEvent {
    enum class Kind : std::uint8_t { message, card, point } kind = Kind::point;
    static constexpr std::int64_t never = INT64_MAX;  // lost, refused by the card, card has left

    std::string name;  // kind of message, head of a command, "U3"
    std::int64_t begins = 0;
    std::int64_t ends = never;  // arrived, was answered with 9000, is the time point
    std::string from, to;       // roles
    std::string answers;        // kind of the message it answers
    SentMessage sent;
    std::string bytes;
    std::int64_t presence = 0, card = 0;  // of a command: number on its reader, whose card it is
    std::string text;                     // for findings: "message 12 (link.begin)"
};

// By flow, each in order of its begins. A message stands in the flow its `thread` names, else in
// the one it was sent in; flow 0 is none.
std::map<std::int64_t, std::vector<OrderEvent>> read_order_events(const Database& database,
                                                                  const RecordedMessages& messages,
                                                                  const FlowOrder& order);

}  // namespace sim
