// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/virtual/pn532_line.h"
#include "tests/hil/virtual/hex.h"
#include "tests/hil/virtual/test_cards.h"

// A virtual PN532 at its serial line, under a clock that the test moves.
namespace test_support
{

inline const std::string ack = "00 00 ff 00 ff 00";
inline const std::string firmware_question = "00 00 ff 02 fe d4 02 2a 00";
inline const std::string firmware_answer = "00 00 ff 06 fa d5 03 32 01 06 07 e8 00";
inline const std::string search_felica = "00 00 ff 09 f7 d4 4a 01 01 00 ff ff 01 00 e1 00";

struct LineDesk {
    explicit LineDesk(const hil::Pn532Options& options = {}) : line(field, options) {}

    // What comes back at once.
    std::string say(const std::string& bytes)
    {
        line.hear(bytes_of(bytes), now);
        return hex(line.take_output());
    }
    std::string after(fw::Nanos time)
    {
        now += time;
        line.wake(now);
        return hex(line.take_output());
    }
    // The time until something is due; negative: nothing is.
    std::int64_t due_in() const { return line.due() ? (*line.due() - now).count : -1; }
    std::string frame(const std::string& data) const
    {
        std::array<std::uint8_t, fw::pn532::longest_frame> out{};
        const ByteRow bytes = bytes_of(data);
        return hex(fw::Bytes(out).first(fw::pn532::make_frame(fw::pn532::to_chip, bytes, out)));
    }

    CardBox box;
    hil::CardField field;
    hil::Pn532Line line;
    fw::Nanos now{1'000'000'000};
};

}  // namespace test_support
