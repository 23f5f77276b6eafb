// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>

#include "firmware/core/tap_event.h"

// The fare box's memory that survives power loss: one record of 64 bytes for each thing that must
// not be forgotten. A debit is written down as `intent` before the card is told, and `closed`
// after.
namespace fw
{

enum class RecordType : std::uint8_t { intent = 0x49, closed = 0x43 };

struct JournalRecord {
    RecordType type = RecordType::closed;
    TapEvent event;
};

constexpr std::size_t journal_record_size = 64;
using JournalBytes = std::array<std::uint8_t, journal_record_size>;

// Layout: type, 61 bytes event, CRC-16 over both (low byte first).
JournalBytes encode(const JournalRecord& record);
std::optional<JournalRecord> decode_journal_record(Bytes bytes);  // none: damaged

}  // namespace fw
