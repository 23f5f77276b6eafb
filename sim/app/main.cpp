// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <exception>
#include <iostream>
#include <systemc>

#include "sim/app/bench_command.h"
#include "sim/app/bench_words.h"
#include "sim/app/card_words.h"
#include "sim/app/certify_words.h"
#include "sim/app/city_pricer.h"
#include "sim/app/diff_command.h"
#include "sim/app/doctor_words.h"
#include "sim/app/explain_command.h"
#include "sim/app/export_words.h"
#include "sim/app/fare_command.h"
#include "sim/app/hunt_command.h"
#include "sim/app/lint_command.h"
#include "sim/app/run_command.h"
#include "sim/app/scenario_commands.h"
#include "sim/app/sweep_command.h"
#include "sim/app/tear_command.h"
#include "sim/app/usage.h"
#include "sim/record/database.h"
#include "sim/scenario/scenario_error.h"

// The command line: words in, one exit code out (cli.md). Data on stdout, log on stderr.
namespace
{

constexpr int invalid_file = 4;
constexpr int bench_failed = 70;
constexpr int not_here = 77;

// What the sub-commands fill in; `action` is the chosen one.
struct Words {
    app::RunOptions run;
    std::vector<std::string> files;
    std::string seed;
    std::string kind;
    std::string folder;
    std::string tap;
    bool json = false;
    sim::FareCommand fare;
    std::string on;
    std::string medium = "ic";
    sim::BenchOptions bench;
    std::uint64_t floor_riders = 0;
    app::TearOptions tear;
    app::HuntOptions hunt;
    app::SweepOptions sweep;
    app::DiffOptions diff;
    app::CardOptions card;
    app::CertifyWords certify;
    std::string tolerance = "5%";
    std::function<int()> action;
};

void add_run(CLI::App& root, Words& w)
{
    CLI::App* run = root.add_subcommand("run", "simulate a scenario, record it and judge it");
    run->add_option("SCENARIO", w.run.scenario, "scenario file")->required();
    run->add_option("-o,--out", w.run.out, "result file (default: NAME.db in this folder)");
    run->add_option("--seed", w.seed, "another seed than the scenario's");
    run->add_option("--set", w.run.set, "key=value, overrides the scenario; feeds=DIR")
        ->allow_extra_args(false);
    app::add_bench_words(*run, w.run);
    run->add_option("--junit", w.run.junit, "JUnit XML file, - for stdout");
    run->add_option("--json", w.run.json, "result as JSON, - for stdout");
    run->add_option("--html", w.run.html, "page for people, - for stdout");
    run->add_option("--pcapng", w.run.pcapng,
                    "capture for Wireshark, of all taps without --trace; - for stdout");
    run->add_option("--trace", w.run.trace,
                    "taps whose frames are kept: failed, all, none, N% or TAP[,TAP]");
    run->add_flag_callback(
        "--no-record", [&w] { w.run.record = false; }, "simulate only; nothing is proven");
    run->add_flag("-q,--quiet", w.run.quiet, "no progress, no feed defects");
    run->callback([&w] {
        if (!w.seed.empty()) w.run.set.push_back("seed=" + w.seed);
        w.action = [&w] { return run_command(w.run, std::cout, std::cerr); };
    });
}

constexpr char services_footer[] =
    "A service is \"checked\" where scenarios cover it and their \"expect\" names a measure or, "
    "under \"checked\", a property of each oracle that its row asks for; else it is checked "
    "\"partly\". What a scenario names beyond that counts for nothing.";

void add_files(CLI::App& root, Words& w)
{
    CLI::App* lint =
        root.add_subcommand("lint", "check scenario, city, tariff, device, people, card files");
    lint->add_option("FILE", w.files, "the kind is told by the first key")->required();
    lint->callback(
        [&w] { w.action = [&w] { return sim::lint_command(w.files, std::cout, std::cerr); }; });
    CLI::App* schema = root.add_subcommand("schema", "JSON Schema of a kind of file, for editors");
    schema
        ->add_option("KIND", w.kind,
                     "scenario, city, tariff, devices, people, card, bench or suite")
        ->required();
    schema->callback([&w] { w.action = [&w] { return sim::schema_command(w.kind, std::cout); }; });
    CLI::App* list = root.add_subcommand("list", "what exists");
    list->add_option("WHAT", w.kind, "devices, services, faults, scenarios or params")->required();
    list->add_option("DIR", w.folder, "services, scenarios: where the scenario files are");
    list->add_flag("--json", w.json, "as JSON");
    list->footer(services_footer);
    list->callback([&w] {
        w.action = [&w] {
            const std::string folder = w.folder.empty() ? app::scenario_folder() : w.folder;
            return sim::list_command(w.kind, w.json, std::cout, folder);
        };
    });
}

void add_explain(CLI::App& root, Words& w)
{
    CLI::App* explain = root.add_subcommand("explain", "one tap: hops, frames and yen");
    explain->add_option("RUN", w.kind, "result file")->required();
    explain->add_option("TAP", w.tap, "DEVICE-SEQUENCE, such as 12-345")->required();
    explain->add_flag("--json", w.json, "as JSON");
    explain->callback([&w] {
        w.action = [&w] { return sim::explain_command(w.kind, w.tap, w.json, std::cout); };
    });
}

void add_fare(CLI::App& root, Words& w)
{
    CLI::App* fare = root.add_subcommand("fare", "price rides in bulk, without a simulation");
    auto* city = fare->add_option("--city", w.fare.city, "city.yaml");
    fare->add_option("--feed", w.fare.feeds, "GTFS zip or folder")->excludes(city);
    fare->add_option("--rides", w.fare.rides, "CSV: feed,trip_id,board_seq,alight_seq")->required();
    fare->add_option("-o,--out", w.fare.out, "CSV file (default: stdout)");
    fare->add_option("--on", w.on, "day of the tariff, YYYY-MM-DD");
    fare->add_option("--rider", w.fare.rider,
                     "adult, child, disabled, a discount, or child+discount");
    fare->add_option("--medium", w.medium, "which fare: of the card or in cash")
        ->check(CLI::IsMember({"ic", "cash"}));
    auto* pass = fare->add_option("--pass", w.fare.pass,
                                  "pass of the tariff on the card; an amount pass as ID=YEN");
    fare->add_option("--product", w.fare.product, "commuter pass, priced for each ride's section")
        ->excludes(pass);
    fare->callback([&w] {
        w.action = [&w] {
            w.fare.medium = w.medium == "cash" ? sim::Medium::cash : sim::Medium::ic;
            if (!w.on.empty()) w.fare.on = sim::parse_date(w.on);
            if (!w.on.empty() && !w.fare.on)
                throw sim::ScenarioError("--on",
                                         "expected a date such as 2026-04-01, found " + w.on);
            return sim::fare_command(w.fare, std::cout, std::cerr, app::city_pricer);
        };
    });
}

void add_hunt(CLI::App& root, Words& w)
{
    CLI::App* hunt = root.add_subcommand("hunt", "draws faults from seeds until something breaks");
    hunt->add_option("SCENARIO", w.hunt.scenario, "city and people to draw from")->required();
    hunt->add_option("--seeds", w.hunt.seeds, "how many")->check(CLI::Range(1, 100'000'000));
    hunt->add_option("--from", w.hunt.from, "the first one");
    hunt->add_flag("--first", w.hunt.first, "stop at the first finding");
    hunt->add_option("--tries", w.hunt.tries, "runs spent on making a finding small");
    hunt->add_option("--jobs", w.hunt.jobs, "processes side by side")->check(CLI::Range(1, 1024));
    hunt->add_option("-o,--out", w.hunt.out, "folder for failing scenarios and their results");
    hunt->add_option("--set", w.hunt.set, "key=value, overrides the scenario; feeds=DIR")
        ->allow_extra_args(false);
    hunt->add_flag("--json", w.hunt.json, "as JSON");
    hunt->add_flag("-q,--quiet", w.hunt.quiet, "no progress");
    hunt->callback(
        [&w] { w.action = [&w] { return app::hunt_command(w.hunt, std::cout, std::cerr); }; });
}

void add_tear(CLI::App& root, Words& w)
{
    CLI::App* tear = root.add_subcommand("tear", "a card leaves at every instant of a tap");
    tear->add_option("SCENARIO", w.tear.scenario, "whose devices are used")->required();
    tear->add_option("-o,--out", w.tear.out, "JSON file");
    tear->add_option("--html", w.tear.html, "page with a map of each tap");
    tear->add_option("--cells", w.tear.cells, "how many at least")
        ->check(CLI::Range(100, 10'000'000));
    tear->add_option("--jobs", w.tear.jobs, "processes side by side")->check(CLI::Range(1, 1024));
    tear->add_option("--set", w.tear.set, "key=value, overrides the scenario; feeds=DIR")
        ->allow_extra_args(false);
    tear->add_flag("--json", w.tear.json, "as JSON");
    tear->callback(
        [&w] { w.action = [&w] { return app::tear_command(w.tear, std::cout, std::cerr); }; });
}

void add_sweep(CLI::App& root, Words& w)
{
    CLI::App* sweep = root.add_subcommand("sweep", "one run a combination of values, one table");
    sweep->add_option("SCENARIO", w.sweep.scenario, "scenario file")->required();
    sweep->add_option("--over", w.sweep.over, "key=value,value... or @FILE of named points")
        ->required()
        ->allow_extra_args(false);
    sweep->add_option("--set", w.sweep.set, "key=value of all runs; feeds=DIR")
        ->allow_extra_args(false);
    sweep->add_option("--jobs", w.sweep.jobs, "processes side by side")->check(CLI::Range(1, 1024));
    sweep->add_option("-o,--out", w.sweep.out, "result file (default: NAME-sweep.db here)");
    sweep->add_option("--json", w.sweep.json, "table as JSON, - for stdout");
    sweep->add_option("--csv", w.sweep.csv, "table as CSV, - for stdout");
    sweep->add_option("--html", w.sweep.html, "page with pictures, - for stdout");
    sweep->add_option("--keep", w.sweep.keep, "folder for the result file of each run");
    sweep->add_flag("-q,--quiet", w.sweep.quiet, "no progress");
    sweep->callback(
        [&w] { w.action = [&w] { return app::sweep_command(w.sweep, std::cout, std::cerr); }; });
}

void add_diff(CLI::App& root, Words& w)
{
    CLI::App* diff = root.add_subcommand("diff", "what two runs do differently");
    diff->add_option("A", w.diff.before, "result file, the baseline")->required();
    diff->add_option("B", w.diff.after, "result file, the new one")->required();
    diff->add_flag("--gate", w.diff.gate, "judge B: exact for money, a statistical test for time");
    diff->add_option("--tolerance", w.tolerance, "of the baseline's p99, before time is worse");
    diff->add_option("--alpha", w.diff.alpha, "how often the gate may be wrong about time")
        ->check(CLI::Range(1e-9, 0.5));
    diff->add_flag("--json", w.diff.json, "as JSON");
    diff->callback([&w] {
        w.action = [&w] {
            w.diff.tolerance_ppm = app::tolerance_of(w.tolerance);
            return app::diff_command(w.diff, std::cout);
        };
    });
}

void add_bench(CLI::App& root, Words& w)
{
    CLI::App* bench =
        root.add_subcommand("bench", "speed of this build beside the bare event heap");
    bench->add_option("--riders", w.bench.riders, "how many ride")
        ->check(CLI::Range(1000, 10'000'000));
    bench->add_option("--scenario", w.bench.scenario, "another scenario to measure");
    bench->add_flag("--json", w.bench.json, "as JSON");
    bench->callback([&w] {
        w.action = [&w] {
            w.bench.count_taps = [](const std::string& file) {
                return sim::Database(file, sim::Database::Mode::read_only)
                    .integer("SELECT COUNT(*) FROM tap");
            };
            return sim::bench_command(w.bench, std::cout, std::cerr);
        };
    });
    CLI::App* floor = root.add_subcommand("floor", "");
    floor->group("");
    floor->add_option("RIDERS", w.floor_riders)->required();
    floor->callback(
        [&w] { w.action = [&w] { return sim::floor_command(w.floor_riders, std::cout); }; });
}

std::string problem_of(const CLI::App& root, const CLI::ParseError& error, int argc, char** argv)
{
    app::WrongWords words;
    for (const CLI::App* command : root.get_subcommands({}))
        if (!command->get_group().empty()) words.commands.push_back(command->get_name());
    if (!root.get_subcommands().empty()) words.chosen = root.get_subcommands()[0]->get_name();
    if (argc > 1) words.first = argv[1];
    words.problem = error.what();
    return app::usage_line(words);
}

int act(const Words& words)
{
    try {
        return words.action();
    } catch (const sim::ScenarioError& error) {
        std::cerr << error.what() << '\n';
        return invalid_file;
    } catch (const sim::NotHere& error) {
        std::cerr << error.what() << '\n';
        return not_here;
    } catch (const std::exception& error) {
        std::cerr << "tapbench: " << error.what() << '\n';
        return bench_failed;
    }
}

}  // namespace

int sc_main(int argc, char** argv)
{
    CLI::App root{"tapbench: a city's one-touch card, proven before it is deployed", "tapbench"};
    root.footer(app::exit_codes);
    root.set_version_flag("--version", TAPBENCH_BUILD);
    root.require_subcommand(1);
    Words words;
    words.bench.scenario = TAPBENCH_BENCH_SCENARIO;
    add_run(root, words);
    add_files(root, words);
    add_explain(root, words);
    add_fare(root, words);
    add_bench(root, words);
    add_sweep(root, words);
    add_diff(root, words);
    add_tear(root, words);
    add_hunt(root, words);
    app::add_card(root, words.card, words.action);
    app::add_certify(root, words.certify, words.action);
    app::add_doctor(root, words.action);
    app::add_export(root, words.action);
    try {
        root.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0) return root.exit(error);  // help or version
        std::cerr << "tapbench: " << problem_of(root, error, argc, argv) << '\n';
        return invalid_file;
    }
    return act(words);
}

int main(int argc, char** argv)
{
    setenv("SYSTEMC_DISABLE_COPYRIGHT_MESSAGE", "1", 0);
    return sc_core::sc_elab_and_sim(argc, argv);
}
