// SPDX-License-Identifier: Apache-2.0
#include "sim/feed/gtfs_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <numeric>
#include <vector>

namespace sim
{

namespace
{

// Length of the UTF-8 character that starts `text` (RFC 3629), 0 when it is none.
std::size_t character_size(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return first == 0 ? 0 : 1;
    const std::size_t size = first >= 0xF5   ? 0
                             : first >= 0xF0 ? 4
                             : first >= 0xE0 ? 3
                             : first >= 0xC2 ? 2
                                             : 0;
    if (size == 0 || text.size() < size) return 0;
    for (std::size_t i = 1; i < size; ++i)
        if ((byte(i) & 0xC0) != 0x80) return 0;
    if ((first == 0xE0 && byte(1) < 0xA0) || (first == 0xED && byte(1) > 0x9F)) return 0;
    if ((first == 0xF0 && byte(1) < 0x90) || (first == 0xF4 && byte(1) > 0x8F)) return 0;
    return size;
}

// Where the first byte stands that is not UTF-8; the size of the text when all are.
std::size_t first_foreign(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = character_size(text.substr(at));
        if (size == 0) break;
        at += size;
    }
    return at;
}

}  // namespace

std::optional<std::int32_t> parse_whole(std::string_view text)
{
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

std::optional<double> parse_degrees(std::string_view text, double limit)
{
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (!(value >= -limit && value <= limit)) return std::nullopt;
    return value;
}

YenText parse_yen(std::string_view text)
{
    const auto point = text.find('.');
    YenText result;
    result.decimals = point != std::string_view::npos;
    const auto whole = parse_whole(text.substr(0, point));
    if (!whole || *whole < 0 || text.front() == '-') return result;
    if (result.decimals && text.substr(point + 1).find_first_not_of('0') != std::string_view::npos)
        return result;
    result.yen = fw::Yen{*whole};
    return result;
}

std::size_t edit_distance(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t swap = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({swap, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

int make_utf8(std::string& content)
{
    std::size_t at = first_foreign(content);
    if (at == content.size()) return 0;
    const auto lines =
        std::count(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    std::string clean;
    std::string_view rest = content;
    while (!rest.empty()) {
        at = first_foreign(rest);
        clean += rest.substr(0, at);
        rest.remove_prefix(at);
        if (rest.empty()) break;
        clean += fmt::format("<{:02X}>", static_cast<unsigned char>(rest.front()));
        rest.remove_prefix(1);
    }
    content = std::move(clean);
    return static_cast<int>(lines) + 1;
}

}  // namespace sim
