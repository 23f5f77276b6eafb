// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "firmware/core/units.h"

// Notices that something appeared beside a device's path, so that a reader plugged in again is
// tried at once. Nothing is watched when the path is empty or its folder does not exist.
namespace hil
{

class FolderWatch
{
public:
    explicit FolderWatch(const std::string& device_path);
    ~FolderWatch();
    FolderWatch(const FolderWatch&) = delete;
    FolderWatch& operator=(const FolderWatch&) = delete;

    enum class Woken { by_time, by_folder, by_socket };
    // Until something appeared, `socket` can be read, or the time has passed.
    Woken wait(int socket, fw::Nanos longest);

private:
    int notices_ = -1;
};

}  // namespace hil
