// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "models/service/desk.h"
#include "models/ticket/pass_plan.h"
#include "sim/base/quantiles.h"
#include "sim/record/recorder.h"

// A member's own phone in the portal (services.md S06): chooses a pass and buys it, agrees that
// shops may ask for it, or takes that back. The member has logged in (*assumed*). One wish has one
// number however often it is sent.
namespace model
{

// People with a phone at hand, first come first served.
class PassQueue
{
public:
    explicit PassQueue(std::vector<PassVisit> visits) : visits_(std::move(visits)) {}
    const PassVisit* next() { return at_ < visits_.size() ? &visits_[at_++] : nullptr; }
    std::size_t taken() const { return at_; }

private:
    std::vector<PassVisit> visits_;
    std::size_t at_ = 0;
};

class PassPhone final : public DeskProgram
{
public:
    using SerialOf = std::function<std::string(std::uint32_t resident)>;

    PassPhone(const sim::Scenario& scenario, PassQueue& queue, sim::Recorder& recorder,
              SerialOf serial_of);

    void serve(Desk& desk) override;

private:
    void act(Desk& desk, const PassVisit& visit, std::size_t number);
    // Empty, or why not; `sent` counts.
    std::string buy(Desk& desk, const PassVisit& visit, const std::string& request,
                    std::int64_t& sent) const;
    std::string agree(Desk& desk, const PassVisit& visit, const std::string& request) const;
    std::optional<sim::Form> ask(Desk& desk, const sim::Form& request, std::int64_t& sent) const;

    const sim::Scenario& scenario_;
    const sim::PassSales& sales_;
    PassQueue& queue_;
    sim::Recorder& recorder_;
    SerialOf serial_of_;
    sim::RngStream stream_;
    sim::Quantiles choosing_;
};

}  // namespace model
