// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/budgets.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>

#include "sim/record/latency_sums.h"
#include "sim/verify/percentiles.h"

namespace sim
{

namespace
{

constexpr std::size_t feedback_given = 6;  // T6

constexpr std::size_t worst_kept = 3;

std::int64_t hop_length(const std::array<std::int64_t, 10>& t, std::size_t hop)
{
    return t[hop - 1] < 0 || t[hop] < 0 ? -1 : t[hop] - t[hop - 1];
}

// What happens in shops is measured apart from what happens on buses.
bool counts(const std::string& measure, const TapFacts& tap)
{
    if (measure == "staff_time") return false;
    return (measure == "sale_time" || measure == "sale_hop_time") ==
           (tap.trip >= fw::first_receipt);
}

std::string ms(std::int64_t ns)
{
    return fmt::format("{}.{:03} ms", ns / 1'000'000, ns / 1'000 % 1'000);
}

}  // namespace

std::optional<Span> span_of(const Expectation& expectation)
{
    const std::string& measure = expectation.measure;
    if (measure == "tap_time" || measure == "sale_time") return Span{1, 6};
    if (measure == "staff_time") return Span{0, 6};
    if (measure == "hold_time") return Span{0, 5};
    if (measure == "decision_time") return Span{3, 4};
    if (measure != "hop_time" && measure != "sale_hop_time") return std::nullopt;
    for (std::size_t hop = 0; hop < hop_names.size(); ++hop)
        if (expectation.hop == hop_names[hop]) return Span{hop, hop + 1};
    return std::nullopt;
}

bool holds(std::int64_t value, const std::string& op, std::int64_t limit)
{
    if (op == "<=") return value <= limit;
    if (op == "<") return value < limit;
    if (op == ">=") return value >= limit;
    if (op == ">") return value > limit;
    return value == limit;
}

Budgets::Budgets(const std::vector<Expectation>& expectations)
{
    for (const Expectation& e : expectations) watches_.push_back({e, span_of(e), {}, {}});
}

void Budgets::add(const TapFacts& tap)
{
    for (Watch& watch : watches_) {
        if (!watch.span || !counts(watch.expectation.measure, tap) ||
            (watch.span->to <= feedback_given && !card_stayed(tap.verdict)))
            continue;
        const std::int64_t from = tap.t[watch.span->from], to = tap.t[watch.span->to];
        if (from < 0 || to < 0) continue;
        const std::int64_t ns = to - from;
        watch.lengths.push_back(ns);
        if (watch.worst.size() == worst_kept && ns <= watch.worst.back().ns) continue;
        if (watch.worst.size() == worst_kept) watch.worst.pop_back();
        const auto at = std::find_if(watch.worst.begin(), watch.worst.end(),
                                     [ns](const Worst& other) { return other.ns < ns; });
        watch.worst.insert(at, {ns, tap.key, tap.t});
    }
}

void Budgets::add_slips(const Database& database)
{
    for (Watch& watch : watches_) {
        if (watch.expectation.measure != "staff_time") continue;
        Query slips = database.query("SELECT printed - keyed FROM slip WHERE printed NOT NULL");
        while (slips.step()) watch.lengths.push_back(slips.integer(0));
    }
}

ExpectationResult Budgets::judge(std::size_t number, Database& database)
{
    Watch& watch = watches_[number];
    const Expectation& wanted = watch.expectation;
    ExpectationResult result{wanted, statistic(watch.lengths, wanted.statistic),
                             Verdict::inconclusive, "", "no tap reached both ends of this span"};
    if (!result.value) return result;
    result.detail = fmt::format("{} taps", watch.lengths.size());
    result.verdict = holds(*result.value, wanted.op, wanted.limit) ? Verdict::pass : Verdict::fail;
    if (result.verdict == Verdict::fail) explain(watch, result, database);
    return result;
}

std::optional<std::int64_t> Budgets::budget_of(std::size_t hop) const
{
    std::optional<std::int64_t> budget;
    for (const Watch& watch : watches_)
        if (watch.expectation.measure == "hop_time" && watch.span && watch.span->to == hop)
            budget = std::max(budget.value_or(0), watch.expectation.limit);
    return budget;
}

std::string Budgets::over_everywhere(const Span& span) const
{
    for (const Watch& watch : watches_) {
        if (watch.expectation.measure != "hop_time" || !watch.span || watch.lengths.empty())
            continue;
        const std::size_t hop = watch.span->to;
        const std::int64_t shortest = *std::min_element(watch.lengths.begin(), watch.lengths.end());
        if (hop > span.from && hop <= span.to && shortest > *budget_of(hop))
            return hop_names[hop - 1];
    }
    return "";
}

void Budgets::load_medians(Database& database)
{
    if (medians_loaded_) return;
    medians_loaded_ = true;
    std::array<std::vector<std::int64_t>, 10> lengths;
    TapFacts tap;
    for (TapScan scan(database, DueSql(database)); scan.next(tap);)
        for (std::size_t hop = 1; hop < 10; ++hop)
            if (const std::int64_t ns = hop_length(tap.t, hop); ns >= 0) lengths[hop].push_back(ns);
    for (std::size_t hop = 1; hop < 10; ++hop)
        if (!lengths[hop].empty()) median_[hop] = quantile(lengths[hop], 500);
}

std::size_t Budgets::guilty_hop(const Worst& worst, const Span& span, std::int64_t& excess) const
{
    std::size_t guilty = span.from + 1;
    for (const bool by_budget : {true, false}) {
        excess = 0;
        for (std::size_t hop = span.from + 1; hop <= span.to; ++hop) {
            const auto budget = budget_of(hop);
            if (by_budget && !budget) continue;
            const std::int64_t over =
                hop_length(worst.t, hop) - (by_budget ? *budget : median_[hop]);
            if (over > excess) guilty = hop, excess = over;
        }
        if (excess > 0) return guilty;
    }
    return guilty;
}

void Budgets::explain(Watch& watch, ExpectationResult& result, Database& database)
{
    load_medians(database);
    std::int64_t excess = 0;
    for (const Worst& worst : watch.worst) {
        if (holds(worst.ns, watch.expectation.op, watch.expectation.limit)) continue;
        const std::size_t hop = guilty_hop(worst, *watch.span, excess);
        if (result.broken_by.empty()) result.broken_by = hop_names[hop - 1];
        result.detail += fmt::format(
            "; tap {} took {} ({} {}, {} over its {})", text_of(worst.tap), ms(worst.ns),
            hop_names[hop - 1], ms(hop_length(worst.t, hop)), ms(excess),
            budget_of(hop) && hop_length(worst.t, hop) > *budget_of(hop) ? "budget" : "median");
    }
    if (const std::string hop = over_everywhere(*watch.span); !hop.empty()) {
        result.broken_by = hop;
        result.detail += fmt::format("; every {} is over its own budget", hop);
    }
}

}  // namespace sim
