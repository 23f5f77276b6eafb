// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/verify/judgement.h"

// Collects what the oracles object to. Every violation is counted; the first hundred of each
// property are kept with their text.
namespace sim
{

class Findings
{
public:
    void add(Finding finding);
    // What other oracles found meanwhile.
    void add_all(Findings others);
    std::int64_t violations(const std::string& property) const;
    std::int64_t total() const { return total_; }
    std::vector<Finding> take() { return std::move(kept_); }

private:
    static constexpr std::int64_t kept_each = 100;
    std::map<std::string, std::int64_t> count_;
    std::int64_t total_ = 0;
    std::vector<Finding> kept_;
};

}  // namespace sim
