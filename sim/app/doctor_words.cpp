// SPDX-License-Identifier: Apache-2.0
#include "sim/app/doctor_words.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "sim/app/doctor_command.h"

namespace app
{

void add_doctor(CLI::App& root, std::function<int()>& action)
{
    CLI::App* doctor =
        root.add_subcommand("doctor", "readers, drivers, permissions: what is there, what helps");
    const auto options = std::make_shared<DoctorOptions>();
    doctor->add_option("READER", options->readers,
                       "libnfc's connection string, such as pn532_uart:/dev/ttyUSB0; it is tried");
    doctor->add_flag("--json", options->json, "as JSON");
    doctor->callback([options, &action] {
        action = [options] { return doctor_command(*options, this_machine(), std::cout); };
    });
}

}  // namespace app
