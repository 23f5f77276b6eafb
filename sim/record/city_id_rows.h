// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <variant>

// Rows of the city's ID: its rules, what its certificates truly went through, what was bound to
// what, and who stood where with whose face, phone and card. Times as in rows.h, -1 = not reached;
// whole yen. Residents are known to the judge alone.
namespace sim
{

// A rule of the run, with the silence of the documents (services.md A.10) it decides.
struct IdRuleRow {
    static constexpr const char* table = "id_rule";
    std::string name;
    std::string value;
    std::string silence;
    auto fields() const { return std::tie(name, value, silence); }
};

// One method of one band of amounts of a service; `position` counts bands from the weakest.
struct IdBandRow {
    static constexpr const char* table = "id_band";
    std::string service;
    std::int64_t position = 0;
    std::string band;
    std::int64_t from_yen = 0, to_yen = 0;
    std::string method;
    std::string source, status;
    auto fields() const
    {
        return std::tie(service, position, band, from_yen, to_yen, method, source, status);
    }
};

// Where phones keep keys.
struct IdCustodyRow {
    static constexpr const char* table = "id_custody";
    std::string custody;
    std::int64_t level = 0;  // of FIPS 140-2
    std::string source, status;
    auto fields() const { return std::tie(custody, level, source, status); }
};

// A certificate on somebody's card, good from `from` until `until`.
struct IdCertificateRow {
    static constexpr const char* table = "id_certificate";
    std::string serial;
    std::int64_t resident = 0;
    std::string kind;  // auth | sign
    std::int64_t from = 0, until = 0;
    std::string ends;  // why: renewed, moved, revoked, expired; empty: it does not
    auto fields() const { return std::tie(serial, resident, kind, from, until, ends); }
};

// An ID is bound to the certificates of a card and to the key of a phone.
struct IdBindingRow {
    static constexpr const char* table = "id_binding";
    std::int64_t t = 0;
    std::string id;
    std::int64_t resident = 0;  // who truly stood there
    std::string auth_serial, sign_serial, key_serial;
    std::string custody;       // as told
    std::string change;        // earlier | bound | rebound
    std::int64_t checked = 0;  // the authority was asked not before
    auto fields() const
    {
        return std::tie(t, id, resident, auth_serial, sign_serial, key_serial, custody, change,
                        checked);
    }
};

// Somebody asked for an ID, or for a new binding.
struct IdIssueRow {
    static constexpr const char* table = "id_issue";
    std::int64_t issue = 0;
    std::string counter;
    std::int64_t resident = 0;
    std::int64_t again = 0;  // 1 = has an ID and asks for a new binding
    std::string hitch;
    std::string custody;  // of the phone, truly
    std::string custody_told;
    std::int64_t made = 0;  // ns, making the key
    std::int64_t bound = -1, active = -1;
    std::string outcome;  // done | refused | failed
    std::string reason;
    auto fields() const
    {
        return std::tie(issue, counter, resident, again, hitch, custody, custody_told, made, bound,
                        active, outcome, reason);
    }
};

// Somebody proved, or tried to prove, who they are.
struct IdProofRow {
    static constexpr const char* table = "id_proof";
    std::int64_t proof = 0;
    std::string prover;
    std::int64_t resident = 0;  // who stood there
    std::int64_t claims = 0;    // who they said they were
    std::string service;
    std::int64_t amount = 0;
    std::string method;
    std::string hitch;  // what truly was wrong, empty = nothing
    // Whose they truly were, and when they were captured; -1 = not.
    std::int64_t face_of = -1, phone_of = -1, card_of = -1;
    std::int64_t face_as = -1;  // whom the camera was to compare the face with
    std::int64_t face_at = -1, phone_at = -1, card_at = -1;
    std::int64_t looks = 0;
    std::string custody;        // of the phone, empty = no phone
    std::int64_t signing = -1;  // ns, in the phone or its custody
    std::int64_t in_phone = 0;  // 1 = the card's functions are inside the phone
    std::int64_t begun = -1, decided = -1;
    std::string methods;  // accepted, as the office said; "-" = it said nothing
    std::string outcome;  // accepted | refused
    std::string reason;
    std::int64_t stronger = 0;  // 1 = told to be stronger than required
    auto fields() const
    {
        return std::tie(proof, prover, resident, claims, service, amount, method, hitch, face_of,
                        phone_of, card_of, face_as, face_at, phone_at, card_at, looks, custody,
                        signing, in_phone, begun, decided, methods, outcome, reason, stronger);
    }
};

// A factor came to the office, at `t`; in the order of their coming.
struct IdFactorRow {
    static constexpr const char* table = "id_factor";
    std::int64_t t = 0;
    std::int64_t proof = 0;
    std::string factor;           // face | phone | card
    std::string id;               // that it stands for; empty: of none
    std::string answer;           // counted, accepted, or why it was refused
    std::int64_t status_at = -1;  // of the decision: the certificates were asked for then
    auto fields() const { return std::tie(t, proof, factor, id, answer, status_at); }
};

using AnyIdRow = std::variant<IdRuleRow, IdBandRow, IdCustodyRow, IdCertificateRow, IdBindingRow,
                              IdIssueRow, IdProofRow, IdFactorRow>;

}  // namespace sim
