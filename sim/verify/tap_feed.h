// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <future>
#include <string>
#include <vector>

#include "sim/verify/tap_scan.h"

// The tap scan on the machine's cores: stretches of rows are read ahead, each by a thread and a
// connection of its own, and handed on in rowid order. What is read must be committed before.
namespace sim
{

class TapFeed
{
public:
    TapFeed(std::string file, DueSql due, std::int64_t last_row);

    bool next(TapFacts& facts);

private:
    static constexpr std::int64_t stretch_rows = 32768;
    static constexpr std::size_t ahead = 4;  // stretches being read while one is consumed

    void read_ahead();

    std::string file_;
    DueSql due_;
    std::int64_t last_row_;
    std::int64_t asked_ = 0;  // rows up to here are read or being read
    std::deque<std::future<std::vector<TapFacts>>> coming_;
    std::vector<TapFacts> current_;
    std::size_t position_ = 0;
};

}  // namespace sim
