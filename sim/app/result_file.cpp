// SPDX-License-Identifier: Apache-2.0
#include "sim/app/result_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <utility>

#include "sim/app/chosen_frames.h"
#include "sim/app/pcapng_file.h"
#include "sim/record/database.h"
#include "sim/record/open_result.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

namespace fs = std::filesystem;

void require_one_writable(const std::string& file)
{
    if (file.empty() || file == "-") return;
    const fs::path folder = fs::absolute(file).parent_path();
    if (fs::is_directory(file)) throw sim::ScenarioError(file, "expected a file, found a folder");
    if (!fs::is_directory(folder))
        throw sim::ScenarioError(file,
                                 fmt::format("there is no folder {} to write in", folder.string()));
    const std::string written = fs::exists(file) ? file : folder.string();
    if (access(written.c_str(), W_OK) != 0) throw sim::ScenarioError(file, "cannot be written");
}

}  // namespace

void require_writable(const std::vector<std::string>& files)
{
    for (const std::string& file : files) require_one_writable(file);
}

void require_result_file(const std::string& file)
{
    require_one_writable(file);
    if (!file.empty() && fs::exists(file) && !sim::is_database(file))
        throw sim::ScenarioError(file, "is there and is no result file: it is not replaced");
}

std::string result_file(const RunOptions& options, const sim::Scenario& scenario)
{
    std::string file;
    if (options.record) file = fs::path(scenario.file).stem().string() + ".db";
    if (options.record && !options.out.empty()) file = options.out;
    if (!options.record && !options.html.empty())
        throw sim::ScenarioError("--html", "there is nothing to show without a record");
    if (!options.record && !options.pcapng.empty())
        throw sim::ScenarioError("--pcapng", "there is nothing to show without a record");
    require_capture_target(options.pcapng);
    require_writable({options.junit, options.json, options.html, options.pcapng});
    require_result_file(file);
    return file;
}

void write_text(const std::string& file, const std::string& text, std::ostream& out)
{
    if (file.empty()) return;
    if (file == "-") {
        out << text << '\n';
        return;
    }
    std::ofstream stream(file);
    if (!(stream << text << '\n')) throw sim::ScenarioError(file, "cannot be written");
}

std::unique_ptr<sim::Recorder> recorder_for(const std::string& file, std::vector<fw::TapKey> taps,
                                            const std::string& mode)
{
    auto recorder = sim::make_recorder(file, {TAPBENCH_BUILD, mode});
    if (taps.empty()) return recorder;
    return std::make_unique<ChosenFrames>(std::move(recorder), std::move(taps));
}

void put_to_rest(const std::string& file)
{
    if (file.empty()) return;
    try {
        sim::Database(file, sim::Database::Mode::read_write).text("PRAGMA journal_mode = DELETE");
    } catch (const sim::DatabaseError&) {  // somebody reads it already: two parts are as good
    }
}

}  // namespace app
