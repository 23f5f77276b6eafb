// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/random_time.h"

#include "sim/scenario/amounts.h"
#include "sim/scenario/decimals.h"
#include "sim/scenario/schema_words.h"

namespace sim
{

namespace
{

using Kind = Distribution::Kind;
constexpr const char* shapes =
    "expected 350 ms, { mean: 20 ms }, { median: 350 ms, sigma: 0.45 } or { from: 1 s, to: 2 s }";

Distribution::Kind kind_of(const YamlNode& node)
{
    const auto has = [&](const char* key) { return node.find(key) != nullptr; };
    const std::size_t keys = node.keys.size();
    if (keys == 1 && has("mean")) return Kind::exponential;
    if (keys == 2 && has("median") && has("sigma")) return Kind::lognormal;
    if (keys == 2 && has("from") && has("to")) return Kind::uniform;
    node.fail(shapes);
}

// The keys of a kind; of all kinds at once for `constant`, so that a misspelt key is named.
void fields(Visitor& visitor, Kind kind, Distribution& drawn)
{
    const bool all = kind == Kind::constant;
    const fw::Nanos tiny{1};
    if (all || kind == Kind::exponential)
        visitor.field({"mean", "mean of an exponential length"}, Duration(drawn.a, tiny));
    if (all || kind == Kind::lognormal) {
        visitor.field({"median", "median of a log-normal length"}, Duration(drawn.a, tiny));
        visitor.field({"sigma", "spread of its logarithm"}, Ratio(drawn.sigma_ppm));
    }
    if (all || kind == Kind::uniform) {
        visitor.field({"from", "shortest of a uniform length"}, Duration(drawn.a));
        visitor.field({"to", "longest of a uniform length"}, Duration(drawn.b));
        visitor.require(all || drawn.a <= drawn.b, "to", "\"to\" must not be less than \"from\"");
    }
}

YamlNode map_schema(Kind kind, std::initializer_list<const char*> required)
{
    Distribution sample{.kind = kind};
    YamlNode schema = fields_schema([&](Visitor& visitor) { fields(visitor, kind, sample); });
    YamlNode& names = schema.set("required", YamlNode::sequence());
    for (const char* name : required) names.items.push_back(YamlNode::quoted(name));
    for (YamlNode& property : schema.find("properties")->items) property.remove("default");
    return schema;
}

}  // namespace

void RandomTime::read(const YamlNode& node)
{
    Distribution read;
    if (node.kind == YamlNode::Kind::map) {
        read_fields(node, [&](Visitor& visitor) { fields(visitor, Kind::constant, read); });
        read = Distribution{.kind = kind_of(node)};
        read_fields(node, [&](Visitor& visitor) { fields(visitor, read.kind, read); });
    } else if (node.kind == YamlNode::Kind::scalar) {
        Duration(read.a).read(node);
    } else {
        node.fail(std::string(shapes) + ", found " + node.found());
    }
    drawn_ = read;
}

YamlNode RandomTime::write() const
{
    Distribution drawn = drawn_;
    if (drawn.kind == Kind::constant) return Duration(drawn.a).write();
    return write_fields([&](Visitor& visitor) { fields(visitor, drawn.kind, drawn); });
}

YamlNode RandomTime::schema() const
{
    fw::Nanos sample{};
    return schema_of_any({Duration(sample).schema(), map_schema(Kind::exponential, {"mean"}),
                          map_schema(Kind::lognormal, {"median", "sigma"}),
                          map_schema(Kind::uniform, {"from", "to"})});
}

void RandomTime::list(const std::string& path, const Key& key, std::vector<ParamRow>& rows) const
{
    const YamlNode now = write();
    std::string preset = now.text;
    for (std::size_t i = 0; i < now.items.size(); ++i)
        preset += (i ? ", " : "{ ") + now.keys[i].text + ": " + now.items[i].text;
    if (now.kind == YamlNode::Kind::map) preset += " }";
    rows.push_back({path, type(), preset, key.meaning});
}

}  // namespace sim
