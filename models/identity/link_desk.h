// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "models/card/transit_card.h"
#include "models/identity/card_holder.h"
#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/scenario.h"

// A desk where transit cards are linked to My Number Cards (services.md S01 to S03): a counter PC
// with two readers and a clerk, or a citizen's own phone, whose one NFC reader does for both cards.
// Light members come to the counter; phones speak to the portal, counters to the register.
namespace model
{

// People waiting for the next free desk of a kind, first come first served.
class LinkQueue
{
public:
    explicit LinkQueue(std::vector<LinkVisit> visits) : visits_(std::move(visits)) {}
    const LinkVisit* next() { return at_ < visits_.size() ? &visits_[at_++] : nullptr; }

private:
    std::vector<LinkVisit> visits_;
    std::size_t at_ = 0;
};

// What a person brings.
struct LinkCards {
    TransitCard transit;
    const CardProfile* transit_profile = nullptr;
    std::shared_ptr<const MyNumberProfile> my_number;
    sim::Secret pin;
    std::string serial;
};

class LinkDesk final : public DeskProgram
{
public:
    using CardsOf = std::function<LinkCards(const LinkVisit&)>;

    LinkDesk(const sim::Scenario& scenario, const sim::ServiceParameters& services,
             LinkQueue& queue, CardsOf cards_of, CardLog log);

    void serve(Desk& desk) override;

private:
    void serve(Desk& desk, const LinkVisit& visit);
    std::string begin(Desk& desk, const LinkVisit& visit) const;
    std::string link(Desk& desk, const LinkVisit& visit, sim::FlowRow& row);
    bool name_transit_card(Desk& desk, const LinkVisit& visit, const LinkCards& cards,
                           sim::Form& request) const;
    std::string prove(Desk& desk, const LinkVisit& visit, const LinkCards& cards,
                      std::uint32_t flow, sim::Form& request) const;
    std::optional<sim::Form> ask(Desk& desk, const LinkVisit& visit, sim::Form request) const;
    fw::Nanos drawn(const sim::Quantiles& times, const LinkVisit& visit, std::uint64_t draw) const;

    const sim::Scenario& scenario_;
    const sim::Linking& linking_;
    ApduReader reader_;
    LinkQueue& queue_;
    CardsOf cards_of_;
    sim::RngStream stream_;
    sim::Quantiles talk_, handling_, pin_entry_;
};

}  // namespace model
