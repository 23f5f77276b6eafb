// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "sim/base/rng_stream.h"

namespace sim
{

// An insert-only hash table from 64-bit keys to 32-bit values in one array (open addressing). Never
// iterated, so its order can never leak into a result. Key 0 is reserved.
class FlatMap
{
public:
    static constexpr std::uint32_t absent = 0xFFFFFFFF;

    explicit FlatMap(std::size_t expected = 0) { rehash(expected * 2); }

    std::size_t size() const { return size_; }

    std::uint32_t find(std::uint64_t key) const
    {
        const Slot& slot = slots_[slot_of(key)];
        return slot.key == key ? slot.value() : absent;
    }

    // False when the key was there already; its value is then unchanged.
    bool insert(std::uint64_t key, std::uint32_t value)
    {
        if ((size_ + 1) * 4 > slots_.size() * 3) rehash(slots_.size() * 2);
        Slot& slot = slots_[slot_of(key)];
        if (slot.key == key) return false;
        slot = {key, {static_cast<std::uint16_t>(value), static_cast<std::uint16_t>(value >> 16)}};
        ++size_;
        return true;
    }

private:
    struct __attribute__((packed)) Slot {  // 12 bytes: millions of cards and debits are kept
        std::uint64_t key = 0;
        std::uint16_t parts[2]{};
        std::uint32_t value() const
        {
            return parts[0] | static_cast<std::uint32_t>(parts[1]) << 16;
        }
    };

    std::size_t slot_of(std::uint64_t key) const
    {
        std::size_t i = mix64(key) & (slots_.size() - 1);
        while (slots_[i].key != 0 && slots_[i].key != key) i = (i + 1) & (slots_.size() - 1);
        return i;
    }

    void rehash(std::size_t wanted)
    {
        std::size_t capacity = 16;
        while (capacity < wanted) capacity *= 2;
        std::vector<Slot> old = std::move(slots_);
        slots_.assign(capacity, Slot{});
        for (const Slot& slot : old)
            if (slot.key != 0) slots_[slot_of(slot.key)] = slot;
    }

    std::vector<Slot> slots_;
    std::size_t size_ = 0;
};

}  // namespace sim
