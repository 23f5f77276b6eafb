// SPDX-License-Identifier: Apache-2.0
#include "models/bus/box_make.h"

#include <algorithm>

#include "sim/base/rng_stream.h"

namespace model
{

namespace
{

bool serves(const sim::VendorParameters& vendor, const std::string& operator_id)
{
    const auto& named = vendor.operators;
    return named.empty() || std::find(named.begin(), named.end(), operator_id) != named.end();
}

}  // namespace

BoxMake box_make_of(const sim::Scenario& scenario, std::uint32_t bus, std::uint16_t operator_index)
{
    const sim::DeviceParameters& devices = scenario.city.devices;
    const std::string& id = scenario.city.tariff.operators[operator_index].id;
    auto pick =
        static_cast<std::int64_t>(sim::RngStream(scenario.seed, "box-make").below(1'000'000, bus));
    for (const sim::VendorParameters& vendor : devices.vendors) {
        if (!serves(vendor, id)) continue;
        if (pick < vendor.share_ppm)
            return {vendor.id, vendor.protocol, &vendor.reader, &vendor.fare_box};
        pick -= vendor.share_ppm;
    }
    return {devices.id, sim::UplinkProtocol::event_records, &devices.reader, &devices.fare_box};
}

}  // namespace model
