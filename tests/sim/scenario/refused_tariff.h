// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include "tests/sim/scenario/temp_city.h"
#include "tests/sim/scenario/whole_tariff.h"

namespace sim
{

// What is said of a tariff, without the folder: "tariff.yaml:3:7: expected ...".
class TariffRefusal : public testing::Test
{
protected:
    // What is said of the whole tariff with `from` replaced by `to`.
    std::string with(const std::string& from, const std::string& to) const
    {
        std::string text = whole_tariff;
        const auto at = text.find(from);
        if (at == std::string::npos) return "the tariff does not say " + from;
        return error_of(text.replace(at, from.size(), to));
    }
    // What is said of the smallest tariff with rules added from its line 9 on; blue is not in it.
    std::string small_with(const std::string& rules) const
    {
        return error_of(TempCity::tariff + rules);
    }

private:
    std::string error_of(const std::string& text) const
    {
        files_.write("tariff.yaml", text);
        try {
            load_tariff(files_.path("tariff.yaml"));
        } catch (const ScenarioError& refused) {
            return files_.shortened(refused.what());
        }
        return "accepted";
    }
    TempCity files_;
};

// One rule in a line of its own.
inline std::string rule(const std::string& words)
{
    return "  - { " + words + ", source: \"x\", status: assumed }\n";
}

}  // namespace sim
