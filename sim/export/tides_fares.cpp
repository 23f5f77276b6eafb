// SPDX-License-Identifier: Apache-2.0
#include "sim/export/tides_tables.h"

// What of a run is a fare transaction, and its fare_action:
//
//   board          Enter, 0 yen: distance is paid for on the way out
//   alight         Exit with the amount taken, 0 yen on a pass
//   flat           Enter with the amount taken
//   cash           Enter or Exit like the ride that it pays for, with what went into the box
//   top_up         Add with the amount loaded onto the card
//   cancel         Void with the amount given back, negative
//   adjust, cap    Adjust, a posting of the ledger: what it gave back to the rider, negative, or
//                  charged afterwards
//
// A tap counts when the card confirmed it (accepted, recovered), or when it never answered and the
// ledger settled later that it had paid, unless a later touch of the same debit counts already.
// Refused, torn and repeated taps are no transactions. A pay_out hands over what adjust and cap
// have counted. So all amounts but those of Add are together the operators' revenue in the ledger,
// apart from what had not arrived or still lay in suspense when the run ended. Riders without a
// card leave no transaction.
namespace sim
{

namespace
{

constexpr Column columns[] = {
    {"transaction_id", "x.id"},
    {"service_date", "(SELECT timetable_date FROM run)"},
    {"event_timestamp", "x.t", Cell::utc},
    {"amount", "x.amount"},
    {"currency_type", "'JPY'"},
    {"fare_action", "x.action"},
    {"trip_id_performed", "tr.trip"},
    {"trip_id_scheduled", "tr.id"},
    {"pattern_id", "tr.pattern"},
    {"trip_stop_sequence", "ps.position + 1"},
    {"vehicle_id", "b.name"},
    {"device_id", "d.device"},
    {"stop_id", "s.id"},
    {"num_riders", "x.riders"},
    {"fare_media_id", "iif(x.kind = 4, 'Cash or coins', 'Smart card or ticket')"},
    {"rider_category",
     "CASE WHEN x.kind NOT IN (1, 2, 4) THEN NULL"
     " WHEN x.half = 0 THEN coalesce(di.id, 'adult')"
     " ELSE iif(x.half = 1, 'child', 'disabled') || coalesce('+' || di.id, '') END"},
    {"fare_product", "iif(x.kind IN (1, 2, 4), coalesce(pa.id, 'Single ride'), NULL)"},
    {"fare_capped", "x.capped"},
    {"token_id", "iif(c.card IS NULL, NULL, printf('%016llx', c.pseudonym))"},
    {"balance", "x.balance"},
};

// kind is that of the tap, NULL for a posting; code is the device's own word for the stop.
constexpr std::string_view from = R"(
FROM (
  SELECT t.device || '-' || t.sequence AS id, coalesce(t.t0, t.d1, t.closed_at) AS t,
    iif(t.kind = 5, -t.fare, t.fare) AS amount,
    CASE WHEN t.kind IN (0, 2) OR (t.kind = 4 AND t.alight_code = t.board_code) THEN 'Enter'
         WHEN t.kind = 3 THEN 'Add' WHEN t.kind = 5 THEN 'Void' ELSE 'Exit' END AS action,
    t.kind, t.trip, iif(t.kind = 0, t.board_code, t.alight_code) AS code, t.device, t.riders,
    t.half, t.discount_class AS class, t.pass, 'false' AS capped, t.card,
    t.balance_after AS balance
  FROM tap t
  WHERE t.device NOT IN (SELECT device FROM shop) AND (t.verdict IN (0, 1)
    OR (t.verdict = 3
        AND (t.device, t.sequence) IN (SELECT device, sequence FROM posting WHERE kind = 3)
        AND (t.card, t.execution) NOT IN (
          SELECT card, execution FROM tap WHERE verdict IN (0, 1)
            AND (card, execution) IN (SELECT card, execution FROM posting WHERE kind = 3))))
  UNION ALL
  SELECT 'ledger-' || p.rowid, p.t, iif(p.credit_kind = 1, p.amount, -p.amount), 'Adjust', NULL,
    NULL, 0, p.device, NULL, NULL, NULL, NULL, iif(p.kind = 8, 'true', 'false'), p.card, NULL
  FROM posting p WHERE p.kind IN (5, 8) AND p.device NOT IN (SELECT device FROM shop)
) x
LEFT JOIN trip tr ON tr.trip = x.trip
LEFT JOIN pattern pt ON pt.pattern = tr.pattern
LEFT JOIN pattern_stop ps ON ps.pattern = tr.pattern AND ps.position = x.code - pt.first_code
LEFT JOIN stop s ON s.stop = ps.stop
LEFT JOIN device d ON d.device = x.device
LEFT JOIN bus b ON b.bus = d.bus
LEFT JOIN tariff_discount di ON di.class = x.class
LEFT JOIN tariff_pass pa ON pa.pass = x.pass
LEFT JOIN card c ON c.card = x.card)";

}  // namespace

const Table tides_fare_transactions{"fare_transactions.csv", columns, from};

}  // namespace sim
