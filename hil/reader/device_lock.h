// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// The right to speak to a reader. Two programs on one serial line garble each other, and nothing
// else keeps them apart, so the device itself is locked (flock) before it is opened. The system
// gives the lock back when the process ends, however it ends.
namespace hil
{

class DeviceLock
{
public:
    enum class Outcome { locked, no_device, not_permitted, in_use };

    DeviceLock() = default;
    ~DeviceLock() { unlock(); }
    DeviceLock(const DeviceLock&) = delete;
    DeviceLock& operator=(const DeviceLock&) = delete;

    // `path` may be a link; what it leads to is locked. An empty path names no file: locked.
    Outcome lock(const std::string& path);
    void unlock();

private:
    int file_ = -1;
};

}  // namespace hil
