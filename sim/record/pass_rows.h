// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

#include "sim/record/ticket_rows.h"

// Rows of passes bought in the portal: what registers and books wrote down, and what truly
// happened. Times as in rows.h; money is whole yen.
namespace sim
{

// A rule that the documents leave open, as it was in force.
struct PassRuleRow {
    static constexpr const char* table = "pass_rule";
    std::string name;
    std::string value;
    std::string status;  // published | assumed
    auto fields() const { return std::tie(name, value, status); }
};

// The register of cards bound a pass to a card.
struct PassBoundRow {
    static constexpr const char* table = "pass_bound";
    std::int64_t t = 0;
    std::string request;
    std::int64_t card = 0;
    std::int64_t resident = 0;  // the holder of the link, who bought
    std::int64_t pass = 0;      // number of the product
    auto fields() const { return std::tie(t, request, card, resident, pass); }
};

// The ticket store entered a sale into its book.
struct PassSaleRow {
    static constexpr const char* table = "pass_sale";
    std::int64_t t = 0;
    std::string request;
    std::int64_t pass = 0;
    std::int64_t yen = 0;
    std::int64_t resident_price = 0;  // 1: the price of residents
    auto fields() const { return std::tie(t, request, pass, yen, resident_price); }
};

// The card company charged the buyer, or gave it back (negative).
struct PassChargeRow {
    static constexpr const char* table = "pass_charge";
    std::int64_t t = 0;
    std::string request;
    std::int64_t yen = 0;
    auto fields() const { return std::tie(t, request, yen); }
};

// What a buyer wanted and was told; from the people's side.
struct PassWishRow {
    static constexpr const char* table = "pass_wish";
    std::int64_t flow = 0;
    std::string request;
    std::int64_t resident = 0;
    std::int64_t card = 0;
    std::string product;
    std::int64_t times = 0;  // the request was sent, its repetitions after no answer included
    std::string outcome;     // done | refused | failed
    std::string reason;
    auto fields() const
    {
        return std::tie(flow, request, resident, card, product, times, outcome, reason);
    }
};

// Book of the ticket store at the end of the day.
struct PassAccountRow {
    static constexpr const char* table = "pass_account";
    std::int64_t sales = 0;
    std::int64_t yen = 0;
    auto fields() const { return std::tie(sales, yen); }
};

// A member agreed until then that shops ask whether the card holds a pass, or took that back (until
// now); `commerce` is the card's name there. Only the judge reads it.
struct PerkAgreedRow {
    static constexpr const char* table = "perk_agreed";
    std::int64_t t = 0;
    std::int64_t card = 0;
    std::int64_t until = 0;
    std::string commerce;
    auto fields() const { return std::tie(t, card, until, commerce); }
};

using PassRow =
    std::variant<PassRuleRow, PassBoundRow, PassSaleRow, PassChargeRow, PassWishRow, PassAccountRow,
                 PerkAgreedRow, PassShownRow, TicketRow, TicketUseRow, TicketBookRow>;

}  // namespace sim
