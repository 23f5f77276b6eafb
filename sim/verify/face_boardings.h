// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/database.h"
#include "sim/scenario/face_boarding.h"
#include "sim/verify/service_facts.h"

// Boarding by face, counted again from who walked in and who was let in: every walk-in has one
// outcome, nobody is let in as two, and people are taken for others no more often than declared.
// The bound is the number that the declared rates exceed once in a million runs (binomial, added up
// in plain IEEE arithmetic).
namespace sim
{

void judge_face_boardings(const Database& database, const FaceBoarding& declared,
                          Findings& findings, ServiceFacts& facts);

}  // namespace sim
