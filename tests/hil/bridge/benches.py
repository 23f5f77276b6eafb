# SPDX-License-Identifier: Apache-2.0
"""Bench files and runs for tests of `tapbench run --bench`."""
import os
import sqlite3
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "scenario"))
import program

# Nothing that a real reader's own times would decide: cards stay long enough and come alone.
CALM = ["--set", "city.devices.door.hold=3 s",
        "--set", "city.devices.door.two_cards=0 %",
        "--set", "city.devices.reader.frame_errors=0 %"]
SCENARIO = f"""scenario: small
seed: 1
city: {program.SCENARIOS}/city/maebashi/city.yaml
timetable_date: "2026-06-10"
tariff_date: "2026-06-10"
window: {{ from: "07:30:00", to: "08:00:00" }}
people:
  - {{ profile: commuter, count: 240 }}
  - {{ profile: pupil, count: 120 }}
  - {{ profile: senior, count: 40 }}
ic_share: 80 %
expect:
  fare_error: "== 0 yen"
  money_difference: "== 0 yen"
  double_debits: "== 0"
  taps_lost: "== 0"
"""
TAPS = ("SELECT device, sequence, card, kind, verdict, fare, balance_before, balance_after, attempt"
        " FROM tap ORDER BY device, sequence")
HOPS = ("SELECT name, ns FROM v_hop WHERE hop < 8 AND device IN ({}) ORDER BY name, ns")


def rows(file, query):
    database = sqlite3.connect(file)
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()


def devices_of(file, boxes):
    """Numbers of the readers at these (bus, position) places."""
    known = {(name, position): device for device, name, position in rows(
        file, "SELECT device, name, position FROM device JOIN bus USING (bus)")}
    return [known[box] for box in boxes]


def medians(file, devices):
    hops = {}
    for name, length in rows(file, HOPS.format(",".join(map(str, devices)))):
        hops.setdefault(name, []).append(length)
    return {name: lengths[len(lengths) // 2] / 1e6 for name, lengths in hops.items()}


class Bench(program.Folder):
    def small_scenario(self):
        self.write("small.yaml", SCENARIO)
        return ["small.yaml", *CALM]

    def busiest(self, file, count):
        """The (bus, door position) of the readers with most taps."""
        return rows(self.path(file), "SELECT name, position FROM tap JOIN device USING (device)"
                    " JOIN bus ON bus.bus = device.bus GROUP BY device"
                    f" ORDER BY count(*) DESC, device LIMIT {count}")

    def bench_file(self, boxes, **more):
        text = "bench: test\ndevices:\n"
        for i, (bus, door) in enumerate(boxes):
            use = more.get("use", f"nfc:pn532_uart:{self.folder}/reader-{i}")
            present = more.get("present", ", present: scenario")
            text += f'  fare_box/{bus}/{door}: {{ use: "{use}"{present} }}\n'
        text += more.get("rest", "drift: 20 s\n")  # a busy machine is not what is tested
        self.write("bench.yaml", text)
        return "bench.yaml"

    def expect(self, code, *words):
        done = self.run_it("run", *words)
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done
