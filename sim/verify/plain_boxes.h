// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/verify/service_facts.h"

namespace sim
{

// Cards without a link beside fare boxes with attributes (services.md S08): what such a card hears,
// answers and pays is what it would at a fare box that knows of none, frame by frame; and every tap
// keeps the order of the protocol: no secure command before both sides have proved themselves, no
// beep before the card has confirmed its write, no question to the cloud that the scenario does not
// declare. `asks`: taps ask the cloud; those whose
// card left meanwhile are not compared.
void judge_plain_boxes(Database& database, bool asks, Findings& findings, ServiceFacts& facts);

}  // namespace sim
