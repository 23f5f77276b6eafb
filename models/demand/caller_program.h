// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/demand/demand_plan.h"
#include "models/identity/transit_touch.h"
#include "models/service/ask_again.h"
#include "sim/record/recorder.h"

// People with telephones who ask for a taxi on demand, and call it off (services.md S19).
namespace model
{

// What telephones and vehicles of a run share, made once: the requests and what became of them.
struct DemandGround {
    const sim::Scenario& scenario;
    std::vector<PlannedRequest> plan;       // ride n at n - 1
    std::vector<sim::DemandRideRow> rides;  // likewise
    std::vector<TransitCard>& cards;        // of the run
    CardProfile profile;
    sim::RngStream stream;

    const sim::DemandTaxi& rules() const { return *scenario.demand; }
    // Until it is answered, or the day is over; all but the deadline *assumed*.
    Asking asking() const { return {rules().deadline, 400, {5'000'000'000}}; }
    std::string member_of(std::uint32_t resident) const;  // pseudonym of this domain
};

class CallerProgram final : public DeskProgram
{
public:
    CallerProgram(DemandGround& ground, std::int32_t caller) : ground_(ground), caller_(caller) {}

    void serve(Desk& desk) override;

private:
    void request(Desk& desk, std::size_t which);
    void cancel(Desk& desk, std::size_t which);

    DemandGround& ground_;
    std::int32_t caller_;
};

}  // namespace model
