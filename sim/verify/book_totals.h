// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

// What judging the books came to: how much was wrong, and how often each rule was put to the test.
namespace sim
{

struct BookTotals {
    std::int64_t rides_checked = 0;
    std::int64_t rides_unpaid = 0;          // refused, waved through or walked away
    std::int64_t drivers_errors = 0;        // rides charged by a wrong key, not given back
    std::int64_t fare_error_yen = 0;        // sum of absolute differences
    std::int64_t money_difference_yen = 0;  // likewise, of the books
    std::int64_t double_debits = 0;
    std::int64_t debits_checked = 0;
    std::int64_t chain_checked = 0;
    std::int64_t cards_checked = 0;
    std::int64_t unconfirmed_left = 0;
    std::int64_t sales_checked = 0;
    std::int64_t sales_paid = 0;      // and not given back
    std::int64_t awards = 0;          // that stand in the ledger
    std::int64_t awards_checked = 0;  // cards that had or could have had one
    std::int64_t cash_rides = 0;
    std::int64_t cancels = 0;
    std::int64_t refusals = 0;
    std::int64_t disordered_cards = 0;  // whose taps the boxes' clocks put in another order
    std::int64_t caps_checked = 0;      // cards on capped rides
    std::int64_t cards_owed = 0;        // or paid out
};

}  // namespace sim
