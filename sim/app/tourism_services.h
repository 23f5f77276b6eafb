// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/ticket/outing.h"
#include "models/ticket/ticket_office.h"
#include "sim/app/city_services.h"

// Puts together two portals that sell tickets, the link between them, phones and gates.
namespace app
{

class TourismServices
{
public:
    // `scenario.tourism` is there. Makes the modules in `network`.
    TourismServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                    model::ServiceNetworkModule& network);

    void close_day() const;

private:
    model::OutingPlan plan_;
    std::size_t next_ = 0;  // who buys next
    model::TicketOffice gunmaas_, tourism_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
