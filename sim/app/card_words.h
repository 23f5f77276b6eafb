// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "sim/app/card_command.h"
#include "sim/app/card_issue_command.h"

namespace CLI
{
class App;
}

// The words of `tapbench card`.
namespace app
{

struct CardOptions {
    CardServeOptions serve;
    CardIssueOptions issue;
};

// The caller keeps `options` and `action` alive; the chosen command is put into `action`.
void add_card(CLI::App& root, CardOptions& options, std::function<int()>& action);

}  // namespace app
