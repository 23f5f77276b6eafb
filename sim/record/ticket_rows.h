// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>

// Rows of passes shown to drivers and of tickets of two portals. Times as in rows.h.
namespace sim
{

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

}  // namespace sim
