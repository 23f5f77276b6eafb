// SPDX-License-Identifier: Apache-2.0
#include "sim/app/child_runs.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <map>
#include <stdexcept>
#include <vector>

namespace app
{

namespace
{

struct Child {
    pid_t process = 0;
    int pipe = -1;  // its text comes here
    std::size_t number = 0;
    std::string text;
};

void send_all(int pipe, const std::string& text)
{
    for (std::size_t sent = 0; sent < text.size();) {
        const ssize_t now = ::write(pipe, text.data() + sent, text.size() - sent);
        if (now < 0 && errno != EINTR) std::_Exit(1);
        if (now > 0) sent += static_cast<std::size_t>(now);
    }
}

// Never returns: the copy of this process does its work and is gone, without the destructors that
// the parent will run itself.
[[noreturn]] void live(const std::function<std::string(std::size_t)>& work, std::size_t number,
                       int pipe)
{
    try {
        send_all(pipe, "+" + work(number));
    } catch (const std::exception& error) {
        send_all(pipe, std::string("-") + error.what());
    }
    std::fflush(nullptr);
    std::_Exit(0);
}

Child start(const std::function<std::string(std::size_t)>& work, std::size_t number)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        throw std::runtime_error(std::string("no pipe for a child: ") + std::strerror(errno));
    std::fflush(nullptr);
    const pid_t process = ::fork();
    if (process < 0)
        throw std::runtime_error(std::string("no child process: ") + std::strerror(errno));
    if (process == 0) {
        ::close(ends[0]);
        live(work, number, ends[1]);
    }
    ::close(ends[1]);
    return {process, ends[0], number, {}};
}

// True while more may come.
bool read_some(Child& child)
{
    std::array<char, 65536> piece{};
    const ssize_t size = ::read(child.pipe, piece.data(), piece.size());
    if (size < 0) return errno == EINTR;
    child.text.append(piece.data(), static_cast<std::size_t>(size));
    return size > 0;
}

ChildResult bury(const Child& child)
{
    ::close(child.pipe);
    int status = 0;
    while (::waitpid(child.process, &status, 0) < 0 && errno == EINTR) {
    }
    ChildResult result{child.number, false, child.text.empty() ? "" : child.text.substr(1)};
    if (WIFSIGNALED(status)) {
        result = {child.number, true, std::string("died of ") + ::strsignal(WTERMSIG(status))};
    } else if (child.text.empty() || child.text[0] != '+') {
        result.died = true;
        if (result.text.empty()) result.text = "ended without a word";
    }
    return result;
}

// Waits until some child has said something or is through.
void listen_to(std::vector<Child>& alive, std::map<std::size_t, ChildResult>& ready)
{
    std::vector<pollfd> pipes;
    for (const Child& child : alive) pipes.push_back({child.pipe, POLLIN, 0});
    if (::poll(pipes.data(), pipes.size(), -1) < 0) return;  // interrupted: ask again
    for (std::size_t i = pipes.size(); i-- > 0;) {
        if (pipes[i].revents == 0 || read_some(alive[i])) continue;
        ready[alive[i].number] = bury(alive[i]);
        alive.erase(alive.begin() + static_cast<std::ptrdiff_t>(i));
    }
}

}  // namespace

void run_children(std::size_t count, int jobs, const std::function<std::string(std::size_t)>& work,
                  const std::function<bool(const ChildResult&)>& done)
{
    std::vector<Child> alive;
    std::map<std::size_t, ChildResult> ready;  // came before their turn
    std::size_t started = 0, told = 0;
    bool go_on = true;
    while (told < started || (go_on && started < count)) {
        while (go_on && started < count && alive.size() < static_cast<std::size_t>(jobs))
            alive.push_back(start(work, started++));
        if (!alive.empty()) listen_to(alive, ready);
        for (auto next = ready.find(told); next != ready.end(); next = ready.find(told)) {
            go_on = done(next->second) && go_on;
            ready.erase(next);
            ++told;
        }
    }
}

}  // namespace app
