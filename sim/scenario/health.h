// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/scenario/source.h"

// Health mileage of municipalities (services.md S49, S55, S56, S59, S63, S64, S66): what is
// measured, what earns points, who may see which numbers, and how many people a scenario has. The
// documents tell how wide the data is (95 items) and name no rule: all else is *assumed*.
namespace sim
{

enum class ItemSource : std::uint8_t { wearable, phone, checkup, history };

// One item that is measured or noted; its values are whole numbers of `unit`.
struct HealthItem {
    std::string id;
    std::string code;  // LOINC where there is one, otherwise ours
    std::string unit;
    std::string resource = "Observation";  // FHIR R4: or MedicationStatement or Condition
    ItemSource source = ItemSource::checkup;
    std::int64_t low = 0, high = 100;  // invented values lie between
    std::int32_t per_day = 1;          // of a wearable or phone
};

struct HealthItems {
    std::string file;
    std::string id;
    std::vector<HealthItem> items;
};

enum class DayValue : std::uint8_t { sum, count, latest };

// Points for a day on which `of` the item's readings is at least so much. Rules add up.
struct MileageRule {
    std::string id, item;
    DayValue of = DayValue::sum;
    std::int64_t at_least = 1;
    std::int64_t points = 1;
    Source source;
};

// Advice for whoever's newest value of the item lies in the range, both ends included.
struct AdviceRule {
    std::string id, item;
    std::int64_t from = 0, to = 1'000'000;
    std::string advice;  // a word
    Source source;
};

// Who looks at a dashboard: of one municipality, of these districts (empty: all), these items.
struct DashboardRole {
    std::string id, municipality;
    std::vector<std::string> districts, items;
};

struct HealthRules {
    std::string file;
    std::string id;
    std::vector<MileageRule> mileage;
    std::int64_t daily_cap = 100;  // points
    std::vector<AdviceRule> advice;
    std::vector<DashboardRole> roles;
    std::int64_t k = 5;  // cells of fewer people are not shown
};

// The programme of one municipality, a server of its own; numbers of people and of acts a day.
struct Programme {
    std::string municipality;
    std::int32_t members = 0;      // linked to the portal on an earlier day
    std::int32_t joins = 0;        // register with their card today
    std::int32_t earlier = 0;      // have an account from before cards were read
    std::int32_t upgrades = 0;     // of those, register with their card today
    std::int32_t withdrawals = 0;  // of the members, end their consent today
    std::int32_t checkups = 0, views = 0, advices = 0;
    std::int32_t lent = 0;   // wearables of the municipality
    std::int32_t loans = 0;  // of those wearables, to members without one
};

// The national portal: what it was told shows after the next batch and a delay.
struct RecordPortal {
    fw::Nanos period{3'600'000'000'000};  // between two batches
    fw::Nanos delay{1'800'000'000'000};   // A.10, 12: "portal_delay"
    std::int32_t per_minute = 600;        // requests, then "busy"
    fw::Nanos closed_from{}, closed_for{};
};

// Parts of the people, batches or acts to which it happens.
struct HealthMishaps {
    std::int32_t missing_ppm = 0;        // items of a check-up without a value
    std::int32_t corrected_ppm = 0;      // check-ups and readings with a second version
    std::int32_t late_ppm = 0;           // uploads that wait for the next
    std::int32_t repeated_ppm = 0;       // uploads that are sent once more
    std::int32_t wrong_pin_ppm = 0;      // one wrong PIN, then the right one
    std::int32_t forgotten_pin_ppm = 0;  // three wrong ones: the card is blocked
    std::int32_t lifted_early_ppm = 0;
    std::int32_t elsewhere_ppm = 0;      // of the joins, by people of another municipality
    std::int32_t taken_account_ppm = 0;  // of the upgrades, of an account that is another's
    std::int32_t lost_ppm = 0;           // lent wearables that are lost, and found by somebody
    std::int32_t other_role_ppm = 0;     // screens that ask for another role's rows
};

struct Health {
    HealthItems items;
    HealthRules rules;
    std::vector<Programme> programmes;
    RecordPortal portal;
    std::int32_t enrols = 2, checkup_desks = 2, gateways = 4, apps = 2;  // served at once
    std::int32_t screen_reads = 4;                                       // of each role and item
    std::int32_t history_days = 3;                                       // of accounts from before
    std::int32_t agree_ppm = 900'000;     // of who registers, to collecting from the portal
    std::int32_t advised_ppm = 700'000;   // of who registers, to advice
    std::int32_t override_ppm = 200'000;  // of the advice a nurse looks at
    fw::Nanos collect_period{7'200'000'000'000};
    fw::Nanos upload_period{7'200'000'000'000};
    fw::Nanos deadline{5'000'000'000};
    HealthMishaps mishaps;
    int line = 0;
};

}  // namespace sim
