// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "firmware/core/units.h"
#include "sim/base/date.h"
#include "sim/scenario/field.h"

// Words a file may hold. Each refuses what YAML readers disagree on: text that looks like a number,
// dates and times without quotes, yes and no.
namespace sim
{

// Any text in quotes, or a word that cannot be taken for a number, date or truth value. The empty
// text is left out when written.
class Text final : public Value
{
public:
    explicit Text(std::string& text) : text_(text) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override { return YamlNode::quoted(text_); }
    YamlNode schema() const override;
    std::string type() const override { return "text"; }
    bool present() const override { return !text_.empty(); }

private:
    std::string& text_;
};

// A quoted string of hexadecimal digits. The empty one is left out when written.
class Hex final : public Value
{
public:
    Hex(std::string& text, std::size_t bytes) : text_(text), digits_(bytes * 2) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override { return YamlNode::quoted(text_); }
    YamlNode schema() const override;
    std::string type() const override { return "hexadecimal digits"; }
    bool present() const override { return !text_.empty(); }

private:
    std::string& text_;
    std::size_t digits_;
};

class Flag final : public Value
{
public:
    explicit Flag(bool& flag) : flag_(flag) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override { return YamlNode::word(flag_ ? "true" : "false"); }
    YamlNode schema() const override;
    std::string type() const override { return "true or false"; }

private:
    bool& flag_;
};

// Quoted: "07:30:00", or "25:10:00" on a service day.
class TimeOfDay final : public Value
{
public:
    explicit TimeOfDay(fw::Nanos& time) : time_(time) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override;
    YamlNode schema() const override;
    std::string type() const override { return "time of day"; }

private:
    fw::Nanos& time_;
};

// Quoted: "2026-04-01".
class Day final : public Value
{
public:
    explicit Day(Date& day) : day_(day) {}
    void read(const YamlNode& node) override;
    YamlNode write() const override { return YamlNode::quoted(to_string(day_)); }
    YamlNode schema() const override;
    std::string type() const override { return "date"; }

private:
    Date& day_;
};

}  // namespace sim
