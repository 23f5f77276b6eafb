# SPDX-License-Identifier: Apache-2.0
"""A desk for `tapbench certify`: virtual readers of the bench's own behind the real libnfc, a small
suite, and the report."""
import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "scenario"))
import program  # noqa: E402

SUITES = os.path.join(program.SCENARIOS, "certify")
READER = os.path.join(SUITES, "reader.yaml")
CARD = os.path.join(SUITES, "transit_card.yaml")
CARDS = os.path.join(program.SCENARIOS, "card")
SMALL = """suite: small
version: "1"
subject: reader
limits: [ "almost everything" ]
tests:
  - { test: selects, tech: felica_212, count: 150, hit_rate: 98 % }
  - { test: selects, tech: type_b, count: 150, hit_rate: 98 % }
  - { test: removal, tech: felica_212, count: 1, within: 5 s }
"""


class Certify(program.Folder):
    def desk(self, readers=1, present="virtual", declares="felica_212: true, felica_424: true"):
        text = "bench: desk\nreaders:\n"
        for number in range(1, readers + 1):
            text += (f"  - {{ reader: desk-{number}, use: \"nfc:pn532_uart:{self.folder}/l{number}\","
                     f" present: {present}, declares: {{ {declares} }} }}\n")
        text += "cards:\n" + "".join(
            f"  - {{ card: {name}, file: {CARDS}/{file}, declares: {{ {claims} }} }}\n"
            for name, file, claims in (
                ("transit", "transit.yaml", "felica_212: true, felica_424: true, attribute: true, "
                 "history: true, gate: true, bench_card: true"),
                ("smart-b", "my_number.yaml", "type_b: true")))
        self.write("desk.yaml", text)
        self.write("small.yaml", SMALL)
        return self.path("desk.yaml")

    def certify(self, suite, *words, **more):
        return self.run_it("certify", suite, "--bench", "desk.yaml", *words, **more)

    def expect(self, done, code):
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        return done

    def report(self):
        with open(self.path("out/report.json"), encoding="utf-8") as stream:
            return json.load(stream)

    def verdicts(self):
        return {test["test"]: test["verdict"] for device in self.report()["devices"]
                for test in device["tests"]}
