# SPDX-License-Identifier: Apache-2.0
"""Feeds that cannot be used and ride lists that cannot be read: exit code 4, one line, nothing
written. The same small city as elsewhere, its feed as a zip."""
import program
import small_city
from small_city import FEED, zipped


def without(*names):
    return zipped({name: text for name, text in FEED.items() if name not in names})


def damaged(content):
    """The directory of the zip is whole, the packed bytes of its largest table are not."""
    start = content.index(b"stop_times.txt") + len("stop_times.txt")
    return content[:start] + bytes(60) + content[start + 60:]


GOOD = zipped(FEED)
# (what is wrong, the feed, what the line must hold)
FEEDS = [
    ("no zip at all", b"this is not a zip file\n" * 50, "feed.zip: not a readable zip file"),
    ("empty file", b"", "feed.zip"),
    ("truncated zip", GOOD[:len(GOOD) // 2], "feed.zip: not a readable zip file"),
    ("zip with damaged bytes", damaged(GOOD), "feed.zip/stop_times.txt"),
    ("empty zip", zipped({}), "feed.zip"),
    ("zip of something else", zipped({"photo.jpg": "x"}), "feed.zip"),
    ("feed without stop_times", without("stop_times.txt"), "stop_times.txt"),
    ("feed without trips", without("trips.txt"), "trips.txt"),
    ("feed without stops", without("stops.txt"), "stops.txt"),
    ("feed without routes", without("routes.txt"), "routes.txt"),
    ("feed without days of service", without("calendar.txt"), "calendar"),
    ("stop_times without a column",
     zipped({**FEED, "stop_times.txt": "trip_id,arrival_time\nt1,07:00:00\n"}), "stop_times.txt"),
]
# (what is wrong, rides.csv, what the line must hold)
RIDES = [
    ("empty file", "", "rides.csv: no header"),
    ("bad header", "trip,from,to\nt1,0,1\n", "rides.csv:1: no column 'trip_id'"),
    ("header without one column", "trip_id,board_seq\nt1,0\n", "no column 'alight_seq'"),
    ("word for a number", "trip_id,board_seq,alight_seq\nt1,0,1\nt1,zero,1\n",
     "rides.csv:3: 'zero' is no board_seq"),
    ("value left out", "trip_id,board_seq,alight_seq\nt1,0\n", "rides.csv:2: 2 values for 3"),
    ("open quote", 'trip_id,board_seq,alight_seq\n"t1,0,1\n', "rides.csv"),
]


class BadFeeds(program.Folder):
    def setUp(self):
        super().setUp()
        small_city.write(self)
        small_city.replace(self, "city.yaml", "path: gtfs", "path: feed.zip")

    def refuse(self, part, *words):
        before = self.contents()
        self.expect_refused(self.run_it(*words), part)
        self.assertEqual(self.contents(), before)

    def test_the_city_runs_well_on_its_zip(self):
        self.expect_code(self.run_it("run", "s.yaml"), 0)

    def test_a_run_refuses_each_bad_feed(self):
        for what, content, part in FEEDS:
            with self.subTest(what):
                self.write("feed.zip", content)
                self.refuse(part, "run", "s.yaml", "-q")

    def test_pricing_refuses_each_bad_feed(self):
        for what, content, part in FEEDS:
            with self.subTest(what):
                self.write("feed.zip", content)
                self.refuse(part, "fare", "--feed", "feed.zip", "--rides", "rides.csv", "-o", "o.csv")
                self.refuse(part, "fare", "--city", "city.yaml", "--rides", "rides.csv", "-o", "o.csv")

    def test_pricing_refuses_each_bad_list_of_rides(self):
        for what, text, part in RIDES:
            with self.subTest(what):
                self.write("rides.csv", text)
                self.refuse(part, "fare", "--feed", "feed.zip", "--rides", "rides.csv", "-o", "o.csv")

    def test_pricing_refuses_paths_that_lead_nowhere(self):
        fare = ("fare", "--rides", "rides.csv")
        for part, words in [
                ("nowhere.zip: no such feed", (*fare, "--feed", "nowhere.zip")),
                ("nowhere.yaml: no such file", (*fare, "--city", "nowhere.yaml")),
                ("nowhere.csv", ("fare", "--feed", "feed.zip", "--rides", "nowhere.csv")),
                ("gtfs", ("fare", "--feed", "feed.zip", "--rides", "gtfs")),
                ("nowhere/o.csv", (*fare, "--feed", "feed.zip", "-o", "nowhere/o.csv")),
                ("gtfs", (*fare, "--feed", "feed.zip", "-o", "gtfs")),
                ("feed", (*fare, "--feed", "feed.zip", "--feed", "feed.zip")),
                ("--on", (*fare, "--city", "city.yaml", "--on", "2026-02-30")),
                ("grown-up", (*fare, "--city", "city.yaml", "--rider", "grown-up")),
                ("--rider", (*fare, "--feed", "feed.zip", "--rider", "child"))]:
            with self.subTest(part):
                self.refuse(part, *words)

    def test_a_ride_of_an_unknown_feed_or_trip_has_no_price_and_is_reported(self):
        self.write("rides.csv", "feed,trip_id,board_seq,alight_seq\n"
                                "feed,t1,0,2\nother,t1,0,2\nfeed,t9,0,2\nfeed,t1,2,0\n")
        done = self.run_it("fare", "--feed", "feed.zip", "--rides", "rides.csv")
        self.expect_code(done, 0)
        self.assertEqual(done.stdout.splitlines()[1:],
                         ["feed,t1,0,2,260,feed:long", "other,t1,0,2,,unknown feed",
                          "feed,t9,0,2,,unknown trip", "feed,t1,2,0,,alights before it boards"])
        self.assertEqual([line.split(":")[1] for line in done.stderr.splitlines()[:3]],
                         ["3", "4", "5"])
        self.assertIn("4 rides, 0 without a fare, 3 unknown", done.stderr)


if __name__ == "__main__":
    program.main()
