// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/lectures.h"
#include "sim/verify/service_facts.h"

// Tickets and doors of lectures, judged from who truly bought and who truly came (services.md S33):
// a ticket is sold to a card that its authority stands by, and opens a door for the buyer's card or
// for the face that the door took for the buyer's (O5), no more often for another's than declared;
// each buyer has one ticket and each ticket lets in once (O3); nobody overtakes at a door (O7).
namespace sim
{

// Adds findings of lecture_person_right, lecture_rates_as_declared, lecture_once and
// lecture_queue_right.
void judge_lectures(Database& database, const Lectures& declared, Findings& findings,
                    ServiceFacts& facts);

}  // namespace sim
