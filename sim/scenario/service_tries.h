// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// How everyone (services.md A.9, X12) tries each row of the service catalogue: a try of its own, or
// the reason why there is none.
namespace sim
{

struct ServiceTry {
    const char* service;  // "S01"
    const char* name;     // of the try; "": none
    // What somebody may lack that it begins with, by the reason it ends with, in the order it is
    // asked for: "no_phone no_transit_card". Without a try: in words, why.
    const char* text;

    bool tried() const { return name[0] != '\0'; }
};

// One for each row but X12, in the order of the catalogue.
const std::vector<ServiceTry>& service_tries();
std::vector<std::string> services_to_try();
// "S01" of "link_phone"; empty: no such try.
std::string row_of_try(const std::string& name);
// In words for a list: the try's name, or why there is none; of X12 nothing.
std::string try_of(const std::string& service);

}  // namespace sim
