// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mother_child/maternity_counter.h"

// What a counter knows of who stands there (services.md S43); for its own sources alone.
namespace model
{

struct MaternityCounter::Session {
    const MotherVisit& visit;
    std::string handbook, challenge, user, qr;
    bool explained = false;
    MotherGround::Card card;
    CardSignature proof;
    sim::FlowRow flow;
    int codes = 1;  // shown

    sim::Form form(const char* kind, const std::string& more = "") const
    {
        return sim::Form(kind).set("request", kind + ("-" + std::to_string(visit.number)) + more);
    }
};

}  // namespace model
