# SPDX-License-Identifier: Apache-2.0
"""An invented city of one line with three stops, small enough that one fault in it stands out."""
import io
import os
import zipfile

from program import SCENARIOS

DEVICES = os.path.join(SCENARIOS, "device", "city_default.yaml")
ROUNDING = '{ id: ID, medium: MEDIUM, unit: 10 yen, mode: up, from: "2020-01-01", ' \
           'source: "invented", status: assumed }'

FEED = {
    "agency.txt": "agency_id,agency_name\nx,X Bus\n",
    "stops.txt": "stop_id,stop_name,stop_lat,stop_lon,zone_id\n"
                 "A,Alpha,36.38,139.06,A\nB,Beta,36.39,139.07,B\nC,Gamma,36.40,139.08,C\n",
    "routes.txt": "route_id,agency_id,route_long_name\nr,x,Line R\n",
    "calendar.txt": "service_id,monday,tuesday,wednesday,thursday,friday,saturday,sunday,"
                    "start_date,end_date\nw,1,1,1,1,1,0,0,20260101,20261231\n",
    "trips.txt": "route_id,service_id,trip_id\nr,w,t1\nr,w,t2\n",
    "stop_times.txt": "trip_id,arrival_time,departure_time,stop_id,stop_sequence\n"
                      + "".join(f"{trip},0{hour}:{10 * n:02}:00,0{hour}:{10 * n:02}:00,{stop},{n}\n"
                                for trip, hour in (("t1", 7), ("t2", 8))
                                for n, stop in enumerate("ABC")),
    "fare_attributes.txt": "fare_id,price,currency_type\nshort,150,JPY\nlong,260,JPY\n",
    "fare_rules.txt": "fare_id,route_id,origin_id,destination_id\n"
                      "short,r,A,B\nshort,r,B,C\nlong,r,A,C\n",
}

FILES = {
    "s.yaml": """scenario: small
seed: 7
city: city.yaml
timetable_date: "2026-06-10"
tariff_date: "2026-06-10"
window: { from: "07:00:00", to: "09:00:00" }
people:
  - { profile: rider, count: 30 }
decision: { placement: cached, deadline: 120 ms }
faults:
  - { kind: uplink_down, at: "07:40:00", lasts: 10 min }
expect:
  tap_time: { p99: "<= 250 ms" }
  fare_error: "== 0 yen"
""",
    "city.yaml": f"""city: small
feeds:
  - {{ path: gtfs }}
tariff: tariff.yaml
devices: {DEVICES}
people: people.yaml
""",
    "tariff.yaml": f"""tariff: small
operators:
  - id: x
    source: "invented"
    status: assumed
    rounding:
      - {ROUNDING.replace("ID", "x-ic").replace("MEDIUM", "ic")}
      - {ROUNDING.replace("ID", "x-cash").replace("MEDIUM", "cash")}
balance_limit: 20000 yen
""",
    "people.yaml": """people: small
profiles:
  - { id: rider, peak: "07:30:00", purse_from: 1000 yen, purse_to: 2000 yen }
""",
    "rides.csv": "trip_id,board_seq,alight_seq\nt1,0,1\nt1,0,2\n",
}


def zipped(files):
    """The bytes of a zip of these files."""
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return memory.getvalue()


def write(test):
    """The whole city, good as it is, into the folder of a test."""
    for name, text in FILES.items():
        test.write(name, text)
    for name, text in FEED.items():
        test.write(os.path.join("gtfs", name), text)
    test.write("feed.zip", zipped(FEED))


def replace(test, name, old, new):
    with open(test.path(name), encoding="utf-8") as stream:
        text = stream.read()
    test.assertEqual(text.count(old), 1, f"{old!r} in {name}")
    test.write(name, text.replace(old, new))
