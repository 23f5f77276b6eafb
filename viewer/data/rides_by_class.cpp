// SPDX-License-Identifier: Apache-2.0
#include <map>
#include <tuple>

#include "sim/record/sum_key.h"
#include "viewer/data/rides.h"

namespace view
{

std::vector<ClassRides> rides_by_class(const Result& result, const City& city, const Chosen& chosen)
{
    std::map<std::tuple<std::uint32_t, bool, bool>, ClassRides> classes;
    sim::Query row = result.database().query(
        "SELECT pattern, quarter_hour, class, half, cash, rides, riders, fare, base_fare"
        " FROM ridership_class");
    while (row.step()) {
        if (!is_chosen(city, static_cast<std::uint32_t>(row.integer(0)), chosen)) continue;
        if (chosen.time && !chosen.time->holds(row.integer(1) * sim::quarter_hour_ns)) continue;
        const auto number = static_cast<std::uint32_t>(row.integer(2));
        const bool half = row.integer(3) != 0, cash = row.integer(4) != 0;
        ClassRides& rides = classes[{number, half, cash}];
        rides.discount_class = number, rides.half = half, rides.cash = cash;
        rides.rides += row.integer(5), rides.riders += row.integer(6);
        rides.fare += row.integer(7), rides.base_fare += row.integer(8);
    }
    std::vector<ClassRides> list;
    for (const auto& [key, one] : classes)  // none is left of a ride that was given back
        if (one.rides != 0 || one.riders != 0 || one.fare != 0 || one.base_fare != 0)
            list.push_back(one);
    return list;
}

}  // namespace view
