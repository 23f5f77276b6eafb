// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/health/health_desk.h"
#include "models/health/health_exchange.h"
#include "models/health/mileage_server.h"
#include "models/health/record_portal.h"
#include "sim/app/link_services.h"

// Health mileage put into the network of services: a server for each municipality, the national
// portal, the exchange between them, and all desks. Authority, cards, names and the register of
// consents are those of the links.
namespace app
{

class HealthServices
{
public:
    HealthServices(const ServiceGround& ground, LinkServices& links,
                   const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

    // What devices still hold, and what servers hold.
    void close_day();

private:
    void add_servers();
    void meet(model::HealthGround::Person& person, std::size_t number);
    void remember(model::HealthGround::Person& person, std::size_t number);
    void adopt_account(model::HealthGround::Person& person, std::size_t number);
    void keep_history(const model::HealthGround::Person& person, std::size_t number);
    void open(const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);

    const ServiceGround& ground_;
    LinkServices& links_;
    const sim::Health& rules_;
    model::HealthGround health_;
    model::HealthExchange exchange_;
    model::RecordPortal portal_;
    std::vector<std::unique_ptr<model::MileageServer>> servers_;
    std::vector<std::unique_ptr<model::HealthDesk>> desks_;
};

}  // namespace app
