// SPDX-License-Identifier: Apache-2.0
// Makers of fare boxes: what they speak, and whose buses carry them.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/amounts.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/tariff_words.h"
#include "sim/scenario/words.h"

namespace sim
{

namespace
{

bool serves(const VendorParameters& vendor, const std::string& operator_id)
{
    const auto& named = vendor.operators;
    return named.empty() || std::find(named.begin(), named.end(), operator_id) != named.end();
}

}  // namespace

void fields(Visitor& v, VendorParameters& vendor)
{
    v.field({"id", "name of the vendor", Need::required}, Text(vendor.id));
    v.field(
        {"protocol", "between fare box and cloud: records of fixed size, or files of text",
         Need::required},
        Choice<UplinkProtocol>(vendor.protocol, {{"event_records", UplinkProtocol::event_records},
                                                 {"trip_files", UplinkProtocol::trip_files}}));
    v.field({"operators", "of the tariff, whose buses carry its fare boxes; left out: all"},
            List<std::string, Text>(vendor.operators));
    v.field({"share", "part of their buses"}, Percent(vendor.share_ppm));
    v.field({"reader", "card reader of its fare boxes"}, Struct(vendor.reader));
    v.field({"fare_box", "its fare box"}, Struct(vendor.fare_box));
}

void require_vendors(Visitor& v, const City& city)
{
    std::vector<std::string> ids;
    for (const OperatorTariff& one : city.tariff.operators) ids.push_back(one.id);
    const FareBoxParameters& box = city.devices.fare_box;
    for (const VendorParameters& vendor : city.devices.vendors) {
        for (const std::string& id : vendor.operators)
            v.require(std::find(ids.begin(), ids.end(), id) != ids.end(), "devices",
                      fmt::format("vendor \"{}\": unknown operator \"{}\"{}", vendor.id, id,
                                  did_you_mean(id, ids)));
        v.require(vendor.fare_box.readers == box.readers &&
                      vendor.fare_box.card_system == box.card_system,
                  "devices",
                  fmt::format("vendor \"{}\": \"readers\" and \"card_system\" of its fare box must "
                              "be those of the city's",
                              vendor.id));
    }
    for (const std::string& id : ids) {
        std::int64_t shares = 0;
        for (const VendorParameters& vendor : city.devices.vendors)
            if (serves(vendor, id)) shares += vendor.share_ppm;
        v.require(
            shares <= 1'000'000, "devices",
            fmt::format("the vendors of operator \"{}\" have more than 100 % of its buses", id));
    }
}

}  // namespace sim
