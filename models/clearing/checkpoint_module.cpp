// SPDX-License-Identifier: Apache-2.0
#include "models/clearing/checkpoint_module.h"

#include <algorithm>
#include <utility>

#include "sim/kernel/kernel_time.h"

namespace model
{

CheckpointModule::CheckpointModule(const sc_core::sc_module_name& name, Parts parts)
    : sc_module(name), parts_(std::move(parts))
{
    SC_HAS_PROCESS(CheckpointModule);
    SC_METHOD(run);
    sensitive << due_;
    dont_initialize();
    if (parts_.period.count > 0) due_.notify(sim::until(parts_.opening + parts_.period));
}

void CheckpointModule::run()
{
    if (sc_core::sc_pending_activity_at_current_time()) {
        due_.notify(sc_core::SC_ZERO_TIME);
        return;
    }
    if (!sc_core::sc_pending_activity_at_future_time()) return;  // the day is over: see close()
    const fw::Nanos now = sim::kernel_now();
    take(now.count, (now + parts_.period).count);
    due_.notify(sim::kernel_time(parts_.period));
}

void CheckpointModule::close(fw::Nanos at)
{
    take(std::max({at.count, sim::kernel_now().count, taken_ + 1}), INT64_MAX);
}

void CheckpointModule::take(std::int64_t t, std::int64_t next)
{
    taken_ = t;
    const BooksAt books = parts_.clearing(t, next);
    parts_.recorder.checkpoint(
        {t, parts_.purses(), parts_.journals(), books.ledger, books.suspense, books.paid});
    for (const sim::StatementRow& statement : books.statements)
        parts_.recorder.statement(statement);
}

}  // namespace model
