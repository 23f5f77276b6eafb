// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/scenario/field.h"
#include "sim/scenario/scenario.h"

// Strict loading of the files a person writes. Whatever is wrong with one throws ScenarioError with
// file, line and column; real feeds asked for and nowhere to be looked up throw NotHere.
namespace sim
{

using Settings = std::vector<std::string>;

// `set` holds overrides `a.b.0.c=value`, reaching into included files (`city.devices.reader.
// retries=0`), and `feeds=DIR`, the folder of real feeds (else the environment's TAPBENCH_FEEDS).
Scenario load_scenario(const std::string& file, const Settings& set = {});
City load_city(const std::string& file, const Settings& set = {});
Tariff load_tariff(const std::string& file);
DeviceParameters load_devices(const std::string& file);
People load_people(const std::string& file);

struct Checked {
    std::string
        kind;  // scenario, city, tariff, devices, people, card, bench, suite, residents, flows
    bool feeds_missing = false;  // real feeds had no folder to be looked up in
    std::optional<City> city;  // of a scenario or city; its feeds can be opened if none is missing
    std::vector<Date> days;    // on which a scenario uses the tariff
};

// Loads a file of any kind for its errors alone; real feeds need not be here.
Checked check_file(const std::string& file);

// JSON Schema (draft-07) of a kind of file, as text.
std::string schema(const std::string& kind);
const std::vector<std::string>& file_kinds();

// Everything a scenario and the files it includes can set.
std::vector<ParamRow> list_params();

}  // namespace sim
