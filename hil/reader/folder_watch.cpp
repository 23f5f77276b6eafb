// SPDX-License-Identifier: Apache-2.0
#include "hil/reader/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <filesystem>

namespace hil
{

FolderWatch::FolderWatch(const std::string& device_path)
{
    if (device_path.empty()) return;
    notices_ = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    const std::string folder = std::filesystem::path(device_path).parent_path();
    // IN_ATTRIB: a device file comes first and its permissions a moment later.
    if (notices_ >= 0)
        inotify_add_watch(notices_, folder.c_str(), IN_CREATE | IN_MOVED_TO | IN_ATTRIB);
}

FolderWatch::~FolderWatch()
{
    if (notices_ >= 0) close(notices_);
}

FolderWatch::Woken FolderWatch::wait(int socket, fw::Nanos longest)
{
    std::array<pollfd, 2> waiting{{{socket, POLLIN, 0}, {notices_, POLLIN, 0}}};
    const timespec span{longest.count / 1'000'000'000, longest.count % 1'000'000'000};
    if (ppoll(waiting.data(), waiting.size(), &span, nullptr) <= 0) return Woken::by_time;
    if (waiting[1].revents != 0) {
        alignas(inotify_event) std::array<char, 4096> dropped;
        while (read(notices_, dropped.data(), dropped.size()) > 0) continue;
    }
    return waiting[0].revents != 0 ? Woken::by_socket : Woken::by_folder;
}

}  // namespace hil
