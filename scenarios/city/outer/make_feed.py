#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the feed of an invented outer area: three services whose fares depend on the district of
the rider, and a town line, two vehicles each, from 7 to 12 o'clock. The dispatched taxi is a line
here: only its fare matters."""
import pathlib
import sys

LINES = {"ai_taxi": "AI dispatch taxi", "runrun": "Runrun bus", "furusato": "Furusato bus",
         "town": "Town line"}
STOPS, CALL, TURN = 6, 240, 600
FIRST, LAST = 7 * 3600, 12 * 3600


def clock(seconds):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def trips():
    for line in LINES:
        for vehicle in range(2):
            start = FIRST + vehicle * 900
            for number in range((LAST - start) // (STOPS * CALL + TURN)):
                yield line, vehicle, number, start + number * (STOPS * CALL + TURN)


def tables():
    yield "agency", ["agency_id,agency_name,agency_url,agency_timezone,agency_lang",
                     "outer,Outer Area Transport,https://example.org/,Asia/Tokyo,en"]
    yield "stops", ["stop_id,stop_name,stop_lat,stop_lon,zone_id"] + [
        f"{line}_{stop},{name} {stop + 1},{36.42 + row * 0.01:.4f},{139.1 + stop * 0.006:.4f},{line}_{stop}"
        for row, (line, name) in enumerate(LINES.items()) for stop in range(STOPS)]
    yield "routes", ["route_id,agency_id,route_short_name,route_long_name,route_type"] + [
        f"{line},outer,{line},{name},3" for line, name in LINES.items()]
    yield "calendar", ["service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
                       "start_date,end_date", "daily,1,1,1,1,1,1,1,20260401,20270331"]
    yield "trips", ["route_id,service_id,trip_id,block_id"] + [
        f"{line},daily,{line}-{vehicle}-{number},{line}-{vehicle}" for line, vehicle, number, _ in trips()]
    yield "stop_times", ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"] + [
        f"{line}-{vehicle}-{number},{clock(start + stop * CALL)},{clock(start + stop * CALL)},"
        f"{line}_{stop},{stop + 1}"
        for line, vehicle, number, start in trips() for stop in range(STOPS)]
    yield "fare_attributes", ["fare_id,price,currency_type,payment_method,transfers", "flat,300,JPY,0,0"]
    yield "fare_rules", ["fare_id,route_id,origin_id,destination_id"] + [f"flat,{line},," for line in LINES]


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "gtfs"
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables():
        (folder / f"{name}.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


main()
