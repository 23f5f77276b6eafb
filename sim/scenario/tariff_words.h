// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sim/scenario/amounts.h"
#include "sim/scenario/field.h"
#include "sim/scenario/tariff.h"

// What several kinds of tariff rule share in a file: where a rule comes from, its first and last
// day, and places or routes of which all may be meant.
namespace sim
{

// `source` and `status`; remembers the place of the rule.
void source_fields(Visitor& v, Source& source);

// `valid_from` and `valid_until`, both may be left out.
void validity_fields(Visitor& v, Validity& valid);

// A fare box keeps prices in two bytes, of which the highest means "no price".
constexpr std::int32_t highest_price = 65'534;

// Money of a price, at least `lowest` yen.
template <std::int32_t lowest>
class PriceOf final : public Value
{
public:
    explicit PriceOf(fw::Yen& price) : money_(price, lowest, highest_price) {}
    void read(const YamlNode& node) override { money_.read(node); }
    YamlNode write() const override { return money_.write(); }
    YamlNode schema() const override { return money_.schema(); }
    std::string type() const override { return money_.type(); }

private:
    Money money_;
};

// A text, or the word all, which is the empty string inside.
class TextOrAll final : public Value
{
public:
    explicit TextOrAll(std::string& text) : text_(text) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override { return YamlNode::quoted(text_.empty() ? "all" : text_); }
    YamlNode schema() const override;
    std::string type() const override { return "text or all"; }

private:
    std::string& text_;
};

}  // namespace sim
