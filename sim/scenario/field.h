// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "sim/scenario/yaml_node.h"

// The one description of every file: `fields(Visitor&, T&)` tells each struct's keys, meanings,
// values and rules. Loading, writing, JSON Schema and the parameter list are visitors of it.
namespace sim
{

enum class Need : std::uint8_t {
    optional,
    required,
    heading,  // required, and names the kind of file
};

struct Key {
    const char* name;
    const char* meaning;  // one line
    Need need = Need::optional;
};

// One settable thing, as `tapbench list params` shows it.
struct ParamRow {
    std::string path;    // city.devices.reader.retries; N stands for a list index
    std::string type;    // "length of time", "percentage", ...
    std::string preset;  // value when the key is left out; "required" when it may not be
    std::string meaning;
};

// How one kind of value reads, writes and describes itself. Refers to the member it serves.
class Value
{
public:
    virtual void read(const YamlNode& node) = 0;  // throws ScenarioError at the node's place
    virtual YamlNode write() const = 0;
    virtual YamlNode schema() const = 0;  // JSON Schema draft-07
    virtual std::string type() const = 0;
    virtual bool present() const { return true; }  // false: nothing to write
    virtual void list(const std::string& path, const Key& key, std::vector<ParamRow>& rows) const;

protected:
    ~Value() = default;
};

class Visitor
{
public:
    virtual void field(const Key& key, Value&& value) = 0;

    // Rules, told after the fields they speak of. `path` says where a broken rule is reported:
    // "to", "people.2.profile".
    virtual void require(bool holds, const std::string& path, const std::string& otherwise);
    // `key` may be given only when `holds`.
    virtual void only_if(bool holds, const char* key, const std::string& otherwise);
    virtual bool given(const char* key) const;

    virtual void place(int* line, int* column);  // remembers where the struct was written
    virtual void file(std::string& name);

protected:
    ~Visitor() = default;
};

using Visit = std::function<void(Visitor&)>;

void read_fields(const YamlNode& node, const Visit& visit);
YamlNode write_fields(const Visit& visit);
YamlNode fields_schema(const Visit& visit);
void list_fields(const std::string& path, const Visit& visit, std::vector<ParamRow>& rows);

}  // namespace sim
