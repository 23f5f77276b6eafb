#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes gtfs/*.txt, the built-in bus service of Maebashi, in GTFS-JP form.

Operators, stations and places are real names; positions are approximate. The timetable, the stops
between the places, the ways of the buses, the vehicles and the fares are invented. Their size
follows figures observed in Gunma: fares of 100 to 790 yen by distance, a 200-yen flat zone in the
centre, 100-yen My Bus loops, more than a hundred buses in service in the weekday morning. The same
input gives the same bytes: whole numbers only, no clock, no randomness.

usage: make_feed.py [FOLDER]      (default: gtfs beside this file)
"""
import math
import pathlib
import sys

sys.dont_write_bytecode = True  # before our own modules are read

import lines
import places
import ways

WEEKDAY, WEEKEND = "平日", "土日祝"
START, END = "20260401", "20270331"
# National holidays of Japan in the period that fall on a weekday, and the days around New Year on
# which buses usually run as on Sundays (assumed).
HOLIDAYS = (
    "20260429 20260504 20260505 20260506 20260720 20260811 20260921 20260922 20260923 20261012 "
    "20261103 20261123 20261230 20261231 20270101 20270111 20270211 20270223 20270322"
).split()
STOP_SPACING_M = 420      # between neighbouring stops, about
DETOUR_PERCENT = 125      # road length over straight line, assumed
SPEED_M_PER_MIN = 290     # 17.4 km/h with stops, assumed
LAYOVER_MIN = 4           # a bus rests this long at least before it leaves again
LONGEST_REST_MIN = 40     # after a longer one it is taken out of service: another block
# Metres and yen; between the points in proportion. Medians of Kan-etsu 2019, which is the scale.
FARE_POINTS = ((600, 100), (1000, 190), (2000, 250), (3000, 310), (5000, 390), (10000, 600),
               (20000, 790))
CENTRE_FARE, LOOP_FARE = 200, 100


def metres(a, b):
    """Road length between two positions in units of 0.0001 degree, at 36.4 degrees north."""
    north, east = (a[0] - b[0]) * 11100, (a[1] - b[1]) * 8960
    return math.isqrt(north * north + east * east) // 1000 * DETOUR_PERCENT // 100


class Stops:
    """Parent stations by name. Stops between two places are made once and shared by all lines."""

    def __init__(self):
        self.position = dict(places.PLACES)
        self.number = {name: i + 1 for i, name in enumerate(self.position)}
        self.between = {}
        self.platforms = {}

    def path(self, waypoints):
        names = [waypoints[0]]
        for a, b in zip(waypoints, waypoints[1:]):
            names += self.fill(a, b) + [b]
        return names

    def fill(self, a, b):
        if (b, a) in self.between:
            return self.between[b, a][::-1]
        if (a, b) not in self.between:
            count = max(metres(self.position[a], self.position[b]) // STOP_SPACING_M - 1, 0)
            self.between[a, b] = [self.make(a, b, i + 1, count + 1) for i in range(count)]
        return self.between[a, b]

    def make(self, a, b, part, parts):
        pa, pb = self.position[a], self.position[b]
        here = tuple(x + (y - x) * part // parts for x, y in zip(pa, pb))
        near = a if 2 * part <= parts else b
        north, east = (h - n for h, n in zip(here, self.position[near]))
        side = ("北" if north > 0 else "南") if abs(north) > abs(east) else ("東" if east > 0 else "西")
        stem = near.removesuffix("駅").removesuffix("町").removesuffix("前") + side
        name, tries = stem, 1
        while name in self.position:
            tries += 1
            name = stem + ("十" if tries > 9 else "") + " 一二三四五六七八九"[tries % 10].strip() + "丁目"
        self.position[name] = here
        self.number[name] = len(self.number) + 1
        return name

    def zone(self, name):
        return f"S{self.number[name]:03d}"

    def platform(self, name, agency, direction):
        """At the hub one platform an operator, elsewhere one a direction."""
        code = 1 + direction
        if name == places.HUB:
            code = 1 + list(lines.AGENCIES).index(agency)
        self.platforms.setdefault(name, set()).add(code)
        return f"{self.zone(name)}-{code}"


class Trip:
    def __init__(self, line, direction, service, start, stops, names):
        self.line, self.direction, self.service, self.start = line, direction, service, start
        self.names = names
        self.times, run = [], 0
        for a, b in zip([names[0]] + names, names):
            run += metres(stops.position[a], stops.position[b])
            self.times.append(start + run // SPEED_M_PER_MIN)
        self.end = self.times[-1]
        self.id = self.block = ""


def departures(line, service):
    """Minutes of the day at which the line leaves either end."""
    now, times = line.first, []
    late = line.first % 2 * line.peak  # so that not all lines leave the peak in step
    while now <= line.last:
        times.append(now)
        if service == WEEKEND:
            now += line.base * 3 // 2
        else:
            now += line.peak if 390 <= now < 540 + late or 990 <= now < 1140 + late else line.base
    return times


def make_trips(stops):
    trips = []
    for line in lines.LINES:
        out = stops.path(line.via)
        ways = [out] if line.loop else [out, stops.path(line.back or line.via[::-1])]
        for service in (WEEKDAY, WEEKEND):
            for direction, names in enumerate(ways):
                shift = direction * line.shift
                made = [Trip(line, direction, service, t + shift, stops, names)
                        for t in departures(line, service)]
                for i, trip in enumerate(made):
                    trip.id = f"{line.id}-{'WE'[service == WEEKEND]}{direction}{i + 1:02d}"
                trips += made
    return trips


def assign_blocks(trips):
    """First come, first served: a trip takes the bus that has rested longest at its first stop."""
    count = {}
    resting = {}  # (service, agency, stop) -> [(since, block)]
    for trip in sorted(trips, key=lambda t: (t.start, t.id)):
        agency = trip.line.agency
        waiting = resting.setdefault((trip.service, agency, trip.names[0]), [])
        ready = sorted(rest for rest in waiting
                       if LAYOVER_MIN <= trip.start - rest[0] <= LONGEST_REST_MIN)
        if ready:
            waiting.remove(ready[0])
            trip.block = ready[0][1]
        else:
            key = (trip.service, agency)
            count[key] = count.get(key, 0) + 1
            trip.block = f"{agency}-{'WE'[trip.service == WEEKEND]}{count[key]:03d}"
        resting.setdefault((trip.service, agency, trip.names[-1]), []).append((trip.end, trip.block))


def distance_fare(length):
    """(cash, exact): cash in steps of 10 yen, exact to the yen, both rounded up."""
    below = FARE_POINTS[0]
    exact = FARE_POINTS[-1][1]
    for point in FARE_POINTS:
        if length <= point[0]:
            span = max(point[0] - below[0], 1)
            exact = below[1] + -(-(point[1] - below[1]) * max(length - below[0], 0) // span)
            break
        below = point
    return -(-exact // 10) * 10, exact


def line_fares(line, stops):
    """{(origin, destination): (cash, ic)} for all rides of one lap; no second laps."""
    if line.flat:
        return {("", ""): (line.flat, line.flat)}
    fares = {}
    ways = [line.via] if line.loop else [line.via, line.back or line.via[::-1]]
    for way in ways:
        names = stops.path(way)
        for i, origin in enumerate(names):
            length = 0
            for before, name in zip(names[i:], names[i + 1:]):
                length += metres(stops.position[before], stops.position[name])
                if name == origin:
                    break
                price = distance_fare(length)
                if origin in places.CENTRE and name in places.CENTRE:
                    price = (CENTRE_FARE, CENTRE_FARE)
                elif not line.exact_ic:
                    price = (price[0], price[0])
                fares.setdefault((stops.zone(origin), stops.zone(name)), price)
    return fares


def clock(minutes):
    return f"{minutes // 60:02d}:{minutes % 60:02d}:00"


def degrees(value, shift=0):
    return ways.degrees(value * 100 + shift)


def stop_rows(stops):
    for name, number in stops.number.items():
        if name not in stops.platforms:
            continue
        lat, lon = stops.position[name]
        zone = stops.zone(name)
        yield [zone, "", name, "", degrees(lat), degrees(lon), "", "", "1", "", "", "", ""]
        for code in sorted(stops.platforms[name]):
            yield [f"{zone}-{code}", f"{number:03d}{code}", name, "", degrees(lat, 60 * code - 90),
                   degrees(lon, 90 - 60 * code), zone, "", "0", zone, "", "0", str(code)]


def stop_time_rows(trips, stops):
    for trip in trips:
        last = len(trip.names) - 1
        for i, (name, time) in enumerate(zip(trip.names, trip.times)):
            platform = stops.platform(name, trip.line.agency, trip.direction)
            yield [trip.id, clock(time), clock(time), platform, str(i + 1), "",
                   "1" if i == last else "0", "1" if i == 0 else "0", "", "1"]


def fare_tables(stops):
    attributes, rules = {}, []
    for line in lines.LINES:
        for (origin, destination), (cash, ic) in line_fares(line, stops).items():
            fare = f"{line.agency}-{ic}" if cash == ic else f"{line.agency}-{cash}-ic{ic}"
            if line.fare_per_route:
                fare = f"{line.id}-{ic}"
            attributes[fare] = [fare, str(cash), "JPY", "0", "0", line.agency, "",
                                str(ic) if line.exact_ic else ""]
            rules.append([fare, line.id, origin, destination, ""])
    return [attributes[fare] for fare in sorted(attributes)], rules


def tables():
    stops = Stops()
    trips = make_trips(stops)
    assign_blocks(trips)
    visits = list(stop_time_rows(trips, stops))
    fares, rules = fare_tables(stops)
    agencies = lines.AGENCIES.items()
    return {
        "agency": ("agency_id,agency_name,agency_url,agency_timezone,agency_lang,agency_phone,"
                   "agency_fare_url,agency_email",
                   [[id, name, f"https://example.org/{id}", "Asia/Tokyo", "ja", "", "", ""]
                    for id, name in agencies]),
        "agency_jp": ("agency_id,agency_official_name,agency_zip_number,agency_address,"
                      "agency_president_pos,agency_president_name",
                      [[id, name, "", "", "", ""] for id, name in agencies]),
        "stops": ("stop_id,stop_code,stop_name,stop_desc,stop_lat,stop_lon,zone_id,stop_url,"
                  "location_type,parent_station,stop_timezone,wheelchair_boarding,platform_code",
                  list(stop_rows(stops))),
        "routes": ("route_id,agency_id,route_short_name,route_long_name,route_desc,route_type,"
                   "route_url,route_color,route_text_color,jp_parent_route_id",
                   [[l.id, l.agency, l.number, l.name, "", "3", "", "", "", ""]
                    for l in lines.LINES]),
        "trips": ("route_id,service_id,trip_id,trip_headsign,trip_short_name,direction_id,block_id,"
                  "shape_id,wheelchair_accessible,bikes_allowed,jp_trip_desc,jp_trip_desc_symbol,"
                  "jp_office_id",
                  [[t.line.id, t.service, t.id, t.names[-1], "", str(t.direction), t.block,
                    ways.shape_of(t), "0", "0", "", "", ""] for t in trips]),
        "stop_times": ("trip_id,arrival_time,departure_time,stop_id,stop_sequence,stop_headsign,"
                       "pickup_type,drop_off_type,shape_dist_traveled,timepoint", visits),
        "shapes": ways.table(trips, stops),
        "calendar": ("service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
                     "start_date,end_date",
                     [[WEEKDAY, *"1111100", START, END], [WEEKEND, *"0000011", START, END]]),
        "calendar_dates": ("service_id,date,exception_type",
                           [row for day in HOLIDAYS
                            for row in ([WEEKDAY, day, "2"], [WEEKEND, day, "1"])]),
        "fare_attributes": ("fare_id,price,currency_type,payment_method,transfers,agency_id,"
                            "transfer_duration,ic_price", fares),
        "fare_rules": ("fare_id,route_id,origin_id,destination_id,contains_id", rules),
        "feed_info": ("feed_publisher_name,feed_publisher_url,feed_lang,feed_start_date,"
                      "feed_end_date,feed_version",
                      [["tapbench", "https://example.org/tapbench", "ja", START, END,
                        "20260401-invented"]]),
    }


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent / "gtfs"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (header, rows) in tables().items():
        text = "\n".join([header] + [",".join(row) for row in rows]) + "\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
