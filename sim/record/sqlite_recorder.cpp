// SPDX-License-Identifier: Apache-2.0
#include "sim/record/sqlite_recorder.h"

#include <fmt/format.h>

#include <stdexcept>
#include <utility>

#include "sim/record/city_writer.h"
#include "sim/record/schema.h"

namespace sim
{

namespace
{

// A look that found no card has no number, and a box that lost power gives the number of the lost
// tap to the next one: the cloud will never hear of either.
bool is_numbered(const fw::TapEvent& event)
{
    return event.key.sequence != 0 && event.verdict != fw::TapVerdict::device_off &&
           event.verdict != fw::TapVerdict::reader_fault;
}

const char* text_of(Outcome outcome)
{
    if (outcome == Outcome::complete) return "complete";
    return outcome == Outcome::aborted ? "aborted" : "error";
}

}  // namespace

SqliteRecorder::SqliteRecorder(const std::string& file, const RunFacts& facts)
    : SqliteRecorder(file, facts, Options{})
{
}

SqliteRecorder::SqliteRecorder(const std::string& file, const RunFacts& facts,
                               const Options& options)
    : facts_(facts), options_(options), database_(std::in_place, file, Database::Mode::create)
{
    database_->exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
    if (options.max_pages > 0)
        database_->exec(fmt::format("PRAGMA max_page_count = {}", options.max_pages));
    for (std::size_t i = 0; i < bulk_tables; ++i) blocks_[i].table = static_cast<BulkTable>(i);
}

std::optional<std::string> SqliteRecorder::error() const
{
    if (end_error_) return end_error_;
    return writer_ ? writer_->error() : std::nullopt;
}

Block& SqliteRecorder::block(BulkTable table)
{
    return blocks_[static_cast<std::size_t>(table)];
}

void SqliteRecorder::push(Block& block)
{
    if (!writer_) throw std::logic_error("a row before the city was recorded");
    const BulkTable table = block.table;
    if (!block.cells.empty()) writer_->push(std::exchange(block, Block{table, {}}));
    block.cells.reserve(options_.block_rows * columns_of(table));
}

void SqliteRecorder::push_if_full(Block& block)
{
    if (block.rows() >= options_.block_rows) push(block);
}

void SqliteRecorder::flush()
{
    for (Block& block : blocks_)
        if (!block.cells.empty()) push(block);
}

void SqliteRecorder::keep(const CityRows& city)
{
    database_->exec("BEGIN");
    database_->exec(schema_text);
    write_city(*database_, city, facts_);
    database_->exec("COMMIT");
    writer_ = std::make_unique<Writer>(*std::exchange(database_, std::nullopt));
}

void SqliteRecorder::keep(const TapRow& row)
{
    if (is_numbered(row.event) && merger_.hold(row)) return;
    append_tap(block(BulkTable::tap), row, nullptr);
    push_if_full(block(BulkTable::tap));
    if (is_numbered(row.event))
        keep(NoteRow{row.t[0], "number_reused",
                     fmt::format("{}-{}", row.event.key.device, row.event.key.sequence),
                     "an earlier tap of this reader had the same number"});
}

void SqliteRecorder::keep(const CloudRow& row)
{
    const TapMerger::Known known = merger_.known(row.key);
    if (known == TapMerger::Known::waiting) {
        append_tap(block(BulkTable::tap), merger_.take(row.key), &row);
        push_if_full(block(BulkTable::tap));
    } else {
        append_duplicate(block(BulkTable::duplicate_delivery), row,
                         known == TapMerger::Known::done);
        push_if_full(block(BulkTable::duplicate_delivery));
    }
}

void SqliteRecorder::keep(const PostingRow& row)
{
    append_posting(block(BulkTable::posting), row);
    push_if_full(block(BulkTable::posting));
}
void SqliteRecorder::keep(const CardRow& row)
{
    append_card(block(BulkTable::card), row);
    push_if_full(block(BulkTable::card));
}
void SqliteRecorder::keep(const CheckpointRow& row)
{
    append_checkpoint(block(BulkTable::checkpoint), row);
    push_if_full(block(BulkTable::checkpoint));
}
void SqliteRecorder::keep(const StatementRow& row)
{
    append_statement(block(BulkTable::statement), row);
    push_if_full(block(BulkTable::statement));
}
void SqliteRecorder::keep(const StopVisitRow& row)
{
    append_stop_visit(block(BulkTable::stop_visit), row);
    push_if_full(block(BulkTable::stop_visit));
    append_waiting(block(BulkTable::waiting), row);
    push_if_full(block(BulkTable::waiting));
}
void SqliteRecorder::keep(const BatchRow& row)
{
    append_batch(block(BulkTable::batch), row);
    push_if_full(block(BulkTable::batch));
    if (!row.bytes.empty()) writer_->push(row);
}
void SqliteRecorder::keep(const SlipRow& row)
{
    writer_->push(row);
}
void SqliteRecorder::keep(const FrameRow& row)
{
    writer_->push(row);
}
void SqliteRecorder::keep(const NoteRow& row)
{
    writer_->push(row);
}
void SqliteRecorder::keep(const ServiceRow& row)
{
    writer_->push(row);
}

void SqliteRecorder::close(Outcome outcome)
{
    for (const TapRow& tap : merger_.take_all()) {
        append_tap(block(BulkTable::tap), tap, nullptr);
        push_if_full(block(BulkTable::tap));
    }
    flush();
    Database& database = writer_->close();
    if (writer_->error()) return;
    try {
        write_end(database, outcome);
    } catch (const DatabaseError& error) {
        end_error_ = error.what();
    }
}

void SqliteRecorder::write_end(Database& database, Outcome outcome)
{
    database.exec("BEGIN");
    writer_->aggregates().write(database);
    database.query("UPDATE run SET status = ?, digest = ?")
        .bind(1, text_of(outcome))
        .bind(2, digest())
        .run();
    database.exec("COMMIT");
    database.query("PRAGMA wal_checkpoint(TRUNCATE)").run();
}

}  // namespace sim
