// SPDX-License-Identifier: Apache-2.0
#include "hil/virtual/pn532_pty.h"

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace hil
{
namespace
{

namespace files = std::filesystem;

[[noreturn]] void fail(const std::string& what, int error)
{
    throw std::runtime_error(what + ": " + std::strerror(error));
}

std::string target_of(const files::path& link)
{
    std::error_code error;
    return files::read_symlink(link, error).string();
}

// A link of ours whose pseudo-terminal is no more, left behind by a process that was killed.
bool is_stale(const files::path& link)
{
    std::error_code error;
    return target_of(link).starts_with("/dev/pts/") && !files::exists(link, error);
}

void make_room(const files::path& link)
{
    std::error_code error;
    if (files::symlink_status(link, error).type() == files::file_type::not_found) return;
    if (!is_stale(link))
        throw std::runtime_error(link.string() + ": something else is there, or another reader");
    if (::unlink(link.c_str()) != 0) fail(link.string(), errno);
}

}  // namespace

PseudoTerminal::PseudoTerminal(std::string link) : link_(std::move(link))
{
    make_room(link_);  // first: a new pseudo-terminal may get the number of the stale one
    try {
        open_ends();
        make_link();
    } catch (...) {
        close_ends();
        throw;
    }
}

PseudoTerminal::~PseudoTerminal()
{
    if (target_of(link_) == slave_path_) ::unlink(link_.c_str());
    close_ends();
}

void PseudoTerminal::open_ends()
{
    master_ = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
    if (master_ < 0 || ::grantpt(master_) != 0 || ::unlockpt(master_) != 0)
        fail("no pseudo-terminal", errno);
    std::array<char, 64> path{};
    if (::ptsname_r(master_, path.data(), path.size()) != 0) fail("no pseudo-terminal", errno);
    slave_path_ = path.data();
    slave_ = ::open(path.data(), O_RDWR | O_NOCTTY | O_CLOEXEC);
    termios settings{};
    if (slave_ < 0 || ::tcgetattr(slave_, &settings) != 0) fail(slave_path_, errno);
    ::cfmakeraw(&settings);
    if (::tcsetattr(slave_, TCSANOW, &settings) != 0) fail(slave_path_, errno);
}

void PseudoTerminal::close_ends()
{
    if (slave_ >= 0) ::close(slave_);
    if (master_ >= 0) ::close(master_);
}

void PseudoTerminal::make_link() const
{
    if (::symlink(slave_path_.c_str(), link_.c_str()) != 0) fail(link_, errno);
}

}  // namespace hil
