// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/bytes.h"
#include "firmware/core/card_lists.h"
#include "firmware/core/identity.h"
#include "firmware/core/units.h"

namespace fw
{

// The answer to a batch: everything up to `upto` is safe in the cloud; new lists ride along.
struct Acknowledgement {
    bool present = false;
    std::uint32_t upto_record = 0;   // journal records below this number may be dropped
    std::uint32_t list_version = 0;  // newest lists carried by this answer, 0 = none
};

// A read-only question to the cloud while the card is in the field.
struct AttributeQuery {
    Idm card;
    std::uint16_t operator_id = 0;
};

struct AttributeAnswer {
    bool in_time = false;
    Entitlement holds;
};

class Uplink
{
public:
    // Hands over journal records [from, to) for sending; never waits.
    virtual void enqueue(std::uint32_t from, std::uint32_t to) = 0;
    virtual Acknowledgement take_ack() = 0;                                        // never waits
    virtual AttributeAnswer ask(const AttributeQuery& query, Nanos deadline) = 0;  // waits

protected:
    ~Uplink() = default;
};

}  // namespace fw
