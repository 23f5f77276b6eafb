// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include "hil/reader/channel.h"

// A running tapbench-reader-host, from the bench's side: its process, the socket to it and what it
// says on its error stream (the last 4 KiB; a host that says more is not waited for).
namespace hil
{

class HostProcess
{
public:
    // Throws std::runtime_error with one line when the program cannot be started.
    HostProcess(const std::string& program, const std::string& connstring);
    // Lets the host close its reader; after half a second it is killed.
    ~HostProcess();
    HostProcess(const HostProcess&) = delete;
    HostProcess& operator=(const HostProcess&) = delete;

    Channel& channel() { return *channel_; }
    pid_t id() const { return id_; }
    void kill();
    // The last line it said; empty when it said nothing.
    std::string last_words();

private:
    std::optional<Channel> channel_;
    int log_ = -1;
    pid_t id_ = 0;
    std::string heard_;
};

}  // namespace hil
