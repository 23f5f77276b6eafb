// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/export/table.h"

// TIDES 1.0 (Transit Integrated Data Exchange Specification, 2025-12-23): what happened in a city
// day, one row a transaction, event, visit, trip, device and vehicle. Our own JSON Schemas of these
// tables lie in scenarios/schema/tides.
//
// These tables show single people: nothing in them is hidden, and only the card's pseudonym stands
// between a row and a person. They are for those who may see the operator's own data.
//
// Times are UTC in whole seconds. A performed trip is named by its number in the run, because two
// feeds may use the same trip_id. A result file does not know the feed's own stop_sequence, nor
// what a bus can carry.
namespace sim
{

extern const Table tides_fare_transactions;
extern const Table tides_passenger_events;
extern const Table tides_stop_visits;
extern const Table tides_trips_performed;
extern const Table tides_devices;
extern const Table tides_vehicles;

}  // namespace sim
