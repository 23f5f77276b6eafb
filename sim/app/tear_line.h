// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "models/bus/touch_unit.h"
#include "models/card/card_profile.h"
#include "sim/scenario/scenario.h"

// What all cells of a tear sweep have in common: a line of four stops, driven once by distance and
// once for one price, with prices invented for it, and the scenario's readers, boxes and cards.
namespace app
{

class TearLine
{
public:
    // Yen of a ride by distance: 100, 150 and 200 for one, two and three stops; or for one price.
    static constexpr std::int32_t two_stops = 150;
    static constexpr std::int32_t three_stops = 200;
    static constexpr std::int32_t one_price = 180;

    enum Pattern : std::uint32_t { by_distance = 0, flat = 1 };

    explicit TearLine(const sim::Scenario& scenario);
    TearLine(const TearLine&) = delete;  // `table` points into this object
    TearLine& operator=(const TearLine&) = delete;

    const fw::FareTable& table() const { return table_; }
    const model::CardProfile& profile() const { return profile_; }
    std::shared_ptr<const model::StandInCipher> cipher() const { return cipher_; }
    model::TouchUnitConfig box(std::uint32_t device) const;
    const sim::RngStream& stream() const { return stream_; }
    std::uint16_t date() const { return date_; }
    fw::Yen top_up() const { return top_up_; }

private:
    model::TouchUnitConfig config_;
    sim::RngStream stream_;
    std::shared_ptr<const model::StandInCipher> cipher_;
    model::CardProfile profile_;
    std::uint16_t date_ = 0;
    fw::Yen top_up_{};
    std::vector<fw::OperatorRules> operators_;
    std::vector<fw::PatternFares> patterns_;
    std::vector<std::uint16_t> prices_;
    fw::FareTable table_;
};

}  // namespace app
