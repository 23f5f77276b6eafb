// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "models/counter/counter_window.h"
#include "sim/app/city_services.h"

// The support counter, put into the network of services: windows and the office behind them.
namespace app
{

class CounterServices
{
public:
    CounterServices(const ServiceGround& ground, const sim::ServiceParameters& parameters,
                    model::ServiceNetworkModule& network);

    // Every ticket of the day, and of the same day without the procedures that were added.
    void close_day() const;

private:
    void note_windows(const ServiceGround& ground) const;
    void note(const char* day, const model::TicketHall& hall,
              const std::vector<std::size_t>& tickets) const;

    model::CounterGround counter_;
    model::SupportOffice office_;
    std::vector<std::unique_ptr<model::DeskProgram>> programs_;
};

}  // namespace app
