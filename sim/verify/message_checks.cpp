// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/message_checks.h"

#include "sim/verify/told_cells.h"

namespace sim
{

void check_messages(const Database& database, const Scenario& scenario, Findings& findings,
                    SituationCounts& situations)
{
    if (!scenario.flows) return;
    std::optional<ToldCells> cells;
    if (scenario.platform) cells.emplace(database, *scenario.platform, scenario.to.count, findings);
    ConsentFlow flow(database, *scenario.flows, findings);
    situations.flows = flow.check([&](const RecordedMessage& message, const SentMessage& sent) {
        if (cells) cells->hear(message, sent);
    });
    if (!cells) return;
    cells->close();
    situations.cells = cells->cells();
    situations.cells_hidden = cells->hidden();
}

}  // namespace sim
