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
    has_room_.wait(lock, [this] { return queued_rows_ < queue_rows || error_; });
    if (error_) return;
    const auto* const block = std::get_if<Block>(&item);
    queued_rows_ += block ? block->rows() : 1;
    queue_.push_back(std::move(item));
    if (queue_.size() == 1) has_rows_.notify_one();
}

Database& Writer::close()
{
    {
        const std::lock_guard lock(mutex_);
        closing_ = true;
        has_rows_.notify_one();
    }
    if (thread_.joinable()) thread_.join();
    return database_;
}

std::optional<std::string> Writer::error() const
{
    const std::lock_guard lock(mutex_);
    return error_;
}

std::vector<Writer::Item> Writer::take()
{
    std::unique_lock lock(mutex_);
    const auto something = [this] { return !queue_.empty() || closing_; };
    if (uncommitted_ > 0)
        has_rows_.wait_for(lock, quiet, something);
    else
        has_rows_.wait(lock, something);
    queued_rows_ = 0;
    has_room_.notify_one();
    return std::exchange(queue_, {});
}

bool Writer::ended() const
{
    const std::lock_guard lock(mutex_);
    return closing_ && queue_.empty();
}

void Writer::commit()
{
    if (uncommitted_ > 0) database_.exec("COMMIT");
    uncommitted_ = 0;
}

void Writer::work()
{
    try {
        Statements statements(database_);
        while (!ended()) {
            const std::vector<Item> items = take();
            if (items.empty()) commit();
            for (const Item& item : items) {
                if (uncommitted_ == 0) database_.exec("BEGIN");
                write(statements, item);
                if (uncommitted_ >= commit_rows) commit();
            }
        }
        commit();
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
    has_room_.notify_all();
}

}  // namespace sim
