// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hil/tape/tape_file.h"

namespace hil
{

// Plays a tape: each call must be the one recorded next and gets what was recorded, with its times.
// The first call that is another one ends the tape: from then on everything `differs`.
class TapeReader final : public Reader
{
public:
    TapeReader(Tape tape, std::string file) : tape_(std::move(tape)), file_(std::move(file)) {}

    Selection select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos timeout) override;
    Exchange exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos timeout) override;
    void release() override {}
    LinkTime link_time() override { return tape_.head.link; }
    std::string name() const override { return "tape:" + file_; }

    const TapeHead& head() const { return tape_.head; }
    // The newest exchange had been carried out by the card, heard or not.
    bool worked() const { return newest_ != nullptr && newest_->worked; }
    // FILE:LINE and both commands, once something differed; else empty.
    std::string problem() const override { return difference_; }
    std::size_t left() const { return tape_.entries.size() - next_; }

private:
    const TapeEntry* play(const TapeEntry& asked);

    Tape tape_;
    std::string file_;
    std::size_t next_ = 0;
    const TapeEntry* newest_ = nullptr;
    std::string difference_;
};

}  // namespace hil
