// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/personal_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "sim/base/hex_text.h"

namespace sim
{

namespace
{

using Octets = std::vector<std::uint8_t>;

bool is_digit(int c)
{
    return c >= '0' && c <= '9';
}
bool is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The rule of the ordinance on individual numbers: weights 2 to 7, then 2 to 6, from the right.
bool check_digit_fits(const std::string& digits)
{
    int sum = 0;
    for (std::size_t n = 1; n <= 11; ++n)
        sum += (digits[11 - n] - '0') * static_cast<int>(n <= 6 ? n + 1 : n - 5);
    const int right = sum % 11 <= 1 ? 0 : 11 - sum % 11;
    return digits[11] - '0' == right;
}

bool individual(const std::string& digits)
{
    return digits.size() == 12 && is_digit(digits[0]) &&
           (digits.starts_with("99999") || check_digit_fits(digits));
}

// Groups of four with a blank or a hyphen between them count as one number.
bool in_letters(fw::Bytes bytes)
{
    std::string digits;
    int before = 0;
    for (std::size_t i = 0; i <= bytes.size(); ++i) {
        const int c = i < bytes.size() ? bytes[i] : 0;
        if (is_digit(c)) {
            if (digits.empty() && is_letter(before)) digits = "x";  // part of a word
            digits.push_back(static_cast<char>(c));
        } else if (!((c == ' ' || c == '-') && is_digit(before) && digits.size() % 4 == 0)) {
            if (!is_letter(c) && individual(digits)) return true;
            digits.clear();
        }
        before = c;
    }
    return false;
}

bool packed(fw::Bytes bytes)
{
    for (std::size_t i = 0; i + 6 <= bytes.size(); ++i) {
        if (bytes[i] != 0x99 || bytes[i + 1] != 0x99 || bytes[i + 2] >> 4 != 9) continue;
        const fw::Bytes rest = bytes.subspan(i + 2, 4);
        if (std::all_of(rest.begin(), rest.end(),
                        [](int octet) { return octet >> 4 <= 9 && (octet & 15) <= 9; }))
            return true;
    }
    return false;
}

std::optional<Octets> from_hex(const std::string& text)
{
    if (text.size() < 12 || text.size() % 2 != 0) return std::nullopt;
    Octets octets;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int c = text[i] | 32;
        const bool letter = c >= 'a' && c <= 'f';
        if (!is_digit(text[i]) && !letter) return std::nullopt;
        const int digit = letter ? c - 'a' + 10 : text[i] - '0';
        if (i % 2 == 0)
            octets.push_back(static_cast<std::uint8_t>(digit << 4));
        else
            octets.back() = static_cast<std::uint8_t>(octets.back() | digit);
    }
    return octets;
}

// Takes one to `most` digits off the front; -1 when there is none.
int take_number(std::string_view& rest, std::size_t most)
{
    int value = 0;
    std::size_t taken = 0;
    while (taken < most && taken < rest.size() && is_digit(rest[taken]))
        value = value * 10 + (rest[taken++] - '0');
    rest.remove_prefix(taken);
    return taken == 0 ? -1 : value;
}

bool take_one(std::string_view& rest, const std::array<std::string_view, 4>& marks)
{
    for (const std::string_view mark : marks)
        if (rest.starts_with(mark)) {
            rest.remove_prefix(mark.size());
            return true;
        }
    return false;
}

bool begins_with_date(std::string_view rest)
{
    const bool era = std::string_view("MTSHR").find(rest[0]) != std::string_view::npos;
    if (era) rest.remove_prefix(1);
    const int year = take_number(rest, 4);
    if (era ? year < 1 || year > 64 : year < 1850 || year > 2100) return false;
    if (!take_one(rest, {"-", "/", ".", "年"})) return false;
    const int month = take_number(rest, 2);
    if (month < 1 || month > 12 || !take_one(rest, {"-", "/", ".", "月"})) return false;
    const int day = take_number(rest, 2);
    return day >= 1 && day <= 31;
}

}  // namespace

bool holds_individual_number(fw::Bytes bytes)
{
    return in_letters(bytes) || packed(bytes);
}

bool holds_individual_number(const std::string& text)
{
    const fw::Bytes bytes(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
    if (in_letters(bytes)) return true;
    const auto octets = from_hex(text);
    return octets && holds_individual_number(fw::Bytes(*octets));
}

bool holds_date(const std::string& text)
{
    const std::string_view whole = text;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const bool inside = i > 0 && (is_digit(whole[i - 1]) || is_letter(whole[i - 1]));
        if (!inside && begins_with_date(whole.substr(i))) return true;
    }
    return false;
}

bool holds_day(const std::string& text, Date day)
{
    const CivilDate civil = civil_of(day);
    const int y = civil.year, m = civil.month, d = civil.day;
    for (const std::string& way :
         {fmt::format("{:04}-{:02}-{:02}", y, m, d), fmt::format("{:04}/{:02}/{:02}", y, m, d),
          fmt::format("{}/{}/{}", y, m, d), fmt::format("{}年{}月{}日", y, m, d),
          fmt::format("{:04}{:02}{:02}", y, m, d)})
        if (text.find(way) != std::string::npos) return true;
    return false;
}

std::string spelt(const std::string& digits)
{
    constexpr std::size_t short_enough = 64;
    if (digits.size() <= short_enough) return digits;
    const auto octets = bytes_of_hex(digits);
    return octets ? std::string(octets->begin(), octets->end()) : digits;
}

bool names_secret(const std::string& name)
{
    std::string small = name;
    for (char& c : small) c = static_cast<char>(is_letter(c) ? c | 32 : c);
    for (const char* word : {"password", "passcode", "secret", "private_key", "face_template",
                             "security_code", "暗証", "パスワード"})
        if (small.find(word) != std::string::npos) return true;
    return small == "pin" || small.ends_with("_pin") || small.starts_with("pin_");
}

}  // namespace sim
