// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "firmware/protocol/pn532.h"
#include "hil/virtual/pn532_chip.h"
#include "hil/virtual/pn532_server.h"

// A PN532 as seen from its serial line: bytes in, acknowledgements and answers out, with the times
// and the faults asked for. It has no clock: it is told the time and says when it wants to be
// woken.
namespace hil
{

class Pn532Line
{
public:
    Pn532Line(CardField& field, const Pn532Options& options);

    void hear(fw::Bytes bytes, fw::Nanos now);
    std::optional<fw::Nanos> due() const { return due_; }  // when to call wake()
    void wake(fw::Nanos now);
    std::vector<std::uint8_t> take_output();
    void set_fault(ReaderFault fault, fw::Nanos length);

private:
    void take(fw::Bytes command, fw::Nanos now);
    void go_on(ChipStep step, fw::Nanos now);
    void answer(fw::Bytes frame, fw::Nanos spent, fw::Nanos now);
    void cancel();
    void put(fw::Bytes bytes);
    fw::Nanos line_time(std::size_t bytes) const;

    const Pn532Options options_;
    Pn532Chip chip_;
    fw::pn532::Parser parser_{fw::pn532::to_chip};
    std::vector<std::uint8_t> output_;
    std::vector<std::uint8_t> answer_;  // the last, or the one that is due
    std::size_t command_size_ = 0;      // of its frame
    enum class State : std::uint8_t { idle, searching, answering } state_ = State::idle;
    std::optional<fw::Nanos> due_;
    ReaderFault fault_ = ReaderFault::none;
    fw::Nanos fault_length_;
    bool swallow_ = false;
    bool opened_ = false;  // every host that gets so far asks for the version
    fw::Nanos deaf_until_{INT64_MIN};
};

}  // namespace hil
