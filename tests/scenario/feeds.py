# SPDX-License-Identifier: Apache-2.0
"""Real feeds, found by TAPBENCH_FEEDS: each loads with its defects reported, and 100,000 rides are
priced as a second reading of the same files, made here, says. Without the feeds it is skipped."""
import csv
import io
import itertools
import os
import zipfile

import program

RIDES = 100_000
# What is known to be wrong in each feed, as parts of lines on stderr.
DEFECTS = {
    "kanetsu_maebashi_2019": ["agency_jp.txt:1: misspelt column: 'agency_offilcal_name'"],
    "ncb_maebashi_2019": [],
    "mlit_sample_rinko": ["trips.txt:1: misspelt column: 'wheelchair_accesible'",
                          "stop_times.txt:1: misspelt column: 'shape_dist_travel'"],
    "sample_good_feed": ["price that is not whole yen, fare ignored: fare 'p' 1.25 USD",
                         "price that is not whole yen, fare ignored: fare 'a' 5.25 USD"],
    "yamanashi_2017": ["fare_rules.txt:1: header too short: 2 names for 4 values",
                       "zone_id holds web addresses", "fare without a rule, ignored: 1\n",
                       "fare without a rule, ignored: 7 more of these"],
}


class Feed:
    """A second, naive reading of a feed whose rules all name route, origin and destination."""

    def __init__(self, path):
        self.name = os.path.splitext(os.path.basename(path))[0]
        with zipfile.ZipFile(path) as archive:
            def table(name):
                text = io.TextIOWrapper(archive.open(name), "utf-8-sig")
                return list(csv.DictReader(text, skipinitialspace=True))
            self.zone = {row["stop_id"]: row["zone_id"] for row in table("stops.txt")}
            self.route = {row["trip_id"]: row["route_id"] for row in table("trips.txt")}
            self.calls = {}
            for row in table("stop_times.txt"):
                call = (int(row["stop_sequence"]), row["stop_id"])
                self.calls.setdefault(row["trip_id"], []).append(call)
            price = {row["fare_id"]: row["price"] for row in table("fare_attributes.txt")}
            self.prices = {}
            for row in table("fare_rules.txt"):
                key = (row["route_id"], row["origin_id"], row["destination_id"])
                self.prices.setdefault(key, set()).add(price[row["fare_id"]])

    def rides(self):
        """(trip, board, alight, prices the rules name) of every pair of stops of every trip."""
        for trip, calls in self.calls.items():
            for (board, origin), (alight, end) in itertools.combinations(sorted(calls), 2):
                key = (self.route[trip], self.zone[origin], self.zone[end])
                yield trip, board, alight, self.prices.get(key, {""})


class Feeds(program.Folder):
    feeds = ""

    def priced(self, feed, rides):
        self.write("rides.csv", "feed,trip_id,board_seq,alight_seq\n" + "".join(
            f"{feed.name},{trip},{board},{alight}\n" for trip, board, alight, _ in rides))
        done = self.run_it("fare", "--feed", os.path.join(self.feeds, feed.name + ".zip"),
                           "--rides", "rides.csv", "-o", "priced.csv")
        self.expect_code(done, 0)
        self.assertEqual(done.stdout, "")
        with open(self.path("priced.csv"), encoding="utf-8", newline="") as stream:
            return done.stderr, list(csv.DictReader(stream)), self.contents()

    def test_each_feed_loads_and_its_defects_are_reported(self):
        self.write("rides.csv", "trip_id,board_seq,alight_seq\n")
        for name, defects in DEFECTS.items():
            with self.subTest(name):
                path = os.path.join(self.feeds, name + ".zip")
                done = self.run_it("fare", "--feed", path, "--rides", "rides.csv")
                self.expect_code(done, 0)
                for part in defects:
                    self.assertIn(part, done.stderr)
                if not defects:
                    self.assertEqual(done.stderr, "0 rides, 0 without a fare, 0 unknown\n")
                self.assertEqual(done.stdout.count("\n"), 1)

    def test_every_ride_has_the_price_of_the_one_rule_that_names_it(self):
        for name in ("kanetsu_maebashi_2019", "ncb_maebashi_2019"):
            with self.subTest(name):
                feed = Feed(os.path.join(self.feeds, name + ".zip"))
                every = list(feed.rides())
                self.assertGreater(len(every), RIDES)
                rides = [every[n * len(every) // RIDES] for n in range(RIDES)]
                log, rows, _ = self.priced(feed, rides)
                self.assertEqual(len(rows), RIDES)
                wrong = [(row, prices) for row, (*_, prices) in zip(rows, rides)
                         if row["price"] not in prices]
                self.assertEqual(wrong[:3], [])
                empty = sum(row["price"] == "" for row in rows)
                self.assertIn(f"{RIDES} rides, {empty} without a fare, 0 unknown", log)
                self.assertEqual(sum("" in prices for *_, prices in rides), empty)

    def test_a_pair_that_no_rule_names_has_an_empty_price_and_never_zero(self):
        feed = Feed(os.path.join(self.feeds, "kanetsu_maebashi_2019.zip"))
        unnamed = [ride for ride in feed.rides() if ride[3] == {""}][:1000]
        self.assertGreater(len(unnamed), 0)
        _, rows, _ = self.priced(feed, unnamed)
        self.assertEqual({(row["price"], row["rule"]) for row in rows}, {("", "no matching rule")})

    def test_pricing_twice_gives_the_same_bytes(self):
        feed = Feed(os.path.join(self.feeds, "ncb_maebashi_2019.zip"))
        rides = list(itertools.islice(feed.rides(), 5000))
        self.assertEqual(self.priced(feed, rides), self.priced(feed, rides))


if __name__ == "__main__":
    Feeds.feeds = program.feeds_or_skip()
    program.main()
