// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/device_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace hil
{

DeviceLock::Outcome DeviceLock::lock(const std::string& path)
{
    unlock();
    if (path.empty()) return Outcome::locked;
    char* resolved = realpath(path.c_str(), nullptr);
    if (resolved == nullptr) return Outcome::no_device;
    file_ = open(resolved, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    free(resolved);
    if (file_ < 0)
        return errno == EACCES || errno == EPERM ? Outcome::not_permitted : Outcome::no_device;
    if (flock(file_, LOCK_EX | LOCK_NB) == 0) return Outcome::locked;
    unlock();
    return Outcome::in_use;
}

void DeviceLock::unlock()
{
    if (file_ >= 0) close(file_);
    file_ = -1;
}

}  // namespace hil
