// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/scenario/field.h"

// A certification suite: which tests a device is put to and where the limits lie.
namespace sim
{

enum class SuiteTech : std::uint8_t { felica_212, felica_424, type_b, type_a };

struct SuiteTest {
    std::string test;
    SuiteTech tech = SuiteTech::felica_212;
    std::int32_t count = 1;
    std::int32_t hit_rate_ppm = 990'000;
    std::optional<fw::Nanos> p50, p95, p99;
    fw::Nanos within{2'000'000'000};
};

enum class SuiteSubject : std::uint8_t { reader, transit_card };

struct SuiteFile {
    std::string file;
    std::string name;
    std::string version;
    SuiteSubject subject = SuiteSubject::reader;
    std::int32_t confidence_ppm = 950'000;
    std::int32_t valid_days = 365;
    std::vector<std::string> limits;  // what its certificate does not say
    std::vector<SuiteTest> tests;
};

void fields(Visitor& visitor, SuiteTest& test);
void fields(Visitor& visitor, SuiteFile& suite);

SuiteFile load_suite(const std::string& file);

// Every word that `test:` knows.
std::vector<std::string> suite_test_words();

}  // namespace sim
