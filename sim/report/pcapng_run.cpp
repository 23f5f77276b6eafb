// SPDX-License-Identifier: Apache-2.0
#include "sim/report/pcapng_run.h"

#include <fmt/format.h>

#include "firmware/core/tap_event.h"
#include "sim/report/pcapng.h"

namespace sim
{

namespace
{

// Frames (bus NULL), batches, and acknowledgements (bytes NULL) with the number of the record that
// the cloud wants next. A frame belongs to the first hop of its tap that had not ended when it
// began; a tap without power (11) was recorded under a number that a later one got again.
constexpr char packets_sql[] = R"(
SELECT f.start AS at, f.from_card AS inward, f.damaged, f.bytes, NULL AS bus, NULL AS next_record,
    'tap ' || f.device || '-' || f.sequence || ', ' || coalesce((
        SELECT CASE WHEN d1 IS NULL OR f.start < coalesce(t0, 0) + d1 THEN 'poll'
            WHEN d2 IS NULL OR f.start < coalesce(t0, 0) + d2 THEN 'select'
            WHEN d3 IS NULL OR f.start < coalesce(t0, 0) + d3 THEN 'read'
            WHEN d4 IS NULL OR f.start < coalesce(t0, 0) + d4 THEN 'decision'
            WHEN d5 IS NULL OR f.start < coalesce(t0, 0) + d5 THEN 'write'
            ELSE 'after the write' END
        FROM tap t WHERE t.device = f.device AND t.sequence = f.sequence AND t.verdict <> 11
        LIMIT 1), 'unknown hop') || CASE WHEN f.damaged THEN ', damaged' ELSE '' END AS comment
FROM frame f
UNION ALL
SELECT u.sent, 0, 0, u.bytes, u.bus, NULL,
    coalesce(b.name, 'bus ' || u.bus) || ', reader ' || u.device || ', records ' ||
    u.first_record || ' to ' || (u.end_record - 1) || ', attempt ' || u.attempt ||
    CASE WHEN u.acknowledged IS NULL THEN ', never acknowledged' ELSE '' END
FROM uplink u LEFT JOIN bus b ON b.bus = u.bus
UNION ALL
SELECT u.acknowledged, 1, 0, NULL, u.bus, u.end_record,
    coalesce(b.name, 'bus ' || u.bus) || ', reader ' || u.device ||
    ', acknowledged up to record ' || (u.end_record - 1)
FROM uplink u LEFT JOIN bus b ON b.bus = u.bus WHERE u.acknowledged NOT NULL
ORDER BY at)";

std::string remark_on(const Scenario& scenario)
{
    return fmt::format(
        "tapbench, scenario {}, seed {}, service day {}. A simulation: people and cards are "
        "invented, their IDm included, and the cipher of the cards is a stand-in. The stamps are "
        "UTC, Japan Standard Time less nine hours. The uplink carries closed tap events of {} "
        "bytes; an acknowledgement is the number of the record wanted next.",
        scenario.name, scenario.seed, to_string(scenario.timetable_date), fw::tap_event_size);
}

void write_packet(const Query& row, PcapngWriter& capture)
{
    const std::string comment = row.text(6);
    Captured packet{{row.integer(0)},
                    row.integer(1) != 0 ? Way::in : Way::out,
                    row.bytes(3),
                    comment,
                    row.integer(2) != 0};
    if (row.is_null(4)) return capture.felica_frame(packet);
    std::array<std::uint8_t, 4> next_record{};
    if (!row.is_null(5)) {
        for (std::size_t i = 0; i < next_record.size(); ++i)
            next_record[i] = static_cast<std::uint8_t>(row.integer(5) >> (24 - 8 * i));
        packet.bytes = next_record;
    }
    capture.uplink_message(packet, static_cast<std::uint32_t>(row.integer(4)));
}

}  // namespace

void write_pcapng(const Database& run, const Scenario& scenario, std::ostream& out)
{
    PcapngWriter capture(out, scenario.timetable_date, remark_on(scenario));
    Query rows = run.query(packets_sql);
    while (out && rows.step()) write_packet(rows, capture);
}

}  // namespace sim
