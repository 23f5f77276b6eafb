// SPDX-License-Identifier: Apache-2.0
#include "sim/record/block_table.h"

#include <fmt/format.h>
#include <sqlite3.h>

#include <string>

namespace sim
{

// What the virtual table shows at the moment.
struct BlockTable::Source {
    const std::int64_t* cells = nullptr;
    std::size_t width = 1;
    std::size_t rows = 0;

    // SQLite's side of it; the base structures come first, as its interface demands.
    struct Table {
        sqlite3_vtab base;
        const Source* source;
    };
    struct Cursor {
        sqlite3_vtab_cursor base;
        const std::int64_t* at;
        const std::int64_t* end;
        std::size_t width;
    };
    static constexpr int columns = 48;

    static int connect(sqlite3* database, void* aux, int, const char* const*, sqlite3_vtab** table,
                       char**)
    {
        std::string declaration = "CREATE TABLE block(c0";
        for (int i = 1; i < columns; ++i) declaration += fmt::format(",c{}", i);
        const int code = sqlite3_declare_vtab(database, (declaration + ")").c_str());
        if (code != SQLITE_OK) return code;
        auto made = std::make_unique<Table>();
        made->source = static_cast<const Source*>(aux);
        *table = &made.release()->base;
        return SQLITE_OK;
    }
    static int disconnect(sqlite3_vtab* table)
    {
        const std::unique_ptr<Table> owned(reinterpret_cast<Table*>(table));
        return SQLITE_OK;
    }
    static int best_index(sqlite3_vtab*, sqlite3_index_info* info)
    {
        info->estimatedCost = 1;
        return SQLITE_OK;
    }
    static int open(sqlite3_vtab*, sqlite3_vtab_cursor** cursor)
    {
        *cursor = &std::make_unique<Cursor>().release()->base;
        return SQLITE_OK;
    }
    static int close(sqlite3_vtab_cursor* cursor)
    {
        const std::unique_ptr<Cursor> owned(reinterpret_cast<Cursor*>(cursor));
        return SQLITE_OK;
    }
    static int filter(sqlite3_vtab_cursor* cursor, int, const char*, int, sqlite3_value**)
    {
        auto* const self = reinterpret_cast<Cursor*>(cursor);
        const Source& source = *reinterpret_cast<Table*>(cursor->pVtab)->source;
        self->at = source.cells;
        self->end = source.cells + source.rows * source.width;
        self->width = source.width;
        return SQLITE_OK;
    }
    static int next(sqlite3_vtab_cursor* cursor)
    {
        auto* const self = reinterpret_cast<Cursor*>(cursor);
        self->at += self->width;
        return SQLITE_OK;
    }
    static int eof(sqlite3_vtab_cursor* cursor)
    {
        const auto* const self = reinterpret_cast<Cursor*>(cursor);
        return self->at == self->end ? 1 : 0;
    }
    static int column(sqlite3_vtab_cursor* cursor, sqlite3_context* context, int number)
    {
        const std::int64_t value = reinterpret_cast<Cursor*>(cursor)->at[number];
        if (value != null_cell) sqlite3_result_int64(context, value);
        return SQLITE_OK;
    }
    static int rowid(sqlite3_vtab_cursor*, sqlite3_int64* row)
    {
        *row = 0;
        return SQLITE_OK;
    }
};

namespace
{

template <typename Source>
const sqlite3_module* block_module()
{
    static const sqlite3_module made = [] {
        sqlite3_module m{};
        m.xConnect = Source::connect;
        m.xDisconnect = Source::disconnect;
        m.xBestIndex = Source::best_index;
        m.xOpen = Source::open;
        m.xClose = Source::close;
        m.xFilter = Source::filter;
        m.xNext = Source::next;
        m.xEof = Source::eof;
        m.xColumn = Source::column;
        m.xRowid = Source::rowid;
        return m;
    }();
    return &made;
}

std::string copy_sql(BulkTable table)
{
    std::string columns = "c0";
    for (std::size_t i = 1; i < columns_of(table); ++i) columns += fmt::format(",c{}", i);
    return fmt::format("INSERT INTO {} SELECT {} FROM tb_block", name_of(table), columns);
}

}  // namespace

BlockTable::BlockTable(Database& database)
    : database_(database), source_(std::make_unique<Source>())
{
    if (sqlite3_create_module_v2(database.handle(), "tb_block", block_module<Source>(),
                                 source_.get(), nullptr) != SQLITE_OK)
        throw DatabaseError("SQLite refuses the virtual table of the recorder");
}
BlockTable::~BlockTable()
{
    for (auto& query : copy_) query.reset();
    sqlite3_create_module_v2(database_.handle(), "tb_block", nullptr, nullptr, nullptr);
}

void BlockTable::insert(const Block& block)
{
    auto& copy = copy_[static_cast<std::size_t>(block.table)];
    if (!copy) copy.emplace(database_.handle(), copy_sql(block.table));
    *source_ = {block.cells.data(), columns_of(block.table), block.rows()};
    copy->run();
}

}  // namespace sim
