// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/expectations.h"

#include <fmt/format.h>

#include <array>

#include "sim/scenario/nearest.h"
#include "sim/scenario/quantity.h"
#include "sim/scenario/schema_words.h"

namespace sim
{

namespace
{

enum class Shape : std::uint8_t { total, statistics, hops };

struct Measure {
    const char* name;
    Expectation::Unit unit;
    Shape shape;
    const char* meaning;
};

constexpr auto nanos = Expectation::Unit::nanos;
constexpr auto yen = Expectation::Unit::yen;
constexpr auto count = Expectation::Unit::count;

constexpr std::array<Measure, 18> measures{{
    {"tap_time", nanos, Shape::statistics, "from the first poll response to feedback (T6-T1)"},
    {"hold_time", nanos, Shape::statistics, "how long the card must stay in the field (T5-T0)"},
    {"decision_time", nanos, Shape::statistics, "from blocks read to decision made (T4-T3)"},
    {"hop_time", nanos, Shape::hops, "time of one hop of the tap"},
    {"fare_error", yen, Shape::total, "sum of all differences to the second fare computation"},
    {"money_difference", yen, Shape::total, "what the four books do not agree on"},
    {"double_debits", count, Shape::total, "intentions charged more than once"},
    {"taps_lost", count, Shape::total, "closed taps that never reached the ledger"},
    {"taps", count, Shape::total, "taps recorded"},
    {"unconfirmed_left", count, Shape::total, "unconfirmed debits not settled at the end"},
    {"adjusted", yen, Shape::total, "sum of what the cloud corrected afterwards, either way"},
    {"riders_adjusted", count, Shape::total, "cards the cloud corrected a fare of"},
    {"unpaid_rides", count, Shape::total, "rides that ended without being paid"},
    {"taxi_rides", count, Shape::total, "taxi rides that were counted for somebody"},
    {"subsidy", yen, Shape::total, "taxi subsidy the office paid"},
    {"subsidy_error", yen, Shape::total, "sum of all differences to the second computation"},
    {"tablet_time", nanos, Shape::statistics, "in a taxi, from a card's touch to the answer"},
    {"consent", count, Shape::total, "messages without a live consent"},
}};
constexpr std::array<const char*, 7> statistics{"p50", "p90", "p95", "p99", "p999", "max", "mean"};
constexpr std::array<const char*, 9> hops{"poll",     "select",  "read",   "decision", "write",
                                          "feedback", "journal", "upload", "visible"};
constexpr std::array<const char*, 5> operators{"<=", ">=", "==", "<", ">"};

template <class Names>
void require_known(const YamlNode& key, const Names& names, const char* what)
{
    std::vector<std::string> all;
    for (const char* name : names) {
        if (key.text == name) return;
        all.emplace_back(name);
    }
    key.fail(fmt::format("unknown {} \"{}\"{}", what, key.text, did_you_mean(key.text, all)));
}

const Measure& measure_named(const YamlNode& key)
{
    std::vector<const char*> names;
    for (const Measure& measure : measures) {
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

YamlNode& child(YamlNode& node, const std::string& key)
{
    YamlNode* found = node.find(key);
    return found ? *found : node.set(key, YamlNode::map());
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

YamlNode measure_schema(const Measure& measure)
{
    if (measure.shape == Shape::total) return limit_schema(measure.unit);
    YamlNode by_statistic = closed_map();
    for (const char* name : statistics)
        by_statistic.find("properties")->set(name, limit_schema(measure.unit));
    if (measure.shape == Shape::statistics) return by_statistic;
    YamlNode by_hop = closed_map();
    for (const char* name : hops) by_hop.find("properties")->set(name, by_statistic);
    return by_hop;
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
        } else {
            as_map(item, "{ read: { p99: \"<= 80 ms\" } }");
            for (std::size_t j = 0; j < item.items.size(); ++j) {
                require_known(item.keys[j], hops, "hop");
                read_statistics(item.items[j], measure, item.keys[j].text, expect_);
            }
        }
    }
}

YamlNode Expectations::write() const
{
    YamlNode node = YamlNode::map();
    for (const Expectation& one : expect_) {
        const YamlNode text = YamlNode::quoted(one.text);
        if (one.statistic.empty()) {
            node.set(one.measure, text);
        } else {
            YamlNode& measure = child(node, one.measure);
            (one.hop.empty() ? measure : child(measure, one.hop)).set(one.statistic, text);
        }
    }
    return node;
}

YamlNode Expectations::schema() const
{
    YamlNode schema = closed_map();
    for (const Measure& measure : measures) {
        YamlNode one = measure_schema(measure);
        one.set("description", YamlNode::quoted(measure.meaning));
        schema.find("properties")->set(measure.name, std::move(one));
    }
    return schema;
}

void Expectations::list(const std::string& path, const Key&, std::vector<ParamRow>& rows) const
{
    for (const Measure& measure : measures) {
        std::string name = path + "." + measure.name;
        if (measure.shape == Shape::hops) name += ".HOP";
        if (measure.shape != Shape::total) name += ".STATISTIC";
        rows.push_back(
            {name, std::string("limit such as ") + example(measure.unit), "none", measure.meaning});
    }
}

}  // namespace sim
