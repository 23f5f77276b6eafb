// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of lectures: who truly bought and who truly came, what the office sold and let in, what
// happened at the doors. Times as in rows.h, -1 = not reached.
namespace sim
{

// Somebody wanted to buy a ticket.
struct LectureBuyRow {
    static constexpr const char* table = "lecture_buy";
    std::int64_t buy = 0;
    std::int64_t resident = 0;
    std::string guest;    // as the office would know them
    std::string trouble;  // what the authority holds against the card
    std::string hitch;    // forgotten_pin | wrong_card | sent_again, empty = nothing
    std::int64_t t = 0, done = -1;
    std::string ticket;  // bought, empty = none
    std::string reason;
    auto fields() const
    {
        return std::tie(buy, resident, guest, trouble, hitch, t, done, ticket, reason);
    }
};

// The office has sold one.
struct LectureTicketRow {
    static constexpr const char* table = "lecture_ticket";
    std::int64_t t = 0;
    std::string ticket, guest, request;
    auto fields() const { return std::tie(t, ticket, guest, request); }
};

// The office has let somebody in.
struct LectureEntryRow {
    static constexpr const char* table = "lecture_entry";
    std::int64_t t = 0;
    std::string ticket, guest, request, way;
    auto fields() const { return std::tie(t, ticket, guest, request, way); }
};

// Who truly stood at a door, and what happened.
struct LectureVisitRow {
    static constexpr const char* table = "lecture_visit";
    std::int64_t visit = 0;
    std::int64_t door = 0;
    std::int64_t arrives = 0, begun = -1, ended = -1;
    std::int64_t resident = 0;
    std::int64_t buyer = -1;     // whose ticket they come with, -1 = none
    std::int64_t lookalike = 0;  // of that buyer
    std::int64_t looks = 0;
    std::string way;       // face | card, empty = neither
    std::string believed;  // the guest they were taken for, empty = nobody
    std::string outcome;   // admitted | refused | failed
    std::string reason;
    auto fields() const
    {
        return std::tie(visit, door, arrives, begun, ended, resident, buyer, lookalike, looks, way,
                        believed, outcome, reason);
    }
};

using AnyLectureRow =
    std::variant<LectureBuyRow, LectureTicketRow, LectureEntryRow, LectureVisitRow>;

}  // namespace sim
