// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of sales paid after showing a My Number Card: which method is enough for which amount, what
// truly happened at the till, and what the shared cloud wrote down. Times as in rows.h; whole yen.
namespace sim
{

// A policy of the run, with the silence of the documents (services.md A.10) it decides.
struct CardSaleRuleRow {
    static constexpr const char* table = "card_sale_rule";
    std::string name;
    std::string value;
    std::string silence;
    auto fields() const { return std::tie(name, value, silence); }
};

// One method of one band of amounts; `position` counts bands from the weakest.
struct MethodBandRow {
    static constexpr const char* table = "method_band";
    std::int64_t position = 0;
    std::string band;
    std::int64_t from_yen = 0;
    std::int64_t to_yen = 0;
    std::string method;
    std::string source;
    std::string status;
    auto fields() const
    {
        return std::tie(position, band, from_yen, to_yen, method, source, status);
    }
};

// What happened at a till. t0..t4 as of a tap (services.md A.0), -1 = not reached.
struct CardSaleRow {
    static constexpr const char* table = "card_sale";
    std::int64_t sale = 0;
    std::string till;
    std::int64_t resident = 0;
    std::int64_t keyed = 0;  // the amount stood on the till
    std::int64_t amount = 0;
    std::string method;  // card | card_pin
    std::string means;   // cash | account
    std::string hitch;   // what truly was wrong, empty = nothing
    std::int64_t t0 = -1, t1 = -1, t2 = -1, t3 = -1, t4 = -1;
    std::int64_t printed = -1;  // the slip
    std::string outcome;        // paid | by_hand | refused
    std::string reason;
    std::string methods;  // accepted for the amount, as the cloud said; "-" = it said nothing
    std::int64_t discount_class = 0;  // told to the shop
    std::int64_t price = 0;           // paid
    std::string again;                // the answer to a second message: same, or why it was refused
    auto fields() const
    {
        return std::tie(sale, till, resident, keyed, amount, method, means, hitch, t0, t1, t2, t3,
                        t4, printed, outcome, reason, methods, discount_class, price, again);
    }
};

// The cloud booked a sale, or took a booking back that the till had no answer to.
struct CardSaleBookingRow {
    static constexpr const char* table = "card_sale_booking";
    std::int64_t t = 0;
    std::int64_t sale = 0;
    std::string change;  // booked | voided
    std::string means;
    std::int64_t price = 0;
    auto fields() const { return std::tie(t, sale, change, means, price); }
};

using AnyCardSaleRow =
    std::variant<CardSaleRuleRow, MethodBandRow, CardSaleRow, CardSaleBookingRow>;

}  // namespace sim
