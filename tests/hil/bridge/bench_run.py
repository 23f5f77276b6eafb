# SPDX-License-Identifier: Apache-2.0
"""One scenario three ways: without a bench file, through the real reader host and libnfc onto four
virtual readers at once, and from their tapes."""
import json
import os
import re
import signal
import subprocess
import time
import unittest

from benches import TAPS, Bench, devices_of, medians, rows

DOORS = ("rear", "front")
PATIENCE = 120  # seconds until a run that hangs fails the test


class BenchRun(Bench):
    def test_gives_the_same_taps_simulated_paced_and_replayed(self):
        scenario = self.small_scenario()
        self.expect(0, *scenario, "-o", "virtual.db")
        boxes = self.busiest("virtual.db", 4)
        bench = self.bench_file([(bus, DOORS[door]) for bus, door in boxes])
        paced = self.expect(0, *scenario, "-o", "paced.db", "--bench", bench, "--tape", "tapes")
        for name in ("replay.db", "again.db"):
            self.expect(0, *scenario, "-o", name, "--bench", bench, "--tape", "tapes",
                        "--mode", "replay", "--json", "replay.json", "--html", "replay.html")

        wanted = rows(self.path("virtual.db"), TAPS)
        self.assertGreater(len(wanted), 50)
        for name in ("paced.db", "replay.db"):
            self.assertEqual(rows(self.path(name), TAPS), wanted, name)
        digests = {name: rows(self.path(name), "SELECT digest, mode, verdict FROM run")[0]
                   for name in ("virtual.db", "paced.db", "replay.db", "again.db")}
        self.assertEqual(digests["replay.db"], digests["again.db"])
        self.assertEqual(digests["replay.db"][0], digests["paced.db"][0])
        self.assertEqual([digests[name][1] for name in digests],
                         ["virtual", "paced", "replay", "replay"])
        self.assertIn("gates nothing", paced.stderr)
        self.show_hops(digests, boxes)
        self.look_at_reader_times()
        self.look_at_reports()
        self.look_at_the_gate()
        self.assertFalse(os.path.lexists(self.path("reader-0")))

    def show_hops(self, runs, boxes):
        devices = devices_of(self.path("virtual.db"), boxes)
        served = rows(self.path("paced.db"), f"SELECT count(*) FROM tap WHERE device IN "
                      f"({','.join(map(str, devices))})")[0][0]
        self.assertGreater(served, 20)
        table = {name: medians(self.path(name), devices) for name in list(runs)[:3]}
        print(f"\n{served} taps at {len(devices)} real readers; medians in ms")
        print(f"{'hop':<10}" + "".join(f"{name[:-3]:>10}" for name in table) + f"{'paced less':>14}")
        for hop, length in table["virtual.db"].items():
            cells = "".join(f"{table[name][hop]:>10.3f}" for name in table)
            print(f"{hop:<10}{cells}{table['paced.db'][hop] - length:>14.3f}")
        for hop in table["replay.db"]:
            self.assertEqual(table["replay.db"][hop], table["paced.db"][hop])

    def look_at_reader_times(self):
        times = rows(self.path("paced.db"),
                     "SELECT device, hop, samples, low_ns, median_ns, high_ns FROM reader_time")
        self.assertEqual(len({device for device, *_ in times}), 4)
        for _, hop, samples, low, median, high in times:
            self.assertGreater(samples, 0, hop)
            self.assertLessEqual(low, median)
            self.assertLessEqual(median, high)

    def look_at_reports(self):
        with open(self.path("replay.json"), encoding="utf-8") as stream:
            self.assertEqual(json.load(stream)["mode"], "replay")
        with open(self.path("replay.html"), encoding="utf-8") as stream:
            self.assertIn("<h2>Real readers</h2>", stream.read())

    def look_at_the_gate(self):
        for files in (("virtual.db", "paced.db"), ("paced.db", "replay.db")):
            self.expect_refused(self.run_it("diff", *files, "--gate"),
                                "paced.db: was paced by the wall's clock")
        self.assertIn("tap time", self.run_it("diff", "replay.db", "again.db", "--gate").stdout)

    def test_names_a_reader_whose_process_is_killed_and_completes_the_run(self):
        scenario = self.small_scenario()
        self.expect(0, *scenario, "-o", "virtual.db")
        [(bus, door)] = self.busiest("virtual.db", 1)
        bench = self.bench_file([(bus, DOORS[door])])
        run = self.start("run", *scenario, "-q", "--bench", bench, "--tape", "tapes", "-o", "r.db")
        self.addCleanup(run.kill)
        self.kill_reader_after(run, self.path(f"tapes/fare_box-{bus}-{DOORS[door]}.tape"), 20)
        out, log = run.communicate(timeout=PATIENCE)

        self.assertEqual(run.returncode, 70, out + log)
        self.assertIn(f"The bench failed: fare_box/{bus}/{DOORS[door]}", out)
        status, verdict = rows(self.path("r.db"), "SELECT status, verdict FROM run")[0]
        self.assertEqual((status, verdict), ("complete", "error"))
        broken = rows(self.path("r.db"), "SELECT name FROM property WHERE violations > 0")
        self.assertEqual(broken, [])
        self.assertEqual(*(rows(self.path(name), "SELECT sum(purse_after) FROM card")
                           for name in ("r.db", "virtual.db")))

    def kill_reader_after(self, run, tape, lines):
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and run.poll() is None:
            if os.path.exists(tape):
                with open(tape, encoding="utf-8") as stream:
                    if len(stream.readlines()) > lines:
                        break
            time.sleep(0.005)
        children = subprocess.run(["ps", "-o", "pid=,comm=", "--ppid", str(run.pid)], text=True,
                                  capture_output=True, check=False).stdout.splitlines()
        hosts = [int(line.split()[0]) for line in children if "tapbench-reader" in line]
        self.assertEqual(len(hosts), 1, children)
        os.kill(hosts[0], signal.SIGKILL)

    def test_shows_both_commands_where_a_tape_differs(self):
        scenario = self.small_scenario()
        self.expect(0, *scenario, "-o", "virtual.db")
        [(bus, door)] = self.busiest("virtual.db", 1)
        bench = self.bench_file([(bus, DOORS[door])])
        self.expect(0, *scenario, "--bench", bench, "--tape", "tapes", "-o", "paced.db")
        name = f"fare_box-{bus}-{DOORS[door]}.tape"
        tape = self.path(f"tapes/{name}")
        with open(tape, encoding="utf-8") as stream:
            text = stream.read()
        line = [i for i, words in enumerate(text.splitlines(), 1)
                if re.match("> ..10", words)][2]
        changed = text.splitlines()
        changed[line - 1] = changed[line - 1][:-1] + ("0" if changed[line - 1][-1] != "0" else "1")
        self.write(f"tapes/{name}", "\n".join(changed) + "\n")

        done = self.expect(3, *scenario, "--bench", bench, "--tape", "tapes", "--mode", "replay",
                           "-o", "replay.db")

        self.assertIn(f"{name}:{line}: expected > ", done.stdout)
        self.assertIn(", found > ", done.stdout)
        self.assertIn("INCONCLUSIVE (exit 3)", done.stdout)


if __name__ == "__main__":
    unittest.main()
