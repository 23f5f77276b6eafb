// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of a counter with tickets: hours, windows, tickets and what was booked. Times as in rows.h,
// -1 = not reached.
namespace sim
{

// A window serves a procedure, during these hours.
struct CounterWindowRow {
    static constexpr const char* table = "counter_window";
    std::string window, procedure;
    std::int64_t card = 0, added = 0;  // of the procedure
    std::int64_t opens = 0, closes = 0;
    auto fields() const { return std::tie(window, procedure, card, added, opens, closes); }
};

struct CounterTicketRow {
    static constexpr const char* table = "counter_ticket";
    std::string day;  // with | without the added procedures
    std::string procedure;
    std::int64_t number = 0;  // on the ticket, from 1 for each procedure; 0 = none was given
    std::int64_t resident = 0;
    std::int64_t arrived = 0, called = -1, gone = -1;
    std::string window;
    std::string outcome;  // done | incomplete | failed | closed
    auto fields() const
    {
        return std::tie(day, procedure, number, resident, arrived, called, gone, window, outcome);
    }
};

// The office behind the counter has taken an application.
struct CounterBookRow {
    static constexpr const char* table = "counter_book";
    std::int64_t t = 0;
    std::string ticket, procedure;
    std::int64_t application = 0;
    auto fields() const { return std::tie(t, ticket, procedure, application); }
};

using AnyCounterRow = std::variant<CounterWindowRow, CounterTicketRow, CounterBookRow>;

}  // namespace sim
