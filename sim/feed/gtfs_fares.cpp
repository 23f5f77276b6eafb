// SPDX-License-Identifier: Apache-2.0
// fare_attributes.txt and fare_rules.txt.
#include <fmt/format.h>

#include <unordered_set>

#include "sim/base/rng_stream.h"
#include "sim/feed/gtfs.h"
#include "sim/feed/gtfs_columns.h"
#include "sim/feed/gtfs_loader.h"

namespace sim
{

using namespace gtfs;

void GtfsLoader::read_fares()
{
    if (!read_table(files_, log_, fare_attributes::spec,
                    [this](const TableRow& row) { read_fare(row); })) {
        log_.add(fare_attributes::spec.file, 0, "missing in the feed", "no ride has a fare");
        return;
    }
    read_fare_rules();
    add_fares_without_rules();
    report_price_conflicts();
}

void GtfsLoader::read_fare(const TableRow& row)
{
    const char* file = fare_attributes::spec.file;
    Fare fare;
    fare.agency = row[fare_attributes::agency];
    fare.line = row.line;
    fare.on_board = row[fare_attributes::payment] != "1";
    const YenText price = parse_yen(row[fare_attributes::price]);
    const std::string_view currency = row[fare_attributes::currency];
    fare.usable = price.yen.has_value() && (currency.empty() || currency == "JPY");
    fare.price = price.yen.value_or(fw::Yen{});
    if (!fare.usable)
        log_.add(file, row.line, "price that is not whole yen, fare ignored",
                 fmt::format("fare '{}' {} {}", row[fare_attributes::id],
                             row[fare_attributes::price], currency));
    else if (price.decimals)
        log_.add(file, row.line, "yen written with decimals", row[fare_attributes::price]);
    if (!row[fare_attributes::ic_price].empty()) {
        fare.ic_price = parse_yen(row[fare_attributes::ic_price]).yen;
        if (!fare.ic_price)
            log_.add(file, row.line, "ic_price that is not whole yen, the price is used",
                     row[fare_attributes::ic_price]);
    }
    if (row[fare_attributes::id].empty())
        log_.add(file, row.line, "row without an id, ignored");
    else if (!fares_.emplace(row[fare_attributes::id], fare).second)
        log_.add(file, row.line, "id given twice, the first is kept", row[fare_attributes::id]);
}

void GtfsLoader::read_fare_rules()
{
    read_table(files_, log_, fare_rules::spec,
               [this](const TableRow& row) { read_fare_rule(row); });
    if (rules_of_unusable_fares_ > 0)
        log_.add(fare_rules::spec.file, 0, "rules of fares that are ignored",
                 fmt::format("{} rows", rules_of_unusable_fares_));
}

void GtfsLoader::read_fare_rule(const TableRow& row)
{
    const char* file = fare_rules::spec.file;
    has_rules_ = true;
    const auto found = fares_.find(row[fare_rules::fare]);
    if (found == fares_.end()) {
        log_.add(file, row.line, "unknown fare, rule ignored", row[fare_rules::fare]);
        return;
    }
    found->second.has_rule = true;
    if (!row[fare_rules::route].empty() && !route_of_.contains(row[fare_rules::route])) {
        log_.add(file, row.line, "unknown route, rule ignored", row[fare_rules::route]);
        return;
    }
    if (!known_places(row)) return;
    if (!row[fare_rules::contains].empty()) {
        log_.add(file, row.line, "rule with contains_id, which is not supported, ignored",
                 row[fare_rules::contains]);
        return;
    }
    if (found->second.usable)
        add_fare_row(found->first, found->second, &row);
    else
        ++rules_of_unusable_fares_;
}

bool GtfsLoader::known_places(const TableRow& row)
{
    for (const std::size_t column : {fare_rules::origin, fare_rules::destination}) {
        if (row[column].empty() || places_.contains(row[column])) continue;
        log_.add(fare_rules::spec.file, row.line, "unknown stop or zone, rule ignored",
                 row[column]);
        return false;
    }
    return true;
}

// A rule without a route of a fare with an agency holds for that agency's routes only.
void GtfsLoader::add_fare_row(std::string_view id, const Fare& fare, const TableRow* row)
{
    FareRow out;
    out.fare_id = id;
    out.price = fare.price;
    out.ic_price = fare.ic_price;
    out.on_board = fare.on_board;
    out.feed = feed_;
    if (row) {
        out.line = row->line;
        out.route = (*row)[fare_rules::route];
        out.origin = (*row)[fare_rules::origin];
        out.destination = (*row)[fare_rules::destination];
    }
    if (!out.route.empty() || fare.agency.empty()) {
        timetable_.fare_rows.push_back(std::move(out));
        return;
    }
    for (const FeedRoute& route : timetable_.routes) {
        if (route.feed != feed_ || route.agency != fare.agency) continue;
        out.route = route.id;
        timetable_.fare_rows.push_back(out);
    }
}

void GtfsLoader::add_fares_without_rules()
{
    for (const auto& [id, fare] : fares_) {
        if (fare.has_rule || !fare.usable) continue;
        if (has_rules_)
            log_.add(fare_attributes::spec.file, fare.line, fare_without_rule, id);
        else
            add_fare_row(id, fare, nullptr);
    }
}

// Rows with the same fields but another price. Which of them is met first does not depend on the
// hash: rows are asked in the order of the file.
void GtfsLoader::report_price_conflicts()
{
    const std::vector<FareRow>& rows = timetable_.fare_rows;
    const auto hash = [&](std::size_t i) {
        const TextHash text;
        return mix64(mix64(mix64(text(rows[i].route)) ^ text(rows[i].origin)) ^
                     text(rows[i].destination));
    };
    const auto same = [&](std::size_t a, std::size_t b) {
        return rows[a].origin == rows[b].origin && rows[a].destination == rows[b].destination &&
               rows[a].route == rows[b].route;
    };
    std::unordered_set<std::size_t, decltype(hash), decltype(same)> seen(
        rows.size() - first_fare_row_, hash, same);
    for (std::size_t b = first_fare_row_; b < rows.size(); ++b) {
        const std::size_t a = *seen.insert(b).first;
        if (rows[a].price == rows[b].price && rows[a].ic_price == rows[b].ic_price) continue;
        log_.add(fare_rules::spec.file, rows[b].line, "two prices for one ride, the lowest counts",
                 fmt::format("fares '{}' and '{}' on route '{}' from '{}' to '{}'", rows[a].fare_id,
                             rows[b].fare_id, rows[b].route, rows[b].origin, rows[b].destination));
    }
}

}  // namespace sim
