// SPDX-License-Identifier: Apache-2.0
#include "sim/record/database.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <filesystem>
#include <utility>

namespace sim
{

namespace
{

// One connection belongs to one thread at a time, so SQLite's own locks are switched off, and with
// them its memory statistics; worth a factor of two when two connections work (performance.md 3).
void configure_once()
{
    static const bool done = [] {
        sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
        sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
        return sqlite3_initialize() == SQLITE_OK;
    }();
    if (!done) throw DatabaseError("SQLite does not start");
}

[[noreturn]] void fail(sqlite3* database, std::string_view what)
{
    const char* const file = sqlite3_db_filename(database, "main");
    throw DatabaseError(fmt::format("{}: {} ({})", file == nullptr ? "result file" : file,
                                    sqlite3_errmsg(database), what));
}

int open_flags(Database::Mode mode)
{
    if (mode == Database::Mode::read_only) return SQLITE_OPEN_READONLY;
    if (mode == Database::Mode::read_write) return SQLITE_OPEN_READWRITE;
    return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
}

}  // namespace

Query::Query(sqlite3* database, std::string_view sql) : database_(database)
{
    if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_,
                           nullptr) != SQLITE_OK)
        fail(database, sql);
}
Query::Query(Query&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr))
{
}
Query::~Query()
{
    sqlite3_finalize(statement_);
}

void Query::check(int code) const
{
    if (code != SQLITE_OK) fail(database_, sqlite3_sql(statement_));
}

Query& Query::bind(int index, std::int64_t value)
{
    check(sqlite3_bind_int64(statement_, index, value));
    return *this;
}
Query& Query::bind(int index, std::string_view value)
{
    check(sqlite3_bind_text(statement_, index, value.data(), static_cast<int>(value.size()),
                            SQLITE_TRANSIENT));
    return *this;
}
Query& Query::bind(int index, fw::Bytes value)
{
    check(sqlite3_bind_blob(statement_, index, value.data(), static_cast<int>(value.size()),
                            SQLITE_TRANSIENT));
    return *this;
}
Query& Query::bind_null(int index)
{
    check(sqlite3_bind_null(statement_, index));
    return *this;
}

bool Query::step()
{
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) fail(database_, sqlite3_sql(statement_));
    return false;
}
void Query::run()
{
    while (step()) {
    }
    reset();
}
void Query::reset()
{
    sqlite3_reset(statement_);
}

int Query::columns() const
{
    return sqlite3_column_count(statement_);
}
std::string Query::name(int column) const
{
    return sqlite3_column_name(statement_, column);
}
bool Query::is_null(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::int64_t Query::integer(int column) const
{
    return sqlite3_column_int64(statement_, column);
}
std::int64_t Query::integer_or(int column, std::int64_t when_null) const
{
    return is_null(column) ? when_null : integer(column);
}
double Query::real(int column) const
{
    return sqlite3_column_double(statement_, column);
}
std::string Query::text(int column) const
{
    const auto* const text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text == nullptr ? std::string() : std::string(text);
}
fw::Bytes Query::bytes(int column) const
{
    const auto* const data =
        static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Database::Database(const std::string& file, Mode mode)
{
    configure_once();
    if (mode == Mode::create)
        for (const char* const tail : {"", "-wal", "-shm", "-journal"}) {
            std::error_code ignored;
            std::filesystem::remove(file + tail, ignored);
        }
    if (sqlite3_open_v2(file.c_str(), &database_, open_flags(mode), nullptr) != SQLITE_OK) {
        const std::string text = fmt::format("{}: {}", file, sqlite3_errmsg(database_));
        sqlite3_close(std::exchange(database_, nullptr));
        throw DatabaseError(text);
    }
    sqlite3_busy_timeout(database_, 5000);
}
Database::Database(Database&& other) noexcept : database_(std::exchange(other.database_, nullptr))
{
}
Database::~Database()
{
    sqlite3_close(database_);
}

void Database::exec(const std::string& sql)
{
    if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(database_, std::string_view(sql).substr(0, 200));
}

std::int64_t Database::integer(std::string_view sql) const
{
    Query found = query(sql);
    return found.step() ? found.integer(0) : 0;
}
std::string Database::text(std::string_view sql) const
{
    Query found = query(sql);
    return found.step() ? found.text(0) : std::string();
}

}  // namespace sim
