// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "models/bus/face_matcher.h"
#include "models/people/everyone.h"

// Who walks to school past which cameras, who their guardians are and what those do (services.md
// S38). Drawn beforehand. Which two adults are of a child's family is drawn too.
namespace model
{

struct WatchChild {
    std::string name;  // as the watch knows the child
    std::uint32_t resident = 0;
    std::uint32_t guardian = 0, second = 0;      // residents
    std::string guardian_name{}, second_name{};  // as the watch knows them
    bool hidden = false;                         // from the second, before the day
    bool absent = false;
};

// Somebody passes a camera.
struct WatchPass {
    std::int64_t number = 0;  // from 1
    fw::Nanos at{};
    std::string camera;  // its desk
    Face face;           // the person: number of the child, or a stranger
};

enum class WatchAct : std::uint8_t { allow, revoke, intrude, hide };

struct PlannedAct {
    fw::Nanos at{};
    WatchAct act = WatchAct::allow;
    std::size_t child = 0;
    bool for_second = false;  // receiver of the events
};

struct WatchPlan {
    std::vector<WatchChild> children;
    std::vector<WatchPass> passes;  // by time
    std::vector<PlannedAct> acts;   // by time
};

// ScenarioError when too few children live there. Who is sent walks, or is the guardian of a child
// drawn for them; their guardians agree and nothing else happens.
WatchPlan draw_watch(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                     const std::vector<Attempt>& attempts = {});

}  // namespace model
