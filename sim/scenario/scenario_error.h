// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace sim
{

// A file given by the user is wrong: one clear line and exit code 4.
// what() reads "FILE:LINE:COLUMN: what was expected"; line and column are left out when 0.
class ScenarioError : public std::runtime_error
{
public:
    ScenarioError(const std::string& file, int line, int column, const std::string& text)
        : std::runtime_error(place(file, line, column) + text)
    {
    }
    ScenarioError(const std::string& file, const std::string& text)
        : ScenarioError(file, 0, 0, text)
    {
    }

private:
    static std::string place(const std::string& file, int line, int column)
    {
        std::string text = file;
        if (line > 0) text += ":" + std::to_string(line);
        if (line > 0 && column > 0) text += ":" + std::to_string(column);
        return text + ": ";
    }
};

// What the scenario asks for is not here (real feeds, a reader): exit code 77.
class NotHere : public std::runtime_error
{
    using std::runtime_error::runtime_error;
};

}  // namespace sim
