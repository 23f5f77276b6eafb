// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/ticket/credit_company.h"
#include "models/ticket/pass_phone.h"
#include "models/ticket/perk_desk.h"
#include "models/ticket/ticket_store.h"
#include "sim/app/link_services.h"

// Puts together what sells passes in the portal: members' phones, ticket store, card company. The
// portal and the register are those of the links.
namespace app
{

class PassServices
{
public:
    // `scenario.pass_sales` is there. Makes the modules in `network`.
    PassServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                 LinkServices& links, model::ServiceNetworkModule& network);

    model::ShopTeller& perks() { return perks_; }
    // The night's exchange of books.
    void close_day(fw::Nanos at) { store_.close_day(at); }

private:
    model::CreditCompany credit_;
    model::TicketStore store_;
    model::PerkDesk perks_;
    model::PassQueue queue_;
    std::vector<std::unique_ptr<model::PassPhone>> phones_;
};

}  // namespace app
