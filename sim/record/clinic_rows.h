// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of receptions at clinics: what is true of insurance and queues, and what was answered and
// booked. Times as in rows.h, -1 = not reached.
namespace sim
{

struct ClinicRow {
    static constexpr const char* table = "clinic";
    std::int64_t clinic = 0;
    std::int64_t terminals = 0;
    std::int64_t opens = 0;
    auto fields() const { return std::tie(clinic, terminals, opens); }
};

// Who insures somebody from when until when; only the judge reads it.
struct InsuranceCoverRow {
    static constexpr const char* table = "insurance_cover";
    std::int64_t resident = 0;
    std::int64_t insurer = 0;
    std::int64_t valid_from = 0, valid_until = 0;
    auto fields() const { return std::tie(resident, insurer, valid_from, valid_until); }
};

// Somebody comes to a clinic: who they truly are, whose card they hold, what is wrong.
struct ClinicArrivalRow {
    static constexpr const char* table = "clinic_arrival";
    std::int64_t visit = 0;
    std::int64_t clinic = 0;
    std::int64_t arrives = 0;
    std::int64_t resident = 0, claims = 0;
    std::string patient;     // the clinic's name of who is claimed to be there
    std::int64_t chart = 0;  // insurer on the chart, 0 = was never here
    std::string hitch;       // impostor | pin_blocked | wrong_card | ..., empty = nothing
    std::string trouble;     // of the certificate: revoked | expired, empty = none
    auto fields() const
    {
        return std::tie(visit, clinic, arrives, resident, claims, patient, chart, hitch, trouble);
    }
};

// What happened at the reception's terminal.
struct ClinicVisitRow {
    static constexpr const char* table = "clinic_visit";
    std::int64_t visit = 0;
    std::string terminal;
    std::int64_t begun = 0, ended = 0;
    std::string way;          // face | pin | paper
    std::int64_t looks = 0;   // of the camera
    std::string outcome;      // received | already | turned_away
    std::string reason;       // why not by card, or why turned away
    std::string insurance;    // as the screen said: valid | changed | expired | unknown | unchecked
    std::int64_t asked = -1;  // the moment for which the insurers' service answered
    std::int64_t number = 0;  // on the slip
    auto fields() const
    {
        return std::tie(visit, terminal, begun, ended, way, looks, outcome, reason, insurance,
                        asked, number);
    }
};

// What the clinic's own book took down.
struct ClinicBookRow {
    static constexpr const char* table = "clinic_book";
    std::int64_t t = 0;
    std::int64_t clinic = 0;
    std::string request;
    std::string patient;
    std::int64_t number = 0;
    std::string effect;     // new | again | checked
    std::string insurance;  // as in a visit
    std::int64_t insurer = 0;
    std::int64_t asked = -1;
    auto fields() const
    {
        return std::tie(t, clinic, request, patient, number, effect, insurance, insurer, asked);
    }
};

using AnyClinicRow =
    std::variant<ClinicRow, InsuranceCoverRow, ClinicArrivalRow, ClinicVisitRow, ClinicBookRow>;

}  // namespace sim
