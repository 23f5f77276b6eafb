// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>

namespace hil
{

// What the card said, to be waited for.
class Sayings
{
public:
    void add(const std::string& line)
    {
        const std::lock_guard lock(mutex_);
        all_ += line + "\n";
        more_.notify_all();
    }
    bool has(const std::string& words)
    {
        std::unique_lock lock(mutex_);
        return more_.wait_for(lock, std::chrono::seconds(30),
                              [&] { return all_.find(words) != std::string::npos; });
    }

private:
    std::mutex mutex_;
    std::condition_variable more_;
    std::string all_;
};

}  // namespace hil
