// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/field.h"
#include "sim/scenario/scenario.h"

// What must hold at the end: `tap_time: { p99: "<= 200 ms" }`, `hop_time: { read: { p99: ... } }`,
// `fare_error: "== 0 yen"`, `taps_lost: "== 0"`.
namespace sim
{

class Expectations final : public Value
{
public:
    explicit Expectations(std::vector<Expectation>& expect) : expect_(expect) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override;
    YamlNode schema() const override;
    std::string type() const override { return "expectation"; }
    bool present() const override { return !expect_.empty(); }
    void list(const std::string& path, const Key& key, std::vector<ParamRow>& rows) const override;

private:
    std::vector<Expectation>& expect_;
};

}  // namespace sim
