// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <sstream>

#include "sim/app/lint_command.h"
#include "tests/sim/feed/tiny_feed.h"
#include "tests/sim/scenario/temp_city.h"

namespace sim
{

// The smallest city over one invented line r of operator x, A - B - C.
class Lint : public testing::Test
{
protected:
    Lint()
    {
        files_.write("city.yaml", replaced(TempCity::city, "operator: ncb", "operator: x"));
        tariff("");
        feed({});
    }

    static std::string replaced(std::string text, const std::string& from, const std::string& to)
    {
        return text.replace(text.find(from), from.size(), to);
    }
    // The smallest tariff with rules added from its line 9 on.
    void tariff(const std::string& rules)
    {
        files_.write("tariff.yaml", replaced(TempCity::tariff, "id: ncb", "id: x") + rules);
    }
    // The line A - B - C with some files of its feed written anew.
    void feed(const std::map<std::string, std::string>& changed)
    {
        TinyFeed tiny;
        for (const auto& [name, text] : changed) tiny.files[name] = text;
        for (const auto& [name, text] : tiny.files) files_.write("gtfs/" + name, text);
    }
    // What is said of a file, the code in front of it.
    std::string said_of(const std::string& file)
    {
        std::ostringstream out, log;
        const int code = lint_command({files_.path(file)}, out, log);
        return std::to_string(code) + " " + files_.shortened(out.str() + log.str());
    }
    // The same of the city with rules added to its tariff.
    std::string said_with(const std::string& rules)
    {
        tariff(rules);
        return said_of("city.yaml");
    }

    TempCity files_;
};

inline std::string rule(const std::string& words)
{
    return "  - { " + words + ", source: \"x\", status: assumed }\n";
}

inline constexpr const char* good_city = "0 city.yaml: good city file\n";

}  // namespace sim
