// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <optional>

#include "models/card/rf_card.h"
#include "models/reader/card_reader.h"
#include "sim/kernel/wall_clock.h"

// A rider's card in the field of a real or virtual reader: answers as in the simulated field, tears
// at the same step and leaves when the scenario says, by the wall's clock. Works on a copy of the
// card until it is asked what has become of it.
namespace hil
{

class ScenarioCard final : public model::RfCard
{
public:
    // `leave`: by `wall`. The presence's session keeps its entropy over a loss of power, so that a
    // recorded tap repeats.
    ScenarioCard(const model::Presence& presence, std::optional<sim::TearStep> tear,
                 fw::Nanos leave, sim::WallClock& wall);

    void power_off() override;
    model::CardReply hear(const model::AirFrame& command) override;

    bool worked() const;          // carried out a command since it was last settled
    model::TransitCard settle();  // what has become of it

private:
    bool tears_before(fw::Bytes packet);
    void tear_after(fw::Bytes packet, model::CardReply& reply);
    fw::Nanos think_time(fw::Bytes packet, std::uint8_t& slot) const;
    void forget();

    mutable std::mutex mutex_;
    model::Presence presence_;
    model::TransitCard card_;
    std::optional<sim::TearStep> tear_;
    fw::Nanos leave_;
    sim::WallClock& wall_;
    bool gone_ = false;
    bool worked_ = false;
};

}  // namespace hil
