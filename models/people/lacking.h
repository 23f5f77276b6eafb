// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/scenario.h"

namespace model
{

const std::string& home_of(const sim::Scenario& scenario, const sim::ResidentKind& kind);

// What somebody of this kind has not got that the try begins with, as the reason it ends with;
// empty: nothing is lacking.
std::string lacking(const sim::Scenario& scenario, const sim::ResidentKind& kind,
                    const std::string& service);

}  // namespace model
