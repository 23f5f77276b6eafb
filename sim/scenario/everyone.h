// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// "Everyone" (services.md A.9, X12): one resident of each kind tries each service once. Which tries
// end before they should is said beforehand, with the reason; the run says which did. Everybody is
// invented.
namespace sim
{

// What somebody is and has.
struct ResidentKind {
    std::string id;
    int age = 40;
    std::string municipality;  // empty: the population's own
    bool transit_card = true;
    bool my_number_card = true;
    bool signature = true;  // the My Number Card has a signature certificate (none below 15)
    bool smartphone = true;
    std::string licence = "none";  // to drive: none | holds | returned
    std::string condition;         // disabled | care | illness | pregnant, or empty
    int line = 0;
};

// Tries of these kinds at these services are expected to end with this reason.
struct DeadEnd {
    std::vector<std::string> kinds, services;
    std::string reason;
    std::string because;  // in words: what of the service or the city's documents makes it so
    int line = 0;
};

struct Everyone {
    std::vector<ResidentKind> kinds;
    std::vector<std::string> services;  // by the names of service_tries.h
    std::vector<DeadEnd> dead_ends;
};

}  // namespace sim
