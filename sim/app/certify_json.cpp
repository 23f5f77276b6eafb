// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "sim/app/certify_report.h"

namespace app
{

namespace
{

using nlohmann::json;

json measurement_json(const hil::Measurement& one)
{
    json out{{"name", one.name},
             {"unit", one.unit},
             {"n", one.n},
             {"value", one.value},
             {"limit", one.limit.empty() ? json() : json(one.limit)},
             {"verdict", one.limit.empty() ? json() : json(hil::word_of(one.verdict))}};
    out["low"] = one.low ? json(*one.low) : json();
    out["high"] = one.high ? json(*one.high) : json();
    return out;
}

json result_json(const hil::TestResult& result)
{
    json measurements = json::array();
    for (const hil::Measurement& one : result.measurements)
        measurements.push_back(measurement_json(one));
    return {{"test", result.name},
            {"count", result.spec.count},
            {"verdict", hil::word_of(result.verdict)},
            {"reasons", result.reasons},
            {"measurements", measurements},
            {"bench_errors", result.bench_errors},
            {"took_ns", result.took.count},
            {"evidence", result.evidence.empty() ? json() : json(result.evidence)}};
}

json claims_json(hil::CapabilitySet claims)
{
    json all = json::array();
    for (const hil::Capability one : hil::all_of(claims)) all.push_back(hil::word_of(one));
    return all;
}

json device_json(const hil::DeviceReport& report)
{
    const hil::Device& device = report.device;
    json results = json::array(), left_out = json::array(), cards = json::array();
    for (const hil::TestResult& result : report.results) results.push_back(result_json(result));
    for (const hil::LeftOut& test : report.left_out)
        left_out.push_back({{"test", test.name}, {"reason", test.reason}});
    for (const hil::DeskCard& card : device.cards)
        cards.push_back({{"name", card.name},
                         {"declares", claims_json(card.claims)},
                         {"invented", card.invented}});
    return {{"name", device.name},
            {"product", device.product},
            {"serial", device.serial},
            {"declares", claims_json(device.claims)},
            {"cards", cards},
            {"verdict", hil::word_of(report.verdict())},
            {"link_ns",
             {{"n", report.link.samples},
              {"median", report.link.median.count},
              {"low", report.link.low.count},
              {"high", report.link.high.count}}},
            {"tests", results},
            {"left_out", left_out}};
}

}  // namespace

std::string certify_json(const Certification& it)
{
    json devices = json::array();
    for (const hil::DeviceReport& report : it.devices) devices.push_back(device_json(report));
    return json{{"format", "tapbench certification 1"},
                {"suite",
                 {{"name", it.suite.name},
                  {"version", it.suite.version},
                  {"file_sha256", it.suite_digest},
                  {"confidence", it.suite.confidence}}},
                {"bench", {{"name", it.bench_name}, {"file_sha256", it.bench_digest}}},
                {"build", it.build},
                {"began", utc_text(it.began)},
                {"ended", utc_text(it.ended)},
                {"expires", expiry_of(it)},
                {"verdict", hil::word_of(it.verdict())},
                {"ran_to_completion", it.verdict() != hil::Verdict::aborted},
                {"exit_code", it.exit_code()},
                {"repeat", it.repeat},
                {"does_not_say", it.suite.limits},
                {"devices", devices}}
               .dump(1) +
           "\n";
}

}  // namespace app
