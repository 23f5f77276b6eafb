// SPDX-License-Identifier: Apache-2.0
#include "sim/record/open_result.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <string_view>

#include "sim/scenario/scenario_error.h"

namespace sim
{

namespace
{

constexpr char no_result[] = "expected a result file of tapbench run";

bool is_result(const Database& database)
{
    return database.integer(
               "SELECT count(*) FROM sqlite_schema WHERE name IN ('run', 'tap', 'posting')") == 3;
}

Database open(const std::string& file)
{
    try {
        Database database(file, Database::Mode::read_only);
        if (is_result(database)) return database;
    } catch (const DatabaseError& error) {  // damaged, or locked
        throw ScenarioError(file, std::string("cannot be read: ") + error.what());
    }
    throw ScenarioError(file, no_result);
}

}  // namespace

bool is_database(const std::string& file)
{
    constexpr std::string_view magic = "SQLite format 3";
    std::string start(magic.size(), '\0');
    if (!std::filesystem::is_regular_file(file)) return false;  // a pipe: opening it may block
    std::ifstream stream(file, std::ios::binary);
    if (!stream) throw ScenarioError(file, "cannot be read");
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    return stream.gcount() == 0 || start == magic;
}

Database open_result(const std::string& file)
{
    if (!std::filesystem::exists(file)) throw ScenarioError(file, "no such file");
    if (!is_database(file)) throw ScenarioError(file, no_result);
    Database database = open(file);
    const std::int64_t version = database.integer("PRAGMA user_version");
    if (version == result_version) return database;
    throw ScenarioError(file, fmt::format("is a result of version {}, expected version {}: run its "
                                          "scenario again",
                                          version, result_version));
}

}  // namespace sim
