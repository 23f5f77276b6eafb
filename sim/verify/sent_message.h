// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "firmware/core/bytes.h"
#include "sim/scenario/flows.h"

// What a message says, read from the bytes that were sent and from nothing else. The judge's own
// decoder: it shares no code with those that write or read messages in the city, and takes any
// bytes whatever.
namespace sim
{

struct SentField {
    std::string name;
    Holds holds = Holds::text;
    std::vector<std::string> texts;  // of a text or texts
    std::int64_t number = 0;         // or 0 and 1 of a flag
};

struct SentMessage {
    std::string kind;
    std::vector<SentField> fields;  // beside its kind
    std::string fault;              // why it cannot be read, empty: it can

    const SentField* find(const std::string& name) const;
};

// One flat JSON object (RFC 8259): texts, whole numbers, flags and lists of texts, each name once,
// at most 64 kB.
SentMessage decode_message(fw::Bytes bytes);

}  // namespace sim
