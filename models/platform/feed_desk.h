// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/platform/ride_cells.h"
#include "models/service/desk.h"

// The publisher of the mobility feed: a program of the shared cloud that tells the data-linkage
// platform what changed, period after period, and says a cell again until it is acknowledged.
namespace model
{

class FeedDesk final : public DeskProgram
{
public:
    // Publications run from the end of the first period of the window `from` to `to`.
    FeedDesk(RideCells& cells, const sim::Platform& parameters, fw::Nanos from, fw::Nanos to);

    void serve(Desk& desk) override;

private:
    void publish(Desk& desk, const RideCell& cell, fw::Nanos as_of);

    RideCells& cells_;
    sim::Platform parameters_;
    fw::Nanos first_, last_;
    std::uint64_t requests_ = 0;
};

}  // namespace model
