// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ostream>

#include "sim/app/doctor_probes.h"

// `tapbench doctor`: what of readers, drivers, permissions, clock and display is there, and what to
// do about what is not.
namespace app
{

struct DoctorOptions {
    std::vector<std::string> readers;  // connection strings to try; empty: look for readers
    bool json = false;
};

// 0: a reader can be used; 70: something is in the way; 77: all is well, but there is no reader.
int doctor_command(const DoctorOptions& options, const Machine& machine, std::ostream& out);

}  // namespace app
