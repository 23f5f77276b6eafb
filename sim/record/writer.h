// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <variant>

#include "sim/record/aggregates.h"
#include "sim/record/database.h"
#include "sim/record/row_cells.h"
#include "sim/record/service_writer.h"

// The thread that owns the result file during a run. Blocks come through a bounded queue: a full
// queue makes the simulation wait, nothing else does. Commits every 10,000 rows and whenever the
// queue runs empty. The first error stops the writing for good; later blocks are dropped.
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
    static constexpr std::size_t queue_limit = 64;
    static constexpr std::size_t commit_rows = 10'000;

    void work();
    std::optional<Item> next(bool& empty_after);
    void write(Statements& statements, const Item& item);
    void fail(const std::string& text);

    Database database_;
    Aggregates aggregates_;
    std::size_t uncommitted_ = 0;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Item> queue_;
    bool closing_ = false;
    std::optional<std::string> error_;
    std::thread thread_;
};

}  // namespace sim
