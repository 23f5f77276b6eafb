// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>

#include "sim/verify/judgement.h"

// The judgement as one JSON document; scenarios/schema/result.schema.json (draft-07) describes it.
namespace sim
{

// `extra`: numbers the caller measured about the run itself, e.g. {"sim_seconds", 1.5}.
std::string result_json(const Judgement& judgement, const std::string& repeat_command,
                        const std::map<std::string, double>& extra = {});

}  // namespace sim
