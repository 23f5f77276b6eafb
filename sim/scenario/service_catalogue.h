// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

// The services of the city's documents, S01 to S67 (services.md A.1 to A.8), and X12 across them
// (A.9, whose oracle is its own); and what is known of each from scenario files alone. A scenario
// counts for a service that its `covers` names, and for an oracle only if its `expect` names a
// measure of that oracle.
namespace sim
{

struct CityService {
    const char* id;       // "S09"
    const char* title;    // in short
    const char* oracles;  // that its row asks for: "O1 O2"; none: the documents only name it
};

const std::vector<CityService>& service_catalogue();
std::vector<std::string> service_ids();
// Properties that must always hold, and the oracle (services.md A.0) that each of them is.
struct PropertyOracle {
    const char* name;
    const char* oracle;
};
const std::vector<PropertyOracle>& property_oracles();
// The oracle a property, or a measure of `expect` belongs to; empty: it is a budget or a bare
// count.
std::string oracle_of(const std::string& measure);

struct ServiceState {
    CityService service;
    std::vector<std::string> scenarios, named, wanting, mutants;  // oracles: named and wanting
    std::string state;  // checked | partly | named only | no scenario
};

// From the scenarios below `folder`, and from tests/mutation beside it where there is one. Throws
// ScenarioError for a file that does not parse and for a service that does not exist.
std::vector<ServiceState> service_states(const std::string& folder);

}  // namespace sim
