// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <limits>

#include "firmware/core/units.h"
#include "sim/scenario/field.h"
#include "sim/scenario/quantity.h"

// Numbers a file may hold. All but plain counts carry their unit; none may be negative unless its
// limits say so.
namespace sim
{

YamlNode integer_schema(std::int64_t lowest, std::int64_t highest);

// A whole number without unit.
template <class T>
class Count final : public Value
{
public:
    explicit Count(T& count, std::int64_t lowest = 0,
                   std::int64_t highest = std::numeric_limits<std::int32_t>::max())
        : count_(count), lowest_(lowest), highest_(highest)
    {
    }
    void read(const YamlNode& node) override
    {
        count_ = static_cast<T>(read_integer(node, lowest_, highest_));
    }
    YamlNode write() const override { return YamlNode::word(static_cast<std::int64_t>(count_)); }
    YamlNode schema() const override { return integer_schema(lowest_, highest_); }
    std::string type() const override { return "whole number"; }

private:
    T& count_;
    std::int64_t lowest_, highest_;
};

// A whole number of one unit: `730 yen`, `424 kbps`.
class Amount final : public Value
{
public:
    Amount(std::int32_t& amount, const char* unit, std::int32_t lowest, std::int32_t highest)
        : amount_(amount), unit_{unit, 1}, lowest_(lowest), highest_(highest)
    {
    }
    void read(const YamlNode& node) override;
    YamlNode write() const override;
    YamlNode schema() const override;
    std::string type() const override { return unit_.name; }

private:
    std::int32_t& amount_;
    Unit unit_;
    std::int32_t lowest_, highest_;
};

class Money final : public Value
{
public:
    explicit Money(fw::Yen& amount, std::int32_t lowest = 0, std::int32_t highest = 1'000'000)
        : amount_(amount.count, "yen", lowest, highest)
    {
    }
    void read(const YamlNode& node) override { amount_.read(node); }
    YamlNode write() const override { return amount_.write(); }
    YamlNode schema() const override { return amount_.schema(); }
    std::string type() const override { return "yen"; }

private:
    Amount amount_;
};

class Percent final : public Value
{
public:
    explicit Percent(std::int32_t& ppm) : ppm_(ppm) {}  // 0 % to 100 %
    void read(const YamlNode& node) override;
    YamlNode write() const override { return YamlNode::word(percent_text(ppm_)); }
    YamlNode schema() const override;
    std::string type() const override { return "percentage"; }

private:
    std::int32_t& ppm_;
};

constexpr fw::Nanos longest{std::int64_t{7} * 24 * 3'600'000'000'000};

class Duration final : public Value
{
public:
    explicit Duration(fw::Nanos& length, fw::Nanos least = {0}, fw::Nanos most = longest)
        : length_(length), least_(least), most_(most)
    {
    }
    void read(const YamlNode& node) override;
    YamlNode write() const override { return YamlNode::word(time_text(length_)); }
    YamlNode schema() const override;
    std::string type() const override { return "length of time"; }

private:
    fw::Nanos& length_;
    fw::Nanos least_, most_;
};

}  // namespace sim
