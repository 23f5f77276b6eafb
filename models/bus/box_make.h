// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/scenario/scenario.h"

namespace model
{

// Whose fare boxes a bus carries (services.md S07): the vendor of its operator, by the share of the
// buses it equips, or the city's own.
struct BoxMake {
    std::string vendor;  // the name of the set of devices when none is named
    sim::UplinkProtocol protocol = sim::UplinkProtocol::event_records;
    const sim::ReaderParameters* reader = nullptr;
    const sim::FareBoxParameters* box = nullptr;
};

BoxMake box_make_of(const sim::Scenario& scenario, std::uint32_t bus, std::uint16_t operator_index);

}  // namespace model
