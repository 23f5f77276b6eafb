// SPDX-License-Identifier: Apache-2.0
#include "sim/report/sweep_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "sim/record/database.h"
#include "sim/report/tap_lengths.h"

namespace sim
{

namespace
{

using Json = nlohmann::ordered_json;

std::string label_of(const SweepTable& table, const SweepRow& row, std::size_t axis)
{
    return table.axes[axis].labels[row.points[axis]];
}

// RFC 4180.
std::string csv_field(const std::string& text)
{
    if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

std::size_t width_of(const std::string& text)  // UTF-8: a continuation byte is no column
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

using Lines = std::vector<std::vector<std::string>>;

std::string aligned(const Lines& lines, std::size_t words)
{
    std::vector<std::size_t> widths(lines[0].size());
    for (const auto& line : lines)
        for (std::size_t i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], width_of(line[i]));
    std::string out;
    for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            const std::string space(widths[i] - width_of(line[i]), ' ');
            out += i < words ? line[i] + space + "  " : space + line[i] + "  ";
        }
        out.erase(out.find_last_not_of(' ') + 1);
        out += '\n';
    }
    return out;
}

Json settings_of(const SweepRow& row)
{
    Json json = Json::object();
    for (const std::string& setting : row.settings) {
        const std::size_t equals = setting.find('=');
        json[setting.substr(0, equals)] = setting.substr(equals + 1);
    }
    return json;
}

std::string dumped(const Json& json, int indent)
{
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

void write_row(Query& query, std::int64_t number, const SweepTable& table, const SweepRow& row)
{
    Json points = Json::object();
    for (std::size_t axis = 0; axis < table.axes.size(); ++axis)
        points[table.axes[axis].name] = label_of(table, row, axis);
    query.bind(1, number).bind(2, table.scenario).bind(3, table.build);
    query.bind(4, dumped(points, -1)).bind(5, dumped(settings_of(row), -1));
    query.bind(6, row.verdict).bind(7, std::int64_t{row.exit_code}).bind(8, row.digest);
    query.bind(9, row.error).bind(10, row.repeat);
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const int at = static_cast<int>(i) + 11;
        row.values[i] ? query.bind(at, *row.values[i]) : query.bind_null(at);
    }
    query.run();
}

}  // namespace

std::string sweep_cell(const SweepRow& row, std::size_t column)
{
    const auto& value = row.values[column];
    if (!value) return "-";
    if (sweep_columns[column].unit == SweepUnit::nanos) return short_time(*value);
    return grouped(*value) + (sweep_columns[column].unit == SweepUnit::yen ? " yen" : "");
}

std::string sweep_text(const SweepTable& table)
{
    Lines lines(1);
    for (const SweepAxis& axis : table.axes) lines[0].push_back(axis.name);
    lines[0].emplace_back("verdict");
    for (const SweepColumn& column : sweep_columns) lines[0].emplace_back(column.title);
    for (const SweepRow& row : table.rows) {
        auto& line = lines.emplace_back();
        for (std::size_t axis = 0; axis < table.axes.size(); ++axis)
            line.push_back(label_of(table, row, axis));
        line.push_back(row.verdict);
        for (std::size_t i = 0; i < sweep_columns.size(); ++i) line.push_back(sweep_cell(row, i));
    }
    return aligned(lines, table.axes.size() + 1);
}

std::string sweep_csv(const SweepTable& table)
{
    std::string out;
    for (const SweepAxis& axis : table.axes) out += csv_field(axis.name) + ",";
    out += "verdict,exit_code,digest,error";
    for (const SweepColumn& column : sweep_columns) out += fmt::format(",{}", column.name);
    out += "\r\n";
    for (const SweepRow& row : table.rows) {
        for (std::size_t axis = 0; axis < table.axes.size(); ++axis)
            out += csv_field(label_of(table, row, axis)) + ",";
        out += fmt::format("{},{},{},{}", row.verdict, row.exit_code, row.digest,
                           csv_field(row.error));
        for (const auto& value : row.values) out += value ? fmt::format(",{}", *value) : ",";
        out += "\r\n";
    }
    return out;
}

std::string sweep_json(const SweepTable& table)
{
    Json json{{"schema", 1},
              {"scenario", table.scenario},
              {"build", table.build},
              {"axes", Json::array()},
              {"rows", Json::array()}};
    for (const SweepAxis& axis : table.axes)
        json["axes"].push_back({{"name", axis.name}, {"points", axis.labels}});
    for (const SweepRow& row : table.rows) {
        Json one{{"points", Json::array()}, {"settings", settings_of(row)},
                 {"verdict", row.verdict},  {"exit_code", row.exit_code},
                 {"digest", row.digest},    {"error", row.error},
                 {"repeat", row.repeat}};
        for (std::size_t axis = 0; axis < table.axes.size(); ++axis)
            one["points"].push_back(label_of(table, row, axis));
        for (std::size_t i = 0; i < sweep_columns.size(); ++i)
            one[sweep_columns[i].name] = row.values[i] ? Json(*row.values[i]) : Json(nullptr);
        json["rows"].push_back(std::move(one));
    }
    return dumped(json, 2) + "\n";
}

void write_sweep(const std::string& file, const SweepTable& table)
{
    Database database(file, Database::Mode::create);
    std::string columns, marks;
    for (const SweepColumn& column : sweep_columns) {
        columns += fmt::format(", {} INTEGER", column.name);
        marks += ", ?";
    }
    database.exec(
        "BEGIN; CREATE TABLE sweep (number INTEGER PRIMARY KEY, scenario TEXT NOT NULL, build TEXT"
        " NOT NULL, points TEXT NOT NULL, settings TEXT NOT NULL, verdict TEXT NOT NULL, exit_code"
        " INTEGER NOT NULL, digest TEXT NOT NULL, error TEXT NOT NULL, repeat TEXT NOT NULL" +
        columns + ") STRICT");
    Query query =
        database.query("INSERT INTO sweep VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?" + marks + ")");
    std::int64_t number = 0;
    for (const SweepRow& row : table.rows) write_row(query, ++number, table, row);
    database.exec("COMMIT");
}

}  // namespace sim
