// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

// The oracle's reductions of sales in shops, for the edition of the tariff in the table `now`.
namespace sim
{

std::string sale_sql();

}  // namespace sim
