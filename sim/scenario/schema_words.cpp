// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/schema_words.h"

namespace sim
{

YamlNode schema_of_type(const char* type)
{
    YamlNode schema = YamlNode::map();
    schema.set("type", YamlNode::quoted(type));
    return schema;
}

YamlNode schema_of_pattern(const std::string& pattern)
{
    YamlNode schema = schema_of_type("string");
    schema.set("pattern", YamlNode::quoted("^" + pattern + "$"));
    return schema;
}

YamlNode schema_of_any(std::vector<YamlNode> choices)
{
    YamlNode schema = YamlNode::map();
    schema.set("anyOf", YamlNode::sequence()).items = std::move(choices);
    return schema;
}

}  // namespace sim
