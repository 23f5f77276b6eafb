// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/link/form.h"

// How broker, log and stores say no, with a reason in one word; and how often they ask each other.
namespace model
{

inline sim::Form refused(const std::string& reason)
{
    return sim::Form("use.refused").set("reason", reason);
}

// Empty where the field is missing.
inline std::string text_in(const sim::Form& form, const char* name)
{
    return form.text(name).value_or("");
}

inline constexpr int tries_between_back_ends = 3;
inline constexpr const char* broker_domain = "consents";  // of the broker's own names of people

}  // namespace model
