// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "sim/base/date.h"
#include "sim/feed/ride_pricer.h"
#include "sim/scenario/tariff.h"

// `tapbench fare`: prices rides in bulk without a simulation. Rides come as CSV with the columns
// feed (may be left out with one feed), trip_id, board_seq and alight_seq in any order; out go the
// same columns plus price (yen, empty when no rule matches, never 0 for that) and rule. A ride that
// names an unknown trip or stop gets an empty price and a line on the log. The output file appears
// whole or not at all. Throws ScenarioError for files that cannot be used.
namespace sim
{

struct FareCommand {
    std::string city;                // city.yaml, or
    std::vector<std::string> feeds;  // zips or folders
    std::string rides;
    std::string out;              // empty: the stream
    std::optional<Date> on;       // day of the tariff; bare feeds have one tariff for all days
    std::string rider = "adult";  // class of the tariff; bare feeds know adults only
    Medium medium = Medium::ic;
    std::string pass;     // pass of the tariff on the card; an amount pass as ID=YEN
    std::string product;  // instead of the ride: the commuter pass of its section
};

// Makes the pricer of a city; the tariff provides one.
using CityPricer =
    std::function<std::unique_ptr<RidePricer>(const FareCommand& options, std::ostream& log)>;

// Exit code: 0, or 3 when --city is asked for and there is no `city_pricer`.
int fare_command(const FareCommand& options, std::ostream& out, std::ostream& log,
                 const CityPricer& city_pricer = {});

}  // namespace sim
