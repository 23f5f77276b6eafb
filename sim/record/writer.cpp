// SPDX-License-Identifier: Apache-2.0
#include "sim/record/writer.h"

#include <utility>

#include "sim/record/block_table.h"

namespace sim
{

struct Writer::Statements {
    explicit Statements(Database& database)
        : blocks(database),
          slip(database.query("INSERT INTO slip VALUES (?, ?, nullif(?, -1))")),
          frame(database.query("INSERT INTO frame VALUES (?, ?, ?, ?, ?, ?, ?, ?)")),
          uplink(database.query("INSERT INTO uplink VALUES (?, ?, ?, ?, ?, ?, nullif(?, -1), ?)")),
          note(database.query("INSERT INTO note VALUES (?, ?, ?, ?)")),
          services(database)
    {
    }
    BlockTable blocks;
    Query slip;
    Query frame;
    Query uplink;
    Query note;
    ServiceWriter services;
};

Writer::Writer(Database database) : database_(std::move(database)), thread_([this] { work(); }) {}

Writer::~Writer()
{
    close();
}

void Writer::push(Item item)
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return queue_.size() < queue_limit || error_; });
    if (error_) return;
    queue_.push_back(std::move(item));
    changed_.notify_all();
}

Database& Writer::close()
{
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        changed_.notify_all();
    }
    if (thread_.joinable()) thread_.join();
    return database_;
}

std::optional<std::string> Writer::error() const
{
    const std::lock_guard lock(mutex_);
    return error_;
}

std::optional<Writer::Item> Writer::next(bool& empty_after)
{
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !queue_.empty() || closing_; });
    if (queue_.empty()) return std::nullopt;
    Item item = std::move(queue_.front());
    queue_.pop_front();
    empty_after = queue_.empty();
    changed_.notify_all();
    return item;
}

void Writer::work()
{
    try {
        Statements statements(database_);
        bool empty_after = false;
        while (const auto item = next(empty_after)) {
            if (uncommitted_ == 0) database_.exec("BEGIN");
            write(statements, *item);
            if (empty_after || uncommitted_ >= commit_rows) {
                database_.exec("COMMIT");
                uncommitted_ = 0;
            }
        }
    } catch (const DatabaseError& error) {
        fail(error.what());
    }
}

void Writer::write(Statements& statements, const Item& item)
{
    if (const auto* const block = std::get_if<Block>(&item)) {
        statements.blocks.insert(*block);
        aggregates_.count(*block);
        uncommitted_ += block->rows();
    } else if (const auto* const slip = std::get_if<SlipRow>(&item)) {
        statements.slip.insert(slip->sale, slip->keyed, slip->printed);
        ++uncommitted_;
    } else if (const auto* const frame = std::get_if<FrameRow>(&item)) {
        statements.frame.insert(frame->key.device, frame->key.sequence, frame->number,
                                frame->from_card, frame->damaged, frame->start, frame->end,
                                fw::Bytes(frame->bytes));
        ++uncommitted_;
    } else if (const auto* const batch = std::get_if<BatchRow>(&item)) {
        statements.uplink.insert(batch->bus, batch->device, batch->first_record, batch->end_record,
                                 batch->attempt, batch->sent, batch->acknowledged,
                                 fw::Bytes(batch->bytes));
        ++uncommitted_;
    } else if (const auto* const service = std::get_if<ServiceRow>(&item)) {
        statements.services.write(*service);
        ++uncommitted_;
    } else {
        const auto& note = std::get<NoteRow>(item);
        statements.note.insert(note.t, note.kind, note.where, note.text);
        ++uncommitted_;
    }
}

void Writer::fail(const std::string& text)
{
    try {
        database_.exec("ROLLBACK");
    } catch (const DatabaseError&) {
        // The transaction is gone already: a full disk rolls back by itself.
    }
    const std::lock_guard lock(mutex_);
    error_ = text;
    queue_.clear();
    changed_.notify_all();
}

}  // namespace sim
