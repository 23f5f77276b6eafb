// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/identity/card_sale_office.h"
#include "models/identity/card_sale_till.h"
#include "sim/app/link_services.h"

// Sales whose customers show their My Number Card, put into the network of services; cards and
// authority are those of the links.
namespace app
{

class CardSaleServices
{
public:
    CardSaleServices(const ServiceGround& ground, LinkServices& links,
                     const sim::ServiceParameters& parameters,
                     model::ServiceNetworkModule& network);

private:
    void record_rules() const;

    const ServiceGround& ground_;
    model::CardSaleGround sales_;
    model::CardSaleOffice office_;
    std::vector<std::unique_ptr<model::CardSaleTill>> tills_;
};

}  // namespace app
