// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "firmware/core/bytes.h"

struct sqlite3;
struct sqlite3_stmt;

// A result file and a prepared statement on it: the only door to SQLite for the rest of the
// engine. Every failure throws DatabaseError with SQLite's own words and the file's name.
namespace sim
{

class DatabaseError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

// One prepared statement. Columns count from 0, parameters from 1.
class Query
{
public:
    Query(sqlite3* database, std::string_view sql);
    Query(Query&& other) noexcept;
    Query& operator=(Query&&) = delete;
    ~Query();

    Query& bind(int index, std::int64_t value);
    Query& bind(int index, std::string_view value);
    Query& bind(int index, fw::Bytes value);
    Query& bind_null(int index);

    bool step();  // true: there is a row
    void run();   // steps to the end, then resets
    void reset();

    // Binds the values in order and runs.
    template <typename... Values>
    void insert(const Values&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        run();
    }

    int columns() const;
    std::string name(int column) const;
    bool is_null(int column) const;
    std::int64_t integer(int column) const;
    std::int64_t integer_or(int column, std::int64_t when_null) const;
    double real(int column) const;
    std::string text(int column) const;
    fw::Bytes bytes(int column) const;  // valid until the next step

private:
    void check(int code) const;

    sqlite3* database_;
    sqlite3_stmt* statement_ = nullptr;
};

class Database
{
public:
    enum class Mode : std::uint8_t { create, read_write, read_only };

    // `create` replaces a file of that name together with its write-ahead log.
    Database(const std::string& file, Mode mode);
    Database(Database&& other) noexcept;
    Database& operator=(Database&&) = delete;
    ~Database();

    void exec(const std::string& sql);
    Query query(std::string_view sql) const { return {database_, sql}; }
    std::int64_t integer(std::string_view sql) const;  // first column of the first row, or 0
    std::string text(std::string_view sql) const;      // the same as text, or ""
    sqlite3* handle() const { return database_; }

private:
    sqlite3* database_ = nullptr;
};

}  // namespace sim
