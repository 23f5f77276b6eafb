// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/clinic/billing_desk.h"
#include "models/clinic/checkup_store.h"
#include "models/clinic/consultation_service.h"
#include "models/clinic/doctor_tablet.h"
#include "models/clinic/patient_phone.h"
#include "models/ticket/credit_company.h"
#include "sim/app/link_services.h"

// Consultations online put into the network of services: a phone for each patient, a tablet for
// each doctor, the billing office, and behind them the service, the check-ups' store and the
// company of the credit cards. My Number Cards, authority and names are those of the links.
namespace app
{

class OnlineClinicServices
{
public:
    OnlineClinicServices(const ServiceGround& ground, LinkServices& links,
                         const sim::ServiceParameters& parameters,
                         model::ServiceNetworkModule& network);

    void close_day() const { service_.close_day(); }

private:
    model::OnlineGround shared(const sim::ServiceParameters& parameters);
    void enter(const model::OnlineVisit& visit);
    void open(const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

    const ServiceGround& ground_;
    LinkServices& links_;
    model::OnlineGround clinic_;
    model::CreditCompany cards_;
    model::CheckupStore checkups_;
    model::ConsultationService service_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
