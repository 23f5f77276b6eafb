// SPDX-License-Identifier: Apache-2.0
#include "hil/tape/tape_reader.h"

#include <algorithm>

namespace hil
{

Selection TapeReader::select(fw::RfSet tech, std::uint16_t system_code, fw::Nanos)
{
    TapeEntry asked;
    asked.select = true;
    asked.tech = tech;
    asked.system_code = system_code;
    const TapeEntry* entry = play(asked);
    Selection selection;
    selection.status = entry ? entry->status : ReaderStatus::differs;
    if (selection.status == ReaderStatus::ok) selection.target = target_of(*entry);
    if (entry) selection.time = entry->time;
    return selection;
}

Exchange TapeReader::exchange(fw::Bytes command, fw::MutBytes answer, fw::Nanos)
{
    TapeEntry asked;
    asked.command.assign(command.begin(), command.end());
    const TapeEntry* entry = play(asked);
    Exchange exchange;
    exchange.status = entry ? entry->status : ReaderStatus::differs;
    if (entry) exchange.time = entry->time;
    if (exchange.status != ReaderStatus::ok) return exchange;
    exchange.size = std::min(entry->answer.size(), answer.size());
    std::copy_n(entry->answer.begin(), exchange.size, answer.begin());
    return exchange;
}

const TapeEntry* TapeReader::play(const TapeEntry& asked)
{
    newest_ = nullptr;
    if (!difference_.empty()) return nullptr;
    const bool over = next_ == tape_.entries.size();
    const std::string expected =
        over ? "nothing: the tape is over" : question_of(tape_.entries[next_]);
    const std::string found = question_of(asked);
    if (expected == found) return newest_ = &tape_.entries[next_++];
    const int line = tape_.entries.empty() ? 0 : tape_.entries[over ? next_ - 1 : next_].line;
    difference_ =
        file_ + ":" + std::to_string(line) + ": expected " + expected + ", found " + found;
    return nullptr;
}

}  // namespace hil
