# SPDX-License-Identifier: Apache-2.0
"""tapbench export for planners: every row is what its schema says, and the sums are the run's."""
import os

import exported
import program

FAULTS = os.path.join(program.SCENARIOS, "fault")
TIDES = ("fare_transactions", "passenger_events", "stop_visits", "trips_performed", "devices",
         "vehicles")
RIDE = ("board_alight", "rider_trip", "ridership", "trip_capacity", "ride_feed_info")
MONEY = """SELECT sum(iif(credit_kind = 1, amount, 0) - iif(debit_kind = 1, amount, 0)),
                  sum(iif(kind = 1, amount, 0)) FROM posting"""


class Export(exported.Exported):
    def expect_tides(self, stops):
        """All six tables by their schemas, unique keys, and no reference that leads nowhere."""
        tables = {name: self.expect_rows(f"t/{name}.csv", f"tides/{name}.schema.json")
                  for name in TIDES}
        visits = [(row["trip_id_performed"], row["trip_stop_sequence"])
                  for row in tables["stop_visits"]]
        keys = {"fare_transactions": "transaction_id", "passenger_events": "passenger_event_id",
                "trips_performed": "trip_id_performed", "devices": "device_id",
                "vehicles": "vehicle_id"}
        known = {column: {row[column] for row in tables[name]} for name, column in keys.items()}
        for name, column in keys.items():
            self.assertEqual(len(known[column]), len(tables[name]), column)
        self.assertEqual(len(set(visits)), len(visits))
        for rows in tables.values():
            for column in ("trip_id_performed", "vehicle_id", "device_id"):
                self.expect_keys(rows, column, known[column])
            self.expect_keys(rows, "stop_id", stops)
        return tables

    def test_every_tides_row_is_what_its_schema_says(self):
        self.small_run()
        self.export("tides", "t")
        tables = self.expect_tides(self.stops())
        self.assertGreater(len(tables["fare_transactions"]), 300)
        self.assertGreater(len(tables["passenger_events"]), 10)

    def expect_books(self):
        self.export("tides", "t")
        fares = self.expect_tides(self.stops())["fare_transactions"]
        added = sum(int(row["amount"]) for row in fares if row["fare_action"] == "Add")
        taken = sum(int(row["amount"]) for row in fares if row["fare_action"] != "Add")
        self.assertEqual([(taken, added)], self.query("r.db", MONEY))
        return {row["fare_action"] for row in fares}

    def test_amounts_are_the_ledgers_when_cards_leave_and_drivers_cancel(self):
        self.run_of(os.path.join(FAULTS, "card.yaml"))
        self.assertIn("Void", self.expect_books())

    def test_amounts_are_the_ledgers_when_buses_fail_and_fares_are_adjusted(self):
        self.run_of(os.path.join(FAULTS, "bus.yaml"))
        self.assertLessEqual({"Add", "Adjust", "Enter", "Exit"}, self.expect_books())

    def test_tides_counts_the_riders_of_the_run(self):
        self.small_run()
        self.export("tides", "t")
        counted = {"Passenger boarded": 0, "Passenger alighted": 0}
        for row in self.rows("t/passenger_events.csv"):
            if row["event_type"] in counted:
                counted[row["event_type"]] += int(row["event_count"])
        self.assertEqual([tuple(counted.values())],
                         self.query("r.db", "SELECT sum(boarded), sum(alighted) FROM stop_visit"))

    def expect_ride(self, folder):
        tables = {name: self.expect_rows(f"{folder}/{name}.txt", f"gtfs_ride/{name}.schema.json")
                  for name in RIDE}
        riders = [row["rider_id"] for row in tables["rider_trip"]]
        self.assertEqual(len(set(riders)), len(riders))
        for rows in tables.values():
            for column in ("stop_id", "boarding_stop_id", "alighting_stop_id"):
                self.expect_keys(rows, column, self.stops())
        return tables

    def test_gtfs_ride_shows_all_when_k_is_one(self):
        self.small_run()
        self.export("gtfs-ride", "g", "--k", "1")
        tables = self.expect_ride("g")
        counts = self.query("r.db", "SELECT boarded, alighted, load FROM stop_visit")
        self.assertEqual(counts, [(int(row["boardings"]), int(row["alightings"]),
                                   int(row["load_count"])) for row in tables["board_alight"]])
        rides = self.query("r.db", "SELECT count(*) FROM tap WHERE kind IN (1, 2, 4) AND"
                                   " verdict IN (0, 1)")
        self.assertEqual([(len(tables["rider_trip"]),)], rides)

    def test_gtfs_ride_shows_no_group_smaller_than_k(self):
        self.small_run()
        self.export("gtfs-ride", "g", "--k", "7")
        tables = self.expect_ride("g")
        shown = [row[column] for row in tables["board_alight"] + tables["ridership"]
                 for column in ("boardings", "alightings", "load_count", "total_boardings",
                                "total_alightings") if row.get(column)]
        self.assertGreater(len(shown), 0)
        self.assertEqual([count for count in shown if int(count) < 7 or int(count) % 7], [])
        visits = {(row["trip_id"], row["stop_id"]): row for row in tables["board_alight"]}
        for ride in tables["rider_trip"]:
            self.assertTrue(visits[ride["trip_id"], ride["boarding_stop_id"]]["boardings"])
            self.assertTrue(visits[ride["trip_id"], ride["alighting_stop_id"]]["alightings"])

    def counted_rides(self):
        """Rides and cards by hour, route, stops and class, counted one by one."""
        names = dict(self.query("r.db", "SELECT class, id FROM tariff_discount"))
        stops = {(pattern, position): stop for pattern, position, stop in self.query(
            "r.db", "SELECT pattern, position, id FROM pattern_stop JOIN stop USING (stop)")}
        counts, cards = {}, {}
        for closed, pattern, route, board, alight, number, card in self.query("r.db", """
                SELECT closed_at, trip.pattern, route.id, board_code - first_code,
                       alight_code - first_code, discount_class, card
                FROM tap JOIN trip USING (trip) JOIN pattern p ON p.pattern = trip.pattern
                JOIN route USING (route) WHERE kind IN (1, 2) AND verdict IN (0, 1)"""):
            ends = "" if board == alight else stops[pattern, alight]
            row = (f"{closed // 3_600_000_000_000:02}:00:00", route, stops[pattern, board], ends,
                   names.get(number, "none"))
            counts[row] = counts.get(row, 0) + 1
            cards.setdefault(row, set()).add(card)
        return counts, cards

    def exported_rides(self, folder):
        columns = ("hour_begins", "route_id", "boarding_stop_id", "alighting_stop_id", "class")
        return {tuple(row[column] for column in columns): int(row["rides"])
                for row in self.rows(f"{folder}/rides_by_class.csv")}

    def test_rides_by_class_are_those_of_the_taps(self):
        self.small_run()
        self.export("ebpm", "p", "--k", "1")
        self.assertEqual(self.exported_rides("p"), self.counted_rides()[0])

    def test_rides_by_class_show_no_group_smaller_than_k(self):
        self.small_run()
        counts, cards = self.counted_rides()
        sizes = sorted(len(one) for one in cards.values())
        k = sizes[len(sizes) // 2] + 1
        self.export("ebpm", "p", "--k", str(k))
        due = {row: (counts[row] + k // 2) // k * k for row in counts if len(cards[row]) >= k}
        self.assertGreater(len(due), 0)
        self.assertLess(len(due), len(counts))
        self.assertEqual(self.exported_rides("p"), due)

    def test_planning_exports_name_no_card_not_even_by_its_pseudonym(self):
        self.small_run()
        cards = [f"{pseudonym & 2**64 - 1:016x}"
                 for pseudonym, in self.query("r.db", "SELECT pseudonym FROM card")]
        forms = ("gtfs-ride", "geojson", "ebpm")
        for form in forms:
            self.export(form, form, "--k", "1")
        written = b"".join(text or b"" for path, text in self.contents().items()
                           if any(form in path for form in forms)).decode()
        self.assertEqual([card for card in cards if card in written], [])

    def test_the_map_has_the_riders_of_the_run(self):
        self.small_run()
        self.export("geojson", "m", "--k", "1")
        features = self.features("m")
        kinds = {kind: [one["properties"] for one in features if one["geometry"]["type"] == kind]
                 for kind in ("Point", "LineString")}
        self.assertEqual([len(one) for one in kinds.values()], [3, 2])
        total = [(sum(one["boardings"] for one in kinds["Point"]),
                  sum(one["alightings"] for one in kinds["Point"]),
                  sum(one["riders"] for one in kinds["LineString"]))]
        self.assertEqual(total, self.query("r.db", "SELECT sum(boarded), sum(alighted), sum(load)"
                                                   " FROM stop_visit"))


if __name__ == "__main__":
    program.main()
