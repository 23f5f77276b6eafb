// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <atomic>
#include <stdexcept>

#include "models/card/rf_card.h"
#include "tests/hil/vpcd/counter.h"

// A chip that gives every command back, followed by 9000, and counts.
namespace hil
{

class CountingCard final : public model::ApduCard
{
public:
    void power_off() override { ++power_offs; }
    std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think) override
    {
        if (broken) throw std::runtime_error("the chip is broken");
        ++commands;
        think = {600'000'000};
        const std::size_t size = std::min(command.size(), longest_answer - 2);
        std::copy_n(command.begin(), size, answer.begin());
        fw::put_be16(&answer[size], 0x9000);
        return size + 2;
    }

    Counter power_offs;
    Counter commands;
    std::atomic<bool> broken = false;
};

}  // namespace hil
