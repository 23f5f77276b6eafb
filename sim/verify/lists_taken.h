// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sim/record/database.h"

// Which box had heard what of the cloud when: the editions of the lists that fare boxes and shop
// phones took over, from the rows of a run.
namespace sim
{

class ListsTaken
{
public:
    explicit ListsTaken(const Database& database);

    // When the first and the last of the boxes that ever heard of a change had it; none: no box.
    struct Heard {
        std::int64_t first = 0, last = 0;
    };
    std::optional<Heard> heard(std::int64_t change) const;

private:
    // As of when it was published; in that order, and `taken` is when the box had this list or a
    // later one.
    struct List {
        std::int64_t published = 0, taken = 0;
    };
    std::vector<std::vector<List>> boxes_;
};

}  // namespace sim
