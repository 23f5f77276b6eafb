// SPDX-License-Identifier: Apache-2.0
#include "models/health/wearable.h"

#include <algorithm>

namespace model
{

namespace
{

constexpr std::int64_t second = 1'000'000'000;
constexpr fw::Nanos gets_up{6 * 3600 * second}, awake{16 * 3600 * second};  // *assumed*
constexpr std::uint64_t many = 1'000'003;

std::uint64_t key_of(std::uint32_t resident, std::size_t item)
{
    return resident * many + item;
}

}  // namespace

BodyOf::BodyOf(std::uint64_t seed, const sim::HealthItems& items)
    : items_(items), stream_(seed, "health body")
{
}

// A person has a level of their own, about which values lie.
std::int64_t BodyOf::value(std::uint32_t resident, std::size_t item, std::uint64_t occasion) const
{
    const sim::HealthItem& one = items_.items[item];
    const auto range = static_cast<std::uint64_t>(one.high - one.low) + 1;
    const std::uint64_t key = key_of(resident, item);
    const std::uint64_t level = stream_.below(range, key, 0);
    const std::uint64_t today = stream_.below(range, key, occasion + 1);
    return one.low + static_cast<std::int64_t>((2 * level + today) / 3);
}

std::vector<Reading> BodyOf::between(std::uint32_t resident, fw::Nanos after, fw::Nanos until) const
{
    std::vector<Reading> found;
    for (std::int64_t day = day_of(after); day <= day_of(until); ++day)
        for (std::size_t item = 0; item < items_.items.size(); ++item) {
            const sim::HealthItem& one = items_.items[item];
            if (one.source != sim::ItemSource::wearable && one.source != sim::ItemSource::phone)
                continue;
            const std::int64_t slot = awake.count / one.per_day;
            for (std::int32_t i = 0; i < one.per_day; ++i) {
                const auto occasion = static_cast<std::uint64_t>((day + 1000) * 100 + i);
                const auto late = stream_.below(static_cast<std::uint64_t>(slot / second),
                                                key_of(resident, item), occasion * 2 + many);
                const fw::Nanos at = health_day * day + gets_up + fw::Nanos{slot} * i +
                                     fw::Nanos{static_cast<std::int64_t>(late) * second};
                if (after < at && at <= until)
                    found.push_back({0,
                                     1,
                                     static_cast<std::int64_t>(item),
                                     value(resident, item, occasion),
                                     {at.count / second * second}});
            }
        }
    std::sort(found.begin(), found.end(), [](const Reading& a, const Reading& b) {
        return std::pair(a.measured, a.item) < std::pair(b.measured, b.item);
    });
    return found;
}

void Wearable::put_on(std::uint32_t resident, std::size_t owner, fw::Nanos from)
{
    worn_ = true;
    wearer_ = resident;
    owner_ = owner;
    measured_ = from;
}

void Wearable::measure(const BodyOf& body, fw::Nanos until)
{
    if (!worn_ || until <= measured_) return;
    for (Reading reading : body.between(wearer_, measured_, until)) {
        reading.id = device_reading(number_, ++count_);
        memory_.push_back({reading, wearer_});
    }
    measured_ = until;
}

std::int64_t Wearable::held_of_others(std::uint32_t resident) const
{
    return std::count_if(memory_.begin(), memory_.end(),
                         [&](const HeldReading& one) { return one.resident != resident; });
}

}  // namespace model
