// SPDX-License-Identifier: Apache-2.0
#include "models/people/lacking.h"

#include <sstream>

#include "sim/scenario/service_tries.h"

namespace model
{

namespace
{

// Who walks to school, or is the guardian of somebody who does.
bool has_to_do_with_school(int age)
{
    using Watch = sim::SchoolWatch;
    return (age >= Watch::youngest && age <= Watch::oldest) || age >= Watch::of_age;
}

bool holds(const std::string& reason, const sim::Scenario& scenario, const sim::ResidentKind& kind)
{
    if (reason == "no_phone") return !kind.smartphone;
    if (reason == "no_transit_card") return !kind.transit_card;
    if (reason == "no_my_number_card") return !kind.my_number_card;
    if (reason == "no_city_id") return !kind.signature;
    if (reason == "no_child") return !has_to_do_with_school(kind.age);
    if (reason == "no_guardian_phone")
        return kind.age > sim::SchoolWatch::oldest && !kind.smartphone;
    if (reason == "not_resident") return home_of(scenario, kind) != scenario.portal->municipality;
    return false;
}

}  // namespace

const std::string& home_of(const sim::Scenario& scenario, const sim::ResidentKind& kind)
{
    return kind.municipality.empty() ? scenario.residents->population.municipality
                                     : kind.municipality;
}

std::string lacking(const sim::Scenario& scenario, const sim::ResidentKind& kind,
                    const std::string& service)
{
    for (const sim::ServiceTry& one : sim::service_tries()) {
        if (!one.tried() || service != one.name) continue;
        std::istringstream reasons(one.text);
        for (std::string reason; reasons >> reason;)
            if (holds(reason, scenario, kind)) return reason;
    }
    return "";
}

}  // namespace model
