// SPDX-License-Identifier: Apache-2.0
#include "sim/app/pcapng_file.h"

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "sim/record/database.h"
#include "sim/report/pcapng_run.h"
#include "sim/scenario/scenario_error.h"

namespace app
{

namespace
{

namespace fs = std::filesystem;

// A pipe or a device takes what comes and cannot be renamed.
bool is_replaceable(const std::string& file)
{
    return !fs::exists(file) || fs::is_regular_file(file);
}

}  // namespace

void require_capture_target(const std::string& file)
{
    if (file == "-" && isatty(STDOUT_FILENO) != 0)
        throw sim::ScenarioError("--pcapng", "a capture is not for a terminal: name a file");
}

void write_capture(const std::string& file, const std::string& result_file,
                   const sim::Scenario& scenario, std::ostream& out)
{
    if (file.empty()) return;
    const sim::Database run(result_file, sim::Database::Mode::read_only);
    if (file == "-") {
        sim::write_pcapng(run, scenario, out);
        if (!out.flush()) throw sim::ScenarioError("--pcapng", "stdout took only a part of it");
        return;
    }
    const std::string written = is_replaceable(file) ? file + ".part" : file;
    std::ofstream stream(written, std::ios::binary);
    sim::write_pcapng(run, scenario, stream);
    stream.close();
    std::error_code renamed;
    if (stream && written != file) fs::rename(written, file, renamed);
    if (stream && !renamed) return;
    if (written != file) fs::remove(written, renamed);
    throw sim::ScenarioError(file, "cannot be written");
}

}  // namespace app
