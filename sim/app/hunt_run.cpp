// SPDX-License-Identifier: Apache-2.0
#include "sim/app/hunt_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "sim/app/hunt_draw.h"
#include "sim/app/one_run.h"
#include "sim/record/database.h"
#include "sim/record/interrupt.h"
#include "sim/scenario/load.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

using nlohmann::json;

void add(HuntOutcome& outcome, const std::string& property, const std::string& text)
{
    const std::string signature = signature_of(property, text);
    if (!outcome.has(signature)) outcome.findings.push_back({signature, property + ": " + text});
}

// A debit may stay in suspense only while nobody has seen its card again: any later tap that read
// the purse and reached the cloud tells what became of it. Verdicts 0, 1, 3, 5: accepted,
// recovered, unconfirmed, refused_balance; postings 2, 3, 4: suspend, settle, reverse.
constexpr char left_in_suspense[] = R"(
    SELECT u.device || '-' || u.sequence, min(t.device || '-' || t.sequence) FROM posting p
    JOIN tap u ON u.device = p.device AND u.sequence = p.sequence
    JOIN tap t ON t.card = u.card AND t.t0 > u.t0 AND t.verdict IN (0, 1, 3, 5)
        AND t.d3 NOT NULL AND t.d8 NOT NULL
    WHERE p.kind = 2 AND NOT EXISTS (SELECT 1 FROM posting q WHERE q.kind IN (3, 4)
        AND q.card = p.card AND q.execution = p.execution)
    GROUP BY u.rowid ORDER BY u.rowid)";

void check_suspense(const std::string& file, HuntOutcome& outcome)
{
    const sim::Database database(file, sim::Database::Mode::read_only);
    sim::Query left = database.query(left_in_suspense);
    while (left.step())
        add(outcome, unconfirmed_left,
            fmt::format("tap {} is still in suspense though its card was read again at tap {}",
                        left.text(0), left.text(1)));
}

}  // namespace

bool HuntOutcome::has(const std::string& signature) const
{
    return std::any_of(findings.begin(), findings.end(),
                       [&](const HuntFinding& finding) { return finding.signature == signature; });
}

std::string signature_of(const std::string& property, const std::string& text)
{
    std::string out = property + ": ";
    for (const char c : text) {
        const bool digit = c >= '0' && c <= '9';
        if (!digit) out += c;
        if (digit && out.back() != '#') out += '#';
    }
    return out;
}

HuntOutcome outcome_of(const sim::Judgement& judgement)
{
    using Kind = sim::PropertyResult::Kind;
    HuntOutcome outcome;
    outcome.digest = judgement.digest;
    outcome.taps = judgement.taps;
    for (const sim::Finding& finding : judgement.findings)
        add(outcome, finding.property, finding.text);
    for (const sim::PropertyResult& property : judgement.properties) {
        auto& counts = property.kind == Kind::always ? outcome.checked : outcome.situations;
        counts[property.name] = property.checked;
        const std::string start = property.name + ": ";
        const bool told = std::any_of(
            outcome.findings.begin(), outcome.findings.end(),
            [&](const HuntFinding& finding) { return finding.signature.starts_with(start); });
        if (property.state == sim::PropertyResult::State::violated && !told)
            add(outcome, property.name, "violated");
    }
    outcome.died = judgement.verdict == sim::Verdict::error;
    if (outcome.died) add(outcome, "error", judgement.error);
    return outcome;
}

HuntOutcome outcome_of_dead(const std::string& text)
{
    HuntOutcome outcome;
    outcome.died = true;
    add(outcome, "died", text);
    return outcome;
}

HuntOutcome hunt_run(const sim::Scenario& scenario, const std::string& folder,
                     const std::string& name)
{
    const auto path = [&](const char* ending) {
        return (std::filesystem::path(folder) / (name + ending)).string();
    };
    const std::string file = path(".yaml");
    std::ofstream stream(file);
    if (!(stream << scenario_text(scenario) << std::flush))
        throw sim::ScenarioError(file, "cannot be written");
    OneRun run;
    run.result_file = path(".db");
    run.repeat = "tapbench run " + name + ".yaml";
    HuntOutcome outcome = outcome_of(run_once(sim::load_scenario(file), run).judgement);
    if (!outcome.died && !sim::interrupted()) check_suspense(run.result_file, outcome);
    return outcome;
}

std::string to_text(const HuntOutcome& outcome)
{
    json findings = json::array();
    for (const HuntFinding& finding : outcome.findings)
        findings.push_back({finding.signature, finding.text});
    return json{{"digest", outcome.digest},
                {"taps", outcome.taps},
                {"died", outcome.died},
                {"findings", findings},
                {"situations", outcome.situations},
                {"checked", outcome.checked}}
        .dump();
}

HuntOutcome from_text(const std::string& text)
{
    const json root = json::parse(text);
    HuntOutcome outcome;
    outcome.digest = root["digest"];
    outcome.taps = root["taps"];
    outcome.died = root["died"];
    for (const json& finding : root["findings"])
        outcome.findings.push_back({finding[0], finding[1]});
    outcome.situations = root["situations"].get<std::map<std::string, std::int64_t>>();
    outcome.checked = root["checked"].get<std::map<std::string, std::int64_t>>();
    return outcome;
}

}  // namespace app
