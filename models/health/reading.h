// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "sim/link/form.h"
#include "sim/scenario/health.h"

// One value of one item, as devices and clinics tell it and servers keep it. A later version of the
// same reading takes its place (services.md S49, S55). On the wire readings are parallel lists with
// the names of FHIR R4: identifier, versionId, code, valueQuantity, effectiveDateTime; the last one
// in seconds of the run's first day, since birth dates and the like must not look like them.
namespace model
{

constexpr fw::Nanos health_day{86'400'000'000'000};

struct Reading {
    std::int64_t id = 0;
    std::int64_t version = 1;
    std::int64_t item = 0;  // position in the items file, from 0
    std::int64_t value = 0;
    fw::Nanos measured{};  // whole seconds

    friend bool operator==(const Reading&, const Reading&) = default;
};

// Day of the run, 0 the first one, negative before it.
std::int64_t day_of(fw::Nanos time);

// Numbers of readings: of a device, and of an item of a clinic's check-up.
std::int64_t device_reading(std::int64_t device, std::int64_t count);
std::int64_t checkup_reading(std::int64_t checkup, std::int64_t item);
std::int64_t device_of(std::int64_t reading);  // 0: a clinic's
// "w12-5", "c3-17" and back; none: no such name.
std::string name_of_reading(std::int64_t reading);
std::optional<std::int64_t> reading_named(const std::string& name);

void put_readings(sim::Form& form, const std::vector<Reading>& readings,
                  const sim::HealthItems& items);
// None when the lists are of different lengths or something in them is no reading.
std::optional<std::vector<Reading>> readings_in(const sim::Form& form,
                                                const sim::HealthItems& items);

}  // namespace model
