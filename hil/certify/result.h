// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "hil/certify/suite.h"
#include "hil/certify/verdict.h"

// What a test of a device measured and found, for reports.
namespace hil
{

struct Measurement {
    std::string name;
    std::string unit;  // ms, %, or none
    int n = 0;
    double value = 0;
    std::optional<double> low{}, high{};  // one-sided bounds, each with the suite's confidence
    std::string limit{};                  // in words, such as ">= 99 %"; empty: told, not judged
    Verdict verdict = Verdict::pass;
};

struct TestResult {
    std::string name;  // "selects felica_212"
    TestSpec spec;
    Verdict verdict = Verdict::inconclusive;
    bool only_times_failed = false;      // a fail without a wrong answer
    std::vector<std::string> reasons{};  // for everything but a pass, worst things said in full
    std::vector<Measurement> measurements{};
    int bench_errors = 0;  // garbled frames and other failures of the bench; never "no card"
    fw::Nanos took{};
    std::string evidence{};  // file in the report folder
};

struct LeftOut {
    std::string name;
    std::string reason;
};

struct DeviceReport {
    Device device;
    LinkTime link{};  // of the reader
    std::vector<TestResult> results{};
    std::vector<LeftOut> left_out{};

    Verdict verdict() const;
    bool only_times_failed() const;
};

}  // namespace hil
