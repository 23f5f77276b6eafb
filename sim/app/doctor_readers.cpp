// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "hil/reader/device_path.h"
#include "sim/app/doctor_probes.h"

namespace app
{

namespace
{

// USB readers that libnfc drives, as its udev rules name them.
constexpr const char* usb_readers[] = {"04cc:0531", "054c:0193", "04cc:2533",
                                       "04e6:5591", "04e6:5594", "1fd3:0608",
                                       "054c:02e1", "072f:2200", "072f:90cc"};

// Why the device cannot be opened, and what helps; nothing when it can.
bool is_barred(const Machine& machine, const std::string& path, Finding& finding)
{
    if (path.empty()) return false;
    if (!machine.has(machine.resolved(path))) {
        finding.health = Health::missing;
        finding.what = "there is no " + path;
        finding.remedy = "Plug the reader in, or correct its name.";
    } else if (!machine.may_open(path)) {
        finding.health = Health::problem;
        finding.what = "may not be opened by this user";
        finding.remedy = fmt::format("Run `sudo usermod -aG {} $USER` and log in again.",
                                     machine.group_of(path));
    } else if (const auto holders = machine.holders_of(path); !holders.empty()) {
        finding.health = Health::problem;
        finding.what = fmt::format("is in use by {}", fmt::join(holders, ", "));
        finding.remedy = "End that program: two on one reader disturb each other.";
    }
    return finding.health != Health::ok;
}

Finding named_reader(const Machine& machine, const std::string& connstring)
{
    Finding finding{.subject = "reader " + connstring, .is_reader = true};
    if (is_barred(machine, hil::device_path_of(connstring), finding)) return finding;
    try {
        finding.what = machine.try_reader(connstring);
    } catch (const std::runtime_error& error) {
        finding.health = Health::problem;
        finding.what = error.what();
        finding.remedy =
            "Unplug it and plug it in again; check its switches for the serial line "
            "(HSU) and its speed.";
    }
    return finding;
}

Finding found_reader(const Machine& machine, const std::string& path, const std::string& what)
{
    Finding finding{.subject = "reader " + path, .is_reader = true};
    if (!is_barred(machine, path, finding)) finding.what = what;
    return finding;
}

// Values of `device.connstring = "..."` in libnfc's own files.
std::vector<std::string> configured(const Machine& machine)
{
    std::vector<std::string> files = machine.list("/etc/nfc/devices.d");
    files.insert(files.begin(), "/etc/nfc/libnfc.conf");
    std::vector<std::string> connstrings;
    for (const std::string& path : files) {
        std::ifstream file(machine.at(path));
        for (std::string line; std::getline(file, line);) {
            const std::size_t key = line.find_first_not_of(" \t");
            if (key == std::string::npos || line.compare(key, 17, "device.connstring") != 0)
                continue;
            const std::size_t first = line.find('"'), last = line.rfind('"');
            if (first < last) connstrings.push_back(line.substr(first + 1, last - first - 1));
        }
    }
    return connstrings;
}

Findings usb_readers_of(const Machine& machine)
{
    Findings findings;
    for (const std::string& device : machine.list("/sys/bus/usb/devices")) {
        const std::string kind = machine.first_line(device + "/idVendor") + ":" +
                                 machine.first_line(device + "/idProduct");
        if (std::find(std::begin(usb_readers), std::end(usb_readers), kind) ==
            std::end(usb_readers))
            continue;
        const auto number = [&](const char* name) {
            const std::string text = machine.first_line(device + name);
            return std::string(text.size() < 3 ? 3 - text.size() : 0, '0') + text;
        };
        const std::string path = "/dev/bus/usb/" + number("/busnum") + "/" + number("/devnum");
        findings.push_back(found_reader(machine, path, "USB reader " + kind));
    }
    return findings;
}

}  // namespace

Findings probe_readers(const Machine& machine, const std::vector<std::string>& connstrings)
{
    Findings findings;
    for (const std::string& connstring : connstrings)
        findings.push_back(named_reader(machine, connstring));
    if (!connstrings.empty()) return findings;

    for (const std::string& connstring : configured(machine)) {
        const std::string path = hil::device_path_of(connstring);
        findings.push_back(found_reader(machine, path, "named in libnfc's configuration"));
        findings.back().subject = "reader " + connstring;
    }
    for (const char* prefix : {"ttyUSB", "ttyACM"})
        for (const std::string& port : machine.list("/dev", prefix))
            findings.push_back(
                found_reader(machine, port,
                             "a serial port; `tapbench doctor pn532_uart:" + port + "` tries it"));
    for (const Finding& finding : usb_readers_of(machine)) findings.push_back(finding);
    if (findings.empty())
        findings.push_back({"reader", Health::missing, "none is plugged in",
                            "Plug one in, or offer a virtual one by `tapbench card serve --pn532`.",
                            true});
    return findings;
}

}  // namespace app
