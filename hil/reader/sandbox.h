// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a process that is to hold a reader gives up before it touches one: libnfc believes what
// readers and cards tell it, so whatever breaks there must have nothing to reach. Afterwards: no
// new privileges, no program may be started, no sockets but local ones (seccomp), no core file, 64
// files at most, nothing inherited but files 0 to 2 and `socket`, and it ends when its parent has
// ended.
namespace hil
{

// Throws std::system_error.
void enter_sandbox(int socket);

}  // namespace hil
