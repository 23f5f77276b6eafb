// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/recorded_message.h"

#include <algorithm>

namespace sim
{

namespace
{

RecordedMessage message_at(const Query& row)
{
    RecordedMessage one;
    one.number = static_cast<std::uint64_t>(row.integer(0));
    one.answers = static_cast<std::uint64_t>(row.integer(1));
    one.flow = row.integer(2);
    one.sent = row.integer(3);
    one.received = row.integer(4);
    one.sender = row.text(5);
    one.receiver = row.text(6);
    const fw::Bytes bytes = row.bytes(7);
    one.bytes.assign(bytes.begin(), bytes.end());
    return one;
}

// The first arrival first, what never arrived last.
bool is_before(const RecordedMessage& a, const RecordedMessage& b)
{
    const auto when = [](const RecordedMessage& one) {
        return one.received < 0 ? INT64_MAX : one.received;
    };
    return std::pair(a.number, when(a)) < std::pair(b.number, when(b));
}

}  // namespace

RecordedMessages::RecordedMessages(const Database& database)
{
    Query rows = database.query(
        "SELECT message, answers, flow, sent, coalesce(received, -1), sender, receiver, bytes"
        " FROM message");
    while (rows.step()) all_.push_back(message_at(rows));
    std::stable_sort(all_.begin(), all_.end(), is_before);
    const auto same = [](const auto& a, const auto& b) { return a.number == b.number; };
    all_.erase(std::unique(all_.begin(), all_.end(), same), all_.end());
    for (const RecordedMessage& one : all_)
        if (one.answers != 0) answers_.push_back(&one);
    std::stable_sort(answers_.begin(), answers_.end(),
                     [](const auto* a, const auto* b) { return a->answers < b->answers; });
}

const RecordedMessage* RecordedMessages::find(std::uint64_t number) const
{
    const auto its = std::lower_bound(
        all_.begin(), all_.end(), number,
        [](const RecordedMessage& one, std::uint64_t sought) { return one.number < sought; });
    return its != all_.end() && its->number == number ? &*its : nullptr;
}

const RecordedMessage* RecordedMessages::answer_to(std::uint64_t number) const
{
    const auto its = std::lower_bound(
        answers_.begin(), answers_.end(), number,
        [](const RecordedMessage* one, std::uint64_t sought) { return one->answers < sought; });
    return its != answers_.end() && (*its)->answers == number ? *its : nullptr;
}

}  // namespace sim
