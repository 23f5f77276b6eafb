// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <vector>

#include "models/service/desk.h"

// The data-linkage platform (services.md, S15): keeps the newest count of each cell that publishers
// tell of, and hands the changes to its subscribers in the order they came. A cell told twice, or
// an older one that was overtaken, changes nothing.
namespace model
{

class Platform final : public BackEnd
{
public:
    sim::Form answer(const sim::Form& request, const std::string& from, Line& line) override;

private:
    struct Newest {
        std::int64_t as_of_ns = -1;
    };

    sim::Form publish(const sim::Form& request);
    sim::Form read(const sim::Form& request) const;

    std::map<std::vector<std::string>, Newest> cells_;  // by place
    std::vector<sim::Form> changes_;
};

}  // namespace model
