# SPDX-License-Identifier: Apache-2.0
"""The result files that the viewer's tests open: make_runs.py TAPBENCH SCENARIOS FOLDER."""
import os
import sqlite3
import subprocess
import sys

# name, scenario, further words, exit code
RUNS = [
    ("morning", "rush_hour/demo.yaml", ["--trace", "1%"], 0),
    ("breach", "rush_hour/smoke.yaml", ["--set", "expect.tap_time={ max: \"<= 60 ms\" }", "--trace", "all"], 2),
    ("smoke", "rush_hour/smoke.yaml", [], 0),
    ("placed_later", "rush_hour/smoke.yaml", ["--set", "decision.placement=post"], None),
    ("fewer_cards", "rush_hour/smoke.yaml", ["--set", "ic_share=40 %"], None),
    ("empty", "rush_hour/smoke.yaml", ["--set", "ic_share=0 %"], None),
]


def make(tapbench, scenarios, folder, name, scenario, words, expected):
    file = os.path.join(folder, name + ".db")
    done = subprocess.run([tapbench, "run", os.path.join(scenarios, scenario), "-o", file, "--quiet", *words],
                          capture_output=True, text=True, check=False)
    if expected is not None and done.returncode != expected or not os.path.isfile(file):
        sys.exit(f"{name}: exit code {done.returncode}\n{done.stdout}{done.stderr}")
    with sqlite3.connect(file) as database:  # pictures must not change with each commit
        database.execute("UPDATE run SET build = 'build under test', scenario_file = ?", (scenario,))
        database.execute("UPDATE note SET text = 'tapbench run ' || ? WHERE kind = 'command'", (scenario,))


def main(tapbench, scenarios, folder):
    os.makedirs(folder, exist_ok=True)
    for run in RUNS:
        make(tapbench, scenarios, folder, *run)


if __name__ == "__main__":
    main(*sys.argv[1:])
