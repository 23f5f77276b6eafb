// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/card_lists.h"

namespace fw
{

bool Entitlement::pass_holds_at(Nanos now) const
{
    constexpr std::int64_t minute = 60'000'000'000;
    return pass != 0 && (pass_until == no_end || now.count < pass_until * minute);
}

}  // namespace fw
