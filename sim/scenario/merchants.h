// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "firmware/core/units.h"
#include "sim/scenario/source.h"

// What the shops of a city grant customers who touch their transit card on a phone of theirs
// (services.md S09 to S11, S17). The documents name whom and give neither amounts nor points: every
// figure is a parameter with its source.
namespace sim
{

// Taken off the amount on the till, for one discount class or for holders of any valid pass.
struct SaleDiscount {
    static constexpr const char* for_pass = "pass";

    std::string id;
    std::string of;     // id of a discount of this tariff, or "pass"
    int of_number = 0;  // number of that class on the wire, 0 = pass
    std::int32_t percent_ppm = 0;
    Source source;
};

enum class TogetherAs : std::uint8_t { best_of, one_after_the_other };
enum class Reward : std::uint8_t { once_a_ride, once_a_ride_and_shop };

// Who came by bus and buys soon after is given points (one is worth one yen).
struct PointRule {
    fw::Yen per_ride{};
    fw::Nanos join_window{};  // from the touch that paid the ride to the touch of the sale
    Reward reward = Reward::once_a_ride;
    Source source;
};

struct Merchants {
    std::string operator_id;            // of the tariff: clearing pays all shops under it
    std::uint16_t operator_number = 0;  // its position there; its ic rounding holds for sales
    TogetherAs together = TogetherAs::best_of;  // class and pass on one sale, class first
    std::vector<SaleDiscount> discounts;
    std::optional<PointRule> points;
    Source source;
};

}  // namespace sim
