// SPDX-License-Identifier: Apache-2.0
// What the kinds of file can hold, told by their fields.
#include <fmt/format.h>

#include "sim/scenario/bench_file.h"
#include "sim/scenario/card_file.h"
#include "sim/scenario/descriptions.h"
#include "sim/scenario/load.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/scenario_error.h"
#include "sim/scenario/structs.h"
#include "sim/scenario/suite_file.h"

namespace sim
{

namespace
{

template <class T>
std::string schema_text(const std::string& kind)
{
    T sample{};
    YamlNode schema = YamlNode::map();
    schema.set("$schema", YamlNode::quoted("http://json-schema.org/draft-07/schema#"));
    schema.set("title", YamlNode::quoted("tapbench " + kind + " file"));
    const YamlNode body = Struct<T>(sample).schema();
    for (std::size_t i = 0; i < body.items.size(); ++i)
        schema.set(body.keys[i].text, body.items[i]);
    return to_json(schema);
}

}  // namespace

std::string schema(const std::string& kind)
{
    if (kind == "scenario") return schema_text<Scenario>(kind);
    if (kind == "city") return schema_text<City>(kind);
    if (kind == "tariff") return schema_text<Tariff>(kind);
    if (kind == "devices") return schema_text<DeviceParameters>(kind);
    if (kind == "people") return schema_text<People>(kind);
    if (kind == "card") return schema_text<CardFile>(kind);
    if (kind == "bench") return schema_text<BenchFile>(kind);
    if (kind == "suite") return schema_text<SuiteFile>(kind);
    if (kind == "residents") return schema_text<ResidentParameters>(kind);
    if (kind == "flows") return schema_text<Flows>(kind);
    if (kind == "taxi_subsidy") return schema_text<TaxiSubsidy>(kind);
    if (kind == "child_schedule") return schema_text<ChildSchedule>(kind);
    if (kind == "emergency_set") return schema_text<EmergencySet>(kind);
    if (kind == "order") return schema_text<FlowOrder>(kind);
    if (kind == "health_items") return schema_text<HealthItems>(kind);
    if (kind == "health_rules") return schema_text<HealthRules>(kind);
    throw ScenarioError(
        "schema", fmt::format("unknown kind \"{}\"{}", kind, did_you_mean(kind, file_kinds())));
}

std::vector<ParamRow> list_params()
{
    std::vector<ParamRow> rows;
    Scenario sample;
    list_fields(
        "", [&](Visitor& visitor) { fields(visitor, sample); }, rows);
    return rows;
}

}  // namespace sim
