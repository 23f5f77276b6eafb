// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/field.h"
#include "sim/scenario/nearest.h"
#include "sim/scenario/schema_words.h"

// Values made of other values: a struct, a list, one that may be absent, one in a file of its own,
// one of several words.
namespace sim
{

// A map, described by `fields(Visitor&, T&)`.
template <class T>
class Struct final : public Value
{
public:
    explicit Struct(T& value) : value_(value) {}
    void read(const YamlNode& node) override { read_fields(node, visit()); }
    YamlNode write() const override { return write_fields(visit()); }
    YamlNode schema() const override { return fields_schema(visit()); }
    std::string type() const override { return "map"; }
    void list(const std::string& path, const Key&, std::vector<ParamRow>& rows) const override
    {
        list_fields(path, visit(), rows);
    }

private:
    Visit visit() const
    {
        return [this](Visitor& visitor) { fields(visitor, value_); };
    }
    T& value_;
};

// A list of T, each served by a V. With `id`, no two of them may have the same.
template <class T, class V = Struct<T>>
class List final : public Value
{
public:
    explicit List(std::vector<T>& list, std::size_t least = 0,
                  std::string T::*id = nullptr) requires std::is_class_v<T>
        : list_(list), least_(least), id_([id](const T& item) { return id ? item.*id : ""; })
    {
    }
    void read(const YamlNode& node) override
    {
        if (node.kind != YamlNode::Kind::sequence)
            node.fail("expected a list, found " + node.found());
        if (node.items.size() < least_) node.fail("expected at least one, found an empty list");
        list_.clear();
        for (const YamlNode& item : node.items) {
            T next{};
            V(next).read(item);
            for (const T& other : list_)
                if (const std::string id = id_(next); !id.empty() && id == id_(other))
                    item.fail("\"" + id + "\" is in this list already");
            list_.push_back(std::move(next));
        }
    }
    YamlNode write() const override
    {
        YamlNode node = YamlNode::sequence();
        for (T& item : list_) node.items.push_back(V(item).write());
        return node;
    }
    YamlNode schema() const override
    {
        T sample{};
        YamlNode schema = schema_of_type("array");
        schema.set("items", V(sample).schema());
        if (least_ > 0) schema.set("minItems", YamlNode::word(static_cast<std::int64_t>(least_)));
        return schema;
    }
    std::string type() const override { return "list"; }
    bool present() const override { return least_ > 0 || !list_.empty(); }
    void list(const std::string& path, const Key& key, std::vector<ParamRow>& rows) const override
    {
        T sample{};
        V(sample).list(path + ".N", key, rows);
    }

private:
    std::vector<T>& list_;
    std::size_t least_;
    std::function<std::string(const T&)> id_;
};

template <class T, class V>
class Maybe final : public Value
{
public:
    explicit Maybe(std::optional<T>& value) : value_(value) {}
    void read(const YamlNode& node) override
    {
        T next{};
        V(next).read(node);
        value_ = std::move(next);
    }
    YamlNode write() const override { return V(*value_).write(); }
    YamlNode schema() const override
    {
        T sample{};
        return V(sample).schema();
    }
    std::string type() const override
    {
        T sample{};
        return V(sample).type();
    }
    bool present() const override { return value_.has_value(); }
    void list(const std::string& path, const Key& key, std::vector<ParamRow>& rows) const override
    {
        T sample{};
        if (type() == "map")
            V(sample).list(path, key, rows);
        else
            rows.push_back({path, type(), "none", key.meaning});
    }

private:
    std::optional<T>& value_;
};

// Reads the file a scalar names, relative to the file it stands in.
YamlNode parse_included(const YamlNode& node);

// A struct in a file of its own. Written out in place, and read in place too.
template <class T>
class Include final : public Value
{
public:
    Include(std::string& file, T& value) : file_(file), value_(value) {}
    explicit Include(T& value) : Include(value.file, value) {}
    void read(const YamlNode& node) override
    {
        const bool named = node.kind == YamlNode::Kind::scalar;
        const YamlNode included = named ? parse_included(node) : node;
        Struct<T>(value_).read(included);
        if (included.place.file) file_ = *included.place.file;
    }
    YamlNode write() const override { return Struct<T>(value_).write(); }
    YamlNode schema() const override
    {
        return schema_of_any({schema_of_pattern(".+\\.yaml"), schema_of_type("object")});
    }
    std::string type() const override { return "file"; }
    void list(const std::string& path, const Key& key, std::vector<ParamRow>& rows) const override
    {
        rows.push_back({path, type(), "required", key.meaning});
        Struct<T>(value_).list(path, key, rows);
    }

private:
    std::string& file_;
    T& value_;
};

// A value that is written only when it says something.
template <class T, class V>
class UnlessZero final : public Value
{
public:
    explicit UnlessZero(T& value) : value_(value) {}
    void read(const YamlNode& node) override
    {
        V(value_).read(node);
        if (value_ == T{}) node.fail("must not be 0");
    }
    YamlNode write() const override { return V(value_).write(); }
    YamlNode schema() const override { return V(value_).schema(); }
    std::string type() const override { return V(value_).type(); }
    bool present() const override { return value_ != T{}; }

private:
    T& value_;
};

// One of several words.
template <class E>
class Choice final : public Value
{
public:
    using Words = std::vector<std::pair<const char*, E>>;
    Choice(E& value, Words words) : value_(value), words_(std::move(words)) {}
    void read(const YamlNode& node) override
    {
        for (const auto& [word, value] : words_)
            if (node.kind == YamlNode::Kind::scalar && node.text == word) {
                value_ = value;
                return;
            }
        std::string all;
        for (const std::string& name : names()) all += (all.empty() ? "" : ", ") + name;
        node.fail("expected one of " + all + "; found " + node.found() +
                  did_you_mean(node.text, names()));
    }
    YamlNode write() const override
    {
        for (const auto& [word, value] : words_)
            if (value == value_) return YamlNode::word(word);
        return {};
    }
    YamlNode schema() const override
    {
        YamlNode schema = schema_of_type("string");
        YamlNode& all = schema.set("enum", YamlNode::sequence());
        for (const auto& [word, value] : words_) all.items.push_back(YamlNode::quoted(word));
        return schema;
    }
    std::string type() const override
    {
        std::string all;
        for (const std::string& name : names()) all += (all.empty() ? "" : "|") + name;
        return all;
    }

private:
    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (const auto& [word, value] : words_) all.emplace_back(word);
        return all;
    }
    E& value_;
    Words words_;
};

}  // namespace sim
