// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/field.h"

// Numbers of the world, not of money: decimal, without unit.
namespace sim
{

// A plain decimal number without unit, kept in millionths.
class Ratio final : public Value
{
public:
    explicit Ratio(std::int32_t& ppm) : ppm_(ppm) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override { return YamlNode::word(millionths_text(ppm_)); }
    YamlNode schema() const override;
    std::string type() const override { return "decimal number"; }

private:
    std::int32_t& ppm_;
};

class Degrees final : public Value
{
public:
    Degrees(double& degrees, int limit) : degrees_(degrees), limit_(limit) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override;
    YamlNode schema() const override;
    std::string type() const override { return "degrees"; }

private:
    double& degrees_;
    int limit_;
};

}  // namespace sim
