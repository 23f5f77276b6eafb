// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/planned_rides.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace sim
{

namespace
{

using Record = std::vector<std::string>;
// Date, hour, agency, route, stops, class.
constexpr std::size_t key_columns = 7;
using Place = std::array<std::string, key_columns>;

struct Counted {
    std::int64_t rides = 0;
    std::set<std::int64_t> cards;
};

// RFC 4180: quotes round a cell, doubled inside; a line ends with LF.
std::vector<Record> records_of(const std::string& text)
{
    std::vector<Record> records;
    Record record;
    std::string cell;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quoted && c == '"' && i + 1 < text.size() && text[i + 1] == '"') {
            cell += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || c == '\n')) {
            record.push_back(std::move(cell));
            cell.clear();
            if (c == '\n') records.push_back(std::exchange(record, {}));
        } else {
            cell += c;
        }
    }
    return records;
}

// Rides end at the second tap or where a flat fare is paid, and count unless they were cancelled;
// kinds and verdicts as in tap_kind and tap_verdict. A class is told by its name.
constexpr const char* rides_sql =
    "SELECT t.closed_at / 1000000000 / 3600, coalesce(o.id, ''), r.id, coalesce(a.id, ''),"
    " CASE WHEN t.alight_code = t.board_code THEN '' ELSE coalesce(b.id, '') END,"
    " coalesce(d.id, 'none'), t.card, t.execution, (SELECT timetable_date FROM run)"
    " FROM tap t JOIN trip tr ON tr.trip = t.trip JOIN pattern p ON p.pattern = tr.pattern"
    " JOIN route r ON r.route = p.route LEFT JOIN operator o ON o.operator = r.operator"
    " LEFT JOIN pattern_stop pa ON pa.pattern = p.pattern AND pa.position + p.first_code ="
    " t.board_code LEFT JOIN stop a ON a.stop = pa.stop"
    " LEFT JOIN pattern_stop pb ON pb.pattern = p.pattern AND pb.position + p.first_code ="
    " t.alight_code LEFT JOIN stop b ON b.stop = pb.stop"
    " LEFT JOIN tariff_discount d ON d.class = t.discount_class"
    " WHERE t.kind IN (1, 2) AND t.verdict IN (0, 1)";

std::map<Place, Counted> rides_of(const Database& database)
{
    std::set<std::pair<std::int64_t, std::int64_t>> cancelled;  // card and execution
    Query cancels =
        database.query("SELECT card, last_execution FROM tap WHERE kind = 5 AND verdict IN (0, 1)");
    while (cancels.step()) cancelled.emplace(cancels.integer(0), cancels.integer(1));
    std::map<Place, Counted> counted;
    Query rows = database.query(rides_sql);
    while (rows.step()) {
        if (cancelled.contains({rows.integer(6), rows.integer(7)})) continue;
        Counted& one =
            counted[{rows.text(8), fmt::format("{:02}:00:00", rows.integer(0)), rows.text(1),
                     rows.text(2), rows.text(3), rows.text(4), rows.text(5)}];
        ++one.rides;
        one.cards.insert(rows.integer(6));
    }
    return counted;
}

class Comparison
{
public:
    Comparison(const Database& database, std::int64_t k, Findings& findings)
        : k_(k), findings_(findings), due_(rides_of(database))
    {
    }

    void row(const Record& record)
    {
        ++checked_;
        Place place;
        if (record.size() != key_columns + 1) return object(place, "is no row of this file");
        std::copy_n(record.begin(), key_columns, place.begin());
        if (!seen_.insert(place).second) return object(place, "is there twice");
        const auto found = due_.find(place);
        const Counted none;
        const Counted& right = found == due_.end() ? none : found->second;
        const std::int64_t cards = std::ssize(right.cards);
        if (cards < k_)
            return object(place,
                          fmt::format("P6: is shown, {} cards rode, fewer than {}", cards, k_));
        if (record.back() != told(right))
            object(place,
                   fmt::format("shows {} rides, the taps give {}", record.back(), told(right)));
    }

    std::int64_t close()
    {
        for (const auto& [place, right] : due_) {
            if (std::ssize(right.cards) < k_ || seen_.contains(place)) continue;
            ++checked_;
            object(place, fmt::format("is missing, the taps give {}", told(right)));
        }
        return checked_;
    }

private:
    // To the nearest multiple of k, halves upwards.
    std::string told(const Counted& right) const
    {
        const std::int64_t below = right.rides - right.rides % k_;
        return std::to_string(2 * (right.rides - below) >= k_ ? below + k_ : below);
    }

    void object(const Place& place, const std::string& why)
    {
        findings_.add(
            {"export_right", {}, "", 0, fmt::format("row {}: {}", fmt::join(place, ","), why)});
    }

    std::int64_t k_;
    Findings& findings_;
    std::map<Place, Counted> due_;
    std::set<Place> seen_;
    std::int64_t checked_ = 0;
};

}  // namespace

std::int64_t check_planned_rides(const Database& database, Findings& findings)
{
    Query file =
        database.query("SELECT k, content FROM exported WHERE file = 'rides_by_class.csv'");
    if (!file.step()) return 0;
    Comparison comparison(database, file.integer(0), findings);
    const std::vector<Record> records = records_of(file.text(1));
    for (std::size_t i = 1; i < records.size(); ++i) comparison.row(records[i]);
    return comparison.close();
}

}  // namespace sim
