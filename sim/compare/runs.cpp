// SPDX-License-Identifier: Apache-2.0
#include "sim/compare/runs.h"

#include <algorithm>
#include <array>
#include <future>
#include <map>
#include <stdexcept>

#include "sim/record/open_result.h"
#include "sim/scenario/yaml_node.h"

namespace sim
{

namespace
{

std::vector<Named> facts_of(const Database& a, const Database& b)
{
    std::vector<Named> facts;
    for (const char* const name : {"verdict", "status", "scenario", "seed", "timetable_date",
                                   "tariff_date", "mode", "build", "digest"}) {
        const std::string sql = std::string("SELECT coalesce(") + name + ", 'none') FROM run";
        facts.push_back({name, a.text(sql), b.text(sql)});
    }
    return facts;
}

void flatten(const YamlNode& node, const std::string& path, std::map<std::string, std::string>& out)
{
    if (node.kind == YamlNode::Kind::scalar) out[path] = node.text;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const bool map = node.kind == YamlNode::Kind::map;
        const std::string step = map ? node.keys[i].text : std::to_string(i);
        flatten(node.items[i], path.empty() ? step : path + "." + step, out);
    }
}

std::map<std::string, std::string> settings_in(const Database& run)
{
    std::map<std::string, std::string> settings;
    flatten(parse_yaml_text("resolved scenario", run.text("SELECT resolved FROM run")), "",
            settings);
    return settings;
}

std::vector<Named> settings_apart(const Database& a, const Database& b)
{
    std::map<std::string, Named> all;
    for (const auto& [name, value] : settings_in(a)) all[name] = {name, value, "none"};
    for (const auto& [name, value] : settings_in(b)) {
        const auto [at, added] = all.try_emplace(name, Named{name, "none", value});
        if (!added) at->second.after = value;
    }
    std::vector<Named> apart;
    for (const auto& [name, pair] : all)
        if (pair.before != pair.after) apart.push_back(pair);
    return apart;
}

// Runs `sql` on both files, joins the rows by their first column and keeps the order they came in.
template <typename Pair, typename Fill>
std::vector<Pair> paired(const Database& a, const Database& b, const std::string& sql,
                         std::string Pair::*name, Fill fill)
{
    std::vector<Pair> pairs;
    for (const Database* const run : {&a, &b}) {
        Query query = run->query(sql);
        while (query.step()) {
            auto at = std::find_if(pairs.begin(), pairs.end(),
                                   [&](const Pair& other) { return other.*name == query.text(0); });
            if (at == pairs.end())
                at = pairs.insert(pairs.end(), Pair{}), (*at).*name = query.text(0);
            fill(*at, query, run == &b);
        }
    }
    return pairs;
}

std::vector<BudgetPair> budgets_of(const Database& a, const Database& b)
{
    return paired<BudgetPair>(
        a, b,
        "SELECT measure || iif(hop = '', '', '.' || hop) || iif(statistic = '', '', '.' ||"
        " statistic), unit, lim, value, verdict FROM expectation ORDER BY number",
        &BudgetPair::name, [](BudgetPair& pair, const Query& row, bool after) {
            pair.unit = row.text(1);
            (after ? pair.limit_after : pair.limit_before) = row.integer(2);
            if (!row.is_null(3)) (after ? pair.after : pair.before) = row.integer(3);
            (after ? pair.verdict_after : pair.verdict_before) = row.text(4);
        });
}

std::vector<PropertyPair> properties_of(const Database& a, const Database& b)
{
    return paired<PropertyPair>(
        a, b, "SELECT name, verdict, violations FROM property ORDER BY number", &PropertyPair::name,
        [](PropertyPair& pair, const Query& row, bool after) {
            (after ? pair.after : pair.before) = row.text(1);
            (after ? pair.violations_after : pair.violations_before) = row.integer(2);
        });
}

std::vector<PostingPair> postings_of(const Database& a, const Database& b)
{
    return paired<PostingPair>(
        a, b,
        "SELECT k.name, count(*), sum(p.amount) FROM posting p JOIN posting_kind k"
        " ON k.number = p.kind GROUP BY p.kind ORDER BY p.kind",
        &PostingPair::kind, [](PostingPair& pair, const Query& row, bool after) {
            (after ? pair.times_after : pair.times_before) = row.integer(1);
            (after ? pair.yen_after : pair.yen_before) = row.integer(2);
        });
}

}  // namespace

int rank_of_verdict(const std::string& verdict)
{
    constexpr std::array known{"pass", "inconclusive", "fail", "aborted", "error"};
    return static_cast<int>(std::find(known.begin(), known.end(), verdict) - known.begin());
}

const Named& RunDiff::fact(const std::string& name) const
{
    const auto at = std::find_if(facts.begin(), facts.end(),
                                 [&](const Named& one) { return one.name == name; });
    if (at == facts.end()) throw std::logic_error("no fact " + name);
    return *at;
}

bool RunDiff::same() const
{
    const auto alike = [](const Named& one) {
        return one.before == one.after || one.name == "build";
    };
    const auto as_good = [](const PropertyPair& one) {
        return one.before == one.after && one.violations_before == one.violations_after;
    };
    const auto as_fast = [](const BudgetPair& one) {
        return one.before == one.after && one.verdict_before == one.verdict_after;
    };
    const auto as_much = [](const PostingPair& one) {
        return one.times_before == one.times_after && one.yen_before == one.yen_after;
    };
    return std::all_of(facts.begin(), facts.end(), alike) && settings.empty() && !divergence &&
           std::all_of(properties.begin(), properties.end(), as_good) &&
           std::all_of(budgets.begin(), budgets.end(), as_fast) &&
           std::all_of(postings.begin(), postings.end(), as_much);
}

Compared compare_runs(const std::string& before, const std::string& after, bool lengths)
{
    const Database a = open_result(before), b = open_result(after);
    Compared result;
    RunDiff& diff = result.diff;
    diff.file_before = before, diff.file_after = after;
    diff.facts = facts_of(a, b);
    diff.settings = settings_apart(a, b);
    diff.same_people = true;
    for (const char* const name : {"scenario", "seed", "timetable_date"})
        diff.same_people &= diff.fact(name).before == diff.fact(name).after;
    for (const Named& setting : diff.settings)
        if (setting.name.starts_with("people.") || setting.name.starts_with("city.feeds"))
            diff.same_people = false;
    diff.budgets = budgets_of(a, b);
    diff.properties = properties_of(a, b);
    diff.postings = postings_of(a, b);
    const std::vector<std::string> columns = shared_columns(a, b);
    auto others = std::async(std::launch::async,
                             [&] { return read_taps(b, columns, lengths); });  // a connection each
    result.before = read_taps(a, columns, lengths);
    result.after = others.get();
    diff.taps_before = std::ssize(result.before.lines);
    diff.taps_after = std::ssize(result.after.lines);
    diff.divergence = first_divergence(a, b, columns, result.before, result.after);
    if (diff.same_people) diff.fares = changed_fares(result.before, result.after);
    return result;
}

}  // namespace sim
