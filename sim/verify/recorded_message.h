// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "sim/record/database.h"

// The messages of a run as they were recorded: the bytes that were sent, and between which places.
// A message that arrived twice is one; the first arrival counts. Times are nanoseconds since
// midnight.
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

class RecordedMessages
{
public:
    explicit RecordedMessages(const Database& database);

    // All of them by number, which is the order they were sent in.
    const std::vector<RecordedMessage>& all() const { return all_; }
    const RecordedMessage* find(std::uint64_t number) const;
    const RecordedMessage* answer_to(std::uint64_t number) const;  // the first

private:
    std::vector<RecordedMessage> all_;
    std::vector<const RecordedMessage*> answers_;  // by what they answer
};

}  // namespace sim
