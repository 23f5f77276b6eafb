// SPDX-License-Identifier: Apache-2.0
#include "sim/report/result_json.h"

#include <nlohmann/json.hpp>

#include "sim/report/amounts_text.h"

namespace sim
{

namespace
{

using Json = nlohmann::ordered_json;

const char* unit_of(Expectation::Unit unit)
{
    if (unit == Expectation::Unit::nanos) return "ns";
    return unit == Expectation::Unit::yen ? "yen" : "count";
}

Json json_of(const ExpectationResult& e)
{
    const Expectation& x = e.expectation;
    Json json{{"name", name_of(x)},       {"measure", x.measure}, {"hop", x.hop},
              {"statistic", x.statistic}, {"op", x.op},           {"limit", x.limit},
              {"unit", unit_of(x.unit)},  {"value", nullptr},     {"verdict", text_of(e.verdict)},
              {"broken_by", e.broken_by}, {"detail", e.detail},   {"line", x.line}};
    if (e.value) json["value"] = *e.value;
    return json;
}

Json json_of(const PropertyResult& p)
{
    return {{"name", p.name},
            {"kind", text_of(p.kind)},
            {"state", text_of(p.state)},
            {"checked", p.checked},
            {"violations", p.violations}};
}

Json json_of(const Finding& f)
{
    return {{"property", f.property},
            {"tap", text_of(f.tap)},
            {"hop", f.hop},
            {"yen", f.yen},
            {"text", f.text}};
}

Json json_of(const TriedService& one)
{
    return {{"kind", one.kind},
            {"service", one.service},
            {"outcome", one.done ? "done" : "dead_end"},
            {"reason", one.reason},
            {"expected", one.expected}};
}

template <typename Rows>
Json list_of(const Rows& rows)
{
    Json list = Json::array();
    for (const auto& row : rows) list.push_back(json_of(row));
    return list;
}

}  // namespace

std::string result_json(const Judgement& judgement, const std::string& repeat_command,
                        const std::map<std::string, double>& extra)
{
    Json json{{"schema", 1},
              {"scenario", judgement.scenario},
              {"scenario_file", judgement.scenario_file},
              {"seed", judgement.seed},
              {"digest", judgement.digest},
              {"mode", judgement.mode},
              {"status", judgement.status},
              {"verdict", text_of(judgement.verdict)},
              {"exit_code", judgement.exit_code()},
              {"error", judgement.error},
              {"doubts", judgement.doubts},
              {"taps", judgement.taps},
              {"repeat", repeat_command},
              {"expectations", list_of(judgement.expectations)},
              {"properties", list_of(judgement.properties)},
              {"findings", list_of(judgement.findings)},
              {"measured", Json::object()}};
    if (!judgement.tried.empty()) json["everyone"] = list_of(judgement.tried);
    for (const auto& [name, value] : extra) json["measured"][name] = value;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace sim
