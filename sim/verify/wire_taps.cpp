// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/wire_taps.h"

#include <cstdlib>
#include <map>
#include <sstream>

namespace sim
{

namespace
{

constexpr std::size_t record_size = 61;

std::int64_t little(const std::uint8_t* p, int bytes)
{
    std::int64_t value = 0;
    for (int i = bytes - 1; i >= 0; --i) value = value << 8 | p[i];
    return value;
}

WireTap tap_of_record(const std::uint8_t* p)
{
    return {little(p, 4),      little(p + 4, 4),
            little(p + 34, 3), little(p + 37, 3),
            little(p + 40, 2), little(p + 42, 2),
            little(p + 44, 4), little(p + 26, 2),
            little(p + 28, 2), p[21]};
}

std::optional<std::vector<WireTap>> of_records(fw::Bytes bytes)
{
    if (bytes.size() % record_size != 0) return std::nullopt;
    std::vector<WireTap> taps;
    for (std::size_t at = 0; at < bytes.size(); at += record_size)
        taps.push_back(tap_of_record(bytes.data() + at));
    return taps;
}

using Fields = std::map<std::string, std::string>;

// "WORD;NAME=value;...": the word stands under the empty name.
Fields fields_of(const std::string& line)
{
    Fields fields;
    std::istringstream parts(line);
    for (std::string part; std::getline(parts, part, ';');) {
        const std::size_t equals = part.find('=');
        if (equals == std::string::npos)
            fields[""] = part;
        else
            fields[part.substr(0, equals)] = part.substr(equals + 1);
    }
    return fields;
}

std::int64_t number(const Fields& fields, const char* name)
{
    const auto found = fields.find(name);
    return found == fields.end() ? -1 : std::strtoll(found->second.c_str(), nullptr, 10);
}

std::optional<std::vector<WireTap>> of_file(fw::Bytes bytes)
{
    std::istringstream lines(std::string(bytes.begin(), bytes.end()));
    std::vector<WireTap> taps;
    std::int64_t terminal = -1, counted = -1;
    bool ended = false;
    for (std::string line; std::getline(lines, line);) {
        const Fields fields = fields_of(line);
        const auto found = fields.find("");
        const std::string word = found == fields.end() ? "" : found->second;
        if (word == "TRPFILE") terminal = number(fields, "TERMINAL");
        if (word == "TRIP") counted = number(fields, "COUNTED");
        if (word == "END") ended = true;
        if (word != "TAP") continue;
        const auto of = [&fields](const char* name) { return number(fields, name); };
        taps.push_back({terminal, counted + of("N"), of("PAID"), of("ADULT"), of("BEFORE"),
                        of("AFTER"), of("DEBIT"), of("FROM"), of("TO"), of("CLASS")});
    }
    return ended && terminal > 0 ? std::optional(taps) : std::nullopt;
}

}  // namespace

std::optional<std::vector<WireTap>> wire_taps(const std::string& protocol, fw::Bytes bytes)
{
    return protocol == "trip_files" ? of_file(bytes) : of_records(bytes);
}

}  // namespace sim
