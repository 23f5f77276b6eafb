// SPDX-License-Identifier: Apache-2.0
#include "sim/app/sweep_measures.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/report/tap_lengths.h"

namespace app
{

namespace
{

using Json = nlohmann::ordered_json;

std::optional<std::int64_t> found(const sim::Judgement& judgement, const std::string& measure)
{
    for (const sim::ExpectationResult& e : judgement.expectations)
        if (e.expectation.measure == measure && e.value) return e.value;
    return std::nullopt;
}

const sim::PropertyResult* property(const sim::Judgement& judgement, const std::string& name)
{
    for (const sim::PropertyResult& p : judgement.properties)
        if (p.name == name) return &p;
    return nullptr;
}

// From the scenario's own expectation; without one only "none" can be said for sure.
std::optional<std::int64_t> error_left(const sim::Judgement& judgement, const std::string& measure,
                                       const std::string& guard)
{
    if (const auto value = found(judgement, measure)) return value;
    const sim::PropertyResult* held = property(judgement, guard);
    if (held != nullptr && held->state == sim::PropertyResult::State::held) return 0;
    return std::nullopt;
}

void measure_times(const sim::Database& run, sim::SweepRow& row)
{
    sim::TapLengths lengths = sim::read_lengths(run);
    auto& taps = lengths.of[sim::tap_time_kind];
    auto& decisions = lengths.of[3];
    const auto set = [&row](const char* name, std::int64_t value) {
        row.values[sim::sweep_column(name)] = value;
    };
    if (!taps.empty()) {
        const sim::Spread spread = sim::spread_of(taps);
        set("tap_time_ns_p50", spread.p50), set("tap_time_ns_p90", spread.p90);
        set("tap_time_ns_p99", spread.p99), set("tap_time_ns_max", spread.max);
    }
    if (!decisions.empty()) set("decision_ns_p99", sim::percentile(decisions, 990));
}

// Rides the box charged for certain, against what the cloud says they cost.
constexpr char money_error[] =
    "SELECT coalesce(sum(abs(fare - cloud_due)), 0) FROM tap WHERE kind IN (1, 2)"
    " AND verdict = 0 AND execution <> 0 AND cloud_due NOT NULL";

}  // namespace

void measure_run(const sim::Database& run, const sim::Judgement& judgement, sim::SweepRow& row)
{
    row.verdict = sim::text_of(judgement.verdict);
    row.exit_code = judgement.exit_code();
    row.digest = judgement.digest;
    row.error = judgement.error;
    measure_times(run, row);
    const auto set = [&row](const char* name, std::optional<std::int64_t> value) {
        row.values[sim::sweep_column(name)] = value;
    };
    set("taps", judgement.taps);
    set("money_error_yen", run.integer(money_error));
    const std::string adjust =
        " FROM posting WHERE kind = (SELECT number FROM posting_kind WHERE name = 'adjust')";
    set("adjustments", run.integer("SELECT count(*)" + adjust));
    set("adjusted_yen", run.integer("SELECT coalesce(sum(amount), 0)" + adjust));
    set("riders_adjusted", run.integer("SELECT count(DISTINCT card)" + adjust));
    set("fallbacks", run.integer("SELECT count(*) FROM tap WHERE decided_by ="
                                 " (SELECT number FROM decided_by WHERE name = 'fallback')"));
    set("fare_error_yen", error_left(judgement, "fare_error", "fare_correct"));
    set("taps_lost", error_left(judgement, "taps_lost", "taps_delivered"));
    if (const auto* unpaid = property(judgement, "unpaid_ride_seen"))
        set("unpaid_rides", unpaid->checked);
}

std::string told(const sim::SweepRow& row)
{
    Json json{{"verdict", row.verdict},
              {"exit_code", row.exit_code},
              {"digest", row.digest},
              {"error", row.error},
              {"values", Json::array()}};
    for (const auto& value : row.values) json["values"].push_back(value ? Json(*value) : Json());
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void hear(const std::string& text, sim::SweepRow& row)
{
    const Json json = Json::parse(text);
    row.verdict = json.at("verdict");
    row.exit_code = json.at("exit_code");
    row.digest = json.at("digest");
    row.error = json.at("error");
    for (std::size_t i = 0; i < row.values.size(); ++i)
        if (const Json& value = json.at("values").at(i); !value.is_null())
            row.values[i] = value.get<std::int64_t>();
}

int worse_exit_code(int one, int other)
{
    constexpr std::array worst_first{70, 130, 5, 4, 1, 2, 3, 77, 0};
    const auto rank = [&](int code) {
        return std::find(worst_first.begin(), worst_first.end(), code) - worst_first.begin();
    };
    return rank(one) <= rank(other) ? one : other;
}

}  // namespace app
