// SPDX-License-Identifier: Apache-2.0
#include "sim/app/state_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/scenario/scenario_error.h"

namespace app
{
namespace
{

namespace fs = std::filesystem;
constexpr std::uintmax_t longest_state = 65'536;

[[noreturn]] void refuse(const std::string& file)
{
    throw sim::ScenarioError(file, std::string("cannot be written: ") + std::strerror(errno));
}

bool write_all(int descriptor, const std::string& text)
{
    std::size_t done = 0;
    while (done < text.size()) {
        const ssize_t wrote = ::write(descriptor, text.data() + done, text.size() - done);
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return false;
        done += static_cast<std::size_t>(wrote);
    }
    return ::fsync(descriptor) == 0;
}

}  // namespace

std::optional<std::string> read_state(const std::string& file)
{
    std::error_code error;
    if (!fs::exists(file, error)) return {};
    std::ifstream stream(file, std::ios::binary);
    const bool readable =
        stream && fs::is_regular_file(file, error) && fs::file_size(file, error) <= longest_state;
    if (!readable) throw sim::ScenarioError(file, "is no readable file of a card's state");
    std::stringstream text;
    text << stream.rdbuf();
    return text.str();
}

void replace_state(const std::string& file, const std::string& text)
{
    const std::string fresh = file + ".new";
    const int descriptor = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0) refuse(fresh);
    const bool written = write_all(descriptor, text);
    if (::close(descriptor) != 0 || !written) refuse(fresh);
    if (::rename(fresh.c_str(), file.c_str()) != 0) refuse(file);
}

}  // namespace app
