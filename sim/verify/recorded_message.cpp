// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/recorded_message.h"

namespace sim
{

std::vector<RecordedMessage> read_messages(const Database& database)
{
    Query rows = database.query(
        "SELECT message, answers, flow, sent, coalesce(min(received), -1), sender, receiver, bytes"
        " FROM message GROUP BY message ORDER BY message");
    std::vector<RecordedMessage> messages;
    while (rows.step()) {
        RecordedMessage one;
        one.number = static_cast<std::uint64_t>(rows.integer(0));
        one.answers = static_cast<std::uint64_t>(rows.integer(1));
        one.flow = rows.integer(2);
        one.sent = rows.integer(3);
        one.received = rows.integer(4);
        one.sender = rows.text(5);
        one.receiver = rows.text(6);
        const fw::Bytes bytes = rows.bytes(7);
        one.bytes.assign(bytes.begin(), bytes.end());
        messages.push_back(std::move(one));
    }
    return messages;
}

}  // namespace sim
