// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/clinic/clinic_book.h"
#include "models/clinic/clinic_office.h"
#include "models/clinic/eligibility_service.h"
#include "sim/app/link_services.h"

// Receptions of clinics put into the network of services: the insurers' service, each clinic's
// book, terminals and office. Cards, authority and names are those of the links.
namespace app
{

class ClinicServices
{
public:
    ClinicServices(const ServiceGround& ground, LinkServices& links,
                   const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

private:
    model::ClinicGround shared(const sim::ServiceParameters& parameters);
    void enter(const model::ClinicVisit& visit);
    void open(const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

    const ServiceGround& ground_;
    LinkServices& links_;
    model::Insurance insurance_;
    model::EligibilityService eligibility_;
    model::ClinicGround clinics_;
    std::vector<std::unique_ptr<model::ClinicBook>> books_;  // of clinic n at n - 1
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
