// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/taxi/registration_counter.h"
#include "models/taxi/taxi_office.h"
#include "models/taxi/voucher_desk.h"
#include "sim/app/city_services.h"

// The taxi subsidy of a scenario: plan, cards, office, tablets and desks, put into the network of
// services.
namespace app
{

class TaxiServices
{
public:
    TaxiServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                 model::ServiceNetworkModule& network);

    // What is left on the cards and in the office's books.
    void close_day();

private:
    void issue_cards();
    void enrol();
    void record_rules() const;
    void open_desks(const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

    const ServiceGround& ground_;
    model::TaxiPlan plan_;
    model::TaxiGround taxi_;
    std::vector<const model::RideCounterCard*> counters_;  // of the registered, in order
    std::unique_ptr<model::TaxiOffice> office_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
