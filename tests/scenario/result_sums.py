# SPDX-License-Identifier: Apache-2.0
"""The sums in a result file against queries over its rows, for whole runs of the program."""
import os
import sqlite3
import unittest

import program

TABLES = ("latency_histogram", "latency_device", "slow_tap", "ridership_tap", "ridership_class",
          "money_flow")
BY_CARD = "SELECT trip, position, boarded - boarded_cash AS b, alighted - alighted_cash AS a " \
          "FROM stop_visit WHERE b <> 0 OR a <> 0"


class ResultSums(program.Folder):
    def run_of(self, scenario, seed):
        file = os.path.join(program.SCENARIOS, scenario)
        done = self.run_it("run", file, "--seed", str(seed), "-o", "run.db")
        self.assertIn(done.returncode, (0, 1, 2, 3), done.stdout + done.stderr)
        database = sqlite3.connect(self.path("run.db"))
        self.addCleanup(database.close)
        with open(os.path.join(program.SOURCE, "tests", "support", "sums.sql"),
                  encoding="utf-8") as sums:
            database.executescript(sums.read())
        return database

    def expect_sums(self, database):
        for table in TABLES:
            rows = [sorted(database.execute(f"SELECT * FROM {name}")) for name in
                    (table, f"expected_{table}")]
            self.assertTrue(rows[0], table)
            self.assertEqual(rows[0], rows[1], table)

    def test_are_right_in_an_undisturbed_rush_hour_and_paid_rides_are_all_rides(self):
        for seed in (1, 2, 3):
            with self.subTest(seed=seed):
                database = self.run_of("rush_hour/smoke.yaml", seed)
                self.expect_sums(database)
                self.assertEqual(sorted(database.execute("SELECT * FROM ridership_tap")),
                                 sorted(database.execute(BY_CARD)))

    def test_are_right_whatever_goes_wrong(self):
        for name in ("bus", "card", "cloud", "network", "rolling_change"):
            with self.subTest(scenario=name):
                self.expect_sums(self.run_of(f"fault/{name}.yaml", 5))

    def test_tell_what_class_and_fare_the_riders_of_paid_rides_had(self):
        database = self.run_of("fault/card.yaml", 7)
        riders, rides = database.execute("SELECT sum(riders), sum(rides) FROM ridership_class") \
            .fetchone()
        boarded, alighted = database.execute(
            "SELECT sum(boarded), sum(alighted) FROM ridership_tap").fetchone()
        self.assertEqual((riders, riders), (boarded, alighted))
        self.assertGreater(rides, 0)
        self.assertGreater(riders, rides)  # some pay for two

    def test_nobody_waits_who_does_not_board(self):
        database = self.run_of("rush_hour/smoke.yaml", 4)
        most, at = database.execute("SELECT max(riders), five_minutes FROM waiting").fetchone()
        self.assertGreater(most, 0)
        self.assertTrue(80 <= at <= 120, at)
        boarded = dict(database.execute(
            "SELECT p.stop, sum(v.boarded) FROM stop_visit v JOIN trip t ON t.trip = v.trip "
            "JOIN pattern_stop p ON p.pattern = t.pattern AND p.position = v.position GROUP BY 1"))
        for stop, riders in database.execute(
                "SELECT stop, max(riders) FROM waiting GROUP BY stop"):
            self.assertLessEqual(riders, boarded[stop])


if __name__ == "__main__":
    program.main()
