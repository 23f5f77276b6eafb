// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "sim/scenario/descriptions.h"
#include "sim/scenario/known.h"
#include "sim/scenario/service_catalogue.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

void check_refers(Visitor& v, const Names& steps, const OrderStep& step, const std::string& path)
{
    const std::pair<const char*, const Names*> lists[] = {{"after", &step.after},
                                                          {"in_presence", &step.in_presence},
                                                          {"with_card", &step.with_card},
                                                          {"sent_after", &step.sent_after},
                                                          {"unless", &step.unless}};
    for (const auto& [key, names] : lists)
        for (std::size_t i = 0; i < names->size(); ++i)
            require_known(v, steps, (*names)[i], fmt::format("{}.{}.{}", path, key, i), "step");
    if (!step.each_did.empty()) require_known(v, steps, step.each_did, path + ".each_did", "step");
}

void check_step(Visitor& v, const Names& commands, const OrderStep& step, const std::string& path)
{
    static const Names points{"U0", "U1", "U2", "U3", "U4"};
    const bool message = !step.message.empty(), card = !step.card.empty();
    v.require(int{message} + int{card} + int{!step.reaches.empty()} == 1, path + ".id",
              "a step is one of \"message\", \"card\" and \"reaches\"");
    v.require(message == !step.from.empty() && message == !step.to.empty(), path + ".id",
              "\"from\" and \"to\" belong to a message, and a message has both");
    v.require(message || (step.answers.empty() && step.field.empty() && step.each_of.empty()),
              path + ".id", "\"answers\", \"field\" and \"each_of\" belong to a message");
    v.require(step.field.empty() == step.value.empty(), path + ".id",
              "\"field\" and \"value\" belong together");
    v.require(step.each_of.empty() == step.each_did.empty(), path + ".id",
              "\"each_of\" and \"each_did\" belong together");
    v.require(card || step.in_presence.empty(), path + ".id", "only a card has a presence");
    v.require(card || step.with_card.empty(), path + ".id", "only a command is with a card");
    if (card) require_known(v, commands, step.card, path + ".card", "command");
    if (!step.reaches.empty())
        require_known(v, points, step.reaches, path + ".reaches", "time point");
}

}  // namespace

void fields(Visitor& v, CardCommandName& command)
{
    static const std::regex head("([0-9A-F]{2}|\\*)( ([0-9A-F]{2}|\\*)){3}");
    v.place(&command.line, nullptr);
    v.field({"id", "name of the command", Need::required}, Text(command.id));
    v.field({"head", "class, instruction, P1 and P2 in hexadecimal, * for any", Need::required},
            Text(command.head));
    v.require(std::regex_match(command.head, head), "head",
              "expected four bytes such as \"00 20 00 *\", found \"" + command.head + "\"");
}

void fields(Visitor& v, OrderStep& step)
{
    v.place(&step.line, nullptr);
    v.field({"id", "name of the step; steps of one name are alternatives", Need::required},
            Text(step.id));
    v.field({"message", "its kind"}, Text(step.message));
    v.field({"answers", "kind of the message it answers"}, Text(step.answers));
    v.field({"from", "role that sends it"}, Text(step.from));
    v.field({"to", "role that receives it"}, Text(step.to));
    v.field({"field", "of the message, that must hold the value"}, Text(step.field));
    v.field({"value", "as text; a flag: true or false"}, Text(step.value));
    v.field({"card", "a command to a card"}, Text(step.card));
    v.field({"reaches", "time point of the flow, U0 to U4"}, Text(step.reaches));
    v.field({"after", "steps that must be over"}, List<std::string, Text>(step.after));
    v.field({"in_presence", "steps that must be over since this card was laid down"},
            List<std::string, Text>(step.in_presence));
    v.field({"with_card", "steps that must be over with the same card"},
            List<std::string, Text>(step.with_card));
    v.field({"sent_after", "steps that must have begun"}, List<std::string, Text>(step.sent_after));
    v.field({"unless", "steps that must not be over"}, List<std::string, Text>(step.unless));
    v.field({"each_of", "list of the message, no longer than cards have made each_did"},
            Text(step.each_of));
    v.field({"each_did", "step each of them has made"}, Text(step.each_did));
}

void fields(Visitor& v, OrderedFlow& flow)
{
    v.place(&flow.line, nullptr);
    v.field({"services", "flows of these services", Need::required},
            List<std::string, Text>(flow.services, 1));
    v.field({"thread", "field that says to which flow a message belongs"}, Text(flow.thread));
    v.field({"steps", "what may happen, and what must have happened before", Need::required},
            List(flow.steps, 1));
    v.field({"basis", "why this order", Need::required}, Text(flow.basis));
    v.field({"source", "document and row", Need::required}, Text(flow.source));
    v.field({"status", "published or assumed", Need::required}, Text(flow.status));
    v.require(flow.status == "published" || flow.status == "assumed", "status",
              "expected published or assumed");
    Names steps;
    for (const OrderStep& step : flow.steps) steps.push_back(step.id);
    for (std::size_t i = 0; i < flow.steps.size(); ++i)
        check_refers(v, steps, flow.steps[i], fmt::format("steps.{}", i));
    for (std::size_t i = 0; i < flow.services.size(); ++i)
        require_known(v, service_ids(), flow.services[i], fmt::format("services.{}", i), "service");
}

void fields(Visitor& v, FlowOrder& order)
{
    v.file(order.file);
    v.field({"order", "name of this set of declarations", Need::heading}, Text(order.id));
    v.field({"commands", "to smart cards, by name"}, List(order.commands, 0, &CardCommandName::id));
    v.field({"procedures", "what may happen in flows, and in which order", Need::required},
            List(order.flows, 1));
    Names commands;
    for (const CardCommandName& command : order.commands) commands.push_back(command.id);
    for (std::size_t i = 0; i < order.flows.size(); ++i)
        for (std::size_t j = 0; j < order.flows[i].steps.size(); ++j)
            check_step(v, commands, order.flows[i].steps[j],
                       fmt::format("procedures.{}.steps.{}", i, j));
}

// Messages and roles are those of the flows file.
void require_order(Visitor& v, const Scenario& scenario)
{
    if (!scenario.order) return;
    v.require(scenario.flows.has_value(), "order",
              "\"order\" needs \"flows\", whose messages it orders");
    if (!scenario.flows) return;
    Names kinds, roles;
    for (const FlowDomain& domain : scenario.flows->domains)
        roles.insert(roles.end(), domain.roles.begin(), domain.roles.end());
    for (const MessageKind& message : scenario.flows->messages) {
        kinds.push_back(message.kind);
        for (const FlowAnswer& answer : message.answers) kinds.push_back(answer.kind);
    }
    for (std::size_t i = 0; i < scenario.order->flows.size(); ++i)
        for (std::size_t j = 0; j < scenario.order->flows[i].steps.size(); ++j) {
            const OrderStep& step = scenario.order->flows[i].steps[j];
            const std::string path = fmt::format("order.procedures.{}.steps.{}", i, j);
            if (step.message.empty()) continue;
            require_known(v, kinds, step.message, path + ".message", "message");
            require_known(v, roles, step.from, path + ".from", "role");
            require_known(v, roles, step.to, path + ".to", "role");
        }
}

}  // namespace sim
