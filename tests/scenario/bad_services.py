# SPDX-License-Identifier: Apache-2.0
"""Faults in what scenarios say of the city's services: exit code 4, one line that says where and
what, and nothing written. Each row plants one fault in a shipped scenario or a file it names."""
import os
import shutil

import program

TAXI, RULES = "services/maitaku_group.yaml", "city/maebashi/taxi_subsidy.yaml"
LINKS, FACES = "services/link_full_member.yaml", "services/auto_bus_face_boarding.yaml"
FEED, SHOPS = "services/platform_feed.yaml", "services/shop_attribute_pay.yaml"
TIERS, CUSTODY = "services/id_tier_boundaries.yaml", "services/id_key_custody_mix.yaml"
FLOWS, PEOPLE = "privacy/flows.yaml", "people/maebashi_residents.yaml"

PARTS = {"card", "city", "device", "people", "privacy", "services"}

# (what is wrong, scenario, file with the fault, text there, text instead, what the line must hold)
PLANTED = [
    ("no taxi", TAXI, TAXI, "cabs: 20", "cabs: 0", "maitaku_group.yaml:18:9: must be between 1"),
    ("unknown key of the taxis", TAXI, TAXI, "rides: 200", "ride: 200",
     'maitaku_group.yaml:19:3: unknown key "ride", did you mean "rides"?'),
    ("missing rules", TAXI, TAXI, "taxi_subsidy.yaml", "subsidy.yaml", ":17:10: no such file"),
    ("taxis without residents", TAXI, TAXI, "residents: {", "#", '"taxi" needs "residents"'),
    ("nobody to ride", TAXI, TAXI, "registrants: 400", "registrants: 0", "nobody is registered"),
    ("more registrants than there are", TAXI, TAXI, "registrants: 400", "registrants: 9000",
     "maitaku_group.yaml:17: only 471 residents may register for the subsidy, 9000 are asked for"),
    ("share over a hundred", TAXI, TAXI, "group_share: 80 %", "group_share: 180 %", ":21:16"),
    ("unknown service", TAXI, TAXI, "[S23]", "[S230]", 'found "S230", did you mean "S20"?'),
    ("unknown property", TAXI, TAXI, "quota_kept", "quota_keept", 'did you mean "quota_kept"?'),
    ("error without yen", TAXI, TAXI, 'subsidy_error: "== 0 yen"', 'subsidy_error: "== 0"',
     'found "0" without a unit (yen)'),
    ("negative cap", TAXI, RULES, "1000 yen", "-1000 yen", 'found "-1000 yen": negative'),
    ("unknown rule", TAXI, RULES, "cap:", "caps:", 'unknown key "caps", did you mean "cap"?'),
    ("no ride a day", TAXI, RULES, "per_day: 2", "per_day: 0", "taxi_subsidy.yaml:10:10"),
    ("missing card", LINKS, LINKS, "/my_number.yaml", "/numbers.yaml", "numbers.yaml: no such"),
    ("members without a phone", LINKS, LINKS, "phones: 4", "phones: 0", 'need "phones"'),
    ("mishaps over a hundred", LINKS, LINKS, "wrong_pin: 10 %", "wrong_pin: 90 %",
     "exceed 100 % together"),
    ("more members than there are", LINKS, LINKS, "members: 60", "members: 60000",
     "60000 are asked for"),
    ("no attempt", LINKS, LINKS, "phones: 4", "phones: 4\n  attempts: 0", "must be between 1"),
    ("missing flows", LINKS, LINKS, "flows.yaml", "flow.yaml", ":17:8: no such file"),
    ("unknown key of flows", LINKS, FLOWS, "domains:", "domain:", 'did you mean "domains"?'),
    ("unknown key of a message", LINKS, FLOWS, "kind:", "kinds:", 'did you mean "kind"?'),
    ("unknown key of people", LINKS, PEOPLE, "share:", "shares:", 'did you mean "share"?'),
    ("no vehicle", FACES, FACES, "vehicles: 2", "vehicles: 0", "auto_bus_face_boarding.yaml:17:28"),
    ("more faces than there are", FACES, FACES, "registered: 400", "registered: 40000",
     "residents hold a My Number Card, 40000 are asked for"),
    ("camera that is none", FACES, FACES, "camera-1", "camera-9", 'did you mean "camera-1"?'),
    ("unknown service of a flow", FACES, FACES, "S18:", "S18x:", 'did you mean "S18"?'),
    ("unknown part of a flow", FACES, FACES, "factor:", "facter:", 'did you mean "factor"?'),
    ("cell of one", FEED, FEED, "k: 5", "k: 1", "must be between 2 and 1000, found 1"),
    ("broken second", FEED, FEED, "15 min", "90500 ms", '"period" must be whole seconds'),
    ("desk of another name", FEED, FEED, "where: feeds", "where: feed", 'did you mean "feeds"?'),
    ("unknown key of shops", SHOPS, SHOPS, "sales: 400", "sale: 400", 'did you mean "sales"?'),
    ("unknown method of proving", TIERS, TIERS, "methods: [face]", "methods: [nose]",
     '"nose" is none of face, phone, card, face_and_phone, face_and_card'),
    ("shares of services short of all", TIERS, TIERS, "share: 45 %", "share: 35 %",
     "the shares of the services must be 100 % together"),
    ("bands of an ID out of order", TIERS, TIERS, "from: 100000 yen", "from: 1 yen",
     "bands must stand in order of their amounts"),
    ("custody that is none", CUSTODY, CUSTODY, "id: sub_sim", "id: drawer",
     '"drawer" is none of secure_element, sub_sim, none'),
    ("more IDs than people who may hold one", CUSTODY, CUSTODY, "registered: 800",
     "registered: 80000", "residents may hold the city's ID, 80000 are asked for"),
    ("prover that is none", TIERS, TIERS, "where: provers", "where: prover",
     'did you mean "provers"?'),
]


class BadServices(program.Folder):
    def setUp(self):
        super().setUp()
        for part in PARTS:
            shutil.copytree(os.path.join(program.SCENARIOS, part), self.path(part))

    def plant(self, name, old, new):
        with open(self.path(name), encoding="utf-8") as stream:
            good = stream.read()
        self.assertIn(old, good, name)
        self.write(name, good.replace(old, new, 1))
        return good

    def test_each_planted_fault_is_named_and_nothing_is_written(self):
        for what, scenario, name, old, new, part in PLANTED:
            with self.subTest(what):
                good = self.plant(name, old, new)
                try:
                    self.expect_refused(self.run_it("run", scenario, "--json", "j.json"), part)
                finally:
                    self.write(name, good)
                self.assertEqual(set(os.listdir(self.folder)), PARTS)


if __name__ == "__main__":
    program.main()
