// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/broker/data_desk.h"
#include "models/broker/data_store.h"
#include "models/broker/use_log.h"
#include "sim/app/city_services.h"

// Uses of personal data under consent, put into the network of services: broker and log, a store of
// each domain, desks that ask, phones that sign, lines between stores.
namespace app
{

class DataUseServices
{
public:
    DataUseServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                    model::ServiceNetworkModule& network);

    // What became of each use.
    void close_day() const;

private:
    void enter_people();
    void add_back_ends(const sim::ServiceParameters& parameters,
                       model::ServiceNetworkModule& network);
    void add_desks(const sim::ServiceParameters& parameters, model::ServiceNetworkModule& network);
    void record_held() const;

    const ServiceGround& ground_;
    const sim::DataUses& rules_;
    model::ConsentBroker broker_;
    model::UseLog log_;
    model::DataUseGround uses_;
    std::vector<std::unique_ptr<model::DataStore>> stores_;  // by domain
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
