#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes gtfs/*.txt, the buses of the invented port town of Shiosai: a loop round the bay and three
lines whose fares grow with the distance, of two operators, from 6 to 20 o'clock, both ways. The same
input gives the same bytes.

usage: make_feed.py [FOLDER]      (default: gtfs beside this file)
"""
import pathlib
import sys

OPERATORS = {"minato": "Minato City Bus", "misaki": "Misaki Kotsu"}
# line: operator, name, stops, minutes between stops, vehicles, south and east of the first stop,
# step to the next one (0.0001 degree), first fare and what each further stop adds
LINES = {
    "bay": ("minato", "Bay loop", 7, 3, 3, 1000, 2000, (12, 40), (160, 0)),
    "hill": ("minato", "Hill line", 9, 3, 3, 1000, 2000, (55, -15), (170, 30)),
    "cape": ("misaki", "Cape line", 12, 4, 4, 1000, 2010, (-40, 62), (190, 45)),
    "isle": ("misaki", "Isle bridge line", 8, 5, 3, 960, 2040, (-70, -35), (230, 60)),
}
FIRST, LAST = 6 * 3600, 20 * 3600
LAYOVER = 480


def clock(seconds):
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def trips():
    for line, (_, _, stops, minutes, vehicles, *_) in LINES.items():
        run = (stops - 1) * minutes * 60 + LAYOVER
        for vehicle in range(vehicles):
            start = FIRST + vehicle * 2 * run // vehicles
            for number in range((LAST - start) // run):
                yield line, vehicle, number, start + number * run


def calls(line, number, start):
    stops, minutes = LINES[line][2:4]
    order = range(stops) if number % 2 == 0 else range(stops - 1, -1, -1)
    for position, stop in enumerate(order):
        yield position + 1, stop, clock(start + position * minutes * 60)


def price(line, hops):
    first, each = LINES[line][8]
    return first + each * (hops - 1)


def stop_rows():
    for line, (_, name, stops, _, _, south, east, (up, right), _) in LINES.items():
        for stop in range(stops):
            lat, lon = 340000 + south + up * stop, 1360000 + east + right * stop
            yield (f"{line}_{stop},{name} {stop + 1},{lat // 10000}.{lat % 10000:04},"
                   f"{lon // 10000}.{lon % 10000:04},{line}_{stop}")


def tables():
    yield "agency", ["agency_id,agency_name,agency_url,agency_timezone,agency_lang"] + [
        f"{key},{name},https://example.org/,Asia/Tokyo,en" for key, name in OPERATORS.items()]
    yield "stops", ["stop_id,stop_name,stop_lat,stop_lon,zone_id", *stop_rows()]
    yield "routes", ["route_id,agency_id,route_short_name,route_long_name,route_type"] + [
        f"{line},{row[0]},{line},{row[1]},3" for line, row in LINES.items()]
    yield "calendar", ["service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
                       "start_date,end_date", "daily,1,1,1,1,1,1,1,20260401,20270331"]
    yield "trips", ["route_id,service_id,trip_id,direction_id,block_id"] + [
        f"{line},daily,{line}-{vehicle}-{number},{number % 2},{line}-{vehicle}"
        for line, vehicle, number, _ in trips()]
    yield "stop_times", ["trip_id,arrival_time,departure_time,stop_id,stop_sequence"] + [
        f"{line}-{vehicle}-{number},{at},{at},{line}_{stop},{position}"
        for line, vehicle, number, start in trips() for position, stop, at in calls(line, number, start)]
    pairs = [(line, a, b) for line, row in LINES.items() for a in range(row[2]) for b in range(row[2])
             if a != b]
    yield "fare_attributes", ["fare_id,price,currency_type,payment_method,transfers"] + [
        f"p{yen},{yen},JPY,0,0" for yen in sorted({price(line, abs(a - b)) for line, a, b in pairs})]
    yield "fare_rules", ["fare_id,route_id,origin_id,destination_id"] + [
        f"p{price(line, abs(a - b))},{line},{line}_{a},{line}_{b}" for line, a, b in pairs]


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "gtfs"
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables():
        (folder / f"{name}.txt").write_text("\n".join(rows) + "\n", encoding="utf-8")


main()
