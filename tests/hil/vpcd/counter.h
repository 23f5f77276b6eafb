// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

// How often something has happened on another thread, to be waited for.
namespace hil
{

class Counter
{
public:
    void operator++()
    {
        const std::lock_guard lock(mutex_);
        ++count_;
        more_.notify_all();
    }
    int value() const
    {
        const std::lock_guard lock(mutex_);
        return count_;
    }
    // Waits; false after a generous time.
    bool reaches(int count) const
    {
        std::unique_lock lock(mutex_);
        return more_.wait_for(lock, std::chrono::seconds(30), [&] { return count_ >= count; });
    }

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable more_;
    int count_ = 0;
};

}  // namespace hil
