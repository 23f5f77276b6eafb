// SPDX-License-Identifier: Apache-2.0
#pragma once

// How half fares and discounts come off a price, for every route, class and half, by card and in
// cash: fills fare_reduction for the edition and day in the table `now`.
namespace sim
{

extern const char* const reduction_sql;

}  // namespace sim
