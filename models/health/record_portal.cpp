// SPDX-License-Identifier: Apache-2.0
#include "models/health/record_portal.h"

#include <algorithm>

namespace model
{

namespace
{

constexpr std::int64_t minute = 60'000'000'000;

}  // namespace

fw::Nanos RecordPortal::shows(fw::Nanos time) const
{
    const std::int64_t batch = (time.count / rules_.period.count + 1) * rules_.period.count;
    return fw::Nanos{batch} + rules_.delay;
}

void RecordPortal::adopt(const std::string& subject, const Reading& reading)
{
    records_[subject].push_back({reading, {1}});
}

bool RecordPortal::busy(fw::Nanos now)
{
    const std::int64_t current = now.count / minute;
    if (current != minute_) requests_ = 0;
    minute_ = current;
    return ++requests_ > rules_.per_minute;
}

sim::Form RecordPortal::answer(const sim::Form& request, const std::string&, Line& line)
{
    const fw::Nanos now = line.now();
    if (rules_.closed_from <= now && now < rules_.closed_from + rules_.closed_for)
        return sim::Form("portal.closed").set("reason", "portal_closed");
    if (busy(now)) return sim::Form("portal.busy").set("reason", "portal_busy");
    return request.kind() == "record.store" ? store(request, now) : read(request, now);
}

// A version that is there already is not stored again, so that a repeated request changes nothing.
sim::Form RecordPortal::store(const sim::Form& request, fw::Nanos now)
{
    const auto readings = readings_in(request, items_);
    const std::string subject = request.text("subject").value_or("");
    if (!readings || subject.empty()) return sim::Form("portal.refused").set("reason", "malformed");
    std::vector<Shown>& all = records_[subject];
    for (const Reading& one : *readings) {
        const bool known = std::any_of(all.begin(), all.end(), [&](const Shown& shown) {
            return shown.reading.id == one.id && shown.reading.version >= one.version;
        });
        if (!known) all.push_back({one, shows(now)});
    }
    return sim::Form("record.stored").set("visible_ns", shows(now).count);
}

sim::Form RecordPortal::read(const sim::Form& request, fw::Nanos now) const
{
    const std::int64_t after = request.number("after_ns").value_or(0);
    std::vector<Reading> readings;
    const auto found = records_.find(request.text("subject").value_or(""));
    if (found != records_.end())
        for (const Shown& shown : found->second)
            if (after < shown.from.count && shown.from <= now) readings.push_back(shown.reading);
    sim::Form reply("record.bundle");
    put_readings(reply, readings, items_);
    return reply.set("served_ns", now.count);
}

}  // namespace model
