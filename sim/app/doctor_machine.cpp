// SPDX-License-Identifier: Apache-2.0
#include "sim/app/doctor_machine.h"

#include <fmt/format.h>
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <memory>

#include "hil/reader/reader_process.h"

namespace app
{

namespace
{

namespace fs = std::filesystem;

std::string text_of_variable(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : value;
}

std::string first_line_of(const std::string& command)
{
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
    char line[128] = {};
    if (!pipe || std::fgets(line, sizeof line, pipe.get()) == nullptr) return {};
    return std::string(line, std::string(line).find_last_not_of('\n') + 1);
}

std::string open_reader(const std::string& connstring)
{
    hil::ReaderConfig config;
    config.connstring = connstring;
    hil::ReaderProcess reader(config);
    const hil::LinkTime link = reader.link_time();
    return fmt::format("answers; a round trip to its chip takes {:.2f} ms ({:.2f} to {:.2f})",
                       static_cast<double>(link.median.count) * 1e-6,
                       static_cast<double>(link.low.count) * 1e-6,
                       static_cast<double>(link.high.count) * 1e-6);
}

bool is_number(const std::string& text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
}

std::string name_of(const std::string& path)
{
    return fs::path(path).filename();
}

}  // namespace

Machine this_machine()
{
    Machine machine;
    machine.user = geteuid();
    machine.groups.resize(static_cast<std::size_t>(std::max(getgroups(0, nullptr), 0)));
    getgroups(static_cast<int>(machine.groups.size()), machine.groups.data());
    machine.groups.push_back(getegid());
    machine.display = text_of_variable("WAYLAND_DISPLAY") + text_of_variable("DISPLAY");
    machine.driver_version = [] {
        return first_line_of("\"" + hil::reader_host_beside() + "\" --version 2>/dev/null");
    };
    machine.try_reader = open_reader;
    return machine;
}

fs::path Machine::at(const std::string& path) const
{
    return root / fs::path(path).relative_path();
}

bool Machine::has(const std::string& path) const
{
    std::error_code error;
    return fs::exists(fs::symlink_status(at(path), error));
}

std::string Machine::first_line(const std::string& path) const
{
    std::ifstream file(at(path));
    std::string line;
    std::getline(file, line);
    return line;
}

std::string Machine::resolved(const std::string& path) const
{
    constexpr int longest_chain = 8;
    fs::path now = path;
    std::error_code error;
    for (int i = 0; i < longest_chain && fs::is_symlink(at(now), error); ++i)
        now = (now.parent_path() / fs::read_symlink(at(now), error)).lexically_normal();
    return now;
}

std::vector<std::string> Machine::list(const std::string& folder, const std::string& prefix) const
{
    std::vector<std::string> paths;
    std::error_code error;
    for (fs::directory_iterator i(at(folder), error), end; !error && i != end; i.increment(error)) {
        const std::string name = i->path().filename();
        if (name.starts_with(prefix)) paths.push_back(fs::path(folder) / name);
    }
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<std::string> Machine::processes(const std::string& name) const
{
    std::vector<std::string> found;
    for (const std::string& process : list("/proc"))
        if (is_number(name_of(process)) && first_line(process + "/comm") == name)
            found.push_back(name_of(process));
    return found;
}

std::vector<std::string> Machine::holders_of(const std::string& path) const
{
    std::vector<std::string> found;
    const std::string device = resolved(path);
    if (device.starts_with("/dev/pts/")) return {};
    for (const std::string& process : list("/proc")) {
        if (!is_number(name_of(process))) continue;
        const auto holds = [&](const std::string& file) {
            std::error_code error;
            return fs::read_symlink(at(file), error) == device;
        };
        const std::vector<std::string> files = list(process + "/fd");
        if (std::any_of(files.begin(), files.end(), holds))
            found.push_back(
                fmt::format("{} ({})", first_line(process + "/comm"), name_of(process)));
    }
    return found;
}

bool Machine::may_open(const std::string& path) const
{
    struct stat file = {};
    if (stat(at(resolved(path)).c_str(), &file) != 0) return false;
    if (user == 0) return true;
    constexpr mode_t both = 06;
    const bool member = std::find(groups.begin(), groups.end(), file.st_gid) != groups.end();
    const int shift = file.st_uid == user ? 6 : member ? 3 : 0;
    return (file.st_mode >> shift & both) == both;
}

std::string Machine::group_of(const std::string& path) const
{
    struct stat file = {};
    if (stat(at(resolved(path)).c_str(), &file) != 0) return {};
    const group* entry = getgrgid(file.st_gid);
    return entry == nullptr ? std::to_string(file.st_gid) : entry->gr_name;
}

}  // namespace app
