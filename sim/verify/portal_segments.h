// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

// Segments of a portal app counted again from who lives where and how old they are (services.md
// S57): no count that can be made from those told, by difference or narrowing, is small unless it
// is nothing, and nothing is refused without such cause (P6, O8); what a sender was told is the
// count without those who are protected (P8); each member's phone showed what was for them, once,
// and nothing else (O6).
namespace sim
{

// Adds findings of segments_large, segments_counted, protected_uncounted and notices_to_segment.
void judge_portal_segments(Database& database, Findings& findings, ServiceFacts& facts);

}  // namespace sim
