// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <deque>

#include "firmware/core/journal.h"
#include "firmware/port/nvram.h"

namespace model
{

// A touch unit's non-volatile memory: an array that survives power loss and driver reset.
class NvramArray final : public fw::Nvram
{
public:
    explicit NvramArray(std::size_t capacity) : capacity_(capacity) {}

    bool append(fw::Bytes record) override
    {
        if (records_.size() >= capacity_ || record.size() > record_size) return false;
        fw::JournalBytes bytes{};
        std::copy(record.begin(), record.end(), bytes.begin());
        records_.push_back(bytes);
        return true;
    }
    std::uint32_t room() override
    {
        return static_cast<std::uint32_t>(capacity_ - records_.size());
    }
    std::uint32_t first() override { return first_; }
    std::uint32_t end() override { return first_ + static_cast<std::uint32_t>(records_.size()); }
    std::size_t read(std::uint32_t number, fw::MutBytes record) override
    {
        const fw::Bytes found = at(number);
        if (record.size() < found.size()) return 0;
        std::copy(found.begin(), found.end(), record.begin());
        return found.size();
    }
    void drop_before(std::uint32_t number) override
    {
        for (; first_ < number && !records_.empty(); ++first_) records_.pop_front();
    }

    std::uint32_t newest() const
    {
        return first_ + static_cast<std::uint32_t>(records_.size()) - 1;
    }
    std::size_t size() const { return records_.size(); }
    fw::Bytes at(std::uint32_t number) const
    {
        if (number < first_ || number - first_ >= records_.size()) return {};
        return records_[number - first_];
    }

private:
    std::size_t capacity_;
    std::uint32_t first_ = 0;
    std::deque<fw::JournalBytes> records_;
};

}  // namespace model
