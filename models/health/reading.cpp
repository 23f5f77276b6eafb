// SPDX-License-Identifier: Apache-2.0
#include "models/health/reading.h"

#include <algorithm>
#include <charconv>

namespace model
{

namespace
{

constexpr std::int64_t each_device = 100'000, first_checkup = 5'000'000'000, each_checkup = 100;
constexpr std::int64_t second = 1'000'000'000;

std::optional<std::int64_t> number_in(std::string_view text)
{
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::optional<std::int64_t> item_coded(const sim::HealthItems& items, const std::string& code)
{
    const auto found = std::find_if(items.items.begin(), items.items.end(),
                                    [&](const auto& item) { return item.code == code; });
    if (found == items.items.end()) return std::nullopt;
    return found - items.items.begin();
}

}  // namespace

std::int64_t day_of(fw::Nanos time)
{
    const std::int64_t day = time.count / health_day.count;
    return time.count % health_day.count < 0 ? day - 1 : day;
}

std::int64_t device_reading(std::int64_t device, std::int64_t count)
{
    return device * each_device + count;
}

std::int64_t checkup_reading(std::int64_t checkup, std::int64_t item)
{
    return first_checkup + checkup * each_checkup + item;
}

std::int64_t device_of(std::int64_t reading)
{
    return reading >= first_checkup ? 0 : reading / each_device;
}

std::string name_of_reading(std::int64_t reading)
{
    const bool clinic = reading >= first_checkup;
    const std::int64_t rest = clinic ? reading - first_checkup : reading;
    const std::int64_t each = clinic ? each_checkup : each_device;
    return (clinic ? "c" : "w") + std::to_string(rest / each) + "-" + std::to_string(rest % each);
}

std::optional<std::int64_t> reading_named(const std::string& name)
{
    const std::size_t dash = name.find('-');
    if (dash == std::string::npos || (name[0] != 'c' && name[0] != 'w')) return std::nullopt;
    const auto whose = number_in(std::string_view(name).substr(1, dash - 1));
    const auto count = number_in(std::string_view(name).substr(dash + 1));
    const std::int64_t each = name[0] == 'c' ? each_checkup : each_device;
    const std::int64_t most = name[0] == 'c' ? first_checkup : first_checkup / each_device - 1;
    if (!whose || !count || *whose < 1 || *whose > most || *count < 0 || *count >= each)
        return std::nullopt;
    return name[0] == 'c' ? checkup_reading(*whose, *count) : device_reading(*whose, *count);
}

void put_readings(sim::Form& form, const std::vector<Reading>& readings,
                  const sim::HealthItems& items)
{
    std::vector<std::string> resources, names, versions, codes, values, times;
    for (const Reading& one : readings) {
        const sim::HealthItem& item = items.items[static_cast<std::size_t>(one.item)];
        resources.push_back(item.resource);
        names.push_back(name_of_reading(one.id));
        versions.push_back(std::to_string(one.version));
        codes.push_back(item.code);
        values.push_back(std::to_string(one.value));
        times.push_back(std::to_string(one.measured.count / second));
    }
    form.set("resourceType", "Bundle").set("entry", resources).set("identifier", names);
    form.set("versionId", versions).set("code", codes).set("valueQuantity", values);
    form.set("effectiveDateTime", times);
}

std::optional<std::vector<Reading>> readings_in(const sim::Form& form,
                                                const sim::HealthItems& items)
{
    const auto names = form.texts("identifier"), versions = form.texts("versionId");
    const auto codes = form.texts("code"), values = form.texts("valueQuantity");
    const auto times = form.texts("effectiveDateTime");
    const std::size_t count = names.size();
    if (versions.size() != count || codes.size() != count || values.size() != count ||
        times.size() != count)
        return std::nullopt;
    std::vector<Reading> readings;
    for (std::size_t i = 0; i < count; ++i) {
        const auto id = reading_named(names[i]);
        const auto version = number_in(versions[i]), value = number_in(values[i]);
        const auto item = item_coded(items, codes[i]);
        const auto time = number_in(times[i]);
        if (!id || !version || *version < 1 || !item || !value || *value < 0 || !time)
            return std::nullopt;
        readings.push_back({*id, *version, *item, *value, {*time * second}});
    }
    return readings;
}

}  // namespace model
