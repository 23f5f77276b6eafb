// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/record/database.h"

// One message as it was recorded: the bytes that were sent, and between which places. A message
// that arrived twice is one; the first arrival counts. Times are nanoseconds since midnight.
namespace sim
{

struct RecordedMessage {
    std::uint64_t number = 0, answers = 0;
    std::int64_t flow = 0, sent = 0, received = -1;
    std::string sender, receiver, bytes;

    fw::Bytes octets() const
    {
        return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
    }
};

// All of them by number, which is the order they were sent in.
std::vector<RecordedMessage> read_messages(const Database& database);

}  // namespace sim
