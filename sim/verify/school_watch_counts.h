// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// What cameras on the way to school did well and badly: events shown and false, children missed,
// absences, delays.
namespace sim
{

// After the tables watch_consent and watch_hiding were made.
void count_school_watch(const Database& database, ServiceFacts& facts);

}  // namespace sim
