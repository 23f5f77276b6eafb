// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <string>

// Work done in processes of its own, a few side by side: SystemC simulates one city per process,
// and one that dies takes no other with it. A child starts as a copy of this process (fork), so
// what was loaded before is there without being loaded again; start no thread before.
namespace app
{

struct ChildResult {
    std::size_t number = 0;
    bool died = false;  // by a signal, an exception or an early exit: the bench's own failure
    std::string text;   // what `work` returned, or how it died
};

// Calls work(0), work(1), ... work(count - 1), each in a child, `jobs` at a time, and hands every
// result to `done` in the order of the numbers. `done` returns false to start no more.
void run_children(std::size_t count, int jobs, const std::function<std::string(std::size_t)>& work,
                  const std::function<bool(const ChildResult&)>& done);

}  // namespace app
