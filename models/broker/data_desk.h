// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/broker/consent_broker.h"
#include "models/broker/data_use_plan.h"
#include "models/service/ask_again.h"
#include "sim/scenario/scenario.h"

// Desk "ID_desk-N" of a domain that asks for data others hold: staff of an office, a doctor, the
// phone of somebody in the family. They ask, wait for the person to agree, fetch and open; a while
// later they ask for the same once more.
namespace model
{

// What desks and phones of a run share, made once: the plan and what became of it.
struct DataUseGround {
    const sim::Scenario& scenario;
    std::vector<PlannedDataUse> plan;  // use n at n - 1
    std::vector<sim::DataUseRow> rows;
    ConsentBroker& broker;                 // for the names people give themselves
    std::vector<std::string> own_of = {};  // serial number of each resident's city ID, or empty

    const sim::DataUses& rules() const { return *scenario.data_use; }
    std::string name_in(const std::string& domain, std::uint32_t resident) const
    {
        return broker.name_in(domain, own_of[resident]);
    }
    // Until it is answered; attempts and pause *assumed*.
    Asking asking() const { return {rules().deadline, 20, {1'000'000'000}}; }
};

class DataDesk final : public DeskProgram
{
public:
    DataDesk(DataUseGround& ground, std::string domain, std::int32_t number)
        : ground_(ground), domain_(std::move(domain)), number_(number)
    {
    }

    void serve(Desk& desk) override;

private:
    void ask(Desk& desk, std::size_t which);
    void ask_again(Desk& desk, std::size_t which);
    sim::Form request(Desk& desk, std::size_t which);
    sim::Form fetch_when_granted(Desk& desk, std::size_t which, sim::FlowRow& flow);
    sim::Form fetch(Desk& desk, std::size_t which, std::int64_t release,
                    const std::string& purpose);
    // Fetched data opened, with the time points of the flow.
    std::string opened(Desk& desk, std::size_t which, std::int64_t release,
                       const sim::Form& fetched, sim::FlowRow& flow);
    void end(Desk& desk, std::size_t which, sim::FlowRow& flow, const std::string& result);
    sim::FlowRow begin(Desk& desk, std::size_t which);

    DataUseGround& ground_;
    std::string domain_;
    std::int32_t number_;
};

}  // namespace model
