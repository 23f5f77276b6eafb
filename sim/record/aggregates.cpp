// SPDX-License-Identifier: Apache-2.0
#include "sim/record/aggregates.h"

namespace sim
{

namespace
{

void write_latency(Database& database, const LatencySums& sums)
{
    Query bin = database.query("INSERT INTO latency_histogram VALUES (?, ?, ?, ?, ?)");
    for (const LatencyRow& row : sums.histogram())
        bin.insert(row.operator_index, row.hop, row.bin.from, row.bin.to, row.bin.taps);
    Query device = database.query("INSERT INTO latency_device VALUES (?, ?, ?, ?, ?)");
    for (const DeviceLatencyRow& row : sums.devices())
        device.insert(row.device, row.taps, row.p50, row.p99, row.longest);
    Query slow = database.query("INSERT INTO slow_tap VALUES (?, ?, ?, ?, ?)");
    for (const SlowTapRow& row : sums.slowest())
        slow.insert(row.hop, row.rank, row.tap.ns, row.tap.device, row.tap.sequence);
}

void write_rides(Database& database, const RideSums& sums)
{
    Query ridership = database.query("INSERT INTO ridership_tap VALUES (?, ?, ?, ?)");
    for (const RidershipRow& row : sums.ridership())
        ridership.insert(row.trip, row.position, row.boarded, row.alighted);
    Query classes =
        database.query("INSERT INTO ridership_class VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const RideClassRow& row : sums.classes())
        classes.insert(row.pattern, row.quarter_hour, row.discount_class, row.half, row.cash,
                       row.rides, row.riders, row.fare, row.base_fare);
}

void write_money(Database& database, const MoneySums& sums)
{
    Query flow = database.query("INSERT INTO money_flow VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (const MoneyFlowRow& row : sums.flows())
        flow.insert(row.kind, row.debit_kind, row.credit_kind, row.operator_index, row.quarter_hour,
                    row.times, row.yen);
}

}  // namespace

void Aggregates::count(const Block& block)
{
    const std::size_t width = columns_of(block.table);
    const std::int64_t* const end = block.cells.data() + block.cells.size();
    if (block.table == BulkTable::tap) {
        for (const std::int64_t* tap = block.cells.data(); tap != end; tap += width) {
            latency_.count(tap);
            rides_.count(tap);
        }
    } else if (block.table == BulkTable::posting) {
        for (const std::int64_t* row = block.cells.data(); row != end; row += width)
            money_.count(row);
    }
}

void Aggregates::write(Database& database) const
{
    write_latency(database, latency_);
    write_rides(database, rides_);
    write_money(database, money_);
}

}  // namespace sim
