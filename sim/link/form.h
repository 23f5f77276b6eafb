// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "firmware/core/bytes.h"

// What programs of offices, portals and phones send each other: named values, on the wire one JSON
// object (RFC 8259) without nesting, names in alphabetical order.
namespace sim
{

class Form
{
public:
    using Value = std::variant<bool, std::int64_t, std::string, std::vector<std::string>>;

    Form() = default;
    explicit Form(std::string kind) { set("kind", std::move(kind)); }

    template <class T>
    Form& set(const std::string& name, T value)
    {
        if constexpr (std::is_same_v<T, bool>)
            values_[name] = value;
        else if constexpr (std::is_integral_v<T>)
            values_[name] = static_cast<std::int64_t>(value);
        else if constexpr (std::is_same_v<T, std::vector<std::string>>)
            values_[name] = std::move(value);
        else
            values_[name] = std::string(std::move(value));
        return *this;
    }

    std::string kind() const { return text("kind").value_or(""); }
    // None where the name is missing or holds another type.
    std::optional<std::string> text(const std::string& name) const;
    std::optional<std::int64_t> number(const std::string& name) const;
    bool flag(const std::string& name) const;  // false where missing
    std::vector<std::string> texts(const std::string& name) const;

    // What is left of it without this name.
    Form without(const std::string& name) const;

    std::vector<std::uint8_t> bytes() const;
    // None for anything that is not such an object; at most 64 kB and 200 names are read.
    static std::optional<Form> parse(fw::Bytes bytes);

private:
    std::map<std::string, Value> values_;
};

}  // namespace sim
