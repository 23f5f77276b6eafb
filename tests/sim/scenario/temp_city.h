// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"

// A folder with the smallest set of files that loads: s.yaml, city.yaml, tariff.yaml, devices.yaml,
// people.yaml and an empty feed folder. A test overwrites the file it is about.
class TempCity
{
public:
    TempCity()
    {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        folder_ = std::filesystem::temp_directory_path() /
                  (std::string("tapbench_") + test->test_suite_name() + "_" + test->name());
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_ / "gtfs");
        write("s.yaml", scenario);
        write("city.yaml", city);
        write("tariff.yaml", tariff);
        write("devices.yaml", devices);
        write("people.yaml", people);
    }
    ~TempCity() { std::filesystem::remove_all(folder_); }
    TempCity(const TempCity&) = delete;
    TempCity& operator=(const TempCity&) = delete;

    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    void write(const std::string& name, const std::string& text) const
    {
        std::ofstream(folder_ / name) << text;
    }

    // What is said about the scenario, without the folder: "s.yaml:3:7: expected ...".
    std::string error(const sim::Settings& set = {}) const
    {
        try {
            sim::load_scenario(path("s.yaml"), set);
        } catch (const sim::ScenarioError& refused) {
            return shortened(refused.what());
        }
        return "accepted";
    }
    // The same with `text` as the scenario file.
    std::string error_of(const std::string& text) const
    {
        write("s.yaml", text);
        return error();
    }
    std::string shortened(std::string text) const
    {
        const std::string prefix = folder_.string() + "/";
        for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix))
            text.erase(at, prefix.size());
        return text;
    }

    static constexpr const char* scenario = R"(scenario: small
seed: 7
city: city.yaml
timetable_date: "2026-06-10"
tariff_date: "2026-06-10"
window: { from: "07:30:00", to: "08:30:00" }
people:
  - { profile: commuter, count: 10 }
)";
    static constexpr const char* city = R"(city: small
feeds:
  - { path: gtfs, operator: ncb }
tariff: tariff.yaml
devices: devices.yaml
people: people.yaml
)";
    static constexpr const char* tariff = R"(tariff: small
operators:
  - id: ncb
    source: "invented"
    status: assumed
    rounding:
      - { id: i, medium: ic, unit: 1 yen, mode: up, from: "2020-01-01", source: "x", status: assumed }
      - { id: c, medium: cash, unit: 10 yen, mode: up, from: "2020-01-01", source: "x", status: assumed }
)";
    static constexpr const char* devices = "devices: small\ncards:\n  - { id: regional }\n";
    static constexpr const char* people =
        "people: small\nprofiles:\n  - { id: commuter, peak: \"07:30:00\" }\n";

private:
    std::filesystem::path folder_;
};
