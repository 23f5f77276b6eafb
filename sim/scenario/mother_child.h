// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/parameters.h"
#include "sim/scenario/source.h"

// The health information service for mother and child (services.md A.5, S43 to S45): registration
// at the city's counter in ten steps, messages and vaccinations by date, and the city's own records
// given back at night. All numbers are *assumed*: the documents give none.
namespace sim
{

// What goes wrong at the counter; parts of the registrations.
struct MotherMishaps {
    std::int32_t lost_step_ppm = 0;      // one of the ten steps is left out
    std::int32_t repeated_step_ppm = 0;  // one of the ten steps is done twice
    std::int32_t wrong_password_ppm = 0;
    std::int32_t forgotten_password_ppm = 0;  // until the card is blocked
    std::int32_t other_phone_ppm = 0;  // somebody behind her reads the code on the screen first
    std::int32_t revoked_ppm = 0, expired_ppm = 0;  // signature certificates
};

// Told when the pregnancy is so many weeks old, or the child so many months.
struct AgeMessage {
    std::string id;
    bool weeks = false;
    std::int32_t at = 0;
    Source source;
};

// A dose of a vaccine: from an age on, so long after the dose before, until an age.
struct VaccineDose {
    std::string vaccine;
    std::int32_t dose = 1;
    std::int32_t from_month = 0, until_month = 0;
    std::int32_t after_days = 0;
    Source source;
};

struct ChildSchedule {
    std::string file;
    std::string id;
    std::vector<AgeMessage> messages;
    std::vector<VaccineDose> doses;
};

// Years before the service day that the calendar of messages and doses runs through, night by
// night.
struct MotherCalendar {
    ChildSchedule schedule;
    std::int32_t years = 7;
    std::int32_t missed_night_ppm = 0;  // the timer does not run; the next night makes up for it
    std::int32_t too_early_ppm = 0;     // dates entered that lie before the next one due
    std::int32_t never_ppm = 0;         // doses that are never given
    std::int32_t leap_births_ppm = 0;   // children born on a 29 February, of those that may be
};

struct NightlyReturn {
    fw::Nanos at{};
    std::int32_t late_ppm = 0;       // records the city's section enters only during the night
    std::int32_t withdrawn_ppm = 0;  // families who end the service before or during it
};

// Parts of the families.
struct FamilyKinds {
    std::int32_t twins_ppm = 0;
    std::int32_t namesakes_ppm = 0;  // another child has the same name, birth date and district
    std::int32_t moved_ppm = 0;      // to another municipality
};

struct MotherChild {
    std::string card;  // My Number Card of everybody, beside the scenario file
    std::int32_t counters = 1;
    std::int64_t registrations = 0;
    std::int64_t families = 0;  // registered earlier, with children
    std::int32_t phones = 4;    // of those families, in use at once
    Distribution look{Distribution::Kind::lognormal, {60'000'000'000}, {}, 300000};
    Distribution explain{Distribution::Kind::lognormal, {180'000'000'000}, {}, 300000};
    Distribution handling{Distribution::Kind::lognormal, {4'000'000'000}, {}, 400000};
    Distribution password{Distribution::Kind::lognormal, {12'000'000'000}, {}, 400000};
    fw::Nanos deadline{5'000'000'000};  // of a request; then it is sent again
    std::int32_t attempts = 4;
    fw::Nanos qr_life{300'000'000'000};   // the code on the screen counts so long
    fw::Nanos job_period{5'000'000'000};  // the operator looks for new accounts so often
    FamilyKinds kinds;
    MotherMishaps mishaps;
    std::optional<MotherCalendar> calendar;
    std::optional<NightlyReturn> returns;
    int line = 0;
};

}  // namespace sim
