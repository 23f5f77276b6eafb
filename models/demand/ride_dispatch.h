// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <vector>

#include "sim/scenario/demand.h"

// Which vehicle takes which ride, in which order: a new ride is put where it delays everybody least
// (insertion), if seats, waiting times and detours allow. Pure and deterministic. How well a real
// dispatcher matches rides is not known and not claimed (services.md S19).
namespace model
{

// Places are the nodes of a grid, numbered row by row; a vehicle drives along its lines.
struct DemandGrid {
    std::int32_t columns = 1, rows = 1;
    fw::Nanos step{};

    bool holds(std::int64_t place) const { return place >= 0 && place < columns * rows; }
    fw::Nanos way(std::int64_t from, std::int64_t to) const
    {
        const std::int64_t steps =
            std::llabs(from % columns - to % columns) + std::llabs(from / columns - to / columns);
        return step * static_cast<std::int32_t>(steps);
    }
};

struct DemandStop {
    std::int64_t ride = 0;
    bool pick_up = true;
    std::int64_t place = 0;
    std::int32_t riders = 1;
    fw::Nanos not_before{}, latest{};
};

struct DemandOffer {
    std::size_t vehicle = 0;
    fw::Nanos pick_up{}, arrives{};
};

class RideDispatch
{
public:
    // All vehicles stand at place 0.
    explicit RideDispatch(const sim::DemandTaxi& rules);

    // Takes the ride, or none: no vehicle can be there in time.
    std::optional<DemandOffer> insert(std::int64_t ride, std::int64_t from, std::int64_t to,
                                      std::int32_t riders, fw::Nanos wanted, fw::Nanos now);
    // The vehicle is free at `place`. Where it drives to; none: it waits.
    std::optional<DemandStop> next(std::size_t vehicle, std::int64_t place, fw::Nanos now);
    void boarded(std::size_t vehicle, std::int32_t riders) { count(vehicle, riders); }
    void alighted(std::size_t vehicle, std::int32_t riders) { count(vehicle, -riders); }
    void forget(std::size_t vehicle, std::int64_t ride);

    const DemandGrid& grid() const { return grid_; }

private:
    struct Vehicle {
        std::int64_t place = 0;
        fw::Nanos free_at{};
        std::int32_t aboard = 0;            // of those who have boarded
        std::optional<DemandStop> current;  // it drives to
        std::vector<DemandStop> ahead;
    };
    struct Timing {
        std::int64_t sum = 0;  // of the times of all stops, ns: what is to be small
        std::vector<fw::Nanos> at;
    };

    void count(std::size_t vehicle, std::int32_t riders)
    {
        fleet_[vehicle].aboard += riders;
        fleet_[vehicle].current.reset();
    }
    // None: somebody would be late, or find no seat.
    std::optional<Timing> drive(const Vehicle& vehicle, const std::vector<DemandStop>& stops,
                                fw::Nanos now) const;

    const sim::DemandTaxi& rules_;
    DemandGrid grid_;
    std::vector<Vehicle> fleet_;
};

}  // namespace model
