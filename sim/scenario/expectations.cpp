// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/expectations.h"

#include <fmt/format.h>

#include <array>

#include "sim/scenario/measures.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/quantity.h"
#include "sim/scenario/schema_words.h"
#include "sim/scenario/service_catalogue.h"

namespace sim
{

namespace
{

constexpr auto nanos = Expectation::Unit::nanos;
constexpr auto yen = Expectation::Unit::yen;

constexpr std::array<const char*, 7> statistics{"p50", "p90", "p95", "p99", "p999", "max", "mean"};
constexpr std::array<const char*, 9> hops{"poll",     "select",  "read",   "decision", "write",
                                          "feedback", "journal", "upload", "visible"};
constexpr std::array<const char*, 5> flow_parts{"factor", "verify", "commit", "visible", "total"};
constexpr std::array<const char*, 5> operators{"<=", ">=", "==", "<", ">"};

template <class Names>
void require_known(const YamlNode& key, const Names& names, const char* what)
{
    std::vector<std::string> all;
    for (const auto& name : names) {
        if (key.text == name) return;
        all.emplace_back(name);
    }
    key.fail(fmt::format("unknown {} \"{}\"{}", what, key.text, did_you_mean(key.text, all)));
}

const Measure& measure_named(const YamlNode& key)
{
    std::vector<const char*> names;
    for (const Measure& measure : measures()) {
        if (key.text == measure.name) return measure;
        names.push_back(measure.name);
    }
    require_known(key, names, "measure");
    std::abort();  // unknown to the one loop, known to the other: our own bug
}

const char* example(Expectation::Unit unit)
{
    if (unit == nanos) return "\"<= 200 ms\"";
    return unit == yen ? "\"== 0 yen\"" : "\"== 0\"";
}

std::int64_t limit_of(const YamlNode& node, std::string_view text, Expectation::Unit unit)
{
    if (unit == nanos) return read_quantity(node, text, time_units());
    if (unit == yen) return read_quantity(node, text, yen_units());
    YamlNode number = node;
    number.text = text;
    number.style = YamlNode::Style::plain;
    return read_integer(number, 0, std::numeric_limits<std::int64_t>::max());
}

Expectation read_limit(const YamlNode& node, const Measure& measure)
{
    const std::string expected =
        fmt::format("expected a limit such as {}, found {}", example(measure.unit), node.found());
    if (node.kind != YamlNode::Kind::scalar) node.fail(expected);
    Expectation one;
    std::string_view rest = node.text;
    for (const char* op : operators)
        if (one.op.empty() && rest.starts_with(op)) one.op = op;
    if (one.op.empty()) node.fail(expected);
    rest.remove_prefix(one.op.size());
    while (rest.starts_with(' ')) rest.remove_prefix(1);
    one.measure = measure.name;
    one.limit = limit_of(node, rest, measure.unit);
    one.unit = measure.unit;
    one.line = node.place.line;
    one.column = node.place.column;
    one.text = node.text;
    return one;
}

const YamlNode& as_map(const YamlNode& node, const char* example)
{
    if (node.kind != YamlNode::Kind::map)
        node.fail(fmt::format("expected a map such as {}, found {}", example, node.found()));
    return node;
}

void read_statistics(const YamlNode& node, const Measure& measure, const std::string& hop,
                     std::vector<Expectation>& out)
{
    as_map(node, "{ p99: \"<= 200 ms\" }");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        require_known(node.keys[i], statistics, "statistic");
        Expectation one = read_limit(node.items[i], measure);
        one.statistic = node.keys[i].text;
        one.hop = hop;
        out.push_back(std::move(one));
    }
}

void read_hops(const YamlNode& node, const Measure& measure, std::vector<Expectation>& out)
{
    as_map(node, "{ read: { p99: \"<= 80 ms\" } }");
    for (std::size_t j = 0; j < node.items.size(); ++j) {
        require_known(node.keys[j], hops, "hop");
        read_statistics(node.items[j], measure, node.keys[j].text, out);
    }
}

std::vector<const char*> property_names()
{
    std::vector<const char*> names;
    for (const PropertyOracle& row : property_oracles()) names.push_back(row.name);
    return names;
}

// `hop` of such an expectation is the property.
void read_properties(const YamlNode& node, const Measure& measure, std::vector<Expectation>& out)
{
    as_map(node, "{ links_right: \">= 1\" }");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        require_known(node.keys[i], property_names(), "property");
        out.push_back(read_limit(node.items[i], measure));
        out.back().hop = node.keys[i].text;
    }
}

// `hop` of such an expectation is the service and its part: "S02.verify".
void read_flows(const YamlNode& node, const Measure& measure, std::vector<Expectation>& out)
{
    as_map(node, "{ S02: { total: { p95: \"<= 90 s\" } } }");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        require_known(node.keys[i], service_ids(), "service");
        const YamlNode& parts = as_map(node.items[i], "{ total: { p95: \"<= 90 s\" } }");
        for (std::size_t j = 0; j < parts.items.size(); ++j) {
            require_known(parts.keys[j], flow_parts, "part of a flow");
            const std::string part = node.keys[i].text + "." + parts.keys[j].text;
            read_statistics(parts.items[j], measure, part, out);
        }
    }
}

// `hop` of such an expectation is the access class, which the scenario defines.
void read_classes(const YamlNode& node, const Measure& measure, std::vector<Expectation>& out)
{
    as_map(node, "{ slow_hands: \">= 95\" }");
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        if (measure.unit == nanos) {
            read_statistics(node.items[i], measure, node.keys[i].text, out);
            continue;
        }
        out.push_back(read_limit(node.items[i], measure));
        out.back().hop = node.keys[i].text;
    }
}

YamlNode& child(YamlNode& node, const std::string& key)
{
    YamlNode* found = node.find(key);
    return found ? *found : node.set(key, YamlNode::map());
}

// "S02.verify": a service and its part; "read": a hop; nothing.
std::vector<std::string> steps_of(const std::string& hop)
{
    if (hop.empty()) return {};
    const std::size_t dot = hop.find('.');
    if (dot == std::string::npos) return {hop};
    return {hop.substr(0, dot), hop.substr(dot + 1)};
}

YamlNode limit_schema(Expectation::Unit unit)
{
    std::string number = "(0|[1-9][0-9]*)";
    if (unit == nanos) number = quantity_pattern(time_units());
    if (unit == yen) number += " yen";
    return schema_of_pattern("(<=|>=|==|<|>) *" + number);
}

YamlNode closed_map()
{
    YamlNode schema = schema_of_type("object");
    schema.set("additionalProperties", YamlNode::word("false"));
    schema.set("properties", YamlNode::map());
    return schema;
}

YamlNode class_schema(const Measure& measure, const YamlNode& by_statistic)
{
    YamlNode by_class = closed_map();
    by_class.set("patternProperties", YamlNode::map())
        .set("^[a-z_0-9-]+$", measure.unit == nanos ? by_statistic : limit_schema(measure.unit));
    return by_class;
}

YamlNode measure_schema(const Measure& measure)
{
    if (measure.shape == Shape::total) return limit_schema(measure.unit);
    if (measure.shape == Shape::properties) {
        YamlNode by_property = closed_map();
        for (const char* name : property_names())
            by_property.find("properties")->set(name, limit_schema(measure.unit));
        return by_property;
    }
    YamlNode by_statistic = closed_map();
    for (const char* name : statistics)
        by_statistic.find("properties")->set(name, limit_schema(measure.unit));
    if (measure.shape == Shape::statistics) return by_statistic;
    if (measure.shape == Shape::classes) return class_schema(measure, by_statistic);
    YamlNode by_hop = closed_map();
    if (measure.shape == Shape::hops) {
        for (const char* name : hops) by_hop.find("properties")->set(name, by_statistic);
        return by_hop;
    }
    for (const char* name : flow_parts) by_hop.find("properties")->set(name, by_statistic);
    YamlNode by_service = closed_map();
    by_service.set("patternProperties", YamlNode::map()).set("^S[0-9]{2}$", by_hop);
    return by_service;
}

}  // namespace

void Expectations::read(const YamlNode& node)
{
    as_map(node, "{ taps_lost: \"== 0\" }");
    expect_.clear();
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Measure& measure = measure_named(node.keys[i]);
        const YamlNode& item = node.items[i];
        if (measure.shape == Shape::total) {
            expect_.push_back(read_limit(item, measure));
        } else if (measure.shape == Shape::statistics) {
            read_statistics(item, measure, "", expect_);
        } else if (measure.shape == Shape::hops) {
            read_hops(item, measure, expect_);
        } else if (measure.shape == Shape::flows) {
            read_flows(item, measure, expect_);
        } else if (measure.shape == Shape::classes) {
            read_classes(item, measure, expect_);
        } else {
            read_properties(item, measure, expect_);
        }
    }
}

YamlNode Expectations::write() const
{
    YamlNode node = YamlNode::map();
    for (const Expectation& one : expect_) {
        const YamlNode text = YamlNode::quoted(one.text);
        std::vector<std::string> steps = steps_of(one.hop);
        steps.insert(steps.begin(), one.measure);
        if (!one.statistic.empty()) steps.push_back(one.statistic);
        YamlNode* place = &node;
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) place = &child(*place, steps[i]);
        place->set(steps.back(), text);
    }
    return node;
}

YamlNode Expectations::schema() const
{
    YamlNode schema = closed_map();
    for (const Measure& measure : measures()) {
        YamlNode one = measure_schema(measure);
        one.set("description", YamlNode::quoted(measure.meaning));
        schema.find("properties")->set(measure.name, std::move(one));
    }
    return schema;
}

void Expectations::list(const std::string& path, const Key&, std::vector<ParamRow>& rows) const
{
    for (const Measure& measure : measures()) {
        std::string name = path + "." + measure.name;
        if (measure.shape == Shape::hops) name += ".HOP";
        if (measure.shape == Shape::flows) name += ".SERVICE.PART";
        if (measure.shape == Shape::properties) name += ".PROPERTY";
        if (measure.shape == Shape::classes) name += ".CLASS";
        const bool by_class = measure.shape == Shape::classes && measure.unit != nanos;
        if (measure.shape != Shape::total && measure.shape != Shape::properties && !by_class)
            name += ".STATISTIC";
        rows.push_back(
            {name, std::string("limit such as ") + example(measure.unit), "none", measure.meaning});
    }
}

}  // namespace sim
