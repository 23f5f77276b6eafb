// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/load.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>

#include "sim/scenario/bench_file.h"
#include "sim/scenario/card_file.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/overrides.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/suite_file.h"

namespace sim
{

namespace fs = std::filesystem;

YamlNode parse_included(const YamlNode& node)
{
    fs::path path = node.text;
    if (node.place.file && node.place.line > 0)
        path = fs::path(*node.place.file).parent_path() / path;
    path = path.lexically_normal();
    if (!fs::is_regular_file(path)) node.fail(fmt::format("no such file: {}", path.string()));
    return parse_yaml(path.string());
}

namespace
{

enum class Feeds : std::uint8_t { needed, looked_at };

template <class T>
T load(const YamlNode& root)
{
    T value;
    Struct<T>(value).read(root);
    return value;
}

// Takes `feeds=DIR` out of the settings and applies the rest.
std::string apply(YamlNode& root, const Settings& set)
{
    const char* from_environment = std::getenv("TAPBENCH_FEEDS");
    std::string folder = from_environment ? from_environment : "";
    for (const std::string& setting : set) {
        if (setting.starts_with("feeds="))
            folder = setting.substr(6);
        else
            apply_setting(root, setting);
    }
    return folder;
}

// Turns each path into one that can be opened. False: a real feed has no folder to look in.
bool find_feeds(City& city, const std::string& folder, Feeds policy)
{
    bool all = true;
    const fs::path home = fs::path(city.file).parent_path();
    for (FeedSource& feed : city.feeds) {
        if (feed.real && folder.empty()) {
            if (policy == Feeds::needed)
                throw NotHere(
                    fmt::format("{}:{}: the real feed {} is not here: name its folder by "
                                "--set feeds=DIR or TAPBENCH_FEEDS",
                                city.file, feed.line, feed.path));
            all = false;
            continue;
        }
        const fs::path path = (feed.real ? fs::path(folder) : home) / feed.path;
        feed.path = path.lexically_normal().string();
        if (!fs::exists(feed.path))
            throw ScenarioError(city.file, feed.line, feed.column, "no such feed: " + feed.path);
    }
    return all;
}

// The scenario in one piece. Paths stay relative to the scenario file and real feeds keep their
// bare name, so that the text does not depend on where the files lie.
std::string resolved_text(Scenario scenario)
{
    const fs::path home = fs::path(scenario.file).parent_path();
    for (FeedSource& feed : scenario.city.feeds) {
        const fs::path path = feed.path;
        feed.path = (feed.real ? path.filename() : path.lexically_relative(home)).string();
        if (feed.path.empty()) feed.path = path.string();
    }
    return to_yaml(Struct<Scenario>(scenario).write());
}

struct FoundScenario {
    Scenario scenario;
    bool all_feeds = true;
};

FoundScenario scenario_of(YamlNode root, const Settings& set, Feeds policy)
{
    const std::string folder = apply(root, set);
    FoundScenario found{load<Scenario>(root)};
    Scenario& scenario = found.scenario;
    scenario.profiles = scenario.city.people.profiles;
    found.all_feeds = find_feeds(scenario.city, folder, policy);
    scenario.resolved = resolved_text(scenario);
    return found;
}

std::vector<Date> tariff_days(const Scenario& scenario)
{
    std::vector<Date> days{scenario.tariff_date};
    for (const Change& change : scenario.changes)
        if (change.kind == ChangeKind::tariff) days.push_back(change.tariff_date);
    return days;
}

}  // namespace

Scenario load_scenario(const std::string& file, const Settings& set)
{
    return scenario_of(parse_yaml(file), set, Feeds::needed).scenario;
}

City load_city(const std::string& file, const Settings& set)
{
    YamlNode root = parse_yaml(file);
    const std::string folder = apply(root, set);
    City city = load<City>(root);
    find_feeds(city, folder, Feeds::needed);
    return city;
}

Tariff load_tariff(const std::string& file)
{
    return load<Tariff>(parse_yaml(file));
}
DeviceParameters load_devices(const std::string& file)
{
    return load<DeviceParameters>(parse_yaml(file));
}
People load_people(const std::string& file)
{
    return load<People>(parse_yaml(file));
}

const std::vector<std::string>& file_kinds()
{
    static const std::vector<std::string> kinds{
        "scenario",     "bench",        "city",           "tariff",       "devices",      "people",
        "card",         "suite",        "residents",      "flows",        "taxi_subsidy", "order",
        "health_items", "health_rules", "child_schedule", "emergency_set"};
    return kinds;
}

Checked check_file(const std::string& file)
{
    YamlNode root = parse_yaml(file);
    Checked checked;
    for (const std::string& kind : file_kinds())  // a scenario has a city too: the first one counts
        if (checked.kind.empty() && root.find(kind)) checked.kind = kind;
    if (checked.kind.empty())
        root.fail(
            "expected a file with the key scenario, city, tariff, devices, people, card, bench, "
            "suite, residents, flows, taxi_subsidy, order, health_items, health_rules, "
            "child_schedule or emergency_set");
    const std::string folder = apply(root, {});
    if (checked.kind == "scenario") {
        FoundScenario found = scenario_of(root, {}, Feeds::looked_at);
        checked.feeds_missing = !found.all_feeds;
        checked.days = tariff_days(found.scenario);
        checked.city = std::move(found.scenario.city);
    } else if (checked.kind == "city") {
        checked.city = load<City>(root);
        checked.feeds_missing = !find_feeds(*checked.city, folder, Feeds::looked_at);
    } else if (checked.kind == "tariff") {
        load<Tariff>(root);
    } else if (checked.kind == "devices") {
        load<DeviceParameters>(root);
    } else if (checked.kind == "card") {
        load<CardFile>(root);
    } else if (checked.kind == "bench") {
        load<BenchFile>(root);
    } else if (checked.kind == "suite") {
        load<SuiteFile>(root);
    } else if (checked.kind == "residents") {
        load<ResidentParameters>(root);
    } else if (checked.kind == "flows") {
        load<Flows>(root);
    } else if (checked.kind == "taxi_subsidy") {
        load<TaxiSubsidy>(root);
    } else if (checked.kind == "child_schedule") {
        load<ChildSchedule>(root);
    } else if (checked.kind == "emergency_set") {
        load<EmergencySet>(root);
    } else if (checked.kind == "order") {
        load<FlowOrder>(root);
    } else if (checked.kind == "health_items") {
        load<HealthItems>(root);
    } else if (checked.kind == "health_rules") {
        load<HealthRules>(root);
    } else {
        load<People>(root);
    }
    return checked;
}

}  // namespace sim
