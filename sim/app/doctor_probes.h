// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/app/doctor_machine.h"

// What `tapbench doctor` looks at, one probe a subject.
namespace app
{

enum class Health { ok, missing, problem };

struct Finding {
    std::string subject{};
    Health health = Health::ok;
    std::string what{};
    std::string remedy{};  // one sentence; empty when all is well
    bool is_reader = false;
};
using Findings = std::vector<Finding>;

// The readers named, opened one after the other; or, when none is named, those that are found,
// which are not opened: what is plugged in may be something else.
Findings probe_readers(const Machine& machine, const std::vector<std::string>& connstrings);
Findings probe_driver(const Machine& machine);          // libnfc, in its host program
Findings probe_kernel_modules(const Machine& machine);  // that take readers for themselves
Findings probe_modem_manager(const Machine& machine);   // it talks to serial ports unasked
Findings probe_card_service(const Machine& machine);    // pcscd and vpcd
Findings probe_clock(const Machine& machine);
Findings probe_display(const Machine& machine);

Findings examine(const Machine& machine, const std::vector<std::string>& connstrings);

}  // namespace app
