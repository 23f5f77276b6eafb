// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <sstream>

#include "sim/app/city_pricer.h"
#include "sim/scenario/scenario_error.h"
#include "tests/sim/feed/tiny_feed.h"

inline constexpr const char* city_yaml = R"(city: tiny
feeds: [{ path: gtfs }]
tariff: tariff.yaml
devices: devices.yaml
people: people.yaml
)";
inline constexpr const char* devices_yaml = "devices: tiny\ncards: [{ id: regional }]\n";
inline constexpr const char* people_yaml =
    "people: tiny\nprofiles: [{ id: commuter, peak: \"07:30:00\" }]\n";

// Kan-etsu as published; ncb turns the order round and rounds down.
inline constexpr const char* operators_yaml = R"(tariff: tiny
operators:
  - id: kanetsu
    order: discount_then_half
    source: "invented"
    status: assumed
    rounding:
      - { id: kanetsu-ic-1, medium: ic, unit: 1 yen, mode: up, from: "2022-03-12", source: "x", status: assumed }
      - { id: kanetsu-ic-10, medium: ic, unit: 10 yen, mode: up, from: "2025-10-10", source: "x", status: assumed }
      - { id: kanetsu-cash-10, medium: cash, unit: 10 yen, mode: up, from: "2022-03-12", source: "x", status: assumed }
  - id: ncb
    order: half_then_discount
    source: "invented"
    status: assumed
    rounding:
      - { id: ncb-ic-5, medium: ic, unit: 5 yen, mode: down, from: "2022-03-12", source: "x", status: assumed }
      - { id: ncb-cash-10, medium: cash, unit: 10 yen, mode: up, from: "2022-03-12", source: "x", status: assumed }
)";
inline constexpr const char* rules_yaml = R"(flat:
  - { id: loop, operator: kanetsu, routes: [k_loop], fare: 100 yen, child_fare: 50 yen, source: "x", status: assumed }
od:
  - { id: any-line, operator: kanetsu, route: all, from: A, to: C, fare: 210 yen, source: "x", status: assumed }
  - { id: full-only, operator: kanetsu, route: k_full, from: A, to: C, fare: 90 yen, source: "x", status: assumed }
discounts:
  - { id: senior, percent: 10 %, age_from: 70, from: "2024-06-01", excluded_routes: [k_full], source: "x", status: assumed }
  - { id: youth, percent: 12.5 %, age_from: 13, age_to: 22, from: "2024-12-03", until: "2026-03-31", operators: [ncb], source: "x", status: assumed }
)";

// Four lines over A, B, C: A-B costs 180, B-C 190, and no feed row knows A-C.
class CityPricerTest : public testing::Test
{
protected:
    CityPricerTest()
    {
        feed_.files["agency.txt"] = "agency_id,agency_name\nkanetsu,K\nncb,N\n";
        feed_.files["routes.txt"] =
            "route_id,agency_id,route_long_name\nk,kanetsu,K\nk_loop,kanetsu,Loop\n"
            "k_full,kanetsu,Full\nn,ncb,N\n";
        feed_.files["trips.txt"] =
            "route_id,service_id,trip_id\nk,daily,tk\nk_loop,daily,tloop\nk_full,daily,tfull\n"
            "n,daily,tn\n";
        std::string& times = feed_.files["stop_times.txt"];
        times = "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n";
        for (const std::string trip : {"tk", "tloop", "tfull", "tn"})
            times += trip + ",08:00:00,08:00:00,A,1\n" + trip + ",08:10:00,08:10:00,B,2\n" + trip +
                     ",08:20:00,08:20:00,C,3\n";
        feed_.files["fare_attributes.txt"] =
            "fare_id,price,currency_type,ic_price\nf180,180,JPY,\nf190,190,JPY,183\n";
        feed_.files["fare_rules.txt"] =
            "fare_id,route_id,origin_id,destination_id\nf180,,A,B\nf190,,B,C\n";
        for (const auto& [file, content] : feed_.files) folder_.write("gtfs/" + file, content);
        folder_.write("city.yaml", city_yaml);
        folder_.write("tariff.yaml", std::string(operators_yaml) + rules_yaml);
        folder_.write("devices.yaml", devices_yaml);
        folder_.write("people.yaml", people_yaml);
    }

    // "170 gtfs:f180 senior-10% round kanetsu-ic-10", or what was refused.
    std::string price(const std::string& trip, int board, int alight, const std::string& rider,
                      const std::string& on, sim::Medium medium = sim::Medium::ic)
    {
        sim::FareCommand options;
        options.city = folder_ / "city.yaml";
        options.rider = rider;
        options.medium = medium;
        options.pass = pass_;
        options.product = product_;
        if (!on.empty()) options.on = sim::parse_date(on);
        std::ostringstream log;
        try {
            const auto priced = app::city_pricer(options, log)->price({"", trip, board, alight});
            return (priced.price ? std::to_string(priced.price->count) : "-") + " " + priced.rule;
        } catch (const sim::ScenarioError& refused) {
            return refused.what();
        }
    }

    TinyFeed feed_;
    std::string pass_, product_;
    TempFolder folder_;
};
