# SPDX-License-Identifier: Apache-2.0
"""Faults in the files of a scenario: exit code 4, one line that says where and what, and nothing
written. Each row plants one fault in a small city that runs well without it."""
import os

import program
import small_city

DEVICES = f"devices: {small_city.DEVICES}"
VENDORS = "devices: {{ devices: d, cards: [{{ id: a }}], vendors: [{}] }}"

# (what is wrong, file, text there, text instead, what the line must hold)
PLANTED = [
    ("unknown key", "s.yaml", "decision:", "descision:",
     's.yaml:9:1: unknown key "descision", did you mean "decision"?'),
    ("unknown key of a city", "city.yaml", "people: people", "peoples: people",
     'city.yaml:6:1: unknown key "peoples", did you mean "people"?'),
    ("duplicate key", "s.yaml", "seed: 7\n", "seed: 7\nseed: 8\n",
     's.yaml:3:1: duplicate key "seed", first given in line 2'),
    ("wrong unit", "s.yaml", "120 ms", "120 yen", 's.yaml:9:42: expected a length of time'),
    ("missing unit", "s.yaml", "120 ms", "120", 's.yaml:9:42: expected a length of time'),
    ("unit without a space", "s.yaml", "120 ms", "120ms", "a space belongs before the unit"),
    ("negative length", "s.yaml", "120 ms", "-120 ms", 'found "-120 ms": negative'),
    ("negative amount", "people.yaml", "1000 yen", "-1000 yen", 'found "-1000 yen": negative'),
    ("broken yen", "tariff.yaml", "20000 yen", "0.5 yen", "tariff.yaml:9:16"),
    ("negative count", "s.yaml", "count: 30", "count: -30", "s.yaml:8:30: must be between 0"),
    ("octal number", "s.yaml", "count: 30", "count: 0030", "s.yaml:8:30: expected a whole number"),
    ("sexagesimal number", "s.yaml", "count: 30", "count: 1:30", "s.yaml:8:30"),
    ("unquoted date", "s.yaml", 'timetable_date: "2026-06-10"', "timetable_date: 2026-06-10",
     "s.yaml:4:17"),
    ("day that is none", "s.yaml", 'timetable_date: "2026-06-10"', 'timetable_date: "2026-02-30"',
     "s.yaml:4:17"),
    ("unquoted time of day", "s.yaml", 'from: "07:00:00"', "from: 07:00:00", "s.yaml:6:17"),
    ("window that ends first", "s.yaml", 'to: "09:00:00"', 'to: "06:00:00"',
     '"to" must be later than "from"'),
    ("window in which nothing runs", "s.yaml", '"07:00:00", to: "09:00:00"',
     '"03:00:00", to: "04:00:00"', "no trip"),
    ("day on which nothing runs", "s.yaml", 'timetable_date: "2026-06-10"',
     'timetable_date: "2026-06-13"', "no trip"),
    ("unknown fault", "s.yaml", "uplink_down", "uplnk_down", 's.yaml:11:13: expected one of uplink_down'),
    ("word that does not belong to the fault", "s.yaml", "lasts: 10 min", "step: read",
     's.yaml:11:48: "step" does not belong to "kind: uplink_down"'),
    ("unknown measure", "s.yaml", "tap_time", "tap_tme",
     's.yaml:13:3: unknown measure "tap_tme", did you mean "tap_time"?'),
    ("unknown statistic", "s.yaml", "p99:", "p98:", 's.yaml:13:15: unknown statistic "p98"'),
    ("limit of another unit", "s.yaml", '"== 0 yen"', '"== 0 ms"', "s.yaml:14:15"),
    ("unknown profile", "s.yaml", "profile: rider", "profile: ridr",
     's.yaml:8:16: unknown profile "ridr", did you mean "rider"?'),
    ("order without flows", "s.yaml", "decision:",
     "order: { order: o, procedures: [ { services: [S02], steps: [ { id: a, reaches: U3 } ], basis: b,"
     " source: c, status: assumed } ] }\ndecision:", '"order" needs "flows"'),
    ("order that is not there", "s.yaml", "decision:", "order: order.yaml\ndecision:",
     "s.yaml:9:8: no such file"),
    ("planning that hides nobody", "s.yaml", "decision:", "planning: { k: 1 }\ndecision:",
     "s.yaml:9:16: must be between 2 and 1000"),
    ("everyone without residents", "s.yaml", "decision:",
     "everyone: { kinds: [ { id: a } ], services: [bus] }\ndecision:",
     '"everyone" needs "residents"'),
    ("everyone at a service that is none", "s.yaml", "decision:",
     "everyone: { kinds: [ { id: a } ], services: [buss] }\ndecision:",
     'unknown service "buss", did you mean "bus"?'),
    ("dead end of nobody", "s.yaml", "decision:",
     "everyone: { kinds: [ { id: a } ], services: [bus], dead_ends: [ { kinds: [b], services: [bus],"
     " reason: r, because: c } ] }\ndecision:", 'unknown kind "b"'),
    ("child with a signature certificate", "s.yaml", "decision:",
     "everyone: { kinds: [ { id: a, age: 14 } ], services: [bus] }\ndecision:",
     "below 15 a My Number Card has no signature certificate"),
    ("missing key", "s.yaml", "seed: 7\n", "", 's.yaml:1:1: "seed" is missing'),
    ("not YAML", "s.yaml", "seed: 7", "seed: [7", "s.yaml:"),
    ("missing city", "s.yaml", "city: city.yaml", "city: town.yaml", "s.yaml:3:7: no such file"),
    ("missing tariff", "city.yaml", "tariff: tariff.yaml", "tariff: fares.yaml",
     "city.yaml:4:9: no such file"),
    ("missing feed", "city.yaml", "path: gtfs", "path: bus", "city.yaml:3:5: no such feed"),
    ("another file as tariff", "city.yaml", "tariff: tariff.yaml", "tariff: people.yaml",
     'people.yaml:1:1: expected a file with the key "tariff"'),
    ("folder as tariff", "city.yaml", "tariff: tariff.yaml", "tariff: gtfs", "city.yaml:4:9"),
    ("operator not in the tariff", "tariff.yaml", "id: x\n", "id: z\n", '"x"'),
    ("passes sold without links", "s.yaml", "decision:", "pass_sales: { pass: day }\ndecision:",
     'needs "linking"'),
    ("more consents taken back than given", "s.yaml", "decision:",
     "pass_sales: { pass: day, withdrawals: 2 }\ndecision:", 'exceed "agreements"'),
    ("driver who errs more than always", "s.yaml", "decision:",
     "shown_passes: { missed: 101 % }\ndecision:", "s.yaml:9"),
    ("tickets that nobody buys", "s.yaml", "decision:", "tourism: { gates: 2 }\ndecision:",
     "nobody buys a ticket"),
    ("one gate for two portals", "s.yaml", "decision:",
     "tourism: { visitors: 9, gates: 1 }\ndecision:", "s.yaml:9"),
    ("route without fares", "gtfs/fare_rules.txt", "short,r,A,B\nshort,r,B,C\nlong,r,A,C\n",
     "short,q,A,B\n", "route r"),
    ("unknown protocol of a vendor", "city.yaml", DEVICES,
     VENDORS.format("{ id: v, protocol: trip_file }"), 'did you mean "trip_files"?'),
    ("vendor without a protocol", "city.yaml", DEVICES, VENDORS.format("{ id: v }"),
     '"protocol" is missing'),
    ("vendor of an unknown operator", "city.yaml", DEVICES,
     VENDORS.format("{ id: v, protocol: trip_files, operators: [xx] }"),
     'city.yaml:5:10: vendor "v": unknown operator "xx"'),
    ("vendor with other doors", "city.yaml", DEVICES,
     VENDORS.format("{ id: v, protocol: trip_files, fare_box: { readers: 1 } }"),
     'vendor "v": "readers" and "card_system"'),
    ("vendors of more than all buses", "city.yaml", DEVICES,
     VENDORS.format("{ id: v, protocol: trip_files, share: 60 % }, "
                    "{ id: w, protocol: event_records, share: 60 % }"),
     'the vendors of operator "x" have more than 100 % of its buses'),
    ("plain boxes without frames", "s.yaml", "seed: 7\n", "seed: 7\nplain_boxes: true\n",
     '"plain_boxes" needs "record: { frames: all }"'),
    ("sales with a card nobody issued", "s.yaml", "decision:",
     'card_sales: { tills: 1, sales: 1, bands: [{ id: a, from: 1 yen, to: 9 yen, '
     'methods: [card], source: "x", status: assumed }] }\ndecision:',
     's.yaml:9:13: "card_sales" needs "linking"'),
    ("a band of amounts that ends first", "s.yaml", "decision:",
     'card_sales: { tills: 1, sales: 1, bands: [{ id: a, from: 10 yen, to: 9 yen, '
     'methods: [card], source: "x", status: assumed }] }\ndecision:',
     '"to" must not be less than "from"'),
    ("rides on demand without a register", "s.yaml", "decision:",
     'demand: { areas: [{ id: a, districts: [b], fare: 500 yen, source: "x", status: assumed }], '
     'operator: x, route: r, requests: 1, opens: "08:00:00", closes: "09:00:00" }\ndecision:',
     's.yaml:9:9: "demand" needs "linking"'),
    ("rides on demand that close before they open", "s.yaml", "decision:",
     'demand: { areas: [{ id: a, districts: [b], fare: 500 yen, source: "x", status: assumed }], '
     'operator: x, route: r, requests: 1, opens: "09:00:00", closes: "08:00:00" }\ndecision:',
     '"closes" must be later than "opens"'),
]


class BadInput(program.Folder):
    def setUp(self):
        super().setUp()
        small_city.write(self)

    def test_the_city_runs_well_without_a_fault(self):
        done = self.run_it("run", "s.yaml")
        self.expect_code(done, 0)
        self.assertEqual(done.stderr, "")

    def test_each_planted_fault_is_named_and_nothing_is_written(self):
        for what, name, old, new, part in PLANTED:
            with self.subTest(what):
                small_city.write(self)
                small_city.replace(self, name, old, new)
                before = self.contents()
                done = self.run_it("run", "s.yaml", "--junit", "j.xml", "--json", "j.json")
                self.expect_refused(done, part)
                self.assertEqual(self.contents(), before)

    def test_lint_says_the_same_of_what_stands_in_the_file_itself(self):
        for what, name, old, new, part in PLANTED:
            if name != "s.yaml" or "no trip" in part:
                continue
            with self.subTest(what):
                small_city.write(self)
                small_city.replace(self, name, old, new)
                before = self.contents()
                self.expect_refused(self.run_it("lint", "s.yaml"), part)
                self.assertEqual(self.contents(), before)

    def test_a_scenario_that_is_no_file_of_ours(self):
        self.write("empty.yaml", "")
        self.write("bytes.yaml", bytes(range(256)))
        for file, part in [("nowhere.yaml", "nowhere.yaml: no such file"),
                           ("gtfs", "gtfs: expected a YAML file, found a folder"),
                           ("empty.yaml", "empty.yaml: the file is empty"),
                           ("bytes.yaml", "bytes.yaml"), ("feed.zip", "feed.zip"),
                           (os.path.join("s.yaml", "x"), "no such file")]:
            with self.subTest(file):
                before = self.contents()
                self.expect_refused(self.run_it("run", file), part)
                self.assertEqual(self.contents(), before)


if __name__ == "__main__":
    program.main()
