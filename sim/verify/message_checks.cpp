// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/message_checks.h"

#include "sim/verify/protocol_order.h"
#include "sim/verify/service_facts.h"
#include "sim/verify/told_cells.h"

namespace sim
{

namespace
{

void check_flows(const Database& database, const RecordedMessages& messages,
                 const Scenario& scenario, MessageFacts& facts)
{
    std::optional<ToldCells> cells;
    if (scenario.platform)
        cells.emplace(database, *scenario.platform, scenario.to.count, facts.findings);
    ConsentFlow flow(database, messages, *scenario.flows, facts.findings);
    facts.flows = flow.check([&](const RecordedMessage& message, const SentMessage& sent) {
        if (cells) cells->hear(message, sent);
    });
    if (!cells) return;
    cells->close();
    facts.cells = cells->cells();
    facts.cells_hidden = cells->hidden();
}

void check_order(const Database& database, const RecordedMessages& messages, const FlowOrder& order,
                 MessageFacts& facts)
{
    const ProtocolOrder walked(database, messages, order, facts.findings);
    facts.properties.push_back(always("order_right", walked.checked(), facts.findings));
    facts.properties.push_back(sometimes("card_command_seen", walked.commands()));
}

}  // namespace

MessageFacts check_messages(const std::string& result_file, const Scenario& scenario)
{
    MessageFacts facts;
    if (!scenario.flows && !scenario.order) return facts;
    const Database database(result_file, Database::Mode::read_only);
    const RecordedMessages messages(database);
    if (scenario.flows) check_flows(database, messages, scenario, facts);
    if (scenario.order) check_order(database, messages, *scenario.order, facts);
    return facts;
}

}  // namespace sim
