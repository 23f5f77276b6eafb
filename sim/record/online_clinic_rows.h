// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of consultations online: what is true of an appointment, and what service, phone, doctor and
// card company wrote down. Times as in rows.h, -1 = not reached; money is whole yen.
namespace sim
{

// Who wants an appointment and what is wrong; only the judge reads it.
struct OnlineVisitRow {
    static constexpr const char* table = "online_visit";
    std::int64_t visit = 0;
    std::string kind;  // consultation | explanation
    std::int64_t resident = 0, claims = 0;
    std::string hitch;                // stays_away | pin_blocked | ..., empty = nothing
    std::string trouble;              // of the certificate: revoked | expired, empty = none
    std::int64_t fee = 0, ready = 0;  // what is right; since when results of a check-up are there
    std::string results;              // "8480-6=121 4548-4=56"
    auto fields() const
    {
        return std::tie(visit, kind, resident, claims, hitch, trouble, fee, ready, results);
    }
};

// The service's own book.
struct OnlineEventRow {
    static constexpr const char* table = "online_event";
    std::int64_t t = 0, visit = 0;
    std::string event;       // booked | answered | proven | begun | finished | paid | ...
    std::string who;         // at whose doing; of "booked": the doctor in charge
    std::int64_t value = 0;  // of "booked": when it is to begin; of money: yen
    auto fields() const { return std::tie(t, visit, event, who, value); }
};

// What the patient went through.
struct OnlinePhoneRow {
    static constexpr const char* table = "online_phone";
    std::int64_t visit = 0;
    std::string phone;
    std::int64_t joined = -1, dropped = -1, back = -1;
    std::string outcome;     // done | refused | failed
    std::string reason;      // empty = held
    std::int64_t paid = -1;  // on the receipt, -1 = none was shown
    auto fields() const
    {
        return std::tie(visit, phone, joined, dropped, back, outcome, reason, paid);
    }
};

// What the doctor did.
struct OnlineTalkRow {
    static constexpr const char* table = "online_talk";
    std::int64_t visit = 0;
    std::string doctor;
    std::int64_t called = -1, begun = -1, spoken = 0, ended = -1;
    std::string outcome;   // finished | broken_off | not_ready | noshow | cancelled | unanswered
    std::int64_t fee = 0;  // as it was taken down
    auto fields() const
    {
        return std::tie(visit, doctor, called, begun, spoken, ended, outcome, fee);
    }
};

// Somebody opened a chart, or tried to.
struct OnlineLookRow {
    static constexpr const char* table = "online_look";
    std::int64_t t = 0, visit = 0;
    std::string who;
    std::string outcome;  // shown | refused
    std::string results;  // as in a visit; or no_consent | not_ready | no_answer
    auto fields() const { return std::tie(t, visit, who, outcome, results); }
};

// The card company charged a patient, or gave it back (negative).
struct OnlineChargeRow {
    static constexpr const char* table = "online_charge";
    std::int64_t t = 0;
    std::string request;
    std::int64_t yen = 0;
    auto fields() const { return std::tie(t, request, yen); }
};

// An invoice as the service's book has it at the end.
struct OnlineInvoiceRow {
    static constexpr const char* table = "online_invoice";
    std::int64_t visit = 0;
    std::int64_t fee = 0, paid = 0;
    std::string state;  // issued | balanced | slip
    auto fields() const { return std::tie(visit, fee, paid, state); }
};

using AnyOnlineRow = std::variant<OnlineVisitRow, OnlineEventRow, OnlinePhoneRow, OnlineTalkRow,
                                  OnlineLookRow, OnlineChargeRow, OnlineInvoiceRow>;

}  // namespace sim
