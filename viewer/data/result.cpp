// SPDX-License-Identifier: Apache-2.0
#include "viewer/data/result.h"

#include <fmt/format.h>

#include "sim/record/open_result.h"
#include "sim/scenario/scenario_error.h"
#include "viewer/data/live_sums.h"

namespace view
{

namespace
{

sim::Database opened(const std::string& file)
{
    try {
        return sim::open_result(file);
    } catch (const sim::ScenarioError& error) {
        throw ResultError(error.what());
    }
}

// Rows and words that only ever grow or change once.
constexpr char seen_sql[] = R"(
SELECT format('%d %d %d %d %d %d %s %s %d', (SELECT max(rowid) FROM tap),
    (SELECT max(rowid) FROM stop_visit), (SELECT max(rowid) FROM posting),
    (SELECT max(rowid) FROM waiting), (SELECT max(rowid) FROM checkpoint),
    (SELECT max(rowid) FROM note), status, verdict, digest IS NULL) FROM run)";

RunHead head_of(const sim::Database& database, const std::string& file)
{
    sim::Query row = database.query(
        "SELECT scenario, scenario_file, seed, build, mode, coalesce(digest, ''), status,"
        " coalesce(verdict, ''), coalesce(error, ''), timetable_date, tariff_date,"
        " (SELECT text FROM note WHERE kind = 'command' LIMIT 1),"
        " (SELECT coalesce(max(rowid), 0) FROM tap), digest NOT NULL FROM run");
    if (!row.step()) throw ResultError(file + ": the run has written nothing yet");
    RunHead head;
    int column = 0;
    head.file = file;
    for (std::string* const word :
         {&head.scenario, &head.scenario_file, &head.seed, &head.build, &head.mode, &head.digest,
          &head.status, &head.verdict, &head.error, &head.timetable_date, &head.tariff_date,
          &head.command})
        *word = row.text(column++);
    head.taps = row.integer(column++);
    head.summed = row.integer(column) != 0;
    return head;
}

}  // namespace

Result::Result(const std::string& file) : database_(opened(file))
{
    head_.file = file;
    read();
}
Result::Result(Result&&) noexcept = default;
Result::~Result() = default;

bool Result::refresh()
{
    if (database_.text(seen_sql) == seen_) return false;
    read();
    return true;
}

void Result::read()
{
    try {
        seen_ = database_.text(seen_sql);
        head_ = head_of(database_, head_.file);
        if (!head_.summed && !live_) live_ = std::make_unique<LiveSums>();
        if (!head_.summed) return live_->advance(database_);
        if (live_) LiveSums::drop(database_);
        live_.reset();
    } catch (const sim::DatabaseError& error) {
        throw ResultError(fmt::format("{}: cannot be read: {}", head_.file, error.what()));
    }
}

}  // namespace view
