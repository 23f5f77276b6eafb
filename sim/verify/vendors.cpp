// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/vendors.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "sim/verify/wire_taps.h"

namespace sim
{

namespace
{

using Key = std::pair<std::int64_t, std::int64_t>;  // device, sequence
constexpr const char* agree = "vendors_agree";

fw::TapKey key_of(std::int64_t device, std::int64_t sequence)
{
    return {static_cast<std::uint32_t>(device), static_cast<std::uint32_t>(sequence)};
}

// Every tap of a bus as its box wrote it down.
std::map<Key, WireTap> box_taps(const Database& database)
{
    std::map<Key, WireTap> taps;
    Query row = database.query(
        "SELECT t.device, t.sequence, t.fare, t.base_fare, t.balance_before,"
        " t.balance_after & 65535,"
        " t.execution, t.board_code, t.alight_code, t.discount_class FROM tap t"
        " JOIN box_make m ON m.bus = t.bus WHERE t.verdict <> 11");
    while (row.step())
        taps[{row.integer(0), row.integer(1)}] = {
            row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4),
            row.integer(5), row.integer(6), row.integer(7), row.integer(8), row.integer(9)};
    return taps;
}

// What crossed the links, each tap once; a tap that differs from its box's is a finding.
std::map<Key, WireTap> sent_taps(const Database& database, Findings& findings)
{
    const std::map<Key, WireTap> boxes = box_taps(database);
    std::map<Key, WireTap> sent;
    Query row = database.query(
        "SELECT m.protocol, u.device, u.bytes FROM uplink u JOIN box_make m ON m.bus = u.bus");
    while (row.step()) {
        const auto taps = wire_taps(row.text(0), row.bytes(2));
        if (!taps)
            findings.add({agree, key_of(row.integer(1), 0), "upload", 0,
                          fmt::format("reader {} sent what is no message of {}", row.integer(1),
                                      row.text(0))});
        for (const WireTap& tap : taps.value_or(std::vector<WireTap>{})) {
            const auto box = boxes.find({tap.device, tap.sequence});
            if (box != boxes.end() && !(box->second == tap))
                findings.add({agree, key_of(tap.device, tap.sequence), "upload",
                              tap.fare - box->second.fare,
                              fmt::format("tap {}-{} crossed the link in {} otherwise than its box "
                                          "wrote it down: {} yen instead of {}",
                                          tap.device, tap.sequence, row.text(0), tap.fare,
                                          box->second.fare)});
            sent[{tap.device, tap.sequence}] = tap;
        }
    }
    return sent;
}

// Fares, top-ups, doubtful debits, cash and cancels are posted as they were sent.
void check_postings(const Database& database, const std::map<Key, WireTap>& sent,
                    Findings& findings)
{
    Query row = database.query(
        "SELECT device, sequence, amount FROM posting WHERE kind IN (0, 1, 2, 6, 7)");
    while (row.step()) {
        const auto tap = sent.find({row.integer(0), row.integer(1)});
        if (tap == sent.end() || tap->second.fare == row.integer(2)) continue;
        findings.add(
            {agree, key_of(row.integer(0), row.integer(1)), "upload",
             row.integer(2) - tap->second.fare,
             fmt::format("tap {}-{} was sent with {} yen and posted with {}", row.integer(0),
                         row.integer(1), tap->second.fare, row.integer(2))});
    }
}

// The same ride of the same kind of rider without a pass through fare boxes of different protocols.
// Returns how many such rides there were.
std::int64_t check_rides(const Database& database, Findings& findings)
{
    std::int64_t rides = 0;
    Query row = database.query(
        "SELECT min(t.cloud_due), max(t.cloud_due), t.board_code, t.alight_code, count(*),"
        " min(t.device), min(t.sequence) FROM tap t JOIN box_make m ON m.bus = t.bus"
        " WHERE t.kind IN (1, 2) AND t.verdict = 0 AND t.cloud_due NOT NULL"
        " AND t.card NOT IN (SELECT card FROM fare_holder)"
        " GROUP BY t.operator, t.pattern, t.board_code, t.alight_code, t.half, t.discount_class,"
        " t.true_class, t.riders, (SELECT max(e.edition) FROM tariff_edition e"
        " WHERE e.from_ns <= coalesce(t.t0, 0)) HAVING count(DISTINCT m.protocol) > 1");
    while (row.step()) {
        ++rides;
        if (row.integer(0) == row.integer(1)) continue;
        findings.add({agree,
                      {},
                      "decision",
                      row.integer(1) - row.integer(0),
                      fmt::format("the ride from stop code {} to {} costs {} yen through one "
                                  "vendor's boxes and {} through another's",
                                  row.integer(2), row.integer(3), row.integer(0), row.integer(1))});
    }
    return rides;
}

// Of each terminal that has to close its day: what it said, what its taps say, what the cloud had.
std::int64_t check_closes(const Database& database, bool complete, Findings& findings)
{
    std::int64_t closes = 0;
    Query row = database.query(R"(
SELECT d.device, c.taps, c.yen, c.cloud_taps, c.cloud_yen,
    (SELECT count(*) FROM tap t WHERE t.device = d.device AND t.d8 NOT NULL),
    (SELECT coalesce(sum(CASE WHEN t.kind IN (3, 5) THEN -t.fare ELSE t.fare END), 0) FROM tap t
        WHERE t.device = d.device AND t.d8 NOT NULL AND t.execution <> 0 AND t.verdict IN (0, 1))
FROM device d JOIN box_make m ON m.bus = d.bus LEFT JOIN day_close c ON c.device = d.device
WHERE m.protocol = 'trip_files')");
    while (row.step()) {
        const bool told = !row.is_null(1);
        if (told) ++closes;
        const bool right = told && row.integer(1) == row.integer(5) &&
                           row.integer(3) == row.integer(5) && row.integer(2) == row.integer(6) &&
                           row.integer(4) == row.integer(6);
        if (right || (!told && !complete)) continue;
        findings.add(
            {"closes_right", key_of(row.integer(0), 0), "upload", row.integer(2) - row.integer(6),
             told ? fmt::format("reader {} closed its day with {} taps and {} yen, the "
                                "cloud had {} and {}, its taps say {} and {}",
                                row.integer(0), row.integer(1), row.integer(2), row.integer(3),
                                row.integer(4), row.integer(5), row.integer(6))
                  : fmt::format("reader {} never closed its day", row.integer(0))});
    }
    return closes;
}

// Tap times of the rides served (T6-T1), by vendor.
std::vector<std::vector<std::int64_t>> tap_times(const Database& database)
{
    std::map<std::string, std::vector<std::int64_t>> times;
    Query row = database.query(
        "SELECT m.vendor, t.d6 - t.d1 FROM tap t JOIN box_make m ON m.bus = t.bus"
        " WHERE t.verdict = 0 AND t.d6 NOT NULL AND t.d1 NOT NULL");
    while (row.step()) times[row.text(0)].push_back(row.integer(1));
    std::vector<std::vector<std::int64_t>> groups;
    for (auto& [vendor, lengths] : times) groups.push_back(std::move(lengths));
    return groups;
}

}  // namespace

void judge_vendors(const Database& database, bool complete, Findings& findings, ServiceFacts& facts)
{
    if (database.integer("SELECT count(*) FROM box_make") == 0) return;
    const std::map<Key, WireTap> sent = sent_taps(database, findings);
    check_postings(database, sent, findings);
    const std::int64_t rides = check_rides(database, findings);
    const std::int64_t closes = check_closes(database, complete, findings);
    facts.counts["rides_compared"] = {rides, rides};
    facts.counts["day_closes"] = {closes, closes};
    facts.groups["vendor_spread"] = tap_times(database);
    facts.properties.push_back(
        always(agree, rides > 0 ? static_cast<std::int64_t>(sent.size()) : 0, findings));
    facts.properties.push_back(always("closes_right", closes, findings));
    facts.properties.push_back(sometimes("same_ride_by_two_vendors_seen", rides));
}

}  // namespace sim
