// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/hop_times.h"

#include <algorithm>

namespace hil
{

Spread spread_of(std::vector<fw::Nanos> times)
{
    if (times.empty()) return {};
    std::sort(times.begin(), times.end());
    const auto at = [&](std::size_t percent) { return times[(times.size() - 1) * percent / 100]; };
    return {static_cast<int>(times.size()), at(50), at(5), at(95)};
}

Spread less_link(const Spread& device, const LinkTime& link)
{
    if (link.samples == 0 || device.samples == 0) return {};
    const auto less = [](fw::Nanos a, fw::Nanos b) { return a > b ? a - b : fw::Nanos{}; };
    return {device.samples, less(device.median, link.median), less(device.low, link.high),
            less(device.high, link.low)};
}

void HopTimes::add(const Selection& selection)
{
    if (selection.status != ReaderStatus::ok) return;
    select.push_back(selection.time.total);
    select_device.push_back(selection.time.device);
}

void HopTimes::add(const Exchange& answered)
{
    if (answered.status != ReaderStatus::ok) return;
    exchange.push_back(answered.time.total);
    exchange_device.push_back(answered.time.device);
}

}  // namespace hil
