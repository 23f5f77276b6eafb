// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>

#include "models/identity/card_holder.h"
#include "models/identity/card_sale_plan.h"
#include "sim/base/quantiles.h"
#include "sim/base/rng_stream.h"
#include "sim/record/recorder.h"

// The phone of a shop's staff that reads My Number Cards (services.md S12): the amount is keyed in,
// the cloud says whether the card is enough for it, the customer lays the card down and types the
// PIN, the cloud tells class and price, cash or the account pays, a slip is printed. Without an
// answer no goods change hands, and the phone has the booking undone later.
namespace model
{

// What all tills of a run share; made once, kept by reference.
struct CardSaleGround {
    const sim::Scenario& scenario;
    sim::Recorder& recorder;
    std::vector<PlannedCardSale> plan;
    std::function<HeldCard(std::uint32_t resident)> card_of;
    std::shared_ptr<const MyNumberProfile> other_card;  // one without the application
    ApduReaderTimes reader;
    sim::Quantiles handling, pin_entry;
    sim::RngStream stream;
};

class CardSaleTill final : public DeskProgram
{
public:
    CardSaleTill(const CardSaleGround& ground, std::int32_t till) : ground_(ground), till_(till) {}

    void serve(Desk& desk) override;

private:
    struct Sale;  // under way

    void sell(Desk& desk, const PlannedCardSale& planned);
    // Each step: empty, or why the sale ends.
    std::string begin(Desk& desk, Sale& sale);
    std::string read_card(Desk& desk, Sale& sale);
    SignedText prove(Desk& desk, const Sale& sale) const;
    std::string settle(Desk& desk, Sale& sale);
    void tell_again(Desk& desk, Sale& sale);
    void close(Desk& desk, Sale& sale, const std::string& why);
    std::optional<sim::Form> ask(Desk& desk, const sim::Form& request) const;
    bool send_voids(Desk& desk);
    const sim::CardSales& rules() const { return *ground_.scenario.card_sales; }

    const CardSaleGround& ground_;
    std::int32_t till_;
    std::deque<sim::Form> voids_;  // not acknowledged yet
};

}  // namespace model
