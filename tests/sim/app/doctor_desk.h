// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "sim/app/doctor_command.h"
#include "sim/app/scratch_folder.h"

// A made-up machine for `tapbench doctor`.
namespace app
{

namespace fs = std::filesystem;

// A made-up machine in a scratch folder: everything in order, no reader.
struct Desk {
    ScratchFolder folder;
    Machine machine;

    Desk()
    {
        machine.root = folder / "";
        machine.display = ":0";
        machine.driver_version = [] { return "libnfc 1.8.0"; };
        machine.try_reader = [](const std::string&) { return "answers"; };
        write("/usr/sbin/pcscd", "");
        write("/run/pcscd/pcscd.comm", "");
        write("/usr/lib/pcsc/drivers/serial/libifdvpcd.so", "");
        write("/sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
        write("/proc/modules", "usbserial 57344 1 ch341, Live 0x0\nnfcsim 1 0 - Live 0x0\n");
    }
    void write(const std::string& path, const std::string& text) const
    {
        fs::create_directories(machine.at(path).parent_path());
        std::ofstream(machine.at(path)) << text << '\n';
    }
    void link(const std::string& path, const std::string& target) const
    {
        fs::create_directories(machine.at(path).parent_path());
        fs::create_symlink(target, machine.at(path));
    }
    void plug(const std::string& port) const { write(port, ""); }
    void run(const std::string& process, const std::string& name) const
    {
        write("/proc/" + process + "/comm", name);
    }
    int examined(const std::vector<std::string>& readers = {}) const
    {
        std::ostringstream out;
        return doctor_command({readers}, machine, out);
    }
};

inline Finding only(const Findings& findings)
{
    EXPECT_EQ(findings.size(), 1u);
    return findings.empty() ? Finding{} : findings[0];
}

inline const std::string port = "/dev/ttyUSB0";
inline const std::string connstring = "pn532_uart:/dev/ttyUSB0";

}  // namespace app
