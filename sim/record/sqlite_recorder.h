// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <memory>

#include "sim/record/recorder.h"
#include "sim/record/row_cells.h"
#include "sim/record/tap_merger.h"
#include "sim/record/writer.h"

// Records a run into one SQLite file (schema.sql). A tap waits for the cloud's half of its row and
// is then written whole. The file can be read while it grows and after a crash; it says 'aborted'
// until finish(complete) has written everything.
namespace sim
{

class SqliteRecorder : public Recorder
{
public:
    struct Options {
        std::int64_t max_pages = 0;  // of 4096 bytes; 0 = as large as the disk allows
        std::size_t block_rows = 1024;
    };

    SqliteRecorder(const std::string& file, const RunFacts& facts);
    SqliteRecorder(const std::string& file, const RunFacts& facts, const Options& options);

    void flush() override;
    std::optional<std::string> error() const override;

protected:
    void keep(const CityRows& city) override;
    void keep(const TapRow& row) override;
    void keep(const CloudRow& row) override;
    void keep(const PostingRow& row) override;
    void keep(const CardRow& row) override;
    void keep(const CheckpointRow& row) override;
    void keep(const StatementRow& row) override;
    void keep(const StopVisitRow& row) override;
    void keep(const SlipRow& row) override;
    void keep(const FrameRow& row) override;
    void keep(const BatchRow& row) override;
    void keep(const NoteRow& row) override;
    void keep(const ServiceRow& row) override;
    void close(Outcome outcome) override;

private:
    Block& block(BulkTable table);
    void push_if_full(Block& block);
    void push(Block& block);
    void write_end(Database& database, Outcome outcome);

    RunFacts facts_;
    Options options_;
    TapMerger merger_;
    std::array<Block, bulk_tables> blocks_;
    std::optional<Database> database_;  // until the writer takes it, at city()
    std::unique_ptr<Writer> writer_;
    std::optional<std::string> end_error_;
};

}  // namespace sim
