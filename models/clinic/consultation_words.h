// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/link/form.h"

// Answers of the service for consultations online that several of its parts give.
namespace model
{

inline sim::Form refused_consultation(const std::string& reason)
{
    return sim::Form("consultation.refused").set("reason", reason);
}

inline sim::Form state_of_encounter(const std::string& name, const std::string& status)
{
    return sim::Form("encounter.state").set("identifier", name).set("status", status);
}

inline std::string doctor_name(std::int32_t doctor)
{
    return "doctor-" + std::to_string(doctor);
}

}  // namespace model
