// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>
#include <string>

// `tapbench card issue CARD --bench BENCH --device NAME`: makes a FeliCa Lite-S that anyone can buy
// the card of that file, so that a person can hold it to the readers of a run.
namespace app
{

struct CardIssueOptions {
    std::string card;    // file of a lite_s card
    std::string bench;   // bench file
    std::string device;  // one of its devices or readers; empty: the only one
    bool again = false;  // a card of the bench is issued anew
};

// Asks for the card on `log` and waits as long as the bench's patience. 0 when it was issued; wrong
// files and unfit cards throw ScenarioError, a reader or card that is absent NotHere.
int card_issue_command(const CardIssueOptions& options, std::ostream& out, std::ostream& log);

}  // namespace app
