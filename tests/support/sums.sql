-- SPDX-License-Identifier: Apache-2.0
-- What the tables of sums in a result file must hold, by queries over its taps and postings: for
-- each such table NAME a table expected_NAME. Written from the words of schema.sql alone.
CREATE TEMP TABLE bin AS
WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < 640)
SELECT 0 AS from_ns, 16000 AS to_ns
UNION ALL SELECT ((16 + (n - 1) % 16) << ((n - 1) / 16)) * 1000,
    ((17 + (n - 1) % 16) << ((n - 1) / 16)) * 1000 FROM number;
CREATE INDEX temp.bin_from ON bin (from_ns);

CREATE TEMP TABLE length AS
WITH point AS (SELECT iif(t0 IS NULL, NULL, 0) AS d0, * FROM tap),
every(hop, ns, operator, device, sequence, verdict) AS (
    SELECT 1, d1 - d0, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 2, d2 - d1, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 3, d3 - d2, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 4, d4 - d3, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 5, d5 - d4, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 6, d6 - d5, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 7, d7 - d6, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 8, d8 - d7, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 9, d9 - d8, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 10, d6 - d1, operator, device, sequence, verdict FROM point
    UNION ALL SELECT 11, d5 - d0, operator, device, sequence, verdict FROM point)
SELECT hop, ns, operator, device, sequence,
    (SELECT max(from_ns) FROM bin WHERE from_ns <= ns) AS from_ns
FROM every JOIN tap_verdict v ON v.number = verdict
WHERE ns >= 0 AND (hop IN (7, 8, 9)
    OR v.name NOT IN ('torn', 'unconfirmed', 'refused_clash', 'device_off'));

CREATE TEMP TABLE expected_latency_histogram AS
SELECT operator, hop, from_ns, to_ns, count(*) FROM length JOIN bin USING (from_ns)
GROUP BY operator, hop, from_ns;

-- Taps of a reader up to and with each bin.
CREATE TEMP TABLE up_to AS
SELECT DISTINCT device, to_ns, count(*) OVER (PARTITION BY device ORDER BY to_ns) AS taps
FROM length JOIN bin USING (from_ns) WHERE hop = 10;
CREATE TEMP TABLE expected_latency_device AS
SELECT device, count(*) AS taps,
    min(max(ns), (SELECT min(to_ns) FROM up_to u WHERE u.device = l.device
        AND u.taps * 100 >= 50 * (SELECT max(taps) FROM up_to a WHERE a.device = l.device))),
    min(max(ns), (SELECT min(to_ns) FROM up_to u WHERE u.device = l.device
        AND u.taps * 100 >= 99 * (SELECT max(taps) FROM up_to a WHERE a.device = l.device))),
    max(ns)
FROM length l WHERE hop = 10 GROUP BY device;

CREATE TEMP TABLE expected_slow_tap AS
SELECT * FROM (SELECT hop, row_number() OVER (PARTITION BY hop ORDER BY ns DESC, device, sequence)
        AS rank, ns, device, sequence FROM length)
WHERE rank <= 100;

CREATE TEMP TABLE ride AS
SELECT trip, pattern, true_board, true_alight, coalesce(t0, d1, 0) / 900000000000 AS quarter_hour,
    discount_class AS class, half, k.name = 'cash' AS cash, iif(k.name = 'cancel', -1, 1) AS sign,
    true_riders, fare, base_fare * riders AS base_fare
FROM tap JOIN tap_kind k ON k.number = kind JOIN tap_verdict v ON v.number = verdict
WHERE v.name IN ('accepted', 'recovered') AND k.name IN ('alight', 'flat', 'cash', 'cancel');

CREATE TEMP TABLE expected_ridership_tap AS
SELECT trip, position, sum(b) AS boarded, sum(a) AS alighted
FROM (SELECT trip, true_board AS position, sign * true_riders AS b, 0 AS a FROM ride
    UNION ALL SELECT trip, true_alight, 0, sign * true_riders FROM ride)
GROUP BY trip, position HAVING boarded <> 0 OR alighted <> 0;

CREATE TEMP TABLE expected_ridership_class AS
SELECT * FROM (SELECT pattern, quarter_hour, class, half, cash, sum(sign) AS rides,
        sum(sign * true_riders) AS riders, sum(sign * fare) AS fare,
        sum(sign * base_fare) AS base_fare
    FROM ride GROUP BY pattern, quarter_hour, class, half, cash)
WHERE rides <> 0 OR riders <> 0 OR fare <> 0 OR base_fare <> 0;

CREATE TEMP TABLE expected_money_flow AS
SELECT p.kind, p.debit_kind, p.credit_kind,
    CASE WHEN d.name IN ('revenue', 'cash', 'owed') THEN p.debit_number
         WHEN c.name IN ('revenue', 'cash', 'owed') THEN p.credit_number ELSE -1 END AS operator,
    p.t / 900000000000 AS quarter_hour, count(*), sum(p.amount)
FROM posting p JOIN account_kind d ON d.number = p.debit_kind
JOIN account_kind c ON c.number = p.credit_kind GROUP BY 1, 2, 3, 4, 5;
