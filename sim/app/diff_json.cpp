// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "sim/app/diff_report.h"
#include "sim/app/exceedance.h"

namespace app
{

namespace
{

using Json = nlohmann::ordered_json;

Json json_of(const std::vector<sim::Named>& list)
{
    Json json = Json::array();
    for (const sim::Named& one : list)
        json.push_back({{"name", one.name}, {"before", one.before}, {"after", one.after}});
    return json;
}

Json or_null(const std::optional<std::int64_t>& value)
{
    return value ? Json(*value) : Json(nullptr);
}

Json json_of(const sim::FareChanges& fares)
{
    Json json{{"rides", fares.rides},
              {"changed", fares.count},
              {"sum_yen", fares.sum},
              {"absolute_yen", fares.absolute},
              {"first", Json::array()}};
    for (const sim::ChangedFare& ride : fares.first)
        json["first"].push_back({{"rider", ride.rider},
                                 {"trip", ride.trip},
                                 {"before_yen", ride.before},
                                 {"after_yen", ride.after}});
    return json;
}

Json json_of(const GateResult& gate)
{
    Json json{{"test", "exceedance of the baseline's p99, one-sided, exact"},
              {"alpha", gate.alpha},
              {"alpha_each", gate.alpha_each},
              {"least_sample", least_sample},
              {"worse", gate.wrong},
              {"late", gate.late},
              {"not_tested", gate.untested},
              {"times", Json::array()}};
    for (const TimeTest& test : gate.times)
        json["times"].push_back({{"name", test.name},
                                 {"baseline_taps", test.baseline_taps},
                                 {"taps", test.taps},
                                 {"p99_before_ns", test.p99_before},
                                 {"p99_after_ns", test.p99_after},
                                 {"threshold_ns", test.threshold},
                                 {"over", test.over},
                                 {"p_value", test.p_value},
                                 {"tested", test.tested},
                                 {"slower", test.worse}});
    return json;
}

void add_pairs(const sim::RunDiff& diff, Json& json)
{
    for (const sim::BudgetPair& pair : diff.budgets)
        json["expectations"].push_back({{"name", pair.name},
                                        {"unit", pair.unit},
                                        {"limit_before", or_null(pair.limit_before)},
                                        {"limit_after", or_null(pair.limit_after)},
                                        {"before", or_null(pair.before)},
                                        {"after", or_null(pair.after)},
                                        {"verdict_before", pair.verdict_before},
                                        {"verdict_after", pair.verdict_after}});
    for (const sim::PropertyPair& pair : diff.properties)
        json["properties"].push_back({{"name", pair.name},
                                      {"before", pair.before},
                                      {"after", pair.after},
                                      {"violations_before", pair.violations_before},
                                      {"violations_after", pair.violations_after}});
    for (const sim::PostingPair& pair : diff.postings)
        json["postings"].push_back({{"kind", pair.kind},
                                    {"times_before", pair.times_before},
                                    {"times_after", pair.times_after},
                                    {"before_yen", pair.yen_before},
                                    {"after_yen", pair.yen_after}});
}

}  // namespace

std::string diff_json(const sim::RunDiff& diff, const std::optional<GateResult>& gate,
                      int exit_code)
{
    Json json{{"schema", 1},
              {"before", diff.file_before},
              {"after", diff.file_after},
              {"same", diff.same()},
              {"exit_code", exit_code},
              {"same_people", diff.same_people},
              {"facts", json_of(diff.facts)},
              {"settings", json_of(diff.settings)},
              {"expectations", Json::array()},
              {"properties", Json::array()},
              {"postings", Json::array()},
              {"fares", json_of(diff.fares)},
              {"taps_before", diff.taps_before},
              {"taps_after", diff.taps_after},
              {"divergence", nullptr},
              {"gate", nullptr}};
    add_pairs(diff, json);
    if (const auto& d = diff.divergence)
        json["divergence"] = {{"tap", d->tap},       {"t_ns", d->t},
                              {"column", d->column}, {"before", d->before},
                              {"after", d->after},   {"differing", d->differing}};
    if (gate) json["gate"] = json_of(*gate);
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace app
