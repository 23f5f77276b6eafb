// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/export/table.h"

// GTFS-ride (ODOT and Oregon State University): who rode, beside the GTFS feeds of the run, whose
// trip_id, stop_id, route_id these files use. Our own JSON Schemas lie in
// scenarios/schema/gtfs_ride.
//
// Counts of people are protected by sim/export/small_cells.h. rider_trip.txt is one row a ride paid
// by card all the same, as the standard wants it. What protects there: a ride is in it only when at
// least k riders boarded where it began and at least k alighted where it ended, on that very trip;
// rider_id names the ride and not the card, so that no two rows can be joined; and the times are
// those of the bus, not of the rider. It does not protect the rider type of a known passenger.
// Companions whom a card pays for, and riders without a card, are in the counts only.
//
// stop_sequence counts the stops of a trip from 1: a result file does not know the feed's own
// numbers. It does not know either what a bus can carry: trip_capacity.txt names the bus of every
// trip and leaves its capacities empty, and current_load, a share of it, is left out.
namespace sim
{

extern const Table gtfs_board_alight;
extern const Table gtfs_rider_trip;
extern const Table gtfs_ridership;
extern const Table gtfs_trip_capacity;
extern const Table gtfs_ride_feed_info;

}  // namespace sim
