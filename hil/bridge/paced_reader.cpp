// SPDX-License-Identifier: Apache-2.0
#include "hil/bridge/paced_reader.h"

#include <algorithm>
#include <utility>

#include "sim/kernel/kernel_time.h"

namespace hil
{

PacedReader::PacedReader(const char* name, Reader& reader, sim::Pacer& pacer)
    : ReaderAround(reader), gate_(name, pacer), thread_([this] { work(); })
{
}

PacedReader::~PacedReader()
{
    {
        const std::lock_guard lock(mutex_);
        end_ = true;
    }
    given_.notify_one();
    thread_.join();
}

Selection PacedReader::select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout)
{
    Selection result;
    const fw::Nanos took = beside([&] { result = reader_.select(tech, system_code, timeout); });
    result.time.total = std::max(result.time.total, took);
    return result;
}

Exchange PacedReader::exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout)
{
    Exchange result;
    const fw::Nanos took = beside([&] { result = reader_.exchange(command, answer, timeout); });
    result.time.total = std::max(result.time.total, took);
    return result;
}

void PacedReader::release()
{
    give([this] { reader_.release(); });
}

fw::Nanos PacedReader::beside(Call call)
{
    const fw::Nanos start = sim::kernel_now();
    give(std::move(call));
    gate_.pass();
    given_one_ = false;
    return sim::kernel_now() - start;
}

void PacedReader::give(Call call)
{
    if (given_one_) gate_.pass();
    given_one_ = true;
    {
        const std::lock_guard lock(mutex_);
        call_ = std::move(call);
    }
    given_.notify_one();
}

Reader& PacedReader::at_rest()
{
    std::unique_lock lock(mutex_);
    done_.wait(lock, [this] { return !call_ && !working_; });
    return reader_;
}

void PacedReader::work()
{
    std::unique_lock lock(mutex_);
    for (;;) {
        given_.wait(lock, [this] { return end_ || call_; });
        if (!call_) return;
        const Call call = std::exchange(call_, nullptr);
        working_ = true;
        lock.unlock();
        call();
        gate_.open();
        lock.lock();
        working_ = false;
        done_.notify_one();
    }
}

}  // namespace hil
