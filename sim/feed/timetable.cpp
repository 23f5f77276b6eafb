// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/timetable.h"

#include <algorithm>

namespace sim
{

bool runs_on(const Service& service, Date day)
{
    if (std::binary_search(service.removed.begin(), service.removed.end(), day)) return false;
    if (std::binary_search(service.added.begin(), service.added.end(), day)) return true;
    if (day < service.start || day > service.end) return false;
    return (service.weekdays >> weekday_of(day) & 1) != 0;
}

}  // namespace sim
