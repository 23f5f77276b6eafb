// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/online_clinic.h"
#include "sim/verify/findings.h"
#include "sim/verify/service_facts.h"

// The second look at consultations online (services.md S61): from the card's own commands, the
// messages that passed and what was true of each appointment.
//
// `consultation_order_right` (O7): booked, answered, proven, begun, charted, ended, in this order
// and each for a reason; nobody begins unproven or by a card that was not theirs or not good, no
// card is read once a consultation has begun, and none is given up on a patient whose line held.
// `consultation_paid_once` (O2): a consultation that was held has cost its fee, in charges and what
// is given back, or stands on a slip; one that was not has cost nothing; nobody ever had more
// charged than the fee of the moment. `consultation_seen_right` (P3, P7): a chart opens for the
// doctor in charge while the consultation lasts, and results of check-ups show there as they are,
// if the patient agrees.
namespace sim
{

void judge_online_consultations(Database& database, const OnlineClinic& rules, Findings& findings,
                                ServiceFacts& facts);

}  // namespace sim
