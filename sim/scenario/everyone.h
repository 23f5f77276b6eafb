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
    std::vector<std::string> services;
    std::vector<DeadEnd> dead_ends;
};

// Services that somebody can be sent to.
inline const std::vector<std::string>& services_to_try()
{
    static const std::vector<std::string> services{
        "bus",           // S04
        "shop",          // S09
        "link_phone",    // S01
        "link_counter",  // S02
        "taxi_counter",  // S21
        "taxi",          // S22
        "auto_bus",      // S18, by face
        "pass",          // S06, in the portal
        "card_sale",     // S12
        "demand",        // S19
        "ticket",        // S16: bought and shown at a gate
        "city_id",       // S28, at a counter
        "data_use",      // S34, on the phone
        "ambulance",     // S47
        "shelter",       // S50
        "clinic",        // S46
        "mother_child",  // S43
        "mileage",       // S55
        "support",       // S54, at the counter
        "first_aid",     // S65
        "way",           // S58, to a shelter
    };
    return services;
}

}  // namespace sim
