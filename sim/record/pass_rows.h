// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of passes bought in the portal and of tickets of two portals: what registers and books
// wrote down, and what truly happened. Times as in rows.h; money is whole yen.
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

// A member agreed that shops ask whether the card holds a pass, or took that back; `commerce` is
// the card's name there. Only the judge reads it.
struct PerkAgreedRow {
    static constexpr const char* table = "perk_agreed";
    std::int64_t t = 0;
    std::int64_t card = 0;
    std::int64_t agrees = 0;
    std::string commerce;
    auto fields() const { return std::tie(t, card, agrees, commerce); }
};

// A rider showed a pass to the driver instead of touching.
struct PassShownRow {
    static constexpr const char* table = "pass_shown";
    std::int64_t t = 0;
    std::int64_t card = 0;
    std::int64_t rider = 0;
    std::int64_t trip = 0;
    std::int64_t pattern = 0;
    std::int64_t board = 0;  // stop index on the pattern
    std::int64_t alight = 0;
    std::int64_t looked = 0;  // ns the driver took
    std::int64_t let_in = 0;  // 0: turned down, the card is touched instead
    auto fields() const
    {
        return std::tie(t, card, rider, trip, pattern, board, alight, looked, let_in);
    }
};

// One of two portals sold a ticket.
struct TicketRow {
    static constexpr const char* table = "ticket";
    std::int64_t t = 0;
    std::string ticket;
    std::string issuer;  // back end
    std::string kind;    // resident | visitor
    auto fields() const { return std::tie(t, ticket, issuer, kind); }
};

// Somebody showed a ticket at a gate; what the gate did.
struct TicketUseRow {
    static constexpr const char* table = "ticket_use";
    std::int64_t t = 0;      // shown
    std::int64_t until = 0;  // the gate opened, or said no
    std::string ticket;
    std::string gate;
    std::string request;
    std::string outcome;  // admitted | refused | failed
    std::string reason;
    auto fields() const { return std::tie(t, until, ticket, gate, request, outcome, reason); }
};

// The issuer of a ticket wrote it off; what its book says at the end of the day.
struct TicketBookRow {
    static constexpr const char* table = "ticket_book";
    std::string issuer;
    std::string ticket;
    std::int64_t used = -1;  // when, -1 = not
    std::string request;     // for which it was
    auto fields() const { return std::tie(issuer, ticket, used, request); }
};

using PassRow = std::variant<PassRuleRow, PassBoundRow, PassSaleRow, PassChargeRow, PassWishRow, PassAccountRow,
                             PerkAgreedRow, PassShownRow, TicketRow, TicketUseRow, TicketBookRow>;

}  // namespace sim
