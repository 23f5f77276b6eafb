// SPDX-License-Identifier: Apache-2.0
// The places that faults and changes name, as far as the files tell.
#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/descriptions.h"
#include "sim/scenario/desks.h"
#include "sim/scenario/nearest.h"

namespace sim
{

namespace
{

bool is_numbered(std::string_view where, std::string_view kind)
{
    return where.starts_with(kind) && where.size() > kind.size() &&
           where.find_first_not_of("0123456789", kind.size()) == std::string_view::npos;
}

void check_shop(Visitor& v, const Scenario& scenario, const std::string& where,
                const std::string& path)
{
    v.require(scenario.shops.has_value(), path,
              fmt::format("\"{}\" needs \"shops\" in the scenario", where));
    if (where == "shops" || !scenario.shops) return;
    const int count = scenario.shops->count;
    const auto known = [&] {
        for (int shop = 1; shop <= count; ++shop)
            if (where == fmt::format("shop-{}", shop)) return true;
        return false;
    };
    v.require(known(), path,
              fmt::format("unknown shop \"{}\": it has shop-1 to shop-{}", where, count));
}

// Buses and routes are known only when the city is built.
void check_where(Visitor& v, const Scenario& scenario, const std::string& where,
                 const std::string& path)
{
    if (where == "shops" || is_numbered(where, "shop-"))
        return check_shop(v, scenario, where, path);
    if (is_desk(scenario, where)) return;
    if (where == "all" || is_numbered(where, "bus-") ||
        (where.starts_with("route/") && where.size() > 6))
        return;
    const std::vector<std::string> desks = desk_places(scenario);
    const std::string prefix = "operator/";
    std::vector<std::string> ids;
    for (const OperatorTariff& one : scenario.city.tariff.operators) ids.push_back(one.id);
    const std::string known =
        desks.empty() ? "shops or shop-3" : "shops, shop-3, " + desks[0] + " or " + desks[1];
    v.require(where.starts_with(prefix), path,
              fmt::format("expected all, bus-12, operator/ID, route/ID, {}; found \"{}\"{}", known,
                          where, did_you_mean(where, desks)));
    const std::string id = where.starts_with(prefix) ? where.substr(prefix.size()) : where;
    v.require(std::find(ids.begin(), ids.end(), id) != ids.end(), path,
              fmt::format("unknown operator \"{}\"{}", id, did_you_mean(id, ids)));
}

}  // namespace

void require_places(Visitor& v, const Scenario& scenario)
{
    for (std::size_t i = 0; i < scenario.faults.size(); ++i) {
        const Fault& fault = scenario.faults[i];
        const std::string path = fmt::format("faults.{}.where", i);
        check_where(v, scenario, fault.where, path);
        v.require(fault.kind != FaultKind::depot_full || fault.where == "all" ||
                      fault.where.starts_with("operator/"),
                  path,
                  fmt::format("a depot is named all or operator/ID; found \"{}\"", fault.where));
    }
    const bool lite_s = scenario.city.devices.fare_box.card_system == fw::CardSystem::lite_s;
    for (std::size_t i = 0; i < scenario.changes.size(); ++i) {
        const Change& change = scenario.changes[i];
        check_where(v, scenario, change.where, fmt::format("changes.{}.where", i));
        v.require(change.kind != ChangeKind::keys || !lite_s, fmt::format("changes.{}.kind", i),
                  "FeliCa Lite-S cards have one generation of keys on this bench");
    }
}

}  // namespace sim
