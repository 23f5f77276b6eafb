#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the feed of the bench city: 30 lines of 40 stops, 300 buses, two trips each, a call every
90 s, the bus's start 0 to 89 s late. An invented city, only there to be measured against the bare
event heap of `tapbench bench`, which has the same shape."""
import pathlib
import sys

LINES, STOPS, BUSES, TRIPS, CALL = 30, 40, 300, 2, 90
START = 7 * 3600


def clock(seconds):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def stop_id(line, stop):
    return f"L{line:02}S{stop:02}"


def price(board, alight):
    return 100 + 10 * (alight - board)


def tables():
    lines = range(LINES)
    yield "agency", ["agency_id,agency_name,agency_url,agency_timezone,agency_lang",
                     "bench,Bench Bus,https://example.org/,Asia/Tokyo,ja"]
    yield "stops", ["stop_id,stop_name,stop_lat,stop_lon,zone_id"] + [
        f"{stop_id(l, s)},Line {l + 1} stop {s + 1},{36.3 + l * 0.005:.4f},{139.0 + s * 0.005:.4f},"
        f"{stop_id(l, s)}" for l in lines for s in range(STOPS)]
    yield "routes", ["route_id,agency_id,route_short_name,route_long_name,route_type"] + [
        f"L{l:02},bench,{l + 1},Line {l + 1},3" for l in lines]
    yield "calendar", ["service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
                       "start_date,end_date", "daily,1,1,1,1,1,1,1,20260401,20270331"]
    trips = [(b, t) for b in range(BUSES) for t in range(TRIPS)]
    yield "trips", ["route_id,service_id,trip_id,block_id"] + [
        f"L{b % LINES:02},daily,B{b:03}T{t},B{b:03}" for b, t in trips]
    rows = ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"]
    for b, t in trips:
        first = START + b * 7 % CALL + t * (STOPS * CALL + 60)
        rows += [f"B{b:03}T{t},{clock(first + s * CALL)},{clock(first + s * CALL)},"
                 f"{stop_id(b % LINES, s)},{s + 1}" for s in range(STOPS)]
    yield "stop_times", rows
    prices = sorted({price(a, b) for a in range(STOPS) for b in range(a + 1, STOPS)})
    yield "fare_attributes", ["fare_id,price,currency_type,payment_method,transfers"] + [
        f"F{p},{p},JPY,0,0" for p in prices]
    yield "fare_rules", ["fare_id,route_id,origin_id,destination_id"] + [
        f"F{price(a, b)},L{l:02},{stop_id(l, a)},{stop_id(l, b)}"
        for l in lines for a in range(STOPS) for b in range(a + 1, STOPS)]


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "gtfs"
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables():
        (folder / f"{name}.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


main()
