// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/taxi/tablet_program.h"

// A ride on its way, as the two halves of the tablet's program share it: cards here, office there.
namespace model
{

struct TabletProgram::Rider {
    std::uint32_t person = 0;
    bool card_gone = false;
    bool no_card = false;
    sim::TaxiRiderRow row;
    Octets signature;
    bool rides() const { return row.reason.empty(); }
};

struct TabletProgram::Ride {
    const PlannedRide& planned;
    std::vector<Rider> riders;
    sim::FlowRow flow;
    fw::Nanos boarded{}, alighted{};
    bool begun = false, offline = false;
};

}  // namespace model
