// SPDX-License-Identifier: Apache-2.0
#include "sim/app/hunt_campaign.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "sim/app/child_runs.h"
#include "sim/app/hunt_draw.h"
#include "sim/app/hunt_shrink.h"
#include "sim/kernel/pacer.h"
#include "sim/record/interrupt.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

namespace fs = std::filesystem;

HuntOutcome heard(const ChildResult& child)
{
    return child.died ? outcome_of_dead(child.text) : from_text(child.text);
}

class Campaign
{
public:
    Campaign(const sim::Scenario& base, const HuntPlan& plan) : base_(base), plan_(plan)
    {
        for (const std::string& word : hunt_words()) sum_.words[word] = 0;
    }

    HuntSum run()
    {
        const sim::Stopwatch time;
        run_seeds();
        sum_.seconds = time.seconds();
        if (!sim::interrupted()) check_determinism();
        for (HuntBug& bug : sum_.bugs) {
            if (sim::interrupted()) break;
            make_small(bug);
            keep(bug);
        }
        sum_.interrupted = sim::interrupted();
        return std::move(sum_);
    }

private:
    void run_seeds()
    {
        run_children(
            plan_.seeds, plan_.jobs,
            [&](std::size_t number) { return work(drawn_scenario(base_, plan_.first + number)); },
            [&](const ChildResult& child) {
                const bool enough = plan_.only_first && !sum_.bugs.empty();
                if (sim::interrupted() || enough) return false;
                take(plan_.first + child.number, heard(child));
                if (plan_.progress) plan_.progress(sum_.seeds, sum_.bugs.size());
                return !plan_.only_first || sum_.bugs.empty();
            });
    }

    // In a child: the file names are the scenario's, so a run is repeated under the same ones.
    std::string work(const sim::Scenario& scenario) const
    {
        const HuntOutcome outcome = hunt_run(scenario, plan_.folder, scenario.name);
        for (const char* ending : {".yaml", ".db", ".db-wal", ".db-shm"})
            fs::remove(fs::path(plan_.folder) / (scenario.name + ending));
        return to_text(outcome);
    }

    void take(std::uint64_t seed, const HuntOutcome& outcome)
    {
        ++sum_.seeds;
        sum_.taps += outcome.taps;
        for (const std::string& word : words_in(drawn_scenario(base_, seed))) ++sum_.words[word];
        for (const auto& [name, count] : outcome.situations)
            sum_.situations[name] += count > 0 ? 1 : 0;
        for (const auto& [name, count] : outcome.checked) sum_.checked[name] += count;
        if (outcome.findings.empty()) return;
        ++sum_.failing;
        digests_.push_back({seed, outcome.digest});
        for (const HuntFinding& finding : outcome.findings)
            if (known_.insert(finding.signature).second)
                sum_.bugs.push_back({seed,
                                     sum_.seeds,
                                     finding,
                                     outcome.died,
                                     false,
                                     0,
                                     drawn_scenario(base_, seed),
                                     {}});
    }

    // Every failing seed once more; a bug is worth little when its run cannot be had again.
    void check_determinism()
    {
        std::set<std::uint64_t> same;
        run_children(
            digests_.size(), plan_.jobs,
            [&](std::size_t i) { return work(drawn_scenario(base_, digests_[i].first)); },
            [&](const ChildResult& child) {
                const auto& [seed, digest] = digests_[child.number];
                if (heard(child).digest == digest) same.insert(seed);
                return !sim::interrupted();
            });
        for (HuntBug& bug : sum_.bugs) bug.repeats = same.contains(bug.seed);
    }

    void make_small(HuntBug& bug) const
    {
        const auto first_failing = [&](const std::vector<sim::Scenario>& candidates) {
            std::optional<std::size_t> found;
            run_children(
                candidates.size(), plan_.jobs,
                [&](std::size_t i) {
                    sim::Scenario next = candidates[i];
                    next.name += "-" + std::to_string(i);  // they run side by side
                    return work(next);
                },
                [&](const ChildResult& child) {
                    if (!found && heard(child).has(bug.finding.signature)) found = child.number;
                    return !found && !sim::interrupted();
                });
            return found;
        };
        const Shrunk small = shrink(bug.scenario, first_failing, plan_.patience);
        bug.scenario = small.scenario;
        bug.tries = small.tries;
    }

    // The first bug of a seed lies in hunt-SEED.yaml, a second one in hunt-SEED-2.yaml. What is
    // told of a bug is what its small scenario does.
    void keep(HuntBug& bug)
    {
        const int number = ++kept_[bug.seed];
        std::string name = "hunt-" + std::to_string(bug.seed);
        if (number > 1) name += "-" + std::to_string(number);
        bug.scenario.name = name;
        if (bug.finding.signature.starts_with(unconfirmed_left)) {
            sim::Expectation& none = bug.scenario.expect.emplace_back();
            none.measure = unconfirmed_left;
            none.text = "== 0";
        }
        bug.file = (fs::path(plan_.keep) / (name + ".yaml")).string();
        std::ofstream stream(bug.file);
        if (!(stream << scenario_text(bug.scenario) << std::flush))
            throw sim::ScenarioError(bug.file, "cannot be written");
        run_children(
            1, 1,
            [&](std::size_t) {
                return plan_.keep_runs ? to_text(hunt_run(bug.scenario, plan_.keep, name))
                                       : work(bug.scenario);
            },
            [&](const ChildResult& child) {
                for (const HuntFinding& told : heard(child).findings)
                    if (told.signature == bug.finding.signature) bug.finding = told;
                return true;
            });
    }

    const sim::Scenario& base_;
    const HuntPlan& plan_;
    HuntSum sum_;
    std::set<std::string> known_;
    std::vector<std::pair<std::uint64_t, std::string>> digests_;  // of failing seeds
    std::map<std::uint64_t, int> kept_;
};

}  // namespace

HuntSum hunt(const sim::Scenario& base, const HuntPlan& plan)
{
    return Campaign(base, plan).run();
}

}  // namespace app
