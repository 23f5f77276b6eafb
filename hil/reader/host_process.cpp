// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/host_process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstring>
#include <stdexcept>

#include "hil/reader/steady.h"

extern char** environ;

namespace hil
{

namespace
{

constexpr int host_socket = 3;
constexpr fw::Nanos time_to_close{500'000'000};
constexpr std::size_t longest_log = 4096;

// Both ends close by themselves when a program is started; the host's are given to it anew.
struct Ends {
    int socket[2] = {-1, -1};
    int log[2] = {-1, -1};

    Ends()
    {
        if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, socket) != 0 ||
            pipe2(log, O_CLOEXEC | O_NONBLOCK) != 0) {
            give_back();
            throw std::runtime_error(std::string("no socket for a reader: ") + strerror(errno));
        }
    }
    void give_back()
    {
        for (const int end : {socket[0], socket[1], log[0], log[1]})
            if (end >= 0) close(end);
    }
};

pid_t start(const std::string& program, const std::string& connstring, const Ends& ends)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&files, ends.log[1], 2);
    posix_spawn_file_actions_adddup2(&files, ends.socket[1], host_socket);
    const std::string socket = std::to_string(host_socket);
    const char* words[] = {program.c_str(), socket.c_str(), connstring.c_str(), nullptr};
    pid_t id = 0;
    const int refused = posix_spawn(&id, program.c_str(), &files, nullptr,
                                    const_cast<char* const*>(words), environ);
    posix_spawn_file_actions_destroy(&files);
    if (refused != 0) throw std::runtime_error(program + ": " + strerror(refused));
    return id;
}

}  // namespace

HostProcess::HostProcess(const std::string& program, const std::string& connstring)
{
    Ends ends;
    try {
        id_ = start(program, connstring, ends);
    } catch (...) {
        ends.give_back();
        throw;
    }
    close(ends.socket[1]);
    close(ends.log[1]);
    channel_.emplace(ends.socket[0]);
    log_ = ends.log[0];
}

HostProcess::~HostProcess()
{
    channel_->finish();
    const fw::Nanos end = steady_now() + time_to_close;
    while (id_ != 0 && steady_now() < end)
        if (channel_->receive(end - steady_now()).outcome == Channel::Outcome::closed) break;
    // Its end of the socket closes when the reader is closed, just before it ends; nothing is left
    // to be lost then.
    kill();
    close(log_);
}

void HostProcess::kill()
{
    if (id_ == 0) return;
    ::kill(id_, SIGKILL);
    while (waitpid(id_, nullptr, 0) < 0 && errno == EINTR) continue;
    id_ = 0;
}

std::string HostProcess::last_words()
{
    char piece[1024];
    for (ssize_t got = 0; (got = read(log_, piece, sizeof piece)) > 0;) {
        heard_.append(piece, static_cast<std::size_t>(got));
        if (heard_.size() > longest_log) heard_.erase(0, heard_.size() - longest_log);
    }
    const std::size_t last = heard_.find_last_not_of('\n');
    if (last == std::string::npos) return {};
    const std::size_t before = heard_.rfind('\n', last);
    const std::size_t first = before == std::string::npos ? 0 : before + 1;
    return heard_.substr(first, last - first + 1);
}

}  // namespace hil
