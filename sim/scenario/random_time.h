// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/field.h"
#include "sim/scenario/parameters.h"

namespace sim
{

// The four ways to write a random length of time, see parameters.h.
class RandomTime final : public Value
{
public:
    explicit RandomTime(Distribution& drawn) : drawn_(drawn) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override;
    YamlNode schema() const override;
    std::string type() const override { return "random length of time"; }
    void list(const std::string& path, const Key& key, std::vector<ParamRow>& rows) const override;

private:
    Distribution& drawn_;
};

}  // namespace sim
