// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/record/database.h"
#include "sim/verify/findings.h"

// Judges links between transit cards and My Number Cards from the rows alone (services.md O4, O9,
// P5): the class of every link from the holder's true birth, home and the tariff's rows; the class
// of every tap from the links at its touch; and every discount given from what the box that gave it
// had heard by then.
namespace sim
{

class Links
{
public:
    // Adds to `findings`: links_right, attribute_fresh. `birth_told`: to full members' register.
    Links(Database& database, bool birth_told, Findings& findings);

    std::int64_t changes = 0;  // of links, in the run
    std::int64_t made = 0, ended = 0;
    std::int64_t refused = 0;        // requests
    std::int64_t right_checked = 0;  // links and taps
    std::int64_t fresh_checked = 0;  // discounts decided by a list or by the cloud
    std::int64_t stale = 0;          // given, or not given, against the link at the touch
    // ns: link_time, link_propagation, attribute_age.
    std::map<std::string, std::vector<std::int64_t>> lengths;

private:
    void check_classes(Database& database, bool birth_told, Findings& findings);
    void check_taps(Database& database, Findings& findings);
    void check_decisions(Database& database, Findings& findings);
    void measure(Database& database);
};

}  // namespace sim
