// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/export/exported.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "sim/record/database.h"

namespace sim::test
{

namespace
{

namespace fs = std::filesystem;

struct Folders {
    std::vector<fs::path> made;
    ~Folders()
    {
        std::error_code ignored;
        for (const fs::path& folder : made) fs::remove_all(folder, ignored);
    }
};

std::vector<std::string> cells_of(const std::string& line)
{
    std::vector<std::string> cells(1);
    for (const char letter : line) {
        if (letter == ',')
            cells.emplace_back();
        else
            cells.back() += letter;
    }
    return cells;
}

}  // namespace

std::string scratch_folder(const std::string& name)
{
    static Folders folders;
    const std::string own = "tapbench-" + std::to_string(getpid()) + "-" + name;
    return folders.made.emplace_back(fs::temp_directory_path() / own).string();
}

std::string text_of(const std::string& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

std::vector<CsvRecord> records_of(const std::string& file)
{
    std::istringstream text(text_of(file));
    std::string line;
    std::getline(text, line);
    const std::vector<std::string> names = cells_of(line);
    std::vector<CsvRecord> records;
    while (std::getline(text, line)) {
        const std::vector<std::string> cells = cells_of(line);
        CsvRecord& record = records.emplace_back();
        for (std::size_t i = 0; i < names.size(); ++i) record[names[i]] = cells.at(i);
    }
    return records;
}

std::string written(const SmallRun& run, const std::string& name, const std::vector<Visit>& visits)
{
    const std::string file = run.write(name);
    Database database(file, Database::Mode::read_write);
    for (const Visit& visit : visits)
        database.exec(fmt::format(
            "INSERT INTO stop_visit (trip, bus, position, scheduled_arrival_s,"
            " scheduled_departure_s, arrival, departure, boarded, alighted, boarded_cash,"
            " alighted_cash, load) VALUES (1, 0, {0}, 27000, 27000, 27000000000000 + {0},"
            " 27010000000000 + {0}, {1}, {2}, 0, 0, {3})",
            visit.position, visit.boarded, visit.alighted, visit.load));
    return file;
}

std::vector<CsvRecord> exported(const std::string& run, ExportFormat format,
                                const std::string& file, std::int64_t k)
{
    ExportOrder order;
    order.run = run;
    order.folder = scratch_folder("exported");
    order.format = format;
    order.k = k;
    export_run(order);
    return records_of((fs::path(order.folder) / file).string());
}

std::vector<CsvRecord> fare_transactions(const SmallRun& run, const std::string& name)
{
    return exported(run.write(name), ExportFormat::tides, "fare_transactions.csv");
}

}  // namespace sim::test
