// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <charconv>
#include <string>
#include <vector>

#include "sim/link/form.h"

// Words that requests to the office of the taxi subsidy and its answers share.
namespace model
{

// Of a registration; 0 for anything that is none.
inline std::uint32_t number_of(const std::string& text)
{
    std::uint32_t number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ptr == text.data() + text.size() ? number : 0;
}

inline std::vector<std::uint32_t> riders_of(const sim::Form& request)
{
    std::vector<std::uint32_t> riders;
    for (const std::string& text : request.texts("riders")) riders.push_back(number_of(text));
    return riders;
}

inline sim::Form outcome(const std::string& word, const std::string& reason = "")
{
    return sim::Form("taxi.answer").set("outcome", word).set("reason", reason);
}

}  // namespace model
