# SPDX-License-Identifier: Apache-2.0
"""Fare boxes of several vendors: who makes them changes how taps travel, and not one yen."""
import json
import os

import program

PARITY = os.path.join(program.SCENARIOS, "services", "bus_multi_operator_parity.yaml")
DEVICES = os.path.join(program.SCENARIOS, "device", "two_vendors.yaml")
HARBOUR, UPLAND = "[ncb, gunmabus, gunmachuo]", "[kanetsu, nagai, joshin]"


class Vendors(program.Folder):
    def run_to(self, name, scenario, *words):
        done = self.run_it("run", scenario, "-q", "-o", name, *words)
        self.assertIn(done.returncode, (0, 3), done.stdout)  # 3: no operator has both protocols

    def expect_no_yen(self, before, after):
        told = json.loads(self.run_it("diff", before, after, "--json").stdout)
        self.assertTrue(told["same_people"])
        self.assertGreater(told["fares"]["rides"], 1000)
        self.assertEqual(told["fares"]["changed"], 0, told["fares"])

    def protocols(self, name):
        return dict(self.query(name, "SELECT o.id || ' ' || m.protocol, count(*) FROM box_make m "
                                     "JOIN bus b ON b.bus = m.bus "
                                     "JOIN operator o ON o.operator = b.operator GROUP BY 1"))

    def write_scenario(self, name, *swapped):
        """A copy of the scenario; with two lists of operators, each vendor has the other's."""
        with open(DEVICES, encoding="utf-8") as stream:
            text = stream.read()
        if swapped:
            here, there = swapped
            text = text.replace(here, "HERE").replace(there, here).replace("HERE", there)
        self.write(f"{name}-devices.yaml", text)
        with open(PARITY, encoding="utf-8") as stream:
            text = stream.read()
        text = text.replace("../device/two_vendors.yaml", f"{name}-devices.yaml")
        self.write(f"{name}.yaml", text.replace(" ../", f" {program.SCENARIOS}/"))

    def test_the_same_rides_cost_the_same_when_the_protocols_change_places(self):
        self.run_to("a.db", PARITY)
        self.run_to("b.db", PARITY, "--set", "city.devices.vendors.0.protocol=trip_files",
                    "--set", "city.devices.vendors.1.protocol=event_records")
        self.assertIn("ncb event_records", self.protocols("a.db"))
        self.assertIn("ncb trip_files", self.protocols("b.db"))
        self.expect_no_yen("a.db", "b.db")

    def test_the_same_rides_cost_the_same_when_operators_change_their_vendor(self):
        self.write_scenario("before")
        self.write_scenario("after", HARBOUR, UPLAND)
        self.run_to("a.db", "before.yaml")
        self.run_to("b.db", "after.yaml")
        self.assertIn("nagai event_records", self.protocols("b.db"))
        self.assertIn("ncb trip_files", self.protocols("b.db"))
        self.expect_no_yen("a.db", "b.db")

    def test_both_protocols_are_on_the_wire(self):
        self.run_to("a.db", PARITY)
        kinds = dict(self.query("a.db", "SELECT m.protocol, sum(CAST(u.bytes AS TEXT) "
                                        "LIKE 'TRPFILE;NAME=%') "
                                        "FROM uplink u JOIN box_make m ON m.bus = u.bus "
                                        "GROUP BY 1"))
        self.assertEqual(kinds["event_records"], 0)
        self.assertGreater(kinds["trip_files"], 100)


if __name__ == "__main__":
    program.main()
