// SPDX-License-Identifier: Apache-2.0
#include "sim/app/explain_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <ostream>

#include "sim/record/open_result.h"
#include "sim/report/tap_account.h"
#include "sim/scenario/scenario_error.h"
#include "sim/verify/judgement.h"

namespace sim
{

namespace
{

using Json = nlohmann::ordered_json;

[[noreturn]] void no_such_tap(const Database& database, const std::string& name,
                              const std::string& tap, const fw::TapKey& key)
{
    Query near = database.query(
        "SELECT device || '-' || sequence FROM tap"
        " ORDER BY abs(device - ?1), abs(sequence - ?2) LIMIT 1");
    near.bind(1, key.device).bind(2, key.sequence);
    throw ScenarioError(name, near.step() ? fmt::format("no tap {} in this run, the nearest is {}",
                                                        tap, near.text(0))
                                          : fmt::format("no tap {}: this run has no taps", tap));
}

TapAccount account_in(const std::string& name, const std::string& tap)
{
    const Database database = open_result(name);
    const auto key = tap_key_of(tap);
    if (!key)
        throw ScenarioError(name, "'" + tap + "' is no tap: write DEVICE-SEQUENCE, e.g. 12-345");
    if (auto account = account_of(database, *key)) return *account;
    no_such_tap(database, name, tap, *key);
}

Json or_null(const std::optional<std::int64_t>& number)
{
    return number ? Json(*number) : Json(nullptr);
}

Json json_of(const TapAccount::Frame& frame)
{
    Json json{{"from", frame.from_card ? "card" : "reader"},
              {"name", frame.name},
              {"damaged", frame.damaged},
              {"start", frame.start},
              {"air_ns", frame.air_ns},
              {"size", frame.bytes.size()},
              {"fields", Json::array()}};
    for (const FrameField& field : frame.fields)
        json["fields"].push_back({{"name", field.name}, {"value", field.value}});
    return json;
}

Json json_of(const TapAccount::Due& due)
{
    return {{"price", or_null(due.price)},
            {"child_price", or_null(due.child_price)},
            {"reduction", due.reduction},
            {"riders", due.riders},
            {"rule", due.rule},
            {"rule_id", due.rule_id},
            {"due", or_null(due.due)}};
}

Json json_of(const TapAccount& account)
{
    Json json;
    for (const TapAccount::Column& column : account.columns)
        json["tap"][column.name] = column.is_number ? or_null(account.number(column.name))
                                   : column.text    ? Json(*column.text)
                                                    : Json(nullptr);
    for (const char* const list : {"hops", "frames"}) json[list] = Json::array();
    for (const TapAccount::Hop& hop : account.hops)
        json["hops"].push_back({{"name", hop.name}, {"start", hop.start}, {"ns", hop.ns}});
    for (const TapAccount::Frame& frame : account.frames) json["frames"].push_back(json_of(frame));
    json["record_frames"] = account.record_frames;
    for (const char* const list : {"due", "postings", "findings"}) json[list] = Json::array();
    for (const TapAccount::Due& due : account.due) json["due"].push_back(json_of(due));
    for (const TapAccount::Posting& posting : account.postings)
        json["postings"].push_back({{"kind", posting.kind},
                                    {"source", posting.source},
                                    {"target", posting.target},
                                    {"yen", posting.yen},
                                    {"t", posting.t}});
    for (const TapAccount::Finding& finding : account.findings)
        json["findings"].push_back({{"property", finding.property}, {"text", finding.text}});
    return json;
}

std::string ms(std::int64_t ns)
{
    return fmt::format("{}.{:03} ms", ns / 1'000'000, ns / 1'000 % 1'000);
}

std::string clock(std::optional<std::int64_t> ns)
{
    if (!ns) return "at an unknown time";
    const std::int64_t s = *ns / 1'000'000'000;
    return fmt::format("{:02}:{:02}:{:02}.{:03}", s / 3600, s / 60 % 60, s % 60,
                       *ns / 1'000'000 % 1000);
}

std::string word(const std::optional<std::int64_t>& number)
{
    return number ? std::to_string(*number) : "-";
}

std::string word(const std::string& text)
{
    return text.empty() ? "-" : text;
}

void print_place(const TapAccount& tap, std::ostream& out)
{
    const auto said = [&tap](const char* column) { return word(tap.text(column)); };
    out << fmt::format("Tap {}: {}, {} (decided: {})\n", said("tap"), said("kind"), said("verdict"),
                       said("decided_by"));
    out << fmt::format("  {} {}, reader {}, card {}, touch {}\n", clock(tap.number("t0")),
                       word(tap.text("bus") + tap.text("shop")), said("device"), said("card"),
                       said("attempt"));
    if (!tap.text("shop").empty()) {
        out << fmt::format("  operator {}, receipt {}, {} yen on the till\n", said("operator"),
                           said("trip"), said("base_fare"));
        return;
    }
    out << fmt::format("  operator {}, route {} ({}), trip {} ({}) to {}\n", said("operator"),
                       said("route"), said("route_name"), said("trip"), said("trip_id"),
                       said("headsign"));
    out << fmt::format("  rides {} to {}; the box recorded {} to {}\n", said("true_board"),
                       said("true_alight"), said("board"), said("alight"));
}

void print_hops(const std::vector<TapAccount::Hop>& hops, std::ostream& out)
{
    out << "Hops\n";
    std::int64_t longest = 1;  // of those on the bus; the way to the cloud would dwarf them
    for (const TapAccount::Hop& hop : hops)
        if (hop.name != "upload" && hop.name != "visible") longest = std::max(longest, hop.ns);
    for (const TapAccount::Hop& hop : hops) {
        const auto length =
            static_cast<std::size_t>(std::clamp<std::int64_t>(hop.ns * 30 / longest, 1, 30));
        out << fmt::format("  {:<9} {:>14}  {}{}\n", hop.name, ms(hop.ns), std::string(length, '#'),
                           hop.ns > longest ? ">" : "");
    }
}

void print_frames(const TapAccount& tap, std::ostream& out)
{
    out << "Frames\n";
    if (tap.frames.empty()) out << "  not kept; this records them: " << tap.record_frames << "\n";
    for (const TapAccount::Frame& frame : tap.frames) {
        out << fmt::format("  {}  {} {:<26} {:>3} bytes {:>12} on the air{}\n", clock(frame.start),
                           frame.from_card ? "<" : ">", frame.name, frame.bytes.size(),
                           ms(frame.air_ns), frame.damaged ? ", damaged" : "");
        for (const FrameField& field : frame.fields)
            out << fmt::format("                  {}: {}\n", field.name, field.value);
    }
}

void print_money(const TapAccount& tap, std::ostream& out)
{
    out << "Money\n";
    for (const TapAccount::Due& due : tap.due) {
        out << fmt::format("  base fare {} yen by {}\n", word(due.price), word(due.rule));
        if (due.child_price && tap.number("true_half") == 1)
            out << fmt::format("  child fare {} yen instead\n", word(due.child_price));
        out << fmt::format("  {}, {} rider(s): {} yen due\n", word(due.reduction), due.riders,
                           word(due.due));
        out << fmt::format("  because of {}\n", word(due.rule_id));
    }
    const auto said = [&tap](const char* column) { return word(tap.text(column)); };
    out << fmt::format("  the box: fare {} yen (base {}, class {}, half {}), balance {} -> {}\n",
                       said("fare"), said("base_fare"), said("discount_class"), said("half"),
                       said("balance_before"), said("balance_after"));
    out << fmt::format("  the cloud: {} yen due\n", said("cloud_due"));
    for (const TapAccount::Posting& p : tap.postings)
        out << fmt::format("  ledger {}: {} yen from {} to {} at {}\n", p.kind, p.yen, p.source,
                           p.target, clock(p.t));
    for (const TapAccount::Finding& f : tap.findings)
        out << fmt::format("  FINDING {}: {}\n", f.property, f.text);
}

}  // namespace

int explain_command(const std::string& run_db, const std::string& tap, bool json, std::ostream& out)
{
    const TapAccount account = account_in(run_db, tap);
    if (json) {
        out << json_of(account).dump(2, ' ', false, Json::error_handler_t::replace) << "\n";
        return 0;
    }
    print_place(account, out);
    print_hops(account.hops, out);
    print_frames(account, out);
    print_money(account, out);
    return 0;
}

}  // namespace sim
