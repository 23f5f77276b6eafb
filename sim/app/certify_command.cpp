// SPDX-License-Identifier: Apache-2.0
#include "sim/app/certify_command.h"

#include <fmt/format.h>
#include <fmt/ostream.h>
#include <unistd.h>

#include <exception>
#include <fstream>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "hil/certify/report_folder.h"
#include "hil/certify/wall_date.h"
#include "sim/app/certify_report.h"
#include "sim/app/certify_station.h"
#include "sim/base/digest.h"
#include "sim/record/interrupt.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

using Log = std::function<void(const std::string&)>;

std::string digest_of(const std::string& file)
{
    std::ifstream in(file, std::ios::binary);
    sim::Digest digest;
    digest.add(std::string{std::istreambuf_iterator<char>(in), {}});
    return digest.hex();
}

const char* word_of(hil::Planned::Choice choice)
{
    constexpr const char* words[] = {"run", "left out", "unproven"};
    return words[static_cast<int>(choice)];
}

void show_plan(const hil::Suite& suite, const std::vector<CertifySeat>& seats, bool as_json,
               std::ostream& out)
{
    nlohmann::json all = nlohmann::json::array();
    for (const CertifySeat& seat : seats)
        for (const hil::Device& device : seat.devices) {
            if (!as_json) fmt::print(out, "{}\n", device.name);
            for (const hil::Planned& test : hil::plan(suite, device, seat.skills)) {
                if (!as_json)
                    fmt::print(out, "  {:<9} {:<26} {}\n", word_of(test.choice), test.name,
                               test.card.empty() ? test.reason : "with card " + test.card);
                all.push_back({{"device", device.name},
                               {"test", test.name},
                               {"choice", word_of(test.choice)},
                               {"reason", test.reason},
                               {"card", test.card}});
            }
        }
    if (as_json) out << all.dump(1) << '\n';
}

// Each reader on a thread of its own.
std::vector<hil::DeviceReport> certify_all(std::vector<std::unique_ptr<CertifyStation>>& stations,
                                           const hil::Suite& suite,
                                           const hil::CertifyOptions& options)
{
    std::vector<std::vector<hil::DeviceReport>> reports(stations.size());
    std::vector<std::exception_ptr> failures(stations.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < stations.size(); ++i)
        threads.emplace_back([&, i] {
            try {
                reports[i] = stations[i]->certify(suite, options);
            } catch (...) {
                failures[i] = std::current_exception();
            }
        });
    for (std::thread& thread : threads) thread.join();
    std::vector<hil::DeviceReport> all;
    for (std::size_t i = 0; i < stations.size(); ++i) {
        if (failures[i]) std::rethrow_exception(failures[i]);
        std::move(reports[i].begin(), reports[i].end(), std::back_inserter(all));
    }
    return all;
}

hil::CertifyOptions options_of(const hil::ReportFolder* folder, const Log& log)
{
    hil::CertifyOptions options;
    if (folder) options.folder = folder->path();
    options.interrupted = sim::interrupted;
    options.told = [log](const hil::Device& device, const hil::TestResult& result) {
        log(fmt::format("[{}] {:<12} {}  {}", device.name, hil::word_of(result.verdict),
                        result.name, result.reasons.empty() ? "" : result.reasons.front()));
    };
    return options;
}

std::string repeat_of(const CertifyWords& words)
{
    return fmt::format("tapbench certify {} --bench {}{}", words.suite, words.bench,
                       words.out.empty() ? "" : " -o NEW_FOLDER");
}

Certification described(const CertifyWords& words, const sim::BenchFile& bench,
                        const hil::Suite& suite)
{
    Certification it;
    it.suite = suite;
    it.suite_digest = digest_of(words.suite);
    it.bench_name = bench.name;
    it.bench_digest = digest_of(words.bench);
    it.build = TAPBENCH_BUILD;
    it.repeat = repeat_of(words);
    it.began = hil::unix_seconds_now();
    return it;
}

std::string sealed(hil::ReportFolder& folder, const Certification& it)
{
    folder.write("report.json", certify_json(it));
    folder.write("report.html", certify_page(it));
    return folder.finish();
}

std::unique_ptr<hil::ReportFolder> folder_for(const std::string& out)
{
    if (out.empty()) return nullptr;
    try {
        return std::make_unique<hil::ReportFolder>(out);
    } catch (const std::runtime_error& error) {
        throw sim::ScenarioError("-o", error.what());
    }
}

void show_end(const CertifyWords& words, const Certification& it, const std::string& root,
              std::ostream& out, std::ostream& log)
{
    out << (words.json ? certify_json(it) : certify_table(it));
    std::ostream& tail = words.json ? log : out;
    if (!root.empty()) fmt::print(tail, "report {}\nroot {}\n", words.out, root);
    std::string word = hil::word_of(it.verdict());
    for (char& c : word) c = static_cast<char>(c - 'a' + 'A');
    fmt::print(tail, "{} (exit {})  {}\n", word, it.exit_code(), it.repeat);
}

}  // namespace

int certify_command(const CertifyWords& words, std::ostream& out, std::ostream& log)
{
    sim::catch_interrupts();
    const hil::Suite suite = suite_of(sim::load_suite(words.suite));
    const sim::BenchFile bench = sim::load_bench(words.bench);
    const std::vector<CertifySeat> seats = seats_of(bench, suite);
    if (words.plan) {
        show_plan(suite, seats, words.json, out);
        return 0;
    }
    const std::unique_ptr<hil::ReportFolder> folder = folder_for(words.out);
    std::mutex mutex;
    const Log tell = [&](const std::string& line) {
        const std::lock_guard lock(mutex);
        log << line << std::endl;
    };
    StationTerms terms{.prompt = {}, .patience = bench.patience, .key = hil::fresh_key()};
    if (isatty(STDERR_FILENO) != 0) terms.prompt = tell;
    Certification it = described(words, bench, suite);
    std::vector<std::unique_ptr<CertifyStation>> stations;
    for (const CertifySeat& seat : seats)
        stations.push_back(std::make_unique<CertifyStation>(seat, terms));
    it.devices = certify_all(stations, suite, options_of(folder.get(), tell));
    it.ended = hil::unix_seconds_now();
    const std::string root = folder ? sealed(*folder, it) : "";
    show_end(words, it, root, out, log);
    return it.exit_code();
}

}  // namespace app
