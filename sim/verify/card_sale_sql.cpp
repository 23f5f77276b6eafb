// SPDX-License-Identifier: Apache-2.0
#include "sim/verify/card_sale_sql.h"

namespace sim::card_sale_sql
{

namespace
{

constexpr char law[] =
    "CREATE TEMP TABLE card_sale_law AS SELECT max(CASE name WHEN 'boundary' THEN value END)"
    " AS boundary, max(CASE name WHEN 'stronger' THEN value END) AS stronger,"
    " max(CASE name WHEN 'offline' THEN value END) AS offline FROM card_sale_rule";

constexpr char customers[] =
    "CREATE TEMP TABLE customer_class (resident INTEGER PRIMARY KEY, class INTEGER)";

constexpr char texts[] =
    "CREATE TEMP TABLE card_sale_text AS SELECT s.sale, coalesce((SELECT group_concat(method, ',')"
    " FROM (SELECT method FROM card_sale_accepts a WHERE a.item = s.sale ORDER BY method)), '')"
    " AS text FROM card_sale s";

constexpr char nets[] =
    "CREATE TEMP TABLE card_sale_net AS SELECT s.sale, count(b.sale) FILTER (WHERE b.change ="
    " 'booked') AS booked, count(b.sale) FILTER (WHERE b.change = 'voided') AS voided,"
    " coalesce(sum(CASE b.change WHEN 'booked' THEN b.price ELSE -b.price END), 0) AS net"
    " FROM card_sale s LEFT JOIN card_sale_booking b USING (sale) GROUP BY s.sale";

}  // namespace

const MethodTables methods{
    "card_sale_accepts", "SELECT sale AS item, '' AS service, amount FROM card_sale",
    "SELECT '' AS service, position, from_yen, to_yen, method FROM method_band", "card_sale_law"};

const char* const law_table = law;
const std::array<const char*, 3> preparations{texts, nets, customers};

// The first discount in force that means the holder; an age counts where it is told.
const char* const true_classes = R"(
    INSERT INTO customer_class
    WITH today AS (SELECT day AS number, date(day * 86400, 'unixepoch') AS day FROM tariff_edition
        ORDER BY edition LIMIT 1),
    asked AS (SELECT d.*, date(CASE WHEN d.by_fiscal_year THEN CASE WHEN strftime('%m', t.day)
            <= '03' THEN strftime('%Y', t.day) ELSE strftime('%Y', t.day) + 1 END || '-03-31'
            ELSE t.day END, CASE WHEN d.on_eve THEN '+1 day' ELSE '+0 day' END) AS counted
        FROM tariff_discount d, today t
        WHERE d.from_day <= t.number AND coalesce(d.until_day, t.number) >= t.number)
    SELECT r.resident, coalesce(min(a.class), 0)
    FROM (SELECT DISTINCT resident FROM card_sale) c JOIN resident r USING (resident)
    LEFT JOIN asked a ON (a.age_from <= 0 AND a.age_to >= 200 OR ?1 AND
            strftime('%Y', a.counted) - strftime('%Y', r.birth)
                - (strftime('%m%d', a.counted) < strftime('%m%d', r.birth))
            BETWEEN a.age_from AND a.age_to)
        AND (NOT a.residents_only OR r.municipality = (SELECT municipality FROM home))
        AND coalesce(a.membership, 'full') = 'full'
        AND (NOT EXISTS (SELECT 1 FROM tariff_discount_district x WHERE x.class = a.class)
             OR r.district IN (SELECT x.district FROM tariff_discount_district x
                               WHERE x.class = a.class))
    GROUP BY r.resident)";

// What each sale had to cost; the second computation of shops' reductions is that of sale_sql.h.
const char* const dues = R"(
    CREATE TEMP TABLE card_sale_due AS
    SELECT s.sale, s.price, s.class, CASE s.outcome WHEN 'by_hand' THEN s.amount ELSE
        (((s.amount * r.mul1 + r.add1) / r.div1 * r.unit1) * r.mul2 + r.add2) / r.div2 * r.unit2
        END AS due
    FROM (SELECT s.*, CASE WHEN s.outcome = 'by_hand' OR s.reason = 'authority_away' THEN 0
            ELSE c.class END AS class
        FROM card_sale s JOIN customer_class c USING (resident)
        WHERE s.outcome IN ('paid', 'by_hand')) s
    LEFT JOIN fare_reduction r ON r.reduction_key = ((SELECT min(edition) FROM tariff_edition) << 56)
        | (1 << 48) | (s.class << 4))";

const std::array<SqlCheck, 12> checks{{
    {"methods_right",
     "SELECT s.amount, 'sale ' || s.sale || ' of ' || s.amount || ' yen accepts ' || s.methods"
     " || ', the bands say ' || t.text FROM card_sale s JOIN card_sale_text t USING (sale)"
     " WHERE s.methods <> '-' AND s.methods <> t.text"},
    {"methods_right",
     "SELECT s.price, 'sale ' || s.sale || ' of ' || s.amount || ' yen was paid by ' || s.method"
     " || ', which is not enough' FROM card_sale s WHERE s.outcome = 'paid' AND s.method NOT IN"
     " (SELECT a.method FROM card_sale_accepts a WHERE a.item = s.sale)"},
    {"methods_right",
     "SELECT s.amount, 'sale ' || s.sale || ' was refused (' || s.reason || ') though ' || s.method"
     " || ' is enough' FROM card_sale s WHERE s.reason IN ('method_too_weak', 'above_all_tiers')"
     " AND s.method IN (SELECT a.method FROM card_sale_accepts a WHERE a.item = s.sale)"},
    {"methods_right",
     "SELECT s.price, 'sale ' || s.sale || ' was paid in spite of ' || s.hitch FROM card_sale s"
     " WHERE s.outcome = 'paid' AND (s.hitch IN ('amount_zero', 'amount_negative', 'unknown_shop',"
     " 'wrong_card') OR s.hitch = 'pin_blocked' AND s.method = 'card_pin' OR s.hitch IN"
     " ('revoked', 'expired') AND s.reason <> 'authority_away')"},
    {"methods_right",
     "SELECT s.amount, 'sale ' || s.sale || ' was refused (' || s.reason || ') without cause'"
     " FROM card_sale s WHERE s.outcome = 'refused' AND s.reason NOT IN ('method_too_weak',"
     " 'above_all_tiers', 'authority_away', 'no_answer', 'short_account') AND s.reason <> s.hitch"},
    {"methods_right",
     "SELECT s.price, 'sale ' || s.sale || ' was sold without the authority, against the rules'"
     " FROM card_sale s JOIN card_sale_law l WHERE l.offline = 'refuse' AND (s.outcome = 'by_hand'"
     " OR s.outcome = 'paid' AND s.reason = 'authority_away')"},
    {"card_price_right",
     "SELECT abs(price - coalesce(due, 0)), 'sale ' || sale || ' cost ' || price || ' yen, due "
     "were '"
     " || coalesce(due, 'none') FROM card_sale_due WHERE due IS NULL OR price <> due"},
    {"card_price_right",
     "SELECT s.price, 'sale ' || s.sale || ' was told class ' || s.discount_class ||"
     " ', the customer is of ' || d.class FROM card_sale s JOIN card_sale_due d USING (sale)"
     " WHERE s.discount_class <> d.class"},
    {"card_sale_once",
     "SELECT b.net, 'sale ' || s.sale || ' has ' || b.booked || ' bookings and ' || b.voided ||"
     " ' taken back, its slip says ' || s.outcome FROM card_sale s JOIN card_sale_net b USING "
     "(sale)"
     " WHERE b.booked - b.voided <> (s.outcome = 'paid') OR b.booked > 1"},
    {"card_sale_once",
     "SELECT abs(b.net - s.price), 'sale ' || s.sale || ' is booked at ' || b.net ||"
     " ' yen, its slip says ' || s.price FROM card_sale s JOIN card_sale_net b USING (sale)"
     " WHERE s.outcome = 'paid' AND b.net <> s.price"},
    {"card_sale_once",
     "SELECT b.price, 'booking of sale ' || b.sale || ', which no till knows' FROM"
     " card_sale_booking b WHERE b.sale NOT IN (SELECT sale FROM card_sale)"},
    {"card_sale_once",
     "SELECT s.price, 'the proof of sale ' || s.sale || ' was taken a second time: ' || s.again"
     " FROM card_sale s WHERE s.outcome = 'paid' AND (s.hitch = 'replayed' AND s.again = 'paid'"
     " OR s.hitch = 'sent_again' AND s.again NOT IN ('same', 'no_answer'))"},
}};

const std::array<SqlSituation, 5> situations{{
    {"methods_overlap_seen",
     "SELECT count(*) FROM card_sale s WHERE outcome = 'paid' AND (SELECT count(DISTINCT position)"
     " FROM method_band b WHERE s.amount BETWEEN b.from_yen AND b.to_yen) > 1"},
    {"stronger_method_seen",
     "SELECT count(*) FROM card_sale s WHERE outcome = 'paid' AND method NOT IN (SELECT b.method"
     " FROM method_band b WHERE s.amount BETWEEN b.from_yen AND b.to_yen)"},
    {"card_refused_seen",
     "SELECT count(*) FROM card_sale WHERE reason IN ('revoked', 'expired', 'pin_blocked',"
     " 'wrong_card')"},
    {"booking_voided_seen", "SELECT count(*) FROM card_sale_booking WHERE change = 'voided'"},
    {"authority_away_seen", "SELECT count(*) FROM card_sale WHERE reason = 'authority_away'"},
}};

}  // namespace sim::card_sale_sql
