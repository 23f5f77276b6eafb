// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>
#include <optional>

#include "sim/record/database.h"
#include "sim/record/row_cells.h"

// Puts a block of rows into its table with one statement: the block is shown to SQLite as a
// read-only virtual table and copied by INSERT ... SELECT, the fastest way in (performance.md 7).
namespace sim
{

class BlockTable
{
public:
    explicit BlockTable(Database& database);
    ~BlockTable();

    void insert(const Block& block);

private:
    struct Source;
    Database& database_;
    std::unique_ptr<Source> source_;
    std::array<std::optional<Query>, bulk_tables> copy_;
};

}  // namespace sim
