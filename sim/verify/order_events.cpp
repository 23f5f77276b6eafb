// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/order_events.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>

#include "sim/verify/checked_message.h"
#include "sim/verify/flow_rules.h"
#include "sim/verify/recorded_message.h"

namespace sim
{

namespace
{

using Kind = OrderEvent::Kind;
using ByFlow = std::map<std::int64_t, std::vector<OrderEvent>>;

constexpr std::int64_t done = 0x9000;

OrderEvent event_of(Kind kind, std::int64_t begins)
{
    OrderEvent event;
    event.kind = kind;
    event.begins = begins;
    return event;
}

// The field that names the flow of a message of this kind.
std::map<std::string, std::string> threads_of(const FlowOrder& order)
{
    std::map<std::string, std::string> threads;
    for (const OrderedFlow& flow : order.flows)
        for (const OrderStep& step : flow.steps)
            if (!flow.thread.empty() && !step.message.empty())
                threads.emplace(step.message, flow.thread);
    return threads;
}

class Messages
{
public:
    Messages(const RecordedMessages& messages, const FlowOrder& order, ByFlow& events)
        : threads_(threads_of(order)), events_(events)
    {
        for (const RecordedMessage& message : messages.all()) add(message);
    }

private:
    void add(const RecordedMessage& message)
    {
        OrderEvent event = event_of(Kind::message, message.sent);
        event.sent = decode_message(message.octets());
        event.name = event.sent.kind;
        std::int64_t flow = message.flow;
        if (const auto asked = known_.find(message.answers); asked == known_.end()) {
            flow = flow_of(event, message.flow);
        } else {
            event.answers = asked->second.first;
            flow = asked->second.second;
        }
        known_[message.number] = {event.name, flow};
        if (flow == 0) return;
        event.bytes = message.bytes;
        event.from = role_of(message.sender);
        event.to = role_of(message.receiver);
        if (message.received >= 0) event.ends = message.received;
        event.text = fmt::format("message {} ({}, {} to {})", message.number, event.name,
                                 message.sender, message.receiver);
        events_[flow].push_back(std::move(event));
    }

    std::int64_t flow_of(const OrderEvent& event, std::int64_t sent_in)
    {
        const auto thread = threads_.find(event.name);
        if (thread == threads_.end()) return sent_in;
        const std::string value = text_of(event.sent.find(thread->second));
        return value.empty() ? sent_in
                             : flow_.emplace(thread->second + " " + value, sent_in).first->second;
    }

    std::map<std::string, std::string> threads_;
    ByFlow& events_;
    std::map<std::string, std::int64_t> flow_;  // by thread and its value
    std::unordered_map<std::uint64_t, std::pair<std::string, std::int64_t>>
        known_;  // kind and flow
};

void read_commands(const Database& database, ByFlow& events)
{
    Query rows = database.query(
        "SELECT flow, presence, resident, begins, ends, class, instruction, p1, p2,"
        " coalesce(status, 0) FROM card_command WHERE flow <> 0 ORDER BY rowid");
    while (rows.step()) {
        OrderEvent event = event_of(Kind::card, rows.integer(3));
        event.name = fmt::format("{:02X} {:02X} {:02X} {:02X}", rows.integer(5), rows.integer(6),
                                 rows.integer(7), rows.integer(8));
        if (rows.integer(9) == done) event.ends = rows.integer(4);
        event.presence = rows.integer(1);
        event.card = rows.integer(2);
        event.text = "command " + event.name;
        events[rows.integer(0)].push_back(std::move(event));
    }
}

void read_points(const Database& database, ByFlow& events)
{
    Query rows = database.query(
        "SELECT flow, coalesce(u0, -1), coalesce(u1, -1), coalesce(u2, -1), coalesce(u3, -1),"
        " coalesce(u4, -1) FROM flow");
    while (rows.step())
        for (int i = 0; i < 5; ++i) {
            const std::int64_t at = rows.integer(i + 1);
            if (at < 0) continue;
            OrderEvent event = event_of(Kind::point, at);
            event.ends = at;
            event.name = event.text = "U" + std::to_string(i);
            events[rows.integer(0)].push_back(std::move(event));
        }
}

}  // namespace

ByFlow read_order_events(const Database& database, const RecordedMessages& messages,
                         const FlowOrder& order)
{
    ByFlow events;
    Messages(messages, order, events);
    read_commands(database, events);
    read_points(database, events);
    events.erase(0);
    for (auto& [flow, all] : events)
        std::stable_sort(all.begin(), all.end(), [](const OrderEvent& a, const OrderEvent& b) {
            return a.begins < b.begins;
        });
    return events;
}

}  // namespace sim
