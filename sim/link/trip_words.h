// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "firmware/core/identity.h"
#include "firmware/core/units.h"
#include "sim/base/date.h"

// Lines of a trip file: a word, then ;NAME=value for each field in a fixed order, then a line feed.
// One list of fields serves the writer and the reader, so neither can know what the other does not.
namespace sim
{

using TripWords = std::span<const std::string_view>;  // in the order of the enumeration

class TripWriter
{
public:
    explicit TripWriter(Date day) : day_(day) {}

    void line(std::string_view word);  // begins one
    void end() { text_ += '\n'; }
    void number(std::string_view name, std::uint64_t value);
    void yen(std::string_view name, std::int64_t value);    // "290JPY"
    void card(std::string_view name, const fw::Idm& card);  // 16 digits, hex
    void word(std::string_view name, std::size_t value, TripWords words);
    void time(std::string_view name, fw::Nanos at);  // "20260610 07:41:03.12", local
    void text(std::string_view name, const std::string& value);
    const std::string& so_far() const { return text_; }

private:
    void field(std::string_view name);

    Date day_;  // of service
    std::string text_;
};

// Reads what a TripWriter writes. Once something else was met it stays failed and gives zeros.
class TripReader
{
public:
    explicit TripReader(std::string_view text) : text_(text) {}

    void day(Date day) { day_ = day; }     // of service; times count from it
    bool at(std::string_view word) const;  // the next line begins so
    void line(std::string_view word);
    void end();
    std::uint64_t number(std::string_view name, std::uint64_t most);
    std::uint32_t number32(std::string_view name)
    {
        return static_cast<std::uint32_t>(number(name, 0xFFFF'FFFF));
    }
    std::int64_t yen(std::string_view name, std::int64_t most);
    fw::Idm card(std::string_view name);
    std::size_t word(std::string_view name, TripWords words);
    fw::Nanos time(std::string_view name);
    std::string text(std::string_view name);
    std::size_t position() const { return position_; }
    bool at_end() const { return position_ == text_.size(); }
    bool failed() const { return failed_; }
    void fail() { failed_ = true; }

private:
    std::string_view value(std::string_view name);

    std::string_view text_;
    Date day_;
    std::size_t position_ = 0;
    bool failed_ = false;
};

}  // namespace sim
