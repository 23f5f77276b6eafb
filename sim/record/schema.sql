-- SPDX-License-Identifier: Apache-2.0
-- One run of tapbench in one file. Times are nanoseconds since midnight of the service day on the
-- simulation's true clock unless the column says otherwise; money is whole yen. Cards appear only
-- as their number in the run and a keyed pseudonym. Bulk tables are append-only.
PRAGMA user_version = 3;

-- ---- the run ------------------------------------------------------------------------------------
-- status stays 'aborted' from the first transaction until the last one says 'complete'.
CREATE TABLE run (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    status TEXT NOT NULL CHECK (status IN ('complete', 'aborted', 'error')),
    scenario TEXT NOT NULL,
    scenario_file TEXT NOT NULL,
    seed TEXT NOT NULL,              -- unsigned 64 bits do not fit an SQLite integer
    build TEXT NOT NULL,
    mode TEXT NOT NULL,              -- virtual | replay | paced
    digest TEXT,
    error TEXT,
    verdict TEXT,
    exit_code INTEGER,
    timetable_date TEXT NOT NULL,
    tariff_date TEXT NOT NULL,
    resolved TEXT NOT NULL
) STRICT;

-- ---- the city -----------------------------------------------------------------------------------
CREATE TABLE operator (operator INTEGER PRIMARY KEY, id TEXT NOT NULL) STRICT;
CREATE TABLE feed (feed INTEGER PRIMARY KEY, stem TEXT NOT NULL) STRICT;
CREATE TABLE stop (
    stop INTEGER PRIMARY KEY, feed INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
    zone TEXT NOT NULL, parent TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL) STRICT;
CREATE TABLE route (
    route INTEGER PRIMARY KEY, feed INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL,
    operator INTEGER NOT NULL) STRICT;
-- direction: direction_id of the feed, 0 where it has none.
CREATE TABLE pattern (
    pattern INTEGER PRIMARY KEY, route INTEGER NOT NULL, first_code INTEGER NOT NULL,
    direction INTEGER NOT NULL) STRICT;
CREATE TABLE pattern_stop (
    pattern INTEGER NOT NULL, position INTEGER NOT NULL, stop INTEGER NOT NULL,
    pickup INTEGER NOT NULL, drop_off INTEGER NOT NULL,
    PRIMARY KEY (pattern, position)) STRICT, WITHOUT ROWID;
-- The way of the patterns that have one in shapes.txt and a trip in the run, in degrees; shape_stop
-- is the point of it nearest to each stop, never before the point of the stop before.
CREATE TABLE shape_point (
    pattern INTEGER NOT NULL, number INTEGER NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    PRIMARY KEY (pattern, number)) STRICT, WITHOUT ROWID;
CREATE TABLE shape_stop (
    pattern INTEGER NOT NULL, position INTEGER NOT NULL, point INTEGER NOT NULL,
    PRIMARY KEY (pattern, position)) STRICT, WITHOUT ROWID;
CREATE TABLE bus (
    bus INTEGER PRIMARY KEY, name TEXT NOT NULL, operator INTEGER NOT NULL,
    first_device INTEGER NOT NULL, readers INTEGER NOT NULL) STRICT;
-- A shop with one phone. Its number stands in the column bus of taps and devices; numbers of shops
-- follow those of buses. phone: the kind of phone.
CREATE TABLE shop (
    shop INTEGER PRIMARY KEY, name TEXT NOT NULL, operator INTEGER NOT NULL,
    device INTEGER NOT NULL, phone TEXT NOT NULL) STRICT;
-- A sale that a customer means to make, from the people model: amount is truly on the till at `at`.
-- The rider of a sale's taps is its number.
CREATE TABLE sale (
    sale INTEGER PRIMARY KEY, shop INTEGER NOT NULL, card INTEGER NOT NULL, at INTEGER NOT NULL,
    amount INTEGER NOT NULL, returned INTEGER NOT NULL) STRICT;
CREATE TABLE device (
    device INTEGER PRIMARY KEY, bus INTEGER NOT NULL, position INTEGER NOT NULL) STRICT;
CREATE TABLE trip (
    trip INTEGER PRIMARY KEY, id TEXT NOT NULL, headsign TEXT NOT NULL, pattern INTEGER NOT NULL,
    bus INTEGER NOT NULL, feed INTEGER NOT NULL, departure_s INTEGER NOT NULL) STRICT;

-- ---- the fare rules as the files gave them ------------------------------------------------------
CREATE TABLE fare_row (
    row INTEGER PRIMARY KEY, feed INTEGER NOT NULL, route TEXT NOT NULL, origin TEXT NOT NULL,
    destination TEXT NOT NULL, price INTEGER NOT NULL, ic_price INTEGER, fare_id TEXT NOT NULL)
    STRICT;
CREATE TABLE tariff_setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
-- status: published | assumed; line: of the tariff file; days count from 1970-01-01.
CREATE TABLE tariff_order (
    operator INTEGER PRIMARY KEY, half_first INTEGER NOT NULL, source TEXT NOT NULL,
    status TEXT NOT NULL, line INTEGER NOT NULL) STRICT;
CREATE TABLE tariff_rounding (
    rule INTEGER PRIMARY KEY, id TEXT NOT NULL, operator INTEGER NOT NULL, medium TEXT NOT NULL,
    unit INTEGER NOT NULL, mode TEXT NOT NULL, from_day INTEGER NOT NULL, source TEXT NOT NULL,
    status TEXT NOT NULL, line INTEGER NOT NULL) STRICT;
-- A discount takes a share or an amount, the other one is 0.
CREATE TABLE tariff_discount (
    class INTEGER PRIMARY KEY, id TEXT NOT NULL, percent_ppm INTEGER NOT NULL,
    amount INTEGER NOT NULL, from_day INTEGER NOT NULL, until_day INTEGER, source TEXT NOT NULL,
    status TEXT NOT NULL, line INTEGER NOT NULL, age_from INTEGER NOT NULL,
    age_to INTEGER NOT NULL, by_fiscal_year INTEGER NOT NULL, on_eve INTEGER NOT NULL,
    residents_only INTEGER NOT NULL, membership TEXT) STRICT;
-- Good only on these routes, only for residents of these districts; without a row: all.
CREATE TABLE tariff_discount_route (class INTEGER NOT NULL, route_id TEXT NOT NULL) STRICT;
CREATE TABLE tariff_discount_district (class INTEGER NOT NULL, district TEXT NOT NULL) STRICT;
CREATE TABLE tariff_discount_operator (class INTEGER NOT NULL, operator_id TEXT NOT NULL) STRICT;
CREATE TABLE tariff_discount_excluded (class INTEGER NOT NULL, route_id TEXT NOT NULL) STRICT;
-- A named set of stops, zones or stations of the feed.
CREATE TABLE tariff_zone (
    zone INTEGER PRIMARY KEY, id TEXT NOT NULL, source TEXT NOT NULL, status TEXT NOT NULL,
    line INTEGER NOT NULL) STRICT;
CREATE TABLE tariff_zone_stop (zone INTEGER NOT NULL, stop_id TEXT NOT NULL) STRICT;
-- cash_fare NULL: as by card. A rule holds from valid_from_day to valid_until_day, NULL = for good.
CREATE TABLE tariff_flat (
    rule INTEGER PRIMARY KEY, id TEXT NOT NULL, operator INTEGER NOT NULL, fare INTEGER NOT NULL,
    cash_fare INTEGER, child_fare INTEGER, collect TEXT NOT NULL, valid_from_day INTEGER NOT NULL,
    valid_until_day INTEGER, source TEXT NOT NULL, status TEXT NOT NULL, line INTEGER NOT NULL)
    STRICT;
CREATE TABLE tariff_flat_route (rule INTEGER NOT NULL, route_id TEXT NOT NULL) STRICT;
-- route '': every route of the operator. origin and destination: stop, zone or station of the feed,
-- or a tariff_zone.
CREATE TABLE tariff_od (
    rule INTEGER PRIMARY KEY, id TEXT NOT NULL, operator INTEGER NOT NULL, route TEXT NOT NULL,
    origin TEXT NOT NULL, destination TEXT NOT NULL, fare INTEGER NOT NULL, cash_fare INTEGER,
    valid_from_day INTEGER NOT NULL, valid_until_day INTEGER, source TEXT NOT NULL,
    status TEXT NOT NULL, line INTEGER NOT NULL) STRICT;
-- kind: area | amount; area: id of a tariff_zone, '' = everywhere. No operator row: all operators.
CREATE TABLE tariff_pass (
    pass INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, price INTEGER NOT NULL,
    child_price INTEGER, lasts_ns INTEGER NOT NULL, area TEXT NOT NULL, source TEXT NOT NULL,
    status TEXT NOT NULL, line INTEGER NOT NULL, resident_price INTEGER) STRICT;
CREATE TABLE tariff_pass_operator (pass INTEGER NOT NULL, operator_id TEXT NOT NULL) STRICT;
CREATE TABLE tariff_pass_excluded (pass INTEGER NOT NULL, route_id TEXT NOT NULL) STRICT;
-- The most a card pays in a day to the operators named, or to all.
CREATE TABLE tariff_cap (
    cap INTEGER PRIMARY KEY, id TEXT NOT NULL, amount INTEGER NOT NULL,
    valid_from_day INTEGER NOT NULL, valid_until_day INTEGER, source TEXT NOT NULL,
    status TEXT NOT NULL, line INTEGER NOT NULL) STRICT;
CREATE TABLE tariff_cap_operator (cap INTEGER NOT NULL, operator_id TEXT NOT NULL) STRICT;
-- What shops grant: one row, or none. operator: under which clearing pays them; best_of 1: the greater
-- of class and pass counts, 0: both, class first. class 0 of a discount: holders of a valid pass.
CREATE TABLE tariff_merchants (
    operator INTEGER PRIMARY KEY, best_of INTEGER NOT NULL, source TEXT NOT NULL,
    status TEXT NOT NULL, line INTEGER NOT NULL) STRICT;
CREATE TABLE tariff_sale_discount (
    class INTEGER PRIMARY KEY, id TEXT NOT NULL, percent_ppm INTEGER NOT NULL, source TEXT NOT NULL,
    status TEXT NOT NULL, line INTEGER NOT NULL) STRICT;
-- Points for a ride whose holder buys within the window after it: one row, or none.
CREATE TABLE tariff_points (
    per_ride INTEGER NOT NULL, window_ns INTEGER NOT NULL, in_each_shop INTEGER NOT NULL,
    source TEXT NOT NULL, status TEXT NOT NULL, line INTEGER NOT NULL) STRICT;
-- Rules of `day` count from `from_ns` of the service day on, until the next edition's.
CREATE TABLE tariff_edition (
    edition INTEGER PRIMARY KEY, day INTEGER NOT NULL, from_ns INTEGER NOT NULL) STRICT;

-- ---- what happened ------------------------------------------------------------------------------
-- d1..d9 are T1..T9 minus t0, NULL = never reached (minus 0 when t0 is NULL). true_* columns come
-- from the people model, the others from the device. cloud_due is the price the cloud computed.
CREATE TABLE tap (
    device INTEGER NOT NULL, sequence INTEGER NOT NULL, card INTEGER NOT NULL,
    rider INTEGER NOT NULL, bus INTEGER NOT NULL, trip INTEGER NOT NULL, pattern INTEGER NOT NULL,
    kind INTEGER NOT NULL, verdict INTEGER NOT NULL, decided_by INTEGER NOT NULL,
    rule INTEGER NOT NULL, half INTEGER NOT NULL, discount_class INTEGER NOT NULL,
    riders INTEGER NOT NULL, operator INTEGER NOT NULL, board_code INTEGER NOT NULL,
    alight_code INTEGER NOT NULL, fare INTEGER NOT NULL, base_fare INTEGER NOT NULL,
    balance_before INTEGER NOT NULL, balance_after INTEGER NOT NULL, execution INTEGER NOT NULL,
    last_execution INTEGER NOT NULL, closed_at INTEGER NOT NULL, true_board INTEGER NOT NULL,
    true_alight INTEGER NOT NULL, true_class INTEGER NOT NULL, true_half INTEGER NOT NULL,
    true_riders INTEGER NOT NULL, attempt INTEGER NOT NULL, t0 INTEGER, d1 INTEGER, d2 INTEGER,
    d3 INTEGER, d4 INTEGER, d5 INTEGER, d6 INTEGER, d7 INTEGER, d8 INTEGER, d9 INTEGER,
    cloud_due INTEGER, pass INTEGER NOT NULL) STRICT;
-- A second acceptance of the same tap by the cloud, or (known = 0) of a tap no device reported.
CREATE TABLE duplicate_delivery (
    device INTEGER NOT NULL, sequence INTEGER NOT NULL, t8 INTEGER, t9 INTEGER,
    due INTEGER NOT NULL, known INTEGER NOT NULL) STRICT;
CREATE TABLE posting (
    t INTEGER NOT NULL, kind INTEGER NOT NULL, debit_kind INTEGER NOT NULL,
    debit_number INTEGER NOT NULL, credit_kind INTEGER NOT NULL, credit_number INTEGER NOT NULL,
    amount INTEGER NOT NULL, device INTEGER NOT NULL, sequence INTEGER NOT NULL,
    execution INTEGER NOT NULL, card INTEGER NOT NULL) STRICT;
CREATE TABLE card (
    card INTEGER NOT NULL, pseudonym INTEGER NOT NULL, profile INTEGER NOT NULL,
    purse_before INTEGER NOT NULL, purse_after INTEGER NOT NULL, pass INTEGER NOT NULL,
    pass_until INTEGER, pass_amount INTEGER NOT NULL) STRICT;
CREATE TABLE stop_visit (
    trip INTEGER NOT NULL, bus INTEGER NOT NULL, position INTEGER NOT NULL,
    scheduled_arrival_s INTEGER NOT NULL, scheduled_departure_s INTEGER NOT NULL,
    arrival INTEGER NOT NULL, departure INTEGER NOT NULL, boarded INTEGER NOT NULL,
    alighted INTEGER NOT NULL, boarded_cash INTEGER NOT NULL, alighted_cash INTEGER NOT NULL,
    load INTEGER NOT NULL) STRICT;
-- Riders who wait: so many stood at the stop five_minutes * 300 s after midnight for one bus, from
-- when they came until it left with them. One row a visit of a bus and such a moment, written when
-- the bus has left: add them up. Whom no bus took is not counted.
CREATE TABLE waiting (
    stop INTEGER NOT NULL, five_minutes INTEGER NOT NULL, riders INTEGER NOT NULL) STRICT;
-- When the staff had keyed the amount of a sale in, and when the customer had the slip (NULL: never).
CREATE TABLE slip (sale INTEGER PRIMARY KEY, keyed INTEGER NOT NULL, printed INTEGER) STRICT;
CREATE TABLE frame (
    device INTEGER NOT NULL, sequence INTEGER NOT NULL, number INTEGER NOT NULL,
    from_card INTEGER NOT NULL, damaged INTEGER NOT NULL, start INTEGER NOT NULL,
    end INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE batch (
    bus INTEGER NOT NULL, first_record INTEGER NOT NULL, end_record INTEGER NOT NULL,
    events INTEGER NOT NULL, attempt INTEGER NOT NULL, sent INTEGER, at_depot INTEGER,
    at_cloud INTEGER, served INTEGER, acknowledged INTEGER) STRICT;
-- What such batches carried, when the frames of all taps are kept or the city has vendors: events of
-- 61 bytes, or a trip file where box_make says so.
CREATE TABLE uplink (
    bus INTEGER NOT NULL, device INTEGER NOT NULL, first_record INTEGER NOT NULL,
    end_record INTEGER NOT NULL, attempt INTEGER NOT NULL, sent INTEGER NOT NULL,
    acknowledged INTEGER, bytes BLOB NOT NULL) STRICT;
-- The books at one moment, each as its keeper counts it. A tap belongs to the cut when it began (t0)
-- at or before t, one that asked the cloud when it had its decision (t0 + d4).
CREATE TABLE checkpoint (
    t INTEGER NOT NULL, purses INTEGER NOT NULL, journals INTEGER NOT NULL,
    ledger INTEGER NOT NULL, suspense INTEGER NOT NULL, statements INTEGER NOT NULL) STRICT;
-- What clearing pays an operator for the time up to t.
CREATE TABLE statement (
    t INTEGER NOT NULL, operator INTEGER NOT NULL, fares INTEGER NOT NULL,
    cash_fares INTEGER NOT NULL, adjustments INTEGER NOT NULL, cancels INTEGER NOT NULL,
    caps INTEGER NOT NULL, top_ups INTEGER NOT NULL) STRICT;
-- Calls of real readers of a bench that a card answered, on the wall's clock: 5th percentile, median
-- and 95th percentile. hop: select | exchange (as the fare box waited), link (a command that never
-- goes on air), select_card | exchange_card (chip, air and card: what is left without the link).
CREATE TABLE reader_time (
    device INTEGER NOT NULL, hop TEXT NOT NULL, samples INTEGER NOT NULL, low_ns INTEGER NOT NULL,
    median_ns INTEGER NOT NULL, high_ns INTEGER NOT NULL) STRICT;
-- People who took part in a service, flows that are no taps (U0..U4, NULL = not reached), the
-- messages they sent as bytes, and the links between transit cards and My Number Cards.
CREATE TABLE resident (
    resident INTEGER PRIMARY KEY, birth TEXT NOT NULL, municipality TEXT NOT NULL,
    district TEXT NOT NULL, card INTEGER, my_number_card INTEGER NOT NULL,
    signature INTEGER NOT NULL, licence TEXT NOT NULL, condition TEXT NOT NULL,
    protection INTEGER NOT NULL) STRICT;
CREATE TABLE access (resident INTEGER PRIMARY KEY, class TEXT NOT NULL, hands INTEGER NOT NULL,
    phone INTEGER NOT NULL, network INTEGER NOT NULL, patience INTEGER NOT NULL) STRICT;
CREATE TABLE flow (
    flow INTEGER PRIMARY KEY, service TEXT NOT NULL, place TEXT NOT NULL,
    resident INTEGER NOT NULL, u0 INTEGER, u1 INTEGER, u2 INTEGER, u3 INTEGER, u4 INTEGER,
    outcome TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE message (
    message INTEGER NOT NULL, answers INTEGER NOT NULL, flow INTEGER NOT NULL,
    sender TEXT NOT NULL, receiver TEXT NOT NULL, sent INTEGER NOT NULL, received INTEGER,
    bytes BLOB NOT NULL) STRICT;
-- What a desk's reader gave to a smart card, in time order of their ends: the head of each command
-- (ISO/IEC 7816-4) and the status word, NULL when the card left before it answered. No data.
-- presence counts the cards laid on that reader.
CREATE TABLE card_command (
    flow INTEGER NOT NULL, presence INTEGER NOT NULL, resident INTEGER NOT NULL,
    begins INTEGER NOT NULL, ends INTEGER NOT NULL, class INTEGER NOT NULL,
    instruction INTEGER NOT NULL, p1 INTEGER NOT NULL, p2 INTEGER NOT NULL, status INTEGER) STRICT;
-- Who was sent to which service. subject: rider of the taps on a bus or in a shop; lacks: what the
-- person has not got that the service begins with.
CREATE TABLE attempt (
    kind TEXT NOT NULL, service TEXT NOT NULL, resident INTEGER NOT NULL, subject INTEGER,
    lacks TEXT NOT NULL) STRICT;
-- earlier: of an earlier day, known to everybody when the day begins (or drawn to begin in it).
CREATE TABLE link (
    version INTEGER PRIMARY KEY, t INTEGER NOT NULL, card INTEGER NOT NULL,
    resident INTEGER NOT NULL, change TEXT NOT NULL, membership TEXT NOT NULL,
    discount_class INTEGER NOT NULL, earlier INTEGER NOT NULL) STRICT;
CREATE INDEX link_of_card ON link (card, t, version);
-- The municipality whose residents the tariff means.
CREATE TABLE home (municipality TEXT NOT NULL) STRICT;
-- From t on a fare box decides by the lists' edition, which was published (and holds the links of)
-- before.
CREATE TABLE list_taken (
    t INTEGER NOT NULL, device INTEGER NOT NULL, edition INTEGER NOT NULL,
    published INTEGER NOT NULL) STRICT;
CREATE INDEX list_of_device ON list_taken (device, t, edition);
-- Who walked into an autonomous bus, and whom it let in by face (NULL: boarded by card).
CREATE TABLE face_boarding (
    flow INTEGER NOT NULL, t INTEGER NOT NULL, resident INTEGER NOT NULL, believed INTEGER,
    registered INTEGER NOT NULL, twin INTEGER NOT NULL) STRICT;
-- The taxi subsidy: its rules, what truly happened, what tablets and the office wrote down (-1: none).
CREATE TABLE taxi_rule (name TEXT NOT NULL, value TEXT NOT NULL, source TEXT NOT NULL, status
    TEXT NOT NULL, silence TEXT NOT NULL) STRICT;
CREATE TABLE taxi_class (position INTEGER NOT NULL, name TEXT NOT NULL, from_age INTEGER NOT
    NULL, licence TEXT NOT NULL, condition TEXT NOT NULL) STRICT;
CREATE TABLE taxi_applicant (t INTEGER NOT NULL, day INTEGER NOT NULL, resident INTEGER NOT
    NULL, until INTEGER NOT NULL, outcome TEXT NOT NULL, name TEXT NOT NULL, registration INTEGER
    NOT NULL, used_before INTEGER NOT NULL) STRICT;
CREATE TABLE taxi_ride (ride INTEGER NOT NULL, form TEXT NOT NULL, cab TEXT NOT NULL, company
    INTEGER NOT NULL, district TEXT NOT NULL, boarded INTEGER NOT NULL, alighted INTEGER NOT NULL,
    meter INTEGER NOT NULL, others INTEGER NOT NULL, offline INTEGER NOT NULL, subsidy INTEGER NOT
    NULL, cash INTEGER NOT NULL) STRICT;
CREATE TABLE taxi_rider (ride INTEGER NOT NULL, seat INTEGER NOT NULL, resident INTEGER NOT
    NULL, registration INTEGER NOT NULL, touched INTEGER NOT NULL, told INTEGER NOT NULL, outcome
    TEXT NOT NULL, reason TEXT NOT NULL, torn INTEGER NOT NULL, used INTEGER NOT NULL) STRICT;
CREATE INDEX taxi_rider_of ON taxi_rider (registration);
CREATE TABLE taxi_booking (t INTEGER NOT NULL, ride INTEGER NOT NULL, form TEXT NOT NULL,
    company INTEGER NOT NULL, meter INTEGER NOT NULL, subsidy INTEGER NOT NULL, outcome TEXT NOT
    NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE taxi_count (ride INTEGER NOT NULL, registration INTEGER NOT NULL, day INTEGER NOT
    NULL, year INTEGER NOT NULL, paid INTEGER NOT NULL) STRICT;
CREATE INDEX taxi_count_of ON taxi_count (registration);
CREATE INDEX taxi_count_in ON taxi_count (ride);
CREATE TABLE taxi_card (resident INTEGER NOT NULL, registration INTEGER NOT NULL, year INTEGER
    NOT NULL, used INTEGER NOT NULL) STRICT;
CREATE TABLE taxi_statement (company INTEGER NOT NULL, rides INTEGER NOT NULL, subsidy INTEGER
    NOT NULL) STRICT;
CREATE TABLE taxi_policy (district TEXT NOT NULL, hour INTEGER NOT NULL, rides INTEGER NOT NULL,
    subsidy INTEGER NOT NULL) STRICT;
-- Whose fare boxes a bus carries, where the city has vendors; and the sums with which a terminal
-- closed its day, beside what the cloud had of it.
CREATE TABLE line_use (t INTEGER NOT NULL, bytes INTEGER NOT NULL, inward INTEGER NOT NULL,
    bulk INTEGER NOT NULL, sent INTEGER NOT NULL) STRICT;
CREATE TABLE box_make (bus INTEGER PRIMARY KEY, vendor TEXT NOT NULL, protocol TEXT NOT NULL) STRICT;
CREATE TABLE day_close (t INTEGER NOT NULL, device INTEGER NOT NULL, taps INTEGER NOT NULL,
    yen INTEGER NOT NULL, cloud_taps INTEGER NOT NULL, cloud_yen INTEGER NOT NULL) STRICT;
-- Touches of cards without a link, as fare boxes without attributes would have served them, and what
-- was on the air then; only where the scenario has such boxes beside the real ones.
CREATE TABLE plain_tap (device INTEGER NOT NULL, sequence INTEGER NOT NULL, kind INTEGER NOT NULL,
    verdict INTEGER NOT NULL, fare INTEGER NOT NULL, balance_after INTEGER NOT NULL, t1 INTEGER NOT
    NULL, t6 INTEGER NOT NULL, questions INTEGER NOT NULL) STRICT;
CREATE TABLE plain_frame (device INTEGER NOT NULL, sequence INTEGER NOT NULL, number INTEGER NOT
    NULL, from_card INTEGER NOT NULL, damaged INTEGER NOT NULL, bytes BLOB NOT NULL) STRICT;
-- Sales whose customers showed a My Number Card: which method is enough for which amount, what truly
-- happened at the till (t0..t4 as of a tap, -1: not reached), and what the cloud booked.
CREATE TABLE card_sale_rule (name TEXT NOT NULL, value TEXT NOT NULL, silence TEXT NOT NULL) STRICT;
CREATE TABLE method_band (position INTEGER NOT NULL, band TEXT NOT NULL, from_yen INTEGER NOT NULL,
    to_yen INTEGER NOT NULL, method TEXT NOT NULL, source TEXT NOT NULL, status TEXT NOT NULL) STRICT;
CREATE TABLE card_sale (sale INTEGER NOT NULL, till TEXT NOT NULL, resident INTEGER NOT NULL, keyed
    INTEGER NOT NULL, amount INTEGER NOT NULL, method TEXT NOT NULL, means TEXT NOT NULL, hitch TEXT
    NOT NULL, t0 INTEGER NOT NULL, t1 INTEGER NOT NULL, t2 INTEGER NOT NULL, t3 INTEGER NOT NULL, t4
    INTEGER NOT NULL, printed INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, methods
    TEXT NOT NULL, discount_class INTEGER NOT NULL, price INTEGER NOT NULL, again TEXT NOT NULL) STRICT;
CREATE TABLE card_sale_booking (t INTEGER NOT NULL, sale INTEGER NOT NULL, change TEXT NOT NULL,
    means TEXT NOT NULL, price INTEGER NOT NULL) STRICT;
-- Taxis on demand: the rules, what truly happened to each request (-1: not reached), what was booked.
CREATE TABLE demand_rule (name TEXT NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE demand_area (area TEXT NOT NULL, district TEXT NOT NULL, fare INTEGER NOT NULL,
    source TEXT NOT NULL, status TEXT NOT NULL) STRICT;
CREATE TABLE demand_ride (ride INTEGER NOT NULL, resident INTEGER NOT NULL, card INTEGER NOT NULL,
    hitch TEXT NOT NULL, asked INTEGER NOT NULL, wanted INTEGER NOT NULL, from_district TEXT NOT
    NULL, to_district TEXT NOT NULL, riders INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT
    NULL, van TEXT NOT NULL, offered INTEGER NOT NULL, touched INTEGER NOT NULL, told INTEGER NOT
    NULL, boarded INTEGER NOT NULL, alighted INTEGER NOT NULL, direct INTEGER NOT NULL, offline
    INTEGER NOT NULL, discount_class INTEGER NOT NULL, torn INTEGER NOT NULL, paid INTEGER NOT NULL)
    STRICT;
CREATE TABLE demand_booking (t INTEGER NOT NULL, ride INTEGER NOT NULL, van TEXT NOT NULL,
    yen INTEGER NOT NULL) STRICT;
-- Uses of personal data: who is protected, the domains that hold data, what they hold and what they
-- call people, what was meant to happen with each use (-1: not reached). What happened: message.
CREATE TABLE protected_resident (resident INTEGER NOT NULL) STRICT;
CREATE TABLE data_domain (domain TEXT NOT NULL, path TEXT NOT NULL, key TEXT NOT NULL) STRICT;
CREATE TABLE data_held (domain TEXT NOT NULL, item TEXT NOT NULL, location INTEGER NOT NULL,
    resident INTEGER NOT NULL, digest TEXT NOT NULL, bytes INTEGER NOT NULL) STRICT;
CREATE TABLE data_name (domain TEXT NOT NULL, name TEXT NOT NULL, resident INTEGER NOT NULL) STRICT;
CREATE TABLE data_use (use INTEGER NOT NULL, resident INTEGER NOT NULL, proxy INTEGER NOT NULL,
    holder TEXT NOT NULL, item TEXT NOT NULL, receiver TEXT NOT NULL, purpose TEXT NOT NULL, service
    TEXT NOT NULL, hitch TEXT NOT NULL, mandate TEXT NOT NULL, asked INTEGER NOT NULL, phone TEXT NOT
    NULL, granted INTEGER NOT NULL, opened INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT
    NULL, again TEXT NOT NULL) STRICT;
-- Passes sold in the portal, and tickets of two portals. request: number of one wish of a buyer.
CREATE TABLE pass_rule (name TEXT NOT NULL, value TEXT NOT NULL, status TEXT NOT NULL) STRICT;
CREATE TABLE pass_bound (t INTEGER NOT NULL, request TEXT NOT NULL, card INTEGER NOT NULL,
    resident INTEGER NOT NULL, pass INTEGER NOT NULL) STRICT;
CREATE TABLE pass_sale (t INTEGER NOT NULL, request TEXT NOT NULL, pass INTEGER NOT NULL,
    yen INTEGER NOT NULL, resident_price INTEGER NOT NULL) STRICT;
CREATE TABLE pass_charge (t INTEGER NOT NULL, request TEXT NOT NULL, yen INTEGER NOT NULL) STRICT;
CREATE TABLE pass_wish (flow INTEGER NOT NULL, request TEXT NOT NULL, resident INTEGER NOT NULL,
    card INTEGER NOT NULL, product TEXT NOT NULL, times INTEGER NOT NULL, outcome TEXT NOT NULL,
    reason TEXT NOT NULL) STRICT;
CREATE TABLE pass_account (sales INTEGER NOT NULL, yen INTEGER NOT NULL) STRICT;
CREATE TABLE perk_agreed (t INTEGER NOT NULL, card INTEGER NOT NULL, until INTEGER NOT NULL,
    commerce TEXT NOT NULL) STRICT;
CREATE INDEX perk_of_card ON perk_agreed (card, t);
CREATE TABLE pass_shown (t INTEGER NOT NULL, card INTEGER NOT NULL, rider INTEGER NOT NULL,
    trip INTEGER NOT NULL, pattern INTEGER NOT NULL, board INTEGER NOT NULL, alight INTEGER NOT NULL,
    looked INTEGER NOT NULL, let_in INTEGER NOT NULL) STRICT;
CREATE TABLE ticket (t INTEGER NOT NULL, ticket TEXT NOT NULL, issuer TEXT NOT NULL,
    kind TEXT NOT NULL) STRICT;
CREATE TABLE ticket_use (t INTEGER NOT NULL, until INTEGER NOT NULL, ticket TEXT NOT NULL,
    gate TEXT NOT NULL, request TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE ticket_book (issuer TEXT NOT NULL, ticket TEXT NOT NULL, used INTEGER NOT NULL,
    request TEXT NOT NULL) STRICT;
-- Health mileage: what truly was measured, whose it was, and what each server noted; seq counts what
-- a server did. Days before the run have negative times; -1: never.
CREATE TABLE health_item (item INTEGER NOT NULL, id TEXT NOT NULL, code TEXT NOT NULL, unit TEXT NOT
    NULL, origin TEXT NOT NULL) STRICT;
CREATE TABLE health_rule (kind TEXT NOT NULL, id TEXT NOT NULL, item INTEGER NOT NULL, of TEXT NOT
    NULL, at_least INTEGER NOT NULL, at_most INTEGER NOT NULL, points INTEGER NOT NULL, advice TEXT NOT
    NULL, status TEXT NOT NULL) STRICT;
CREATE TABLE health_setting (name TEXT NOT NULL, value INTEGER NOT NULL) STRICT;
CREATE TABLE health_role (role TEXT NOT NULL, screen TEXT NOT NULL, server TEXT NOT NULL,
    district TEXT NOT NULL, item INTEGER NOT NULL) STRICT;
CREATE TABLE health_server (server TEXT NOT NULL, municipality TEXT NOT NULL) STRICT;
CREATE TABLE health_name (server TEXT NOT NULL, name TEXT NOT NULL, resident INTEGER NOT NULL,
    account INTEGER NOT NULL) STRICT;
CREATE TABLE health_reading (reading INTEGER NOT NULL, version INTEGER NOT NULL, resident INTEGER
    NOT NULL, item INTEGER NOT NULL, value INTEGER NOT NULL, measured INTEGER NOT NULL, device
    INTEGER NOT NULL, acked INTEGER NOT NULL, fate TEXT NOT NULL) STRICT;
CREATE TABLE health_kept (server TEXT NOT NULL, seq INTEGER NOT NULL, t INTEGER NOT NULL, subject
    TEXT NOT NULL, reading INTEGER NOT NULL, version INTEGER NOT NULL, item INTEGER NOT NULL, value
    INTEGER NOT NULL, measured INTEGER NOT NULL) STRICT;
CREATE TABLE health_member (server TEXT NOT NULL, seq INTEGER NOT NULL, t INTEGER NOT NULL, subject
    TEXT NOT NULL, event TEXT NOT NULL, account TEXT NOT NULL, district TEXT NOT NULL, band TEXT NOT
    NULL) STRICT;
CREATE TABLE health_held (server TEXT NOT NULL, subject TEXT NOT NULL, reading INTEGER NOT NULL,
    version INTEGER NOT NULL) STRICT;
CREATE TABLE health_view (server TEXT NOT NULL, seq INTEGER NOT NULL, t INTEGER NOT NULL, subject
    TEXT NOT NULL, points INTEGER NOT NULL) STRICT;
CREATE TABLE health_screen (look INTEGER NOT NULL, server TEXT NOT NULL, seq INTEGER NOT NULL, t
    INTEGER NOT NULL, screen TEXT NOT NULL, role TEXT NOT NULL, item INTEGER NOT NULL, day INTEGER
    NOT NULL, outcome TEXT NOT NULL) STRICT;
CREATE TABLE health_cell (look INTEGER NOT NULL, server TEXT NOT NULL, district TEXT NOT NULL,
    band TEXT NOT NULL, people INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT;
CREATE TABLE health_loan (device INTEGER NOT NULL, t INTEGER NOT NULL, event TEXT NOT NULL, resident
    INTEGER NOT NULL, held INTEGER NOT NULL, strange INTEGER NOT NULL) STRICT;
CREATE TABLE health_advice (server TEXT NOT NULL, seq INTEGER NOT NULL, t INTEGER NOT NULL, subject
    TEXT NOT NULL, event TEXT NOT NULL, advice TEXT NOT NULL, origin TEXT NOT NULL) STRICT;
CREATE TABLE health_act (act TEXT NOT NULL, place TEXT NOT NULL, t INTEGER NOT NULL, resident
    INTEGER NOT NULL, hitch TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
-- The city's ID: its rules, what certificates truly went through, what was bound to what, who asked
-- for an ID, who proved what with whose face, phone and card (-1: not), and each factor as it came.
CREATE TABLE id_rule (name TEXT NOT NULL, value TEXT NOT NULL, silence TEXT NOT NULL) STRICT;
CREATE TABLE id_band (service TEXT NOT NULL, position INTEGER NOT NULL, band TEXT NOT NULL,
    from_yen INTEGER NOT NULL, to_yen INTEGER NOT NULL, method TEXT NOT NULL, source TEXT NOT NULL,
    status TEXT NOT NULL) STRICT;
CREATE TABLE id_custody (custody TEXT NOT NULL, level INTEGER NOT NULL, source TEXT NOT NULL,
    status TEXT NOT NULL) STRICT;
CREATE TABLE id_certificate (serial TEXT NOT NULL, resident INTEGER NOT NULL, kind TEXT NOT NULL,
    valid_from INTEGER NOT NULL, valid_until INTEGER NOT NULL, ends TEXT NOT NULL) STRICT;
CREATE TABLE id_binding (t INTEGER NOT NULL, id TEXT NOT NULL, resident INTEGER NOT NULL,
    auth_serial TEXT NOT NULL, sign_serial TEXT NOT NULL, key_serial TEXT NOT NULL, custody TEXT NOT
    NULL, change TEXT NOT NULL, checked INTEGER NOT NULL) STRICT;
CREATE TABLE id_issue (issue INTEGER NOT NULL, counter TEXT NOT NULL, resident INTEGER NOT NULL,
    again INTEGER NOT NULL, hitch TEXT NOT NULL, custody TEXT NOT NULL, custody_told TEXT NOT NULL,
    made INTEGER NOT NULL, bound INTEGER NOT NULL, active INTEGER NOT NULL, outcome TEXT NOT NULL,
    reason TEXT NOT NULL) STRICT;
CREATE TABLE id_proof (proof INTEGER NOT NULL, prover TEXT NOT NULL, resident INTEGER NOT NULL,
    claims INTEGER NOT NULL, service TEXT NOT NULL, amount INTEGER NOT NULL, method TEXT NOT NULL,
    hitch TEXT NOT NULL, face_of INTEGER NOT NULL, phone_of INTEGER NOT NULL, card_of INTEGER NOT
    NULL, face_as INTEGER NOT NULL, face_at INTEGER NOT NULL, phone_at INTEGER NOT NULL, card_at
    INTEGER NOT NULL, looks INTEGER NOT NULL, custody TEXT NOT NULL, signing INTEGER NOT NULL,
    in_phone INTEGER NOT NULL, begun INTEGER NOT NULL, decided INTEGER NOT NULL, methods TEXT NOT
    NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, stronger INTEGER NOT NULL) STRICT;
CREATE TABLE id_factor (t INTEGER NOT NULL, proof INTEGER NOT NULL, factor TEXT NOT NULL, id TEXT
    NOT NULL, answer TEXT NOT NULL, status_at INTEGER NOT NULL) STRICT;
-- Mother and child: registration, accounts, the city's records given back, messages and doses;
-- days as '2026-04-01'.
CREATE TABLE mother_visit (visit INTEGER NOT NULL, resident INTEGER NOT NULL, hitch TEXT NOT NULL,
    lost_step INTEGER NOT NULL, twice_step INTEGER NOT NULL, app TEXT NOT NULL,
    arrives INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, account TEXT NOT NULL,
    handbook TEXT NOT NULL) STRICT;
CREATE TABLE mother_step (t INTEGER NOT NULL, visit INTEGER NOT NULL, step INTEGER NOT NULL,
    place TEXT NOT NULL) STRICT;
CREATE TABLE mother_account (t INTEGER NOT NULL, account TEXT NOT NULL, handbook TEXT NOT NULL,
    change TEXT NOT NULL, app TEXT NOT NULL, serial TEXT NOT NULL) STRICT;
CREATE TABLE mother_scan (t INTEGER NOT NULL, visit INTEGER NOT NULL, app TEXT NOT NULL,
    hers INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE mother_holder (serial TEXT NOT NULL, resident INTEGER NOT NULL) STRICT;
CREATE TABLE mother_bearer (handbook TEXT NOT NULL, resident INTEGER NOT NULL,
    child INTEGER NOT NULL, city_number TEXT NOT NULL, kind TEXT NOT NULL,
    protection INTEGER NOT NULL) STRICT;
CREATE TABLE city_record (record TEXT NOT NULL, city_number TEXT NOT NULL, what TEXT NOT NULL,
    day TEXT NOT NULL, entered INTEGER NOT NULL) STRICT;
CREATE TABLE city_extract (t INTEGER NOT NULL, account TEXT NOT NULL, handbook TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, records INTEGER NOT NULL) STRICT;
CREATE TABLE returned_record (t INTEGER NOT NULL, account TEXT NOT NULL, handbook TEXT NOT NULL,
    record TEXT NOT NULL, what TEXT NOT NULL, day TEXT NOT NULL, placed INTEGER NOT NULL) STRICT;
CREATE TABLE care_rule (rule TEXT NOT NULL, unit TEXT NOT NULL, at INTEGER NOT NULL,
    source TEXT NOT NULL, status TEXT NOT NULL) STRICT;
CREATE TABLE dose_rule (vaccine TEXT NOT NULL, dose INTEGER NOT NULL, from_month INTEGER NOT NULL,
    until_month INTEGER NOT NULL, after_days INTEGER NOT NULL, source TEXT NOT NULL,
    status TEXT NOT NULL) STRICT;
CREATE TABLE care_night (day TEXT NOT NULL, ran INTEGER NOT NULL) STRICT;
CREATE TABLE care_child (child INTEGER NOT NULL, joined TEXT NOT NULL, week_zero TEXT NOT NULL,
    birth TEXT NOT NULL) STRICT;
CREATE TABLE care_message (child INTEGER NOT NULL, rule TEXT NOT NULL, dose INTEGER NOT NULL,
    day TEXT NOT NULL) STRICT;
CREATE TABLE care_dose (child INTEGER NOT NULL, vaccine TEXT NOT NULL, dose INTEGER NOT NULL,
    day TEXT NOT NULL) STRICT;
CREATE TABLE care_due (child INTEGER NOT NULL, vaccine TEXT NOT NULL, dose INTEGER NOT NULL,
    day TEXT NOT NULL, due TEXT NOT NULL) STRICT;
CREATE TABLE care_plan (child INTEGER NOT NULL, vaccine TEXT NOT NULL, dose INTEGER NOT NULL,
    entered TEXT NOT NULL, planned TEXT NOT NULL, outcome TEXT NOT NULL,
    reason TEXT NOT NULL) STRICT;
CREATE TABLE care_read (t INTEGER NOT NULL, child INTEGER NOT NULL, rule TEXT NOT NULL,
    dose INTEGER NOT NULL) STRICT;
-- A municipality's portal app: members, publications, phones and coupons.
CREATE TABLE portal_member (member TEXT NOT NULL, resident INTEGER NOT NULL) STRICT;
CREATE TABLE portal_rule (name TEXT NOT NULL, value INTEGER NOT NULL) STRICT;
CREATE TABLE portal_notice (notice INTEGER NOT NULL, t INTEGER NOT NULL, request TEXT NOT NULL,
    sender TEXT NOT NULL, everyone INTEGER NOT NULL, districts TEXT NOT NULL,
    age_from INTEGER NOT NULL, age_to INTEGER NOT NULL, outcome TEXT NOT NULL,
    people INTEGER NOT NULL, yen INTEGER NOT NULL, least_sale INTEGER NOT NULL,
    shop INTEGER NOT NULL, until INTEGER NOT NULL) STRICT;
CREATE TABLE portal_consent (t INTEGER NOT NULL, member TEXT NOT NULL,
    agrees INTEGER NOT NULL) STRICT;
CREATE TABLE portal_look (t INTEGER NOT NULL, resident INTEGER NOT NULL,
    after INTEGER NOT NULL) STRICT;
CREATE TABLE portal_shown (t INTEGER NOT NULL, resident INTEGER NOT NULL, notice INTEGER NOT NULL,
    coupon TEXT NOT NULL) STRICT;
CREATE TABLE coupon (coupon TEXT NOT NULL, t INTEGER NOT NULL, notice INTEGER NOT NULL,
    member TEXT NOT NULL) STRICT;
CREATE INDEX coupon_named ON coupon (coupon);
CREATE TABLE coupon_claim (t INTEGER NOT NULL, request TEXT NOT NULL, coupon TEXT NOT NULL,
    shop INTEGER NOT NULL, receipt INTEGER NOT NULL, amount INTEGER NOT NULL,
    outcome TEXT NOT NULL, yen INTEGER NOT NULL) STRICT;
CREATE TABLE coupon_trial (sale INTEGER NOT NULL, t INTEGER NOT NULL, coupon TEXT NOT NULL,
    outcome TEXT NOT NULL, heard INTEGER NOT NULL, keyed INTEGER NOT NULL) STRICT;
CREATE INDEX trial_of_sale ON coupon_trial (sale) WHERE keyed = 1;
CREATE TABLE coupon_end (coupon TEXT NOT NULL, state TEXT NOT NULL,
    receipt INTEGER NOT NULL) STRICT;
CREATE TABLE coupon_statement (sender TEXT NOT NULL, shop INTEGER NOT NULL,
    coupons INTEGER NOT NULL, yen INTEGER NOT NULL) STRICT;
-- What a coupon takes off the amount of a sale, by the terms it was published with.
CREATE VIEW v_coupon_off AS SELECT x.sale, n.yen FROM coupon_trial x
    JOIN coupon c ON c.coupon = x.coupon JOIN portal_notice n ON n.notice = c.notice
    WHERE x.keyed = 1;
-- Shelters and emergency data: what truly happened, and what was booked, listed and logged.
CREATE TABLE evacuee (person TEXT NOT NULL, resident INTEGER NOT NULL, household INTEGER NOT NULL,
    protection INTEGER NOT NULL) STRICT;
CREATE TABLE shelter_cut (tablet TEXT NOT NULL, begins INTEGER NOT NULL,
    ends INTEGER NOT NULL) STRICT;
CREATE TABLE shelter_event (event TEXT NOT NULL, tablet TEXT NOT NULL, shelter INTEGER NOT NULL,
    resident INTEGER NOT NULL, way TEXT NOT NULL, at INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL) STRICT;
CREATE TABLE shelter_book (t INTEGER NOT NULL, event TEXT NOT NULL, person TEXT NOT NULL,
    shelter INTEGER NOT NULL, at INTEGER NOT NULL, effect TEXT NOT NULL) STRICT;
CREATE TABLE shelter_list (made INTEGER NOT NULL, t INTEGER NOT NULL, shelter INTEGER NOT NULL,
    people INTEGER NOT NULL) STRICT;
CREATE TABLE family_ask (t INTEGER NOT NULL, asker INTEGER NOT NULL, sought INTEGER NOT NULL,
    outcome TEXT NOT NULL, shelter INTEGER NOT NULL) STRICT;
CREATE TABLE emergency_item (item TEXT NOT NULL, source TEXT NOT NULL, status TEXT NOT NULL) STRICT;
CREATE TABLE emergency_role (role TEXT NOT NULL) STRICT;
CREATE TABLE emergency_call (call INTEGER NOT NULL, ambulance TEXT NOT NULL,
    resident INTEGER NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, hitch TEXT NOT NULL,
    called INTEGER NOT NULL, reached INTEGER NOT NULL, touched INTEGER NOT NULL,
    told INTEGER NOT NULL, presented INTEGER NOT NULL, arrived INTEGER NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL, items TEXT NOT NULL) STRICT;
CREATE TABLE emergency_log (t INTEGER NOT NULL, call INTEGER NOT NULL, person TEXT NOT NULL,
    crew TEXT NOT NULL, role TEXT NOT NULL, items TEXT NOT NULL, outcome TEXT NOT NULL) STRICT;
CREATE TABLE emergency_report (t INTEGER NOT NULL, resident INTEGER NOT NULL,
    call INTEGER NOT NULL) STRICT;
-- Receptions of clinics: what is true of insurance and queues, and what was answered and booked.
CREATE TABLE clinic (clinic INTEGER NOT NULL, terminals INTEGER NOT NULL,
    opens INTEGER NOT NULL) STRICT;
CREATE TABLE insurance_cover (resident INTEGER NOT NULL, insurer INTEGER NOT NULL,
    valid_from INTEGER NOT NULL, valid_until INTEGER NOT NULL) STRICT;
CREATE TABLE clinic_arrival (visit INTEGER NOT NULL, clinic INTEGER NOT NULL,
    arrives INTEGER NOT NULL, resident INTEGER NOT NULL, claims INTEGER NOT NULL,
    patient TEXT NOT NULL, chart INTEGER NOT NULL, hitch TEXT NOT NULL,
    trouble TEXT NOT NULL) STRICT;
CREATE TABLE clinic_visit (visit INTEGER NOT NULL, terminal TEXT NOT NULL, begun INTEGER NOT NULL,
    ended INTEGER NOT NULL, way TEXT NOT NULL, looks INTEGER NOT NULL, outcome TEXT NOT NULL,
    reason TEXT NOT NULL, insurance TEXT NOT NULL, asked INTEGER NOT NULL,
    number INTEGER NOT NULL) STRICT;
CREATE TABLE clinic_book (t INTEGER NOT NULL, clinic INTEGER NOT NULL, request TEXT NOT NULL,
    patient TEXT NOT NULL, number INTEGER NOT NULL, effect TEXT NOT NULL, insurance TEXT NOT NULL,
    insurer INTEGER NOT NULL, asked INTEGER NOT NULL) STRICT;
-- Consultations online: what is true of an appointment, and what everybody wrote down.
CREATE TABLE online_visit (visit INTEGER NOT NULL, kind TEXT NOT NULL, resident INTEGER NOT NULL,
    claims INTEGER NOT NULL, hitch TEXT NOT NULL, trouble TEXT NOT NULL, fee INTEGER NOT NULL,
    ready INTEGER NOT NULL, results TEXT NOT NULL) STRICT;
CREATE TABLE online_event (t INTEGER NOT NULL, visit INTEGER NOT NULL, event TEXT NOT NULL,
    who TEXT NOT NULL, value INTEGER NOT NULL) STRICT;
CREATE TABLE online_phone (visit INTEGER NOT NULL, phone TEXT NOT NULL, joined INTEGER NOT NULL,
    dropped INTEGER NOT NULL, back INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
    paid INTEGER NOT NULL) STRICT;
CREATE TABLE online_talk (visit INTEGER NOT NULL, doctor TEXT NOT NULL, called INTEGER NOT NULL,
    begun INTEGER NOT NULL, spoken INTEGER NOT NULL, ended INTEGER NOT NULL, outcome TEXT NOT NULL,
    fee INTEGER NOT NULL) STRICT;
CREATE TABLE online_look (t INTEGER NOT NULL, visit INTEGER NOT NULL, who TEXT NOT NULL,
    outcome TEXT NOT NULL, results TEXT NOT NULL) STRICT;
CREATE TABLE online_charge (t INTEGER NOT NULL, request TEXT NOT NULL,
    yen INTEGER NOT NULL) STRICT;
CREATE TABLE online_invoice (visit INTEGER NOT NULL, fee INTEGER NOT NULL, paid INTEGER NOT NULL,
    state TEXT NOT NULL) STRICT;
CREATE TABLE aid_item (item TEXT NOT NULL, source TEXT NOT NULL, status TEXT NOT NULL) STRICT;
CREATE TABLE aid_role (role TEXT NOT NULL) STRICT;
CREATE TABLE aid_medic (medic TEXT NOT NULL, tablet TEXT NOT NULL, shelter INTEGER NOT NULL,
    opens INTEGER NOT NULL, closes INTEGER NOT NULL, most_looks INTEGER NOT NULL) STRICT;
CREATE TABLE aid_version (t INTEGER NOT NULL, resident INTEGER NOT NULL, person TEXT NOT NULL,
    shelter INTEGER NOT NULL, version INTEGER NOT NULL, contents TEXT NOT NULL) STRICT;
CREATE TABLE aid_fetch (t INTEGER NOT NULL, tablet TEXT NOT NULL, made INTEGER NOT NULL) STRICT;
CREATE TABLE aid_look (look TEXT NOT NULL, tablet TEXT NOT NULL, medic TEXT NOT NULL,
    role TEXT NOT NULL, resident INTEGER NOT NULL, way TEXT NOT NULL, hitch TEXT NOT NULL,
    at INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, basis TEXT NOT NULL,
    version INTEGER NOT NULL, shown INTEGER NOT NULL, contents TEXT NOT NULL) STRICT;
CREATE TABLE aid_log (t INTEGER NOT NULL, look TEXT NOT NULL, person TEXT NOT NULL,
    medic TEXT NOT NULL, role TEXT NOT NULL, at INTEGER NOT NULL, items TEXT NOT NULL,
    outcome TEXT NOT NULL) STRICT;
CREATE TABLE aid_report (t INTEGER NOT NULL, resident INTEGER NOT NULL, look TEXT NOT NULL) STRICT;
CREATE TABLE mykey_member (resident INTEGER NOT NULL, card INTEGER NOT NULL, member TEXT NOT NULL,
    account TEXT NOT NULL) STRICT;
CREATE TABLE mykey_wish (execution TEXT NOT NULL, t INTEGER NOT NULL, resident INTEGER NOT NULL,
    ticket TEXT NOT NULL, points INTEGER NOT NULL, heard TEXT NOT NULL) STRICT;
CREATE TABLE mykey_move (t INTEGER NOT NULL, execution TEXT NOT NULL, card INTEGER NOT NULL,
    ticket TEXT NOT NULL, points INTEGER NOT NULL, step TEXT NOT NULL) STRICT;
CREATE TABLE mykey_entry (t INTEGER NOT NULL, account TEXT NOT NULL, entry TEXT NOT NULL,
    ticket TEXT NOT NULL, receipt TEXT NOT NULL, shop INTEGER NOT NULL,
    points INTEGER NOT NULL) STRICT;
CREATE TABLE mykey_receipt (receipt TEXT NOT NULL, t INTEGER NOT NULL, shop INTEGER NOT NULL,
    resident INTEGER NOT NULL, ticket TEXT NOT NULL, points INTEGER NOT NULL,
    heard TEXT NOT NULL) STRICT;
CREATE TABLE mykey_void (t INTEGER NOT NULL, receipt TEXT NOT NULL) STRICT;
CREATE TABLE mykey_balance (account TEXT NOT NULL, points INTEGER NOT NULL) STRICT;
CREATE TABLE mykey_statement (shop INTEGER NOT NULL, points INTEGER NOT NULL) STRICT;
CREATE TABLE way_street (street INTEGER NOT NULL, one INTEGER NOT NULL, other INTEGER NOT NULL,
    metres INTEGER NOT NULL, closed INTEGER NOT NULL) STRICT;
CREATE TABLE way_shelter (shelter INTEGER NOT NULL, crossing INTEGER NOT NULL,
    capacity INTEGER NOT NULL) STRICT;
CREATE TABLE way_map (t INTEGER NOT NULL, phone TEXT NOT NULL, made INTEGER NOT NULL) STRICT;
CREATE TABLE way_book (t INTEGER NOT NULL, search TEXT NOT NULL, shelter INTEGER NOT NULL) STRICT;
CREATE TABLE way_search (search TEXT NOT NULL, phone TEXT NOT NULL, resident INTEGER NOT NULL,
    crossing INTEGER NOT NULL, asked INTEGER NOT NULL, told INTEGER NOT NULL, basis TEXT NOT NULL,
    known INTEGER NOT NULL, shelter INTEGER NOT NULL, metres INTEGER NOT NULL, way TEXT NOT NULL,
    outcome TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE counter_window (window TEXT NOT NULL, procedure TEXT NOT NULL, card INTEGER NOT NULL,
    added INTEGER NOT NULL, opens INTEGER NOT NULL, closes INTEGER NOT NULL) STRICT;
CREATE TABLE counter_ticket (day TEXT NOT NULL, procedure TEXT NOT NULL, number INTEGER NOT NULL,
    resident INTEGER NOT NULL, arrived INTEGER NOT NULL, called INTEGER NOT NULL,
    gone INTEGER NOT NULL, window TEXT NOT NULL, outcome TEXT NOT NULL) STRICT;
CREATE TABLE counter_book (t INTEGER NOT NULL, ticket TEXT NOT NULL, procedure TEXT NOT NULL,
    application INTEGER NOT NULL) STRICT;
CREATE TABLE lecture_buy (buy INTEGER NOT NULL, resident INTEGER NOT NULL, guest TEXT NOT NULL,
    trouble TEXT NOT NULL, hitch TEXT NOT NULL, t INTEGER NOT NULL, done INTEGER NOT NULL,
    ticket TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE lecture_ticket (t INTEGER NOT NULL, ticket TEXT NOT NULL, guest TEXT NOT NULL,
    request TEXT NOT NULL) STRICT;
CREATE TABLE lecture_entry (t INTEGER NOT NULL, ticket TEXT NOT NULL, guest TEXT NOT NULL,
    request TEXT NOT NULL, way TEXT NOT NULL) STRICT;
CREATE TABLE lecture_visit (visit INTEGER NOT NULL, door INTEGER NOT NULL, arrives INTEGER NOT NULL,
    begun INTEGER NOT NULL, ended INTEGER NOT NULL, resident INTEGER NOT NULL,
    buyer INTEGER NOT NULL, lookalike INTEGER NOT NULL, looks INTEGER NOT NULL, way TEXT NOT NULL,
    believed TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE watch_child (child TEXT NOT NULL, resident INTEGER NOT NULL, guardian INTEGER NOT NULL,
    second INTEGER NOT NULL, guardian_name TEXT NOT NULL, second_name TEXT NOT NULL,
    hidden INTEGER NOT NULL, absent INTEGER NOT NULL) STRICT;
CREATE TABLE watch_pass (pass INTEGER NOT NULL, camera TEXT NOT NULL, gate INTEGER NOT NULL,
    at INTEGER NOT NULL, child TEXT NOT NULL, twin INTEGER NOT NULL, believed TEXT NOT NULL,
    by TEXT NOT NULL, told INTEGER NOT NULL, answer TEXT NOT NULL) STRICT;
CREATE TABLE watch_act (t INTEGER NOT NULL, done INTEGER NOT NULL, act TEXT NOT NULL,
    child TEXT NOT NULL, receiver TEXT NOT NULL, outcome TEXT NOT NULL) STRICT;
CREATE TABLE watch_news (t INTEGER NOT NULL, news TEXT NOT NULL, child TEXT NOT NULL,
    receiver TEXT NOT NULL, what TEXT NOT NULL, camera TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE TABLE watch_stop (t INTEGER NOT NULL, news TEXT NOT NULL, why TEXT NOT NULL) STRICT;
CREATE TABLE watch_shown (t INTEGER NOT NULL, phone TEXT NOT NULL, owner INTEGER NOT NULL,
    news TEXT NOT NULL, child TEXT NOT NULL, receiver TEXT NOT NULL, what TEXT NOT NULL,
    camera TEXT NOT NULL, at INTEGER NOT NULL, effect TEXT NOT NULL) STRICT;
CREATE TABLE note (t INTEGER NOT NULL, kind TEXT NOT NULL, place TEXT NOT NULL,
    text TEXT NOT NULL) STRICT;

-- ---- written at the end -------------------------------------------------------------------------
-- Sums over the rows above. A file whose run.digest is NULL, because it is still written or its run
-- was killed, does not have them; sim/record/recount counts them. A quarter hour is a time / 900 s,
-- rounded down.
--
-- hop 1..9 = poll..visible, 10 tap time (T1-T6), 11 hold time (T0-T5); lengths in [from_ns, to_ns),
-- operator as in tap. Hops 1..6, tap and hold time count only taps whose card stayed: not those that
-- were torn, unconfirmed, refused_clash or device_off.
CREATE TABLE latency_histogram (
    operator INTEGER NOT NULL, hop INTEGER NOT NULL, from_ns INTEGER NOT NULL,
    to_ns INTEGER NOT NULL, taps INTEGER NOT NULL,
    PRIMARY KEY (operator, hop, from_ns)) STRICT, WITHOUT ROWID;
-- The tap time by reader. p50_ns, p99_ns: the end of the bin (as above) that holds this share of the
-- taps, at most longest_ns, which is exact.
CREATE TABLE latency_device (
    device INTEGER PRIMARY KEY, taps INTEGER NOT NULL, p50_ns INTEGER NOT NULL,
    p99_ns INTEGER NOT NULL, longest_ns INTEGER NOT NULL) STRICT;
-- The 100 longest of each hop, of the taps the histogram counts: rank 1 is the longest, equal ones
-- in order of device and sequence.
CREATE TABLE slow_tap (
    hop INTEGER NOT NULL, rank INTEGER NOT NULL, ns INTEGER NOT NULL, device INTEGER NOT NULL,
    sequence INTEGER NOT NULL, PRIMARY KEY (hop, rank)) STRICT, WITHOUT ROWID;
-- Paid rides: every tap of kind alight, flat or cash that was accepted or recovered is one ride of
-- true_riders riders, from true_board to true_alight of its trip, and one of kind cancel takes one
-- back. So a ride whose touch was repeated, or that was charged again after a cancel, counts once.
-- Riders without a card leave no tap and are in stop_visit only.
CREATE TABLE ridership_tap (
    trip INTEGER NOT NULL, position INTEGER NOT NULL, boarded INTEGER NOT NULL,
    alighted INTEGER NOT NULL, PRIMARY KEY (trip, position)) STRICT, WITHOUT ROWID;
-- The same rides by the class and half fare (0 no, 1 child, 2 disabled) the device applied; cash: of
-- kind cash. riders is true_riders; fare is what the device took, base_fare the adult fare before
-- any reduction of all the riders it charged for. The quarter hour is that of t0 of the paying tap
-- (t1 where t0 is NULL), of a cancel its own: a cell may be negative when the money was given back
-- in the quarter hour after.
CREATE TABLE ridership_class (
    pattern INTEGER NOT NULL, quarter_hour INTEGER NOT NULL, class INTEGER NOT NULL,
    half INTEGER NOT NULL, cash INTEGER NOT NULL, rides INTEGER NOT NULL, riders INTEGER NOT NULL,
    fare INTEGER NOT NULL, base_fare INTEGER NOT NULL,
    PRIMARY KEY (pattern, quarter_hour, class, half, cash)) STRICT, WITHOUT ROWID;
-- Postings added up. operator: of the debit account, else of the credit account, -1 when neither is
-- an operator's (revenue, cash or owed).
CREATE TABLE money_flow (
    kind INTEGER NOT NULL, debit_kind INTEGER NOT NULL, credit_kind INTEGER NOT NULL,
    operator INTEGER NOT NULL, quarter_hour INTEGER NOT NULL, times INTEGER NOT NULL,
    yen INTEGER NOT NULL,
    PRIMARY KEY (kind, debit_kind, credit_kind, operator, quarter_hour)) STRICT, WITHOUT ROWID;

-- Files for planners as they were exported, byte for byte (scenario key `planning`).
CREATE TABLE exported (file TEXT PRIMARY KEY, k INTEGER NOT NULL, content TEXT NOT NULL) STRICT;

-- ---- written by verification --------------------------------------------------------------------
CREATE TABLE expectation (
    number INTEGER PRIMARY KEY, measure TEXT NOT NULL, hop TEXT NOT NULL, statistic TEXT NOT NULL,
    op TEXT NOT NULL, lim INTEGER NOT NULL, unit TEXT NOT NULL, value INTEGER,
    verdict TEXT NOT NULL, line INTEGER NOT NULL, text TEXT NOT NULL, broken_by TEXT NOT NULL,
    detail TEXT NOT NULL) STRICT;
CREATE TABLE property (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, verdict TEXT NOT NULL,
    checked INTEGER NOT NULL, violations INTEGER NOT NULL) STRICT;
-- device and sequence are 0 when no single tap is to blame.
CREATE TABLE finding (
    number INTEGER PRIMARY KEY, property TEXT NOT NULL, severity TEXT NOT NULL,
    device INTEGER NOT NULL, sequence INTEGER NOT NULL, hop TEXT NOT NULL, yen INTEGER NOT NULL,
    text TEXT NOT NULL) STRICT;
-- Every attempt and how it ended: outcome done | dead_end, its reason, and the one the scenario
-- expects (NULL: that it comes to its end).
CREATE TABLE dead_end (
    kind TEXT NOT NULL, service TEXT NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL,
    expected TEXT, PRIMARY KEY (kind, service)) STRICT, WITHOUT ROWID;
-- Debits, top-ups and cancels (yen negative) whose answer was lost. done: what the card later showed.
-- confirmed, arrived: a later touch of the same box finished it, and the cloud had that touch.
-- suspended, settled, reversed: what the ledger did meanwhile.
CREATE TABLE lost_answer (
    device INTEGER NOT NULL, sequence INTEGER NOT NULL, card INTEGER NOT NULL,
    yen INTEGER NOT NULL, made INTEGER NOT NULL, done INTEGER NOT NULL, confirmed INTEGER,
    arrived INTEGER, suspended INTEGER, settled INTEGER, reversed INTEGER) STRICT;
-- What stands between two books at a checkpoint, tap by tap. The sums of `yen` are exactly
-- purses before - purses - journals ('unanswered': the box does not know that the card paid) and
-- journals - ledger ('in flight': not arrived yet; 'settled': the ledger knows better than the box)
-- and suspense ('suspense': nobody knows yet).
CREATE TABLE in_flight (
    checkpoint INTEGER NOT NULL, number INTEGER NOT NULL, device INTEGER NOT NULL,
    sequence INTEGER NOT NULL, why TEXT NOT NULL, yen INTEGER NOT NULL,
    PRIMARY KEY (checkpoint, number)) STRICT, WITHOUT ROWID;
-- The oracle's own fares: key = edition << 56 | pattern << 20 | board << 10 | alight.
-- source: 1 tariff_od, 2 tariff_flat, 3 fare_row; rule: row of that table.
CREATE TABLE fare_od (
    fare_key INTEGER PRIMARY KEY, price INTEGER NOT NULL, cash_price INTEGER NOT NULL,
    child_price INTEGER, route INTEGER NOT NULL, source INTEGER NOT NULL, rule INTEGER NOT NULL)
    STRICT;
-- The oracle's reductions: key = edition << 56 | route << 12 | class << 4 | half, half plus 8 in
-- cash. The due amount of one rider is
-- Of sales: key = edition << 56 | 1 << 48 | class << 4 | 1 with a valid pass, price = the amount.
-- ((price * mul1 + add1) / div1 * unit1 * mul2 + add2) / div2 * unit2 in whole numbers.
CREATE TABLE fare_reduction (
    reduction_key INTEGER PRIMARY KEY, mul1 INTEGER NOT NULL, add1 INTEGER NOT NULL,
    div1 INTEGER NOT NULL, unit1 INTEGER NOT NULL, mul2 INTEGER NOT NULL, add2 INTEGER NOT NULL,
    div2 INTEGER NOT NULL, unit2 INTEGER NOT NULL, text TEXT NOT NULL, rule TEXT NOT NULL) STRICT;
-- Cards with a pass: from_ns is the first time with it (least: before the day), until_ns the first
-- without it, amount NULL = an area pass.
CREATE TABLE fare_holder (
    card INTEGER NOT NULL, from_ns INTEGER NOT NULL, pass INTEGER NOT NULL,
    until_ns INTEGER NOT NULL, amount INTEGER, PRIMARY KEY (card, from_ns)) STRICT, WITHOUT ROWID;
-- Stops at which a pass counts: key = pass << 40 | pattern << 10 | position.
CREATE TABLE fare_pass (pass_key INTEGER PRIMARY KEY) STRICT;

-- ---- views --------------------------------------------------------------------------------------
CREATE TABLE tap_kind (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO tap_kind VALUES (0, 'board'), (1, 'alight'), (2, 'flat'), (3, 'top_up'), (4, 'cash'),
    (5, 'cancel'), (6, 'sale');
CREATE TABLE tap_verdict (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO tap_verdict VALUES (0, 'accepted'), (1, 'recovered'), (2, 'repeated'),
    (3, 'unconfirmed'), (4, 'torn'), (5, 'refused_balance'), (6, 'refused_listed'),
    (7, 'refused_clash'), (8, 'refused_card'), (9, 'refused_fare'), (10, 'refused_top_up'),
    (11, 'device_off'), (12, 'reader_fault'), (13, 'refused_cancel'), (14, 'refused_journal'),
    (15, 'refused_offline');
CREATE TABLE posting_kind (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO posting_kind VALUES (0, 'fare'), (1, 'top_up'), (2, 'suspend'), (3, 'settle'),
    (4, 'reverse'), (5, 'adjust'), (6, 'cash_fare'), (7, 'cancel'), (8, 'cap'), (9, 'pay_out'),
    (10, 'award'), (11, 'move');
CREATE TABLE account_kind (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO account_kind VALUES (0, 'card'), (1, 'revenue'), (2, 'suspense'), (3, 'cash'),
    (4, 'owed'), (5, 'points'), (6, 'subsidy'),
    (7, 'platform');
CREATE TABLE decided_by (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
INSERT INTO decided_by VALUES (0, 'local'), (1, 'cached'), (2, 'cloud'), (3, 'fallback');

-- One row per tap: T0..T9 as absolute times, names resolved. board and alight are the stops the
-- device recorded; true_board and true_alight are where the rider really was.
CREATE VIEW v_tap AS
SELECT t.rowid AS row, t.device || '-' || t.sequence AS tap, t.device, t.sequence, t.card, t.rider,
    b.name AS bus, o.id AS operator, r.id AS route, r.name AS route_name, t.trip,
    tr.id AS trip_id, tr.headsign, k.name AS kind, v.name AS verdict, d.name AS decided_by,
    sb.name AS true_board, sa.name AS true_alight, db.name AS board, da.name AS alight,
    t.half, t.discount_class, t.riders, t.true_half, t.true_class, t.true_riders, t.attempt,
    t.base_fare, t.fare, t.cloud_due, t.balance_before, t.balance_after, t.execution,
    t.last_execution, t.t0 AS t0, coalesce(t.t0, 0) + t.d1 AS t1, coalesce(t.t0, 0) + t.d2 AS t2,
    coalesce(t.t0, 0) + t.d3 AS t3, coalesce(t.t0, 0) + t.d4 AS t4,
    coalesce(t.t0, 0) + t.d5 AS t5, coalesce(t.t0, 0) + t.d6 AS t6,
    coalesce(t.t0, 0) + t.d7 AS t7, coalesce(t.t0, 0) + t.d8 AS t8,
    coalesce(t.t0, 0) + t.d9 AS t9, t.d6 - t.d1 AS tap_time_ns, t.d5 AS hold_time_ns,
    t.d4 - t.d3 AS decision_time_ns, s.name AS shop
FROM tap t
LEFT JOIN bus b ON b.bus = t.bus
LEFT JOIN shop s ON s.shop = t.bus
LEFT JOIN pattern p ON p.pattern = t.pattern
LEFT JOIN route r ON r.route = p.route
LEFT JOIN operator o ON o.operator = t.operator
LEFT JOIN trip tr ON tr.trip = t.trip
LEFT JOIN pattern_stop pb ON pb.pattern = t.pattern AND pb.position = t.true_board
LEFT JOIN stop sb ON sb.stop = pb.stop
LEFT JOIN pattern_stop pa ON pa.pattern = t.pattern AND pa.position = t.true_alight
LEFT JOIN stop sa ON sa.stop = pa.stop
LEFT JOIN pattern_stop qb ON qb.pattern = t.pattern AND qb.position = t.board_code - p.first_code
LEFT JOIN stop db ON db.stop = qb.stop
LEFT JOIN pattern_stop qa ON qa.pattern = t.pattern AND qa.position = t.alight_code - p.first_code
LEFT JOIN stop da ON da.stop = qa.stop
LEFT JOIN tap_kind k ON k.number = t.kind
LEFT JOIN tap_verdict v ON v.number = t.verdict
LEFT JOIN decided_by d ON d.number = t.decided_by;

-- One row per tap and hop reached: hop 1 poll (T0-T1) to hop 9 visible (T8-T9).
CREATE VIEW v_hop AS
SELECT device, sequence, 1 AS hop, 'poll' AS name, coalesce(t0, 0) AS start, d1 AS ns
    FROM tap WHERE d1 NOT NULL AND t0 NOT NULL
UNION ALL SELECT device, sequence, 2, 'select', coalesce(t0, 0) + d1, d2 - d1
    FROM tap WHERE d1 NOT NULL AND d2 NOT NULL
UNION ALL SELECT device, sequence, 3, 'read', coalesce(t0, 0) + d2, d3 - d2
    FROM tap WHERE d2 NOT NULL AND d3 NOT NULL
UNION ALL SELECT device, sequence, 4, 'decision', coalesce(t0, 0) + d3, d4 - d3
    FROM tap WHERE d3 NOT NULL AND d4 NOT NULL
UNION ALL SELECT device, sequence, 5, 'write', coalesce(t0, 0) + d4, d5 - d4
    FROM tap WHERE d4 NOT NULL AND d5 NOT NULL
UNION ALL SELECT device, sequence, 6, 'feedback', coalesce(t0, 0) + d5, d6 - d5
    FROM tap WHERE d5 NOT NULL AND d6 NOT NULL
UNION ALL SELECT device, sequence, 7, 'journal', coalesce(t0, 0) + d6, d7 - d6
    FROM tap WHERE d6 NOT NULL AND d7 NOT NULL
UNION ALL SELECT device, sequence, 8, 'upload', coalesce(t0, 0) + d7, d8 - d7
    FROM tap WHERE d7 NOT NULL AND d8 NOT NULL
UNION ALL SELECT device, sequence, 9, 'visible', coalesce(t0, 0) + d8, d9 - d8
    FROM tap WHERE d8 NOT NULL AND d9 NOT NULL;

-- Every yen that moved: what a device says it took from or loaded onto a card (book 'journal'),
-- and what the ledger wrote (book 'ledger').
CREATE VIEW v_money AS
SELECT 'journal' AS book, t.device, t.sequence, t.card, t.execution, v.name AS kind,
    CASE t.kind WHEN 3 THEN 'cash' ELSE 'card' END AS source, t.operator AS operator,
    CASE t.kind WHEN 3 THEN 'card' ELSE 'revenue' END AS target, t.fare AS yen,
    coalesce(t.t0, 0) + coalesce(t.d5, t.d4, 0) AS t
FROM tap t JOIN tap_verdict v ON v.number = t.verdict WHERE t.execution <> 0
UNION ALL
SELECT 'ledger', p.device, p.sequence, p.card, p.execution, k.name, a.name,
    CASE WHEN p.debit_kind IN (1, 3) THEN p.debit_number
         WHEN p.credit_kind IN (1, 3) THEN p.credit_number END,
    b.name, p.amount, p.t
FROM posting p JOIN posting_kind k ON k.number = p.kind
JOIN account_kind a ON a.number = p.debit_kind JOIN account_kind b ON b.number = p.credit_kind;

-- Each change of a link and how long it took until the last fare box that ever heard of it had it.
CREATE VIEW v_link AS
SELECT l.version, l.t, l.card, l.resident, l.change, l.membership, l.discount_class, l.earlier,
    (SELECT max(h.heard) FROM (SELECT min(x.t) AS heard FROM list_taken x
        WHERE x.published >= l.t GROUP BY x.device) h) - l.t AS propagation,
    (SELECT count(DISTINCT x.device) FROM list_taken x WHERE x.published >= l.t) AS boxes
FROM link l;

-- The media of a shop side by side: mean time points of its paid sales since the card came into the
-- field, ns. What people type lies between T2 and T3 of a My Number Card.
CREATE VIEW v_medium AS
SELECT 'transit card' AS medium, count(*) AS sales, avg(d1) AS t1, avg(d2) AS t2, avg(d3) AS t3,
    avg(d4) AS t4 FROM tap WHERE kind = 6 AND verdict = 0 HAVING count(*) > 0
UNION ALL
SELECT method, count(*), avg(t1 - t0), avg(t2 - t0), avg(t3 - t0), avg(t4 - t0)
    FROM card_sale WHERE outcome = 'paid' GROUP BY method;
-- Why shops refused them.
CREATE VIEW v_card_sale_refusal AS
SELECT reason, count(*) AS sales FROM card_sale WHERE outcome <> 'paid' GROUP BY reason;

-- Signatures of phones by where the key is kept; proofs with the card and with its functions inside a
-- phone; proofs of amounts that lie in two bands; and why proofs were refused.
CREATE VIEW v_signing AS
SELECT custody, count(*) AS signatures, min(signing) AS least_ns, avg(signing) AS mean_ns,
    max(signing) AS most_ns FROM id_proof WHERE signing >= 0 GROUP BY custody;
CREATE VIEW v_id_medium AS
SELECT CASE in_phone WHEN 1 THEN 'inside the phone' ELSE 'card' END AS medium, method,
    count(*) AS proofs, avg(card_at - begun) AS captured_ns, avg(decided - begun) AS decided_ns
    FROM id_proof WHERE outcome = 'accepted' AND card_at >= 0 GROUP BY in_phone, method;
CREATE VIEW v_id_overlap AS
SELECT p.service, p.amount, p.method, count(*) AS proofs FROM id_proof p
    WHERE p.outcome = 'accepted' AND (SELECT count(DISTINCT b.position) FROM id_band b WHERE
    b.service = p.service AND p.amount BETWEEN b.from_yen AND b.to_yen) > 1
    GROUP BY p.service, p.amount, p.method;
CREATE VIEW v_id_refusal AS
SELECT method, reason, hitch, count(*) AS proofs FROM id_proof WHERE outcome <> 'accepted'
    GROUP BY method, reason, hitch;

CREATE VIEW v_expectation AS
SELECT number, measure, hop, statistic, op, lim AS "limit", unit, value, verdict, line, text,
    broken_by, detail FROM expectation;

CREATE VIEW v_property AS
SELECT p.number, p.name, p.kind, p.verdict, p.checked, p.violations,
    (SELECT f.text FROM finding f WHERE f.property = p.name ORDER BY f.number LIMIT 1)
        AS first_finding
FROM property p;

-- Table in_flight by the taps' names.
CREATE VIEW v_in_flight AS
SELECT checkpoint, device || '-' || sequence AS tap, why, yen FROM in_flight;

-- The four books at each checkpoint and what explains their differences.
CREATE VIEW v_checkpoint AS
SELECT c.t, c.purses, c.journals, c.ledger, c.suspense, c.statements,
    c.journals - c.ledger AS difference,
    (SELECT coalesce(sum(f.yen), 0) FROM in_flight f
        WHERE f.checkpoint = c.t AND f.why IN ('in flight', 'settled')) AS explained,
    (SELECT count(*) FROM in_flight f WHERE f.checkpoint = c.t) AS taps
FROM checkpoint c;
