// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>

#include "firmware/core/tap_event.h"
#include "sim/record/database.h"
#include "sim/verify/due_sql.h"

// All taps of a result file in the order they were written, each with the oracle's due amount: the
// one pass that serves fares, books and budgets.
namespace sim
{

struct TapFacts {
    std::int64_t row = 0;
    fw::TapKey key;
    std::uint32_t card = 0;
    fw::TapKind kind = fw::TapKind::board;
    fw::TapVerdict verdict = fw::TapVerdict::torn;
    fw::DecidedBy decided_by = fw::DecidedBy::local;
    bool asked = false;  // the cloud, whether it answered in time or not
    std::uint8_t discount_class = 0;
    std::uint16_t operator_index = 0;
    std::uint32_t trip = 0;
    std::uint16_t true_board = 0;
    std::uint16_t true_alight = 0;
    std::int32_t fare = 0;
    std::int32_t before = 0;
    std::int32_t after = 0;
    std::uint32_t execution = 0;
    std::uint32_t last_execution = 0;
    std::uint8_t pass = 0;             // that the box counted
    std::int64_t closed_at = 0;        // on the box's clock
    std::int64_t when = 0;             // orders the taps of one card
    std::int32_t due = -1;             // -1: no rule prices it
    std::array<std::int64_t, 10> t{};  // relative to T0, -1 = never reached
};

class TapScan
{
public:
    // Rows (after, upto].
    TapScan(const Database& database, const DueSql& due, std::int64_t after = 0,
            std::int64_t upto = INT64_MAX)
        : query_(database.query(sql(due))), shops_ask_(due.shops_ask())
    {
        query_.bind(1, after).bind(2, upto);
    }
    bool next(TapFacts& facts);

    // For the test that pins the join order.
    static std::string sql(const DueSql& due);

private:
    bool asked(const TapFacts& tap) const;

    Query query_;
    bool shops_ask_;
};

}  // namespace sim
