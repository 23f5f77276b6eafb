// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "models/people/everyone.h"
#include "models/service/desk.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"
#include "sim/scenario/scenario.h"

// A day out with a ticket of one of two portals (services.md S16): bought on the phone, shown at a
// gate, sometimes shown again elsewhere by a friend with a picture of it, sometimes forged.
namespace model
{

struct Outing {
    std::uint32_t person = 0;  // number of the resident; visitors are numbered after them
    bool visitor = false;
    fw::Nanos buys{};
    std::string ticket;  // on the phone, empty: not bought
};

struct GateVisit {
    std::uint32_t outing = 0;
    fw::Nanos at{};
    bool forged = false;
};

struct OutingPlan {
    std::vector<Outing> outings;                // in order of time
    std::vector<std::vector<GateVisit>> gates;  // by gate, in order of time
};

OutingPlan draw_outings(const sim::Scenario& scenario, const std::vector<Resident>& residents,
                        const std::vector<Attempt>& attempts);

// The phones, each for the next who buys.
class TravellerPhone final : public DeskProgram
{
public:
    TravellerPhone(const sim::Tourism& tourism, OutingPlan& plan, std::size_t& next)
        : tourism_(tourism), plan_(plan), next_(next)
    {
    }
    void serve(Desk& desk) override;

private:
    void buy(Desk& desk, Outing& outing, std::size_t number) const;

    const sim::Tourism& tourism_;
    OutingPlan& plan_;
    std::size_t& next_;
};

// A gate, number 1 and on; it opens for what its office admits.
class TicketGate final : public DeskProgram
{
public:
    TicketGate(const sim::Tourism& tourism, const OutingPlan& plan, std::size_t gate,
               sim::Recorder& recorder)
        : tourism_(tourism), plan_(plan), gate_(gate), recorder_(recorder)
    {
    }
    void serve(Desk& desk) override;

private:
    void show(Desk& desk, const GateVisit& visit, std::size_t number) const;
    // Empty: admitted.
    std::string redeem(Desk& desk, const std::string& ticket, const std::string& request) const;

    const sim::Tourism& tourism_;
    const OutingPlan& plan_;
    std::size_t gate_;
    sim::Recorder& recorder_;
};

}  // namespace model
