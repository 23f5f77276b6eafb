// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "sim/scenario/flows.h"

// Who has agreed to what, and when, made from the consent messages of a run alone. A consent counts
// from when it arrived; a revocation from when it was answered, or arrived if it never was. One
// that has to be accepted counts from that answer on, and otherwise not. Times are nanoseconds
// since midnight.
namespace sim
{

struct ConsentTo {
    std::string person, domain, purpose;
    auto operator<=>(const ConsentTo&) const = default;
};

class ConsentRegister
{
public:
    // `bytes` are the message's: the same request sent again acts once.
    // Given until `until`.
    void note(const ConsentTo& what, ConsentEffect effect, std::int64_t t, std::int64_t until,
              const std::string& bytes);
    bool live(const ConsentTo& what, std::int64_t t) const;
    std::int64_t acts() const { return std::ssize(seen_); }

private:
    struct Act {
        ConsentEffect effect = ConsentEffect::gives;
        std::int64_t until = 0;
    };
    std::map<ConsentTo, std::map<std::int64_t, Act>> acts_;
    std::set<std::string> seen_;
};

}  // namespace sim
