// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/journal.h"

#include "firmware/core/crc16.h"

namespace fw
{

namespace
{

constexpr std::size_t crc_at = 1 + tap_event_size;
static_assert(crc_at + 2 == journal_record_size);

}  // namespace

JournalBytes encode(const JournalRecord& record)
{
    JournalBytes bytes{};
    bytes[0] = static_cast<std::uint8_t>(record.type);
    encode(record.event, std::span<std::uint8_t, tap_event_size>(bytes.data() + 1, tap_event_size));
    put_le16(bytes.data() + crc_at, crc16({bytes.data(), crc_at}));
    return bytes;
}

std::optional<JournalRecord> decode_journal_record(Bytes bytes)
{
    if (bytes.size() != journal_record_size) return std::nullopt;
    if (get_le16(bytes.data() + crc_at) != crc16(bytes.first(crc_at))) return std::nullopt;
    const auto type = static_cast<RecordType>(bytes[0]);
    if (type != RecordType::intent && type != RecordType::closed) return std::nullopt;
    const auto event = decode_tap_event(bytes.subspan(1, tap_event_size));
    if (!event) return std::nullopt;
    return JournalRecord{type, *event};
}

}  // namespace fw
