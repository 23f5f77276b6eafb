// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

namespace CLI
{
class App;
}

// The words of `tapbench export` (cli.md); when they are used, `action` becomes the command.
namespace app
{

void add_export(CLI::App& root, std::function<int()>& action);

}  // namespace app
