// SPDX-License-Identifier: Apache-2.0
#include "firmware/core/journal.h"

#include <gtest/gtest.h>

#include "firmware/core/crc16.h"

namespace
{

TEST(Crc16, HasTheCheckValueOfItsPolynomial)
{
    // CRC-16/XMODEM (1021h, start 0) over the digits 1 to 9.
    const std::array<std::uint8_t, 9> digits{'1', '2', '3', '4', '5', '6', '7', '8', '9'};

    EXPECT_EQ(fw::crc16(digits), 0x31C3);
    EXPECT_EQ(fw::crc16({}), 0);
}

TEST(Journal, KeepsTypeAndEvent)
{
    fw::TapEvent event;
    event.key = {7, 9};
    event.fare = {170};

    const auto bytes = fw::encode(fw::JournalRecord{fw::RecordType::intent, event});
    const auto record = fw::decode_journal_record(bytes);

    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->type, fw::RecordType::intent);
    EXPECT_EQ(record->event.key, event.key);
    EXPECT_EQ(record->event.fare, event.fare);
}

TEST(Journal, RefusesARecordWithAnySingleBitDamaged)
{
    const auto bytes = fw::encode(fw::JournalRecord{fw::RecordType::closed, fw::TapEvent{}});

    for (std::size_t bit = 0; bit < 64 * 8; ++bit) {
        fw::JournalBytes damaged = bytes;
        damaged[bit / 8] = static_cast<std::uint8_t>(damaged[bit / 8] ^ (1 << bit % 8));
        EXPECT_FALSE(fw::decode_journal_record(damaged).has_value()) << "bit " << bit;
    }
}

}  // namespace
