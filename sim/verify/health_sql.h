// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

#include "sim/verify/sql_checks.h"

// The second computation of health mileage, in SQL over the run's rows. `health_sent` holds every
// reading of every message that reached a server, from the recorded bytes.
namespace sim
{

std::span<const char* const> health_preparations();
std::span<const SqlCheck> health_checks();

}  // namespace sim
