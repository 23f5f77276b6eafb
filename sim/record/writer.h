// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "sim/record/aggregates.h"
#include "sim/record/database.h"
#include "sim/record/row_cells.h"
#include "sim/record/service_writer.h"

// The thread that owns the result file during a run. Rows come through a bounded queue: a full
// queue makes the simulation wait, nothing else does. Commits every 10,000 rows and when nothing
// has come for a moment, for those who read the file meanwhile. The first error stops the writing
// for good; later rows are dropped.
namespace sim
{

class Writer
{
public:
    using Item = std::variant<Block, SlipRow, FrameRow, BatchRow, NoteRow, ServiceRow>;

    explicit Writer(Database database);
    ~Writer();

    void push(Item item);
    // Writes what is queued, ends the thread and gives the file back.
    Database& close();
    std::optional<std::string> error() const;
    const Aggregates& aggregates() const { return aggregates_; }  // after close()

private:
    struct Statements;
    static constexpr std::size_t queue_rows = 65'536;
    static constexpr std::size_t commit_rows = 10'000;
    static constexpr std::chrono::milliseconds quiet{50};

    void work();
    // What has come since the last call; nothing: a quiet moment, or the end.
    std::vector<Item> take();
    bool ended() const;
    void write(Statements& statements, const Item& item);
    void commit();
    void fail(const std::string& text);

    Database database_;
    Aggregates aggregates_;
    std::size_t uncommitted_ = 0;
    mutable std::mutex mutex_;
    std::condition_variable has_rows_, has_room_;
    std::vector<Item> queue_;
    std::size_t queued_rows_ = 0;
    bool closing_ = false;
    std::optional<std::string> error_;
    std::thread thread_;
};

}  // namespace sim
