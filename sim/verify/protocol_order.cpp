// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/protocol_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>

#include "sim/verify/checked_message.h"

namespace sim
{

namespace
{

// "00 20 00 *" describes "00 20 00 98".
bool describes(const std::string& pattern, const std::string& head)
{
    std::size_t at = 0;
    for (const char c : pattern) {
        if (c == '*') {
            at += 2;
            continue;
        }
        if (at >= head.size() || head[at] != c) return false;
        ++at;
    }
    return at == head.size();
}

std::string said(const SentField* field)
{
    if (field && field->holds == Holds::flag) return field->number != 0 ? "true" : "false";
    return text_of(field);
}

}  // namespace

// One flow, with what has happened in it so far by the id of the step that it was.
struct ProtocolOrder::Walk {
    const OrderedFlow& order;
    std::string name;  // "flow 12 (S01 at phone-3)"
    std::multimap<std::string, const OrderEvent*> past;

    using Test = std::function<bool(const OrderEvent&)>;
    bool any(const std::string& step, const Test& test) const
    {
        const auto [from, to] = past.equal_range(step);
        return std::any_of(from, to, [&](const auto& entry) { return test(*entry.second); });
    }
};

ProtocolOrder::ProtocolOrder(const Database& database, const RecordedMessages& messages,
                             const FlowOrder& order, Findings& findings)
    : findings_(findings)
{
    for (const CardCommandName& command : order.commands) heads_[command.id] = command.head;
    std::map<std::string, const OrderedFlow*> by_service;
    for (const OrderedFlow& flow : order.flows)
        for (const std::string& service : flow.services) by_service[service] = &flow;
    check_points(database);
    auto events = read_order_events(database, messages, order);
    Query flows = database.query("SELECT flow, service, place, outcome, u3 IS NULL FROM flow");
    while (flows.step()) {
        const auto found = by_service.find(flows.text(1));
        if (found == by_service.end()) continue;
        Walk walk{*found->second,
                  fmt::format("flow {} ({} at {})", flows.integer(0), flows.text(1), flows.text(2)),
                  {}};
        for (const OrderEvent& event : events[flows.integer(0)]) check(walk, event);
        if (flows.text(3) == "done" && flows.integer(4) != 0)
            findings_.add({"order_right", {}, "", 0, walk.name + " is done but never reached U3"});
    }
}

void ProtocolOrder::check_points(const Database& database)
{
    Query rows = database.query(
        "WITH point AS (SELECT flow, 0 AS n, u0 AS t FROM flow UNION ALL SELECT flow, 1, u1 FROM"
        " flow UNION ALL SELECT flow, 2, u2 FROM flow UNION ALL SELECT flow, 3, u3 FROM flow"
        " UNION ALL SELECT flow, 4, u4 FROM flow)"
        " SELECT a.flow, f.service, a.n, b.n FROM point a JOIN point b ON b.flow = a.flow"
        " AND b.n > a.n AND b.t < a.t JOIN flow f ON f.flow = a.flow ORDER BY 1, 3, 4");
    while (rows.step())
        findings_.add({"order_right",
                       {},
                       "",
                       0,
                       fmt::format("flow {} ({}) reached U{} after U{}", rows.integer(0),
                                   rows.text(1), rows.integer(2), rows.integer(3))});
}

bool ProtocolOrder::fits(const OrderEvent& event, const OrderStep& step) const
{
    using Kind = OrderEvent::Kind;
    if (event.kind == Kind::point) return step.reaches == event.name;
    if (event.kind == Kind::card)
        return !step.card.empty() && describes(heads_.at(step.card), event.name);
    return step.message == event.name && step.from == event.from && step.to == event.to &&
           (step.answers.empty() || step.answers == event.answers) &&
           (step.field.empty() || said(event.sent.find(step.field)) == step.value);
}

void ProtocolOrder::check(Walk& walk, const OrderEvent& event)
{
    ++checked_;
    if (event.kind == OrderEvent::Kind::card) ++commands_;
    std::vector<const OrderStep*> steps;
    for (const OrderStep& step : walk.order.steps)
        if (fits(event, step)) steps.push_back(&step);
    if (steps.empty() && event.kind != OrderEvent::Kind::point)
        object(walk, event, "is no step of it");
    for (const OrderStep* step : steps) check_step(walk, event, *step);
    for (const OrderStep* step : steps) walk.past.emplace(step->id, &event);
}

void ProtocolOrder::check_step(Walk& walk, const OrderEvent& event, const OrderStep& step)
{
    const Walk::Test over = [&](const OrderEvent& past) { return past.ends <= event.begins; };
    const auto require = [&](const std::vector<std::string>& needed, const char* missing,
                             const Walk::Test& test) {
        for (const std::string& id : needed)
            if (!walk.any(id, test)) object(walk, event, fmt::format(fmt::runtime(missing), id));
    };
    require(step.after, "came before \"{}\" was done", over);
    require(step.in_presence, "came before \"{}\" was done in this presence of the card",
            [&](const OrderEvent& past) { return over(past) && past.presence == event.presence; });
    require(step.with_card, "came before \"{}\" was done with this card",
            [&](const OrderEvent& past) { return over(past) && past.card == event.card; });
    require(step.sent_after, "came before \"{}\" had begun",
            [&](const OrderEvent& past) { return past.begins <= event.begins; });
    for (const std::string& id : step.unless)
        if (walk.any(id, over)) object(walk, event, fmt::format("came after \"{}\"", id));
    if (event.kind == OrderEvent::Kind::message) check_again(walk, event, step);
    if (!step.each_of.empty()) check_each(walk, event, step);
}

void ProtocolOrder::check_again(Walk& walk, const OrderEvent& event, const OrderStep& step)
{
    if (walk.any(step.id, [&](const OrderEvent& past) {
            return past.name == event.name && past.from == event.from && past.bytes != event.bytes;
        }))
        object(walk, event, fmt::format("is another \"{}\" than before", step.id));
}

void ProtocolOrder::check_each(Walk& walk, const OrderEvent& event, const OrderStep& step)
{
    std::set<std::int64_t> cards;
    const auto [from, to] = walk.past.equal_range(step.each_did);
    for (auto at = from; at != to; ++at)
        if (at->second->ends <= event.begins) cards.insert(at->second->card);
    const SentField* const list = event.sent.find(step.each_of);
    const auto named = !list ? 0
                             : std::count_if(list->texts.begin(), list->texts.end(),
                                             [](const std::string& text) { return !text.empty(); });
    if (named > std::ssize(cards))
        object(walk, event,
               fmt::format("names {} in \"{}\", but \"{}\" was done with {} cards", named,
                           step.each_of, step.each_did, cards.size()));
}

void ProtocolOrder::object(const Walk& walk, const OrderEvent& event, const std::string& why)
{
    std::string text = fmt::format("{}: {} {}", walk.name, event.text, why);
    for (char& c : text)
        if (static_cast<unsigned char>(c) < 32 || static_cast<unsigned char>(c) > 126) c = '?';
    findings_.add({"order_right", {}, "", 0, text});
}

}  // namespace sim
