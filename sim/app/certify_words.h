// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "sim/app/certify_command.h"

namespace CLI
{
class App;
}

// The words of `tapbench certify`.
namespace app
{

// The caller keeps `words` and `action` alive; the chosen command is put into `action`.
void add_certify(CLI::App& root, CertifyWords& words, std::function<int()>& action);

}  // namespace app
