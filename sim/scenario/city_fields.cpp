// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/decimals.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/words.h"

namespace sim
{

void fields(Visitor& v, Profile& profile)
{
    v.field({"id", "name of the profile", Need::required}, Text(profile.id));
    v.field({"age_from", "youngest age"}, Count(profile.age_from, 0, 120));
    v.field({"age_to", "oldest age, itself included"}, Count(profile.age_to, 0, 120));
    v.field({"child_card", "riders with a child's card"}, Percent(profile.child_card_ppm));
    v.field({"disabled_card", "riders with a disabled person's card"},
            Percent(profile.disabled_card_ppm));
    v.field({"companions", "riders who pay for two on one card"}, Percent(profile.companions_ppm));
    v.field({"top_up", "riders who ask the driver for a top-up when short"},
            Percent(profile.top_up_ppm));
    v.field({"residents", "riders who live in the city"}, Percent(profile.resident_ppm));
    v.field({"peak", "most frequent desired departure", Need::required}, TimeOfDay(profile.peak));
    v.field({"spread", "departures lie at most so far from the peak (triangular)"},
            Duration(profile.spread, {1'000'000'000}));
    v.field({"centre_pull", "weight of busy stops as destinations"},
            Percent(profile.centre_pull_ppm));
    v.field({"ride_scale", "typical time of a ride (gravity)"},
            Duration(profile.ride_scale, {1'000'000'000}));
    v.field({"purse_from", "least balance in the morning"}, Money(profile.purse_from));
    v.field({"purse_to", "greatest balance in the morning"}, Money(profile.purse_to));
    v.require(profile.age_from <= profile.age_to, "age_to",
              "\"age_to\" must not be less than \"age_from\"");
    v.require(profile.purse_from <= profile.purse_to, "purse_to",
              "\"purse_to\" must not be less than \"purse_from\"");
    v.require(profile.child_card_ppm + profile.disabled_card_ppm <= 1'000'000, "disabled_card",
              "\"child_card\" and \"disabled_card\" together exceed 100 %");
}

void fields(Visitor& v, People& people)
{
    v.file(people.file);
    v.field({"people", "name of this population; all of it is invented", Need::heading},
            Text(people.id));
    v.field({"profiles", "kinds of rider", Need::required}, List(people.profiles, 1, &Profile::id));
}

void fields(Visitor& v, FeedSource& feed)
{
    v.place(&feed.line, &feed.column);
    v.field({"path", "GTFS zip or folder, relative to the city file; real: a bare file name",
             Need::required},
            Text(feed.path));
    v.field({"operator", "owner of all its routes; left out: each agency_id is an operator"},
            Text(feed.operator_id));
    v.field({"real", "an operator's own feed, found by --set feeds=DIR or TAPBENCH_FEEDS"},
            Flag(feed.real));
    v.require(!feed.real || feed.path.find('/') == std::string::npos, "path",
              "a real feed is named by its bare file name");
}

void fields(Visitor& v, Box& box)
{
    v.field({"south", "least latitude", Need::required}, Degrees(box.south, 90));
    v.field({"north", "greatest latitude", Need::required}, Degrees(box.north, 90));
    v.field({"west", "least longitude", Need::required}, Degrees(box.west, 180));
    v.field({"east", "greatest longitude", Need::required}, Degrees(box.east, 180));
    v.require(box.south < box.north, "north", "\"north\" must be greater than \"south\"");
    v.require(box.west < box.east, "east", "\"east\" must be greater than \"west\"");
}

void fields(Visitor& v, City& city)
{
    v.file(city.file);
    v.field({"city", "name of the city", Need::heading}, Text(city.name));
    v.field({"feeds", "timetables and fares", Need::required}, List(city.feeds, 1));
    v.field({"bounds", "only trips that touch this box run"}, Maybe<Box, Struct<Box>>(city.bounds));
    v.field({"tariff", "fare rules", Need::required}, Include(city.tariff_file, city.tariff));
    v.field({"devices", "parameters of every device", Need::required},
            Include(city.device_file, city.devices));
    v.field({"people", "kinds of rider", Need::required}, Include(city.people_file, city.people));
    std::vector<std::string> ids;
    for (const OperatorTariff& one : city.tariff.operators) ids.push_back(one.id);
    require_vendors(v, city);
    for (std::size_t i = 0; i < city.feeds.size(); ++i) {
        const std::string& id = city.feeds[i].operator_id;
        v.require(id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end(),
                  fmt::format("feeds.{}.operator", i),
                  fmt::format("unknown operator \"{}\"{}", id, did_you_mean(id, ids)));
    }
}

}  // namespace sim
