// SPDX-License-Identifier: Apache-2.0
#include "sim/app/doctor_probes.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace app
{

namespace
{

bool is_loaded(const Machine& machine, const std::string& module)
{
    std::ifstream modules(machine.at("/proc/modules"));
    for (std::string line; std::getline(modules, line);)
        if (line.starts_with(module + " ")) return true;
    return false;
}

// Devices bound to a driver are links such as 1-2:1.0 in its folder.
bool holds_a_device(const Machine& machine, const std::string& driver)
{
    const auto entries = machine.list("/sys/bus/usb/drivers/" + driver);
    return std::any_of(entries.begin(), entries.end(), [](const std::string& entry) {
        return entry.find(':') != std::string::npos;
    });
}

bool has_serial_port(const Machine& machine)
{
    return !machine.list("/dev", "ttyUSB").empty() || !machine.list("/dev", "ttyACM").empty();
}

}  // namespace

Findings probe_driver(const Machine& machine)
{
    const std::string version = machine.driver_version();
    if (version.empty())
        return {{"libnfc", Health::problem, "tapbench-reader-host does not run",
                 "Build or install tapbench-reader-host beside tapbench."}};
    return {{"libnfc", Health::ok, version}};
}

Findings probe_kernel_modules(const Machine& machine)
{
    std::string loaded;
    for (const char* module : {"pn533_usb", "pn533", "port100", "nfc"})
        if (is_loaded(machine, module)) loaded += std::string(loaded.empty() ? "" : " ") + module;
    if (loaded.empty())
        return {{"kernel modules", Health::ok, "none that takes readers is loaded"}};
    if (!holds_a_device(machine, "pn533_usb") && !holds_a_device(machine, "port100"))
        return {{"kernel modules", Health::ok, loaded + " loaded, holding no reader"}};
    return {{"kernel modules", Health::problem, loaded + " hold a USB reader",
             "Run `sudo modprobe -r " + loaded +
                 "` and keep them away in /etc/modprobe.d/blacklist-libnfc.conf."}};
}

Findings probe_modem_manager(const Machine& machine)
{
    if (machine.processes("ModemManager").empty())
        return {{"ModemManager", Health::ok, "does not run"}};
    if (!has_serial_port(machine))
        return {{"ModemManager", Health::ok, "runs, there is no serial port it could disturb"}};
    return {{"ModemManager", Health::problem, "runs and tries modem commands on new serial ports",
             "Run `sudo systemctl disable --now ModemManager`, or give the reader's udev rule "
             "ENV{ID_MM_DEVICE_IGNORE}=\"1\"."}};
}

Findings probe_card_service(const Machine& machine)
{
    Findings findings;
    if (!machine.has("/usr/sbin/pcscd"))
        findings.push_back({"pcscd", Health::missing, "is not installed",
                            "Run `sudo apt install pcscd` to offer cards to PC/SC programs."});
    else if (!machine.has("/run/pcscd/pcscd.comm"))
        findings.push_back({"pcscd", Health::missing, "is installed, its socket is not there",
                            "Run `sudo systemctl start pcscd.socket`, or `sudo pcscd`."});
    else if (machine.processes("pcscd").empty())
        findings.push_back({"pcscd", Health::ok, "has its socket and starts when it is asked"});
    else
        findings.push_back({"pcscd", Health::ok, "runs"});
    if (machine.has("/usr/lib/pcsc/drivers/serial/libifdvpcd.so"))
        findings.push_back({"vpcd", Health::ok, "is installed"});
    else
        findings.push_back({"vpcd", Health::missing, "is not installed",
                            "Run `sudo apt install vsmartcard-vpcd` for `card serve --vpcd`."});
    return findings;
}

Findings probe_clock(const Machine& machine)
{
    const std::string source =
        machine.first_line("/sys/devices/system/clocksource/clocksource0/current_clocksource");
    if (source.empty())
        return {{"clock", Health::missing, "the kernel does not tell what it counts time with",
                 "Measure nothing below a millisecond here."}};
    constexpr const char* slow[] = {"acpi_pm", "hpet", "jiffies", "refined-jiffies"};
    if (std::find(std::begin(slow), std::end(slow), source) != std::end(slow))
        return {{"clock", Health::problem, source + " is slow to read or coarse",
                 "Start the kernel with tsc=reliable where the processor has a steady counter, or "
                 "measure on another machine."}};
    return {{"clock", Health::ok, source}};
}

Findings probe_display(const Machine& machine)
{
    if (machine.display.empty())
        return {{"display", Health::missing, "there is no graphical session",
                 "Have the viewer write pictures (--screenshot), or start it from a desktop."}};
    const bool card = machine.has("/dev/dri");
    return {
        {"display", Health::ok,
         machine.display + (card ? ", drawn by the graphics card" : ", drawn by the processor")}};
}

Findings examine(const Machine& machine, const std::vector<std::string>& connstrings)
{
    Findings all = probe_driver(machine);
    const auto add = [&all](Findings more) {
        std::move(more.begin(), more.end(), std::back_inserter(all));
    };
    add(probe_readers(machine, connstrings));
    add(probe_kernel_modules(machine));
    add(probe_modem_manager(machine));
    add(probe_card_service(machine));
    add(probe_clock(machine));
    add(probe_display(machine));
    return all;
}

}  // namespace app
