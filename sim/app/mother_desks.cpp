// SPDX-License-Identifier: Apache-2.0
// Where people meet the service for mother and child.
#include "models/mother_child/mother_phone.h"
#include "models/mother_child/operator_job.h"
#include "sim/app/mother_services.h"

namespace app
{

void MotherServices::add_desks(const sim::ServiceParameters& parameters,
                               model::ServiceNetworkModule& network)
{
    const auto open = [&](const std::string& name, auto program, const sim::LinkParameters& link) {
        programs_.push_back(std::move(program));
        network.add_desk(name, *programs_.back(), link);
    };
    const sim::MotherChild& rules = *ground_.scenario.mother_child;
    for (std::size_t i = 0; i < static_cast<std::size_t>(rules.counters); ++i) {
        const std::string number = "-" + std::to_string(i + 1);
        open("maternity" + number, std::make_unique<model::MaternityCounter>(mothers_, i),
             parameters.office);
        open("mother" + number, std::make_unique<model::MotherPhone>(mothers_, i, true),
             parameters.mobile);
        open("passerby" + number, std::make_unique<model::MotherPhone>(mothers_, i, false),
             parameters.mobile);
    }
    open("operatorjob-1", std::make_unique<model::OperatorJob>(mothers_), parameters.office);
    for (std::size_t i = 0; rules.families > 0 && i < static_cast<std::size_t>(rules.phones); ++i)
        open("parent-" + std::to_string(i + 1), std::make_unique<model::ParentPhone>(parents_, i),
             parameters.mobile);
}

}  // namespace app
