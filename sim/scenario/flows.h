// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// A flows file: which messages may pass between which places, which fields they have, and what a
// person has to have agreed to first (services.md A.0, P1 to P10). Whatever is not declared here
// may not be sent.
namespace sim
{

// Places that share their data. A role is the name of a desk or back end without its number.
struct FlowDomain {
    std::string id;
    std::vector<std::string> roles;
    bool classes_only = false;  // P2: no birth date, name or address reaches it
    bool health = false;        // P7: health data may reach it
    int line = 0;
};

enum class Holds : std::uint8_t { text, texts, number, flag };
enum class Letters : std::uint8_t { any, digits, hex, base64, word, date };

// The values a field may have.
struct FieldType {
    std::string id;
    Holds holds = Holds::text;
    Letters letters = Letters::any;
    std::vector<std::string> one_of;          // of a text; empty: any of these letters
    std::int64_t shortest = 0, longest = 64;  // bytes of a text
    std::int64_t from = 0, to = INT64_MAX;    // of a number
    bool personal = false;                    // says who somebody is: birth date, name, address
    bool identifier = false;                  // stands for a person or a card within one domain
    bool health = false;                      // tells of somebody's health
    bool sealed = false;                      // encrypted: its bytes may look like anything
    int line = 0;
};

// Of whom, for which domain and what for.
struct ConsentNeed {
    std::string person;  // field that names them
    std::string domain;
    std::string purpose;
    bool by_fields = false;  // domain and purpose are named by fields, as the person is
};

// Domains of a field that are those of the message's two ends.
inline constexpr const char* of_sender = "of_sender";
inline constexpr const char* of_receiver = "of_receiver";

struct FlowField {
    std::string name;
    std::string type;
    std::string domain;  // of an identifier
    bool optional = false;
    std::optional<ConsentNeed> needs_consent;
    int line = 0;
};

enum class ConsentEffect : std::uint8_t { gives, revokes };

// A message that is itself a consent: which of its fields say what.
struct ConsentAct {
    ConsentEffect effect = ConsentEffect::gives;
    std::string person, domain, purpose;  // fields
    std::string expires;                  // field: the moment it ends; empty: never
    std::string accepted;  // answer with which it counts; empty: whatever is answered
};

struct FlowAnswer {
    std::string kind;  // empty: the answer names none
    std::vector<FlowField> fields;
};

struct MessageKind {
    std::string kind;
    std::vector<std::string> from, to;  // roles
    std::vector<FlowField> fields;
    std::vector<FlowAnswer> answers;
    std::optional<ConsentNeed> needs_consent;
    std::optional<ConsentAct> consent;
    bool while_linked = false;  // P5: tells what only a linked card's holder is asked for
    std::string basis;          // why it may be sent
    std::string source;
    std::string status;  // published | assumed
    int line = 0;
};

struct Flows {
    std::string file;
    std::string id;
    std::vector<FlowDomain> domains;
    std::vector<FieldType> types;
    std::vector<MessageKind> messages;
};

}  // namespace sim
