// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/record/recorder.h"
#include "sim/scenario/health.h"

// The rules of health mileage as rows, so that the judge needs no other source: items, what earns
// points, advice, who may see what, and which server is whose.
namespace app
{

std::string server_named(std::size_t programme);  // "mileage-1"
void record_health_rules(const sim::Health& rules, sim::Recorder& recorder);

}  // namespace app
