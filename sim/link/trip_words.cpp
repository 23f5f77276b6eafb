// SPDX-License-Identifier: Apache-2.0
#include "sim/link/trip_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "sim/base/hex_text.h"

namespace sim
{

namespace
{

constexpr std::int64_t hundredth = 10'000'000;  // ns
constexpr std::int64_t hundredths_a_day = 8'640'000;
constexpr std::int32_t most_days = 36'500;  // a clock may be that wrong
constexpr std::size_t longest_text = 64;
constexpr std::string_view currency = "JPY";

std::int64_t floor_div(std::int64_t value, std::int64_t by)
{
    return value / by - (value % by < 0 ? 1 : 0);
}

std::optional<std::uint64_t> number_of(std::string_view digits, std::uint64_t most)
{
    std::uint64_t value = 0;
    const char* const end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (digits.empty() || stop != end || error != std::errc{} || value > most) return std::nullopt;
    return value;
}

std::string digits_of(Date date)
{
    std::string text = to_string(date);
    std::erase(text, '-');
    return text;
}

// Hundredths since midnight out of "07:41:03.12".
std::optional<std::int64_t> hundredths_of(std::string_view text)
{
    if (text.size() != 11 || text[2] != ':' || text[5] != ':' || text[8] != '.')
        return std::nullopt;
    const auto hours = number_of(text.substr(0, 2), 23), minutes = number_of(text.substr(3, 2), 59),
               seconds = number_of(text.substr(6, 2), 59), parts = number_of(text.substr(9, 2), 99);
    if (!hours || !minutes || !seconds || !parts) return std::nullopt;
    return static_cast<std::int64_t>(((*hours * 60 + *minutes) * 60 + *seconds) * 100 + *parts);
}

}  // namespace

void TripWriter::line(std::string_view word)
{
    text_ += word;
}

void TripWriter::field(std::string_view name)
{
    text_ += fmt::format(";{}=", name);
}

void TripWriter::number(std::string_view name, std::uint64_t value)
{
    field(name);
    text_ += std::to_string(value);
}

void TripWriter::yen(std::string_view name, std::int64_t value)
{
    field(name);
    text_ += fmt::format("{}{}", value, currency);
}

void TripWriter::card(std::string_view name, const fw::Idm& card)
{
    text(name, hex_of(card.bytes));
}

void TripWriter::word(std::string_view name, std::size_t value, TripWords words)
{
    field(name);
    text_ += words[value];
}

void TripWriter::time(std::string_view name, fw::Nanos at)
{
    const std::int64_t all = floor_div(at.count, hundredth);
    const std::int64_t days = floor_div(all, hundredths_a_day),
                       time = all - days * hundredths_a_day;
    const Date date{day_.days + static_cast<std::int32_t>(days)};
    const std::int64_t seconds = time / 100;
    field(name);
    text_ += fmt::format("{} {:02}:{:02}:{:02}.{:02}", digits_of(date), seconds / 3600,
                         seconds / 60 % 60, seconds % 60, time % 100);
}

void TripWriter::text(std::string_view name, const std::string& value)
{
    field(name);
    text_ += value;
}

bool TripReader::at(std::string_view word) const
{
    const std::string_view rest = text_.substr(position_);
    return rest.starts_with(word) && rest.substr(word.size()).starts_with(';');
}

void TripReader::line(std::string_view word)
{
    if (!at(word)) return fail();
    position_ += word.size();
}

void TripReader::end()
{
    if (!text_.substr(position_).starts_with('\n')) return fail();
    ++position_;
}

std::string_view TripReader::value(std::string_view name)
{
    const std::string wanted = fmt::format(";{}=", name);
    if (failed_ || !text_.substr(position_).starts_with(wanted)) {
        fail();
        return {};
    }
    position_ += wanted.size();
    const std::size_t end = std::min(text_.find_first_of(";\n", position_), text_.size());
    const std::string_view found = text_.substr(position_, end - position_);
    position_ = end;
    return found;
}

std::uint64_t TripReader::number(std::string_view name, std::uint64_t most)
{
    const auto found = number_of(value(name), most);
    if (!found) fail();
    return found.value_or(0);
}

std::int64_t TripReader::yen(std::string_view name, std::int64_t most)
{
    std::string_view digits = value(name);
    if (!digits.ends_with(currency)) {
        fail();
        return 0;
    }
    digits.remove_suffix(currency.size());
    const bool negative = digits.starts_with('-');
    if (negative) digits.remove_prefix(1);
    const auto found = number_of(digits, static_cast<std::uint64_t>(most));
    if (!found) fail();
    const auto amount = static_cast<std::int64_t>(found.value_or(0));
    return negative ? -amount : amount;
}

fw::Idm TripReader::card(std::string_view name)
{
    fw::Idm card;
    const auto bytes = bytes_of_hex(value(name));
    if (!bytes || bytes->size() != card.bytes.size()) fail();
    if (!failed_) std::copy(bytes->begin(), bytes->end(), card.bytes.begin());
    return card;
}

std::size_t TripReader::word(std::string_view name, TripWords words)
{
    const auto found = std::find(words.begin(), words.end(), value(name));
    if (found == words.end()) fail();
    return failed_ ? 0 : static_cast<std::size_t>(found - words.begin());
}

fw::Nanos TripReader::time(std::string_view name)
{
    const std::string_view text = value(name);
    const auto date = parse_date(text.substr(0, std::min<std::size_t>(8, text.size())));
    const auto time =
        text.size() == 20 && text[8] == ' ' ? hundredths_of(text.substr(9)) : std::nullopt;
    if (!date || !time || std::abs(date->days - day_.days) > most_days) {
        fail();
        return {};
    }
    const std::int64_t days = date->days - day_.days;
    return {(days * hundredths_a_day + *time) * hundredth};
}

std::string TripReader::text(std::string_view name)
{
    const std::string_view found = value(name);
    if (found.empty() || found.size() > longest_text) fail();
    return failed_ ? std::string() : std::string(found);
}

}  // namespace sim
