// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "sim/scenario/amounts.h"
#include "sim/scenario/schema_words.h"

// Quantities that may be negative: `-90 s`, `-20 ppm`.
namespace sim
{

// Reads and writes `amount` through the unsigned `V`, whose JSON Schema pattern is `pattern`.
template <class T, class V>
class Signed : public Value
{
public:
    void read(const YamlNode& node) override
    {
        YamlNode size = node;
        const bool negative = node.text.starts_with('-');
        if (negative) size.text.erase(0, 1);
        T read{};
        value(read).read(size);
        amount_ = negative ? T{} - read : read;
    }
    YamlNode write() const override
    {
        const bool negative = amount_ < T{};
        T size = negative ? T{} - amount_ : amount_;
        YamlNode node = value(size).write();
        if (negative) node.text.insert(0, "-");
        return node;
    }
    YamlNode schema() const override { return schema_of_pattern("-?" + pattern_); }
    std::string type() const override
    {
        T sample{};
        return value(sample).type() + ", may be negative";
    }

protected:
    Signed(T& amount, std::string pattern) : amount_(amount), pattern_(std::move(pattern)) {}
    ~Signed() = default;
    virtual V value(T& amount) const = 0;

private:
    T& amount_;
    std::string pattern_;
};

class SignedDuration final : public Signed<fw::Nanos, Duration>
{
public:
    explicit SignedDuration(fw::Nanos& length) : Signed(length, quantity_pattern(time_units())) {}

private:
    Duration value(fw::Nanos& length) const override { return Duration(length); }
};

// Parts per million of a clock's rate.
class Drift final : public Signed<std::int32_t, Amount>
{
public:
    explicit Drift(std::int32_t& ppm) : Signed(ppm, "(0|[1-9][0-9]*) ppm") {}

private:
    Amount value(std::int32_t& ppm) const override { return {ppm, "ppm", 0, 100'000}; }
};

}  // namespace sim
