// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/consent_register.h"

#include <iterator>

namespace sim
{

void ConsentRegister::note(const ConsentTo& what, ConsentEffect effect, std::int64_t t,
                           std::int64_t until, const std::string& bytes)
{
    if (seen_.insert(bytes).second) acts_[what].insert_or_assign(t, Act{effect, until});
}

bool ConsentRegister::live(const ConsentTo& what, std::int64_t t) const
{
    const auto found = acts_.find(what);
    if (found == acts_.end()) return false;
    const auto after = found->second.upper_bound(t);
    if (after == found->second.begin()) return false;
    const Act& last = std::prev(after)->second;
    return last.effect == ConsentEffect::gives && t < last.until;
}

}  // namespace sim
