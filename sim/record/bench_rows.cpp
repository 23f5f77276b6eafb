// SPDX-License-Identifier: Apache-2.0
#include "sim/record/bench_rows.h"

#include "sim/record/database.h"

namespace sim
{

void write_bench(const std::string& file, const BenchRows& rows)
{
    Database database(file, Database::Mode::read_write);
    database.exec("BEGIN");
    if (!rows.error.empty()) database.query("UPDATE run SET error = ?").bind(1, rows.error).run();
    Query insert = database.query("INSERT INTO reader_time VALUES (?, ?, ?, ?, ?, ?)");
    for (const ReaderTimeRow& row : rows.times)
        insert.insert(row.device, row.hop, row.samples, row.low_ns, row.median_ns, row.high_ns);
    database.exec("COMMIT");
}

}  // namespace sim
