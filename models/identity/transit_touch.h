// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "models/card/transit_card.h"
#include "models/service/desk.h"
#include "sim/base/rng_stream.h"
#include "sim/scenario/scenario.h"

// A transit card touches a reader on a desk that reads its number (IDm) without a key and no more;
// what the card holds is not read.
namespace model
{

struct TransitTouch {
    const sim::Scenario& scenario;
    const sim::RngStream& stream;

    // The number in hexadecimal digits; none when the card was not there for `stays`, or two were.
    std::optional<std::string> read(Desk& desk, const TransitCard& held, const CardProfile& profile,
                                    std::uint64_t key, fw::Nanos stays = {1'000'000'000}) const;
};

}  // namespace model
