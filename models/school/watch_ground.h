// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <memory>

#include "models/school/watch_office.h"
#include "models/school/watch_plan.h"
#include "sim/base/quantiles.h"
#include "sim/scenario/scenario.h"

// What cameras, phones and the school of a run share.
namespace model
{

class GuardianPhone;

struct WatchGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    sim::FaceRates faces;
    WatchPlan plan;
    sim::Quantiles capture, match, keying;
    sim::RngStream stream;
    std::map<std::string, GuardianPhone*> phones{};  // by the receiver's name

    const sim::SchoolWatch& rules() const { return *scenario.school_watch; }
};

}  // namespace model
