// SPDX-License-Identifier: Apache-2.0
#include "sim/scenario/field.h"

#include <fmt/format.h>

#include "sim/scenario/nearest.h"

namespace sim
{

void Visitor::require(bool, const std::string&, const std::string&) {}
void Visitor::only_if(bool, const char*, const std::string&) {}
bool Visitor::given(const char*) const
{
    return true;
}
void Visitor::place(int*, int*) {}
void Visitor::file(std::string&) {}

void Value::list(const std::string& path, const Key& key, std::vector<ParamRow>& rows) const
{
    std::string preset = "required";
    if (key.need == Need::optional) preset = present() ? write().text : "none";
    rows.push_back({path, type(), preset, key.meaning});
}

namespace
{

class KeyNames final : public Visitor
{
public:
    void field(const Key& key, Value&&) override
    {
        names.emplace_back(key.name);
        if (key.need == Need::heading) heading = key.name;
    }
    std::vector<std::string> names;
    std::string heading;
};

class Loader final : public Visitor
{
public:
    explicit Loader(const YamlNode& node) : node_(node) {}

    void field(const Key& key, Value&& value) override
    {
        if (const YamlNode* given = node_.find(key.name))
            value.read(*given);
        else if (key.need != Need::optional)
            node_.fail(fmt::format("\"{}\" is missing: {}", key.name, key.meaning));
    }

    void require(bool holds, const std::string& path, const std::string& otherwise) override
    {
        if (!holds) at(path).fail(otherwise);
    }

    void only_if(bool holds, const char* key, const std::string& otherwise) override
    {
        if (!holds && given(key)) at(key).fail(fmt::format("\"{}\" {}", key, otherwise));
    }

    bool given(const char* key) const override { return node_.find(key) != nullptr; }

    void place(int* line, int* column) override
    {
        if (line) *line = node_.place.line;
        if (column) *column = node_.place.column;
    }

    void file(std::string& name) override
    {
        if (node_.place.file) name = *node_.place.file;
    }

private:
    // The deepest node on the path that was written.
    const YamlNode& at(const std::string& path) const
    {
        const YamlNode* node = &node_;
        for (std::size_t from = 0; from <= path.size();) {
            const std::size_t end = std::min(path.find('.', from), path.size());
            const std::string step = path.substr(from, end - from);
            const YamlNode* next = node->find(step);
            if (node->kind == YamlNode::Kind::sequence && !step.empty()) {
                const std::size_t index = std::stoul(step);
                next = index < node->items.size() ? &node->items[index] : nullptr;
            }
            if (!next) break;
            node = next;
            from = end + 1;
        }
        return *node;
    }

    const YamlNode& node_;
};

class Writer final : public Visitor
{
public:
    void field(const Key& key, Value&& value) override
    {
        if (value.present()) node.set(key.name, value.write());
    }
    void only_if(bool holds, const char* key, const std::string&) override
    {
        if (!holds) node.remove(key);
    }
    YamlNode node = YamlNode::map();
};

class SchemaWriter final : public Visitor
{
public:
    void field(const Key& key, Value&& value) override
    {
        YamlNode schema = value.schema();
        schema.set("description", YamlNode::quoted(key.meaning));
        if (key.need != Need::optional)
            required.items.push_back(YamlNode::quoted(key.name));
        else if (value.present() && value.write().kind == YamlNode::Kind::scalar)
            schema.set("default", value.write());
        properties.set(key.name, std::move(schema));
    }
    YamlNode properties = YamlNode::map();
    YamlNode required = YamlNode::sequence();
};

class Lister final : public Visitor
{
public:
    Lister(const std::string& path, std::vector<ParamRow>& rows) : path_(path), rows_(rows) {}
    void field(const Key& key, Value&& value) override
    {
        value.list(path_.empty() ? key.name : path_ + "." + key.name, key, rows_);
    }

private:
    const std::string& path_;
    std::vector<ParamRow>& rows_;
};

// Misspelt keys are told before missing ones: the one is usually the cause of the other.
void check_keys(const YamlNode& node, const Visit& visit)
{
    KeyNames known;
    visit(known);
    if (!known.heading.empty() && !node.find(known.heading))
        node.fail(fmt::format("expected a file with the key \"{}\", found {}", known.heading,
                              node.keys.empty() ? "none" : node.keys.front().found()));
    for (const YamlNode& key : node.keys) {
        bool is_known = false;
        for (const std::string& name : known.names) is_known |= name == key.text;
        if (!is_known)
            key.fail(
                fmt::format("unknown key \"{}\"{}", key.text, did_you_mean(key.text, known.names)));
    }
}

}  // namespace

void read_fields(const YamlNode& node, const Visit& visit)
{
    if (node.kind != YamlNode::Kind::map)
        node.fail("expected a map of \"key: value\", found " + node.found());
    check_keys(node, visit);
    Loader loader(node);
    visit(loader);
}

YamlNode write_fields(const Visit& visit)
{
    Writer writer;
    visit(writer);
    return std::move(writer.node);
}

YamlNode fields_schema(const Visit& visit)
{
    SchemaWriter writer;
    visit(writer);
    YamlNode schema = YamlNode::map();
    schema.set("type", YamlNode::quoted("object"));
    schema.set("additionalProperties", YamlNode::word("false"));
    schema.set("properties", std::move(writer.properties));
    if (!writer.required.items.empty()) schema.set("required", std::move(writer.required));
    return schema;
}

void list_fields(const std::string& path, const Visit& visit, std::vector<ParamRow>& rows)
{
    Lister lister(path, rows);
    visit(lister);
}

}  // namespace sim
