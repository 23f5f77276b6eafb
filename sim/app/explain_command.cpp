// SPDX-License-Identifier: Apache-2.0
#include "sim/app/explain_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <ostream>

#include "firmware/core/identity.h"
#include "firmware/protocol/felica.h"
#include "sim/record/database.h"
#include "sim/scenario/scenario_error.h"
#include "sim/verify/due_sql.h"
#include "sim/verify/judgement.h"

namespace sim
{

namespace
{

using Json = nlohmann::ordered_json;

// A row of a query as a JSON object, column by column.
Json object_of(const Query& row)
{
    Json object = Json::object();
    for (int i = 0; i < row.columns(); ++i) {
        const std::string text = row.text(i);
        if (row.is_null(i))
            object[row.name(i)] = nullptr;
        else if (std::to_string(row.integer(i)) == text)
            object[row.name(i)] = row.integer(i);
        else
            object[row.name(i)] = text;
    }
    return object;
}

Json rows_of(const Database& file, const std::string& sql, const fw::TapKey& key)
{
    Query query = file.query(sql);
    query.bind(1, key.device).bind(2, key.sequence);
    Json rows = Json::array();
    while (query.step()) rows.push_back(object_of(query));
    return rows;
}

[[noreturn]] void no_such_tap(const Database& file, const std::string& name, const std::string& tap,
                              const fw::TapKey& key)
{
    Query near = file.query(
        "SELECT device || '-' || sequence FROM tap"
        " ORDER BY abs(device - ?1), abs(sequence - ?2) LIMIT 1");
    near.bind(1, key.device).bind(2, key.sequence);
    throw ScenarioError(name, near.step() ? fmt::format("no tap {} in this run, the nearest is {}",
                                                        tap, near.text(0))
                                          : fmt::format("no tap {}: this run has no taps", tap));
}

const char* command_name(std::uint8_t code)
{
    switch (code & 0xFE) {  // an answer's code is its command's plus one
        case fw::felica::polling:
            return "Polling";
        case fw::felica::request_service:
            return "Request Service";
        case fw::felica::request_response:
            return "Request Response";
        case fw::felica::read_plain:
            return "Read Without Encryption";
        case fw::felica::write_plain:
            return "Write Without Encryption";
        case fw::felica::search_service_code:
            return "Search Service Code";
        case fw::felica::request_system_code:
            return "Request System Code";
        case fw::felica::authentication1:
            return "Authentication 1";
        case fw::felica::authentication2:
            return "Authentication 2";
        case fw::felica::read_secure:
            return "Read";
        case fw::felica::write_secure:
            return "Write";
        default:
            return "unknown command";
    }
}

Json frames_of(const Database& file, const fw::TapKey& key)
{
    Query query = file.query(
        "SELECT from_card, damaged, start, end, bytes FROM frame"
        " WHERE device = ? AND sequence = ? ORDER BY number");
    query.bind(1, key.device).bind(2, key.sequence);
    Json frames = Json::array();
    while (query.step()) {
        const fw::Bytes bytes = query.bytes(4);
        frames.push_back({{"from", query.integer(0) != 0 ? "card" : "reader"},
                          {"name", bytes.size() > 1 ? command_name(bytes[1]) : "no bytes"},
                          {"damaged", query.integer(1) != 0},
                          {"start", query.integer(2)},
                          {"air_ns", query.integer(3) - query.integer(2)},
                          {"size", bytes.size()}});
    }
    return frames;
}

// What the oracle says the ride costs and which rules make it so.
std::string due_sql(const Database& file)
{
    const DueSql oracle(file);
    return "SELECT CASE t.kind WHEN 4 THEN f.cash_price ELSE f.price END AS price, f.child_price,"
           " r.text AS reduction, t.true_riders AS riders,"
           " CASE f.source WHEN 1 THEN (SELECT 'tariff_od ' || x.id || ', line ' || x.line"
           "                            FROM tariff_od x WHERE x.rule = f.rule)"
           " WHEN 2 THEN (SELECT 'tariff_flat ' || x.id || ', line ' || x.line"
           "              FROM tariff_flat x WHERE x.rule = f.rule)"
           " ELSE (SELECT 'feed ' || d.stem || ', fare_id ' || x.fare_id"
           "       FROM fare_row x JOIN feed d ON d.feed = x.feed WHERE x.row = f.rule)"
           " END AS rule, " +
           oracle.rule() + " AS rule_id, " + oracle.due() + " AS due " + oracle.from() +
           " WHERE t.device = ? AND t.sequence = ? AND f.price NOT NULL LIMIT 1";
}

constexpr char postings_sql[] = R"(
SELECT k.name AS kind, a.name AS source, b.name AS target, p.amount AS yen, p.t
FROM posting p JOIN posting_kind k ON k.number = p.kind
JOIN account_kind a ON a.number = p.debit_kind JOIN account_kind b ON b.number = p.credit_kind
WHERE p.device = ? AND p.sequence = ? ORDER BY p.rowid)";

// The command that made the file; a run that noted none had no settings.
std::string run_command(const Database& file)
{
    const std::string noted = file.text("SELECT text FROM note WHERE kind = 'command' LIMIT 1");
    if (!noted.empty()) return noted;
    return fmt::format("tapbench run {} --seed {}", file.text("SELECT scenario_file FROM run"),
                       file.text("SELECT seed FROM run"));
}

Json collect(const Database& file, const std::string& name, const std::string& tap)
{
    const auto key = tap_key_of(tap);
    if (!key)
        throw ScenarioError(name, "'" + tap + "' is no tap: write DEVICE-SEQUENCE, e.g. 12-345");
    Json found = rows_of(file,
                         "SELECT * FROM v_tap WHERE device = ? AND sequence = ?"
                         " ORDER BY verdict = 'device_off' LIMIT 1",
                         *key);
    if (found.empty()) no_such_tap(file, name, tap, *key);
    Json json{{"tap", found[0]}};
    json["hops"] = rows_of(
        file, "SELECT name, start, ns FROM v_hop WHERE device = ? AND sequence = ? ORDER BY hop",
        *key);
    json["frames"] = frames_of(file, *key);
    json["record_frames"] = run_command(file) + fmt::format(" --trace {} -o trace.db", tap);
    json["due"] = rows_of(file, due_sql(file), *key);
    json["postings"] = rows_of(file, postings_sql, *key);
    json["findings"] =
        rows_of(file, "SELECT property, text FROM finding WHERE device = ? AND sequence = ?", *key);
    return json;
}

std::string word(const Json& value)
{
    if (value.is_null()) return "-";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string ms(std::int64_t ns)
{
    return fmt::format("{}.{:03} ms", ns / 1'000'000, ns / 1'000 % 1'000);
}

std::string clock(const Json& time)
{
    if (time.is_null()) return "at an unknown time";
    const auto ns = time.get<std::int64_t>();
    const std::int64_t s = ns / 1'000'000'000;
    return fmt::format("{:02}:{:02}:{:02}.{:03}", s / 3600, s / 60 % 60, s % 60,
                       ns / 1'000'000 % 1000);
}

void print_place(const Json& t, std::ostream& out)
{
    out << fmt::format("Tap {}: {}, {} (decided: {})\n", word(t["tap"]), word(t["kind"]),
                       word(t["verdict"]), word(t["decided_by"]));
    out << fmt::format("  {} {}, reader {}, card {}, touch {}\n", clock(t["t0"]), word(t["bus"]),
                       word(t["device"]), word(t["card"]), word(t["attempt"]));
    out << fmt::format("  operator {}, route {} ({}), trip {} ({}) to {}\n", word(t["operator"]),
                       word(t["route"]), word(t["route_name"]), word(t["trip"]), word(t["trip_id"]),
                       word(t["headsign"]));
    out << fmt::format("  rides {} to {}; the box recorded {} to {}\n", word(t["true_board"]),
                       word(t["true_alight"]), word(t["board"]), word(t["alight"]));
}

void print_hops(const Json& hops, std::ostream& out)
{
    out << "Hops\n";
    std::int64_t longest = 1;  // of those on the bus; the way to the cloud would dwarf them
    for (const Json& hop : hops)
        if (hop["name"] != "upload" && hop["name"] != "visible")
            longest = std::max(longest, hop["ns"].get<std::int64_t>());
    for (const Json& hop : hops) {
        const auto ns = hop["ns"].get<std::int64_t>();
        const bool beyond = ns > longest;
        const auto length =
            static_cast<std::size_t>(std::clamp<std::int64_t>(ns * 30 / longest, 1, 30));
        out << fmt::format("  {:<9} {:>14}  {}{}\n", word(hop["name"]), ms(ns),
                           std::string(length, '#'), beyond ? ">" : "");
    }
}

void print_frames(const Json& json, std::ostream& out)
{
    out << "Frames\n";
    if (json["frames"].empty())
        out << "  not kept; this records them: " << word(json["record_frames"]) << "\n";
    for (const Json& frame : json["frames"])
        out << fmt::format("  {}  {} {:<26} {:>3} bytes {:>12} on the air{}\n",
                           clock(frame["start"]), frame["from"] == "card" ? "<" : ">",
                           word(frame["name"]), word(frame["size"]),
                           ms(frame["air_ns"].get<std::int64_t>()),
                           frame["damaged"].get<bool>() ? ", damaged" : "");
}

void print_money(const Json& json, std::ostream& out)
{
    const Json& t = json["tap"];
    out << "Money\n";
    for (const Json& due : json["due"]) {
        out << fmt::format("  base fare {} yen by {}\n", word(due["price"]), word(due["rule"]));
        if (!due["child_price"].is_null() && t["true_half"] == 1)
            out << fmt::format("  child fare {} yen instead\n", word(due["child_price"]));
        out << fmt::format("  {}, {} rider(s): {} yen due\n", word(due["reduction"]),
                           word(due["riders"]), word(due["due"]));
        out << fmt::format("  because of {}\n", word(due["rule_id"]));
    }
    out << fmt::format("  the box: fare {} yen (base {}, class {}, half {}), balance {} -> {}\n",
                       word(t["fare"]), word(t["base_fare"]), word(t["discount_class"]),
                       word(t["half"]), word(t["balance_before"]), word(t["balance_after"]));
    out << fmt::format("  the cloud: {} yen due\n", word(t["cloud_due"]));
    for (const Json& p : json["postings"])
        out << fmt::format("  ledger {}: {} yen from {} to {} at {}\n", word(p["kind"]),
                           word(p["yen"]), word(p["source"]), word(p["target"]), clock(p["t"]));
    for (const Json& f : json["findings"])
        out << fmt::format("  FINDING {}: {}\n", word(f["property"]), word(f["text"]));
}

}  // namespace

int explain_command(const std::string& run_db, const std::string& tap, bool json, std::ostream& out)
{
    if (!std::filesystem::is_regular_file(run_db)) throw ScenarioError(run_db, "no such file");
    const Json found = [&] {
        try {
            return collect(Database(run_db, Database::Mode::read_only), run_db, tap);
        } catch (const DatabaseError&) {
            throw ScenarioError(run_db, "not a result file of tapbench");
        }
    }();
    if (json) {
        out << found.dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
        return 0;
    }
    print_place(found["tap"], out);
    print_hops(found["hops"], out);
    print_frames(found, out);
    print_money(found, out);
    return 0;
}

}  // namespace sim
