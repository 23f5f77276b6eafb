// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/card/rf_card.h"

namespace test_support
{

// A smart card's chip that knows three commands: SELECT, READ BINARY of bytes that count up from
// the offset, and F2, which takes as long as it says (P1 frame waiting times of 100 ms) and
// answers.
class CountingChip final : public model::ApduCard
{
public:
    void power_off() override {}
    std::size_t transmit(fw::Bytes command, fw::MutBytes answer, fw::Nanos& think) override
    {
        const std::uint8_t code = command.size() > 1 ? command[1] : std::uint8_t{0};
        std::size_t size = 0;
        if (code == 0xB0 && command.size() == 5) {
            size = command[4] == 0 ? 256 : command[4];
            for (std::size_t i = 0; i < size; ++i)
                answer[i] = static_cast<std::uint8_t>(command[3] + i);
        }
        if (code == 0xF2) think = {command[2] * std::int64_t{100'000'000}};
        const bool known = code == 0xA4 || code == 0xB0 || code == 0xF2;
        answer[size++] = known ? 0x90 : 0x6D;
        answer[size++] = 0x00;
        return size;
    }
};

}  // namespace test_support
