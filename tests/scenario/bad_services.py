# SPDX-License-Identifier: Apache-2.0
"""Faults in what scenarios say of the city's services: exit code 4, one line that says where and
what, and nothing written. Each row plants one fault in a shipped scenario or a file it names."""
import os
import shutil

import program

TAXI, RULES = "services/maitaku_group.yaml", "city/maebashi/taxi_subsidy.yaml"
LINKS, FACES = "services/link_full_member.yaml", "services/auto_bus_face_boarding.yaml"
FEED, SHOPS = "services/platform_feed.yaml", "services/shop_attribute_pay.yaml"
EVERYONE = "services/everyone.yaml"
USES, PROXIES = "services/consent_revoke_in_flight.yaml", "services/people_dv_and_proxy.yaml"
IMAGES = "services/clinic_image_share.yaml"
MOTHERS, DOSES = "services/mch_registration_steps.yaml", "people/child_schedule.yaml"
DATES, RETURNS = "services/mch_schedule_and_push.yaml", "services/mch_data_return.yaml"
SHELTERS, CALLS = "services/disaster_shelter_checkin.yaml", "services/emergency_break_glass.yaml"
CLINICS, ONLINE = "services/clinic_reception_peak.yaml", "services/clinic_online.yaml"
SEGMENTS, COUPONS = "services/portal_segment_small_n.yaml", "services/portal_coupon.yaml"
MEDICS, COUNTER = "services/disaster_shelter_medical.yaml", "services/counter_day.yaml"
WAYS = "services/disaster_shelter_route.yaml"
TIERS, CUSTODY = "services/id_tier_boundaries.yaml", "services/id_key_custody_mix.yaml"
FLOWS, PEOPLE = "privacy/flows.yaml", "people/maebashi_residents.yaml"
HEALTH, ITEMS = "services/health_portal_upgrade.yaml", "health/items.yaml"
POINTS, LOANS = "health/rules_town.yaml", "services/health_device_loan.yaml"

PARTS = {"card", "city", "device", "health", "people", "privacy", "services"}

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
    ("try of a service that is not there", EVERYONE, EVERYONE, "tourism: {", "# ",
     '"ticket" needs "tourism"'),
    ("try of no service", EVERYONE, EVERYONE, "ambulance, shelter]", "ambulance, shelters]",
     'did you mean "shelter"?'),
    ("dead end told twice", EVERYONE, EVERYONE, "services: [pass, ticket]", "services: [pass, pass]",
     "is told twice"),
    ("no counter for mothers", MOTHERS, MOTHERS, "counters: 5", "counters: 0", "must be between 1"),
    ("mishaps of mothers over a hundred", MOTHERS, MOTHERS, "lost_step: 25 %", "lost_step: 75 %",
     "the mishaps exceed 100 % together"),
    ("unknown mishap of mothers", MOTHERS, MOTHERS, "other_phone:", "other_phones:",
     'did you mean "other_phone"?'),
    ("more mothers than there are", MOTHERS, MOTHERS, "registrations: 240",
     "registrations: 240000", "240000 are asked for"),
    ("counter that is none", MOTHERS, MOTHERS, "maternity-2", "maternity-9",
     'did you mean "maternity-1"?'),
    ("mothers without residents", MOTHERS, MOTHERS, "residents: {", "#",
     '"mother_child" needs "residents"'),
    ("card of mothers missing", MOTHERS, MOTHERS, "/my_number.yaml", "/numbers.yaml",
     "numbers.yaml: no such"),
    ("card of mothers of another kind", MOTHERS, MOTHERS, "/my_number.yaml", "/transit.yaml",
     "transit.yaml: is no My Number Card"),
    ("families without a calendar", DATES, DATES, "  calendar:", "  #", 'need "calendar"'),
    ("missing schedule", DATES, DATES, "child_schedule.yaml", "schedule.yaml", "no such file"),
    ("dose out of order", DATES, DOSES, "dose: 2", "dose: 3", "must be counted 1, 2, 3"),
    ("dose that ends before it begins", DATES, DOSES, "until_month: 60", "until_month: 1",
     '"until_month" must be greater'),
    ("interval before the first dose", DATES, DOSES, "from_month: 2, until_month: 60,",
     "from_month: 2, until_month: 60, after_days: 3,", "the first dose has none"),
    ("two messages of one name", DATES, DOSES, "id: week_16", "id: week_12", "week_12"),
    ("return outside the window", RETURNS, RETURNS, 'at: "01:00:00", late', 'at: "23:00:00", late',
     "lies outside the window"),
    ("kinds of families over a hundred", RETURNS, RETURNS, "twins: 6 %", "twins: 96 %",
     "the kinds exceed 100 % together"),
    ("fewer tablets than shelters", SHELTERS, SHELTERS, "tablets: 40", "tablets: 15",
     "each shelter needs one"),
    ("power cut of no tablet", SHELTERS, SHELTERS, "tablet: 19", "tablet: 99", "no such tablet"),
    ("more evacuees than there are", SHELTERS, SHELTERS, "evacuees: 4000", "evacuees: 40000",
     "40000 are asked for"),
    ("unknown key of shelters", SHELTERS, SHELTERS, "moves:", "move:", 'did you mean "moves"?'),
    ("fewer medics than shelters", MEDICS, MEDICS, "tablets: 12", "tablets: 7",
     "each shelter needs one"),
    ("shelter closed before it opens", MEDICS, MEDICS, 'closes: "17', 'closes: "07',
     '"closes" must be later than "opens"'),
    ("looks over a hundred", MEDICS, MEDICS, "late: 4 %", "late: 94 %",
     "the mishaps exceed 100 % together"),
    ("first aid without residents", MEDICS, MEDICS, "residents: {", "#",
     '"first_aid" needs "residents"'),
    ("missing set of first aid", MEDICS, MEDICS, "first_aid_set.yaml", "aid_set.yaml",
     "no such file"),
    ("unknown key of first aid", MEDICS, MEDICS, "most_looks:", "most_look:",
     'did you mean "most_looks"?'),
    ("consultations without cards", ONLINE, ONLINE, "linking:", "x:", 'unknown key "x"'),
    ("more patients online than there are", ONLINE, ONLINE, "residents: { count: 1200",
     "residents: { count: 100", "to sign with and a phone, 210 are asked for"),
    ("mishaps of appointments over a hundred", ONLINE, ONLINE, "lost: 4 %", "lost: 94 %",
     "the mishaps of an appointment exceed 100 % together"),
    ("consultations before the window", ONLINE, ONLINE, 'opens: "13:30:00"', 'opens: "07:30:00"',
     "lies outside the window"),
    ("session shorter than a slot", ONLINE, ONLINE, "session: 200 min", "session: 15 min",
     '"session" must have room for a slot'),
    ("explanations on the same day", ONLINE, ONLINE, "later: 48 h", "later: 2 h",
     '"later" must be longer than "session"'),
    ("away before the next beat", ONLINE, ONLINE, "gone_after: 45 s", "gone_after: 15 s",
     '"gone_after" must be longer than "beat"'),
    ("fee of nothing", ONLINE, ONLINE, "explanation: 1200 yen", "explanation: 0 yen",
     "must be between 1"),
    ("unknown key of consultations", ONLINE, ONLINE, "wrong_fee:", "wrong_fees:",
     'did you mean "wrong_fee"?'),
    ("doctor that is none", ONLINE, ONLINE, "doctor-2", "doctor-20", 'did you mean "doctor-2"?'),
    ("procedure without a window", COUNTER, COUNTER, ", insurance_registration]", "]",
     'no window serves "insurance_registration"'),
    ("window for an unknown procedure", COUNTER, COUNTER, "[card_application]", "[card_applicatio]",
     'unknown procedure "card_applicatio", did you mean "card_application"?'),
    ("counter closed before it opens", COUNTER, COUNTER, 'closes: "17', 'closes: "07',
     '"closes" must be later than "opens"'),
    ("counter without residents", COUNTER, COUNTER, "residents: {", "#",
     '"support_counter" needs "residents"'),
    ("more visitors than there are", COUNTER, COUNTER, "visitors: 70", "visitors: 7000",
     "7000 are asked for"),
    ("counter of no place", COUNTER, COUNTER, "place: city_hall", "place: town_hall",
     'city_hall'),
    ("more shelters than crossings", WAYS, WAYS, "shelters: 8", "shelters: 301",
     "there are not so many crossings"),
    ("streets turned round", WAYS, WAYS, "capacity: 180", "shortest_metres: 200",
     '"longest_metres" must not be less'),
    ("ways without residents", WAYS, WAYS, "residents: {", "#",
     '"shelter_ways" needs "residents"'),
    ("phone that is none", WAYS, WAYS, "walker-4", "walker-94", 'did you mean "walker-4"?'),
    ("unknown key of ways", WAYS, WAYS, "map_age:", "maps_age:", 'did you mean "map_age"?'),
    ("missing emergency set", CALLS, CALLS, "emergency_set.yaml", "emergency.yaml", "no such file"),
    ("average without unit", CALLS, CALLS, "1782 s", "1782", "without a unit"),
    ("mishaps of calls over a hundred", CALLS, CALLS, "beyond_set: 6 %", "beyond_set: 96 %",
     "the mishaps exceed 100 % together"),
    ("clinics without cards", CLINICS, CLINICS, "linking:", "x:", 'unknown key "x"'),
    ("clinic without a terminal", CLINICS, CLINICS, "terminals: 2", "terminals: 0",
     "must be between 1"),
    ("more patients than there are", CLINICS, CLINICS, "patients: 100", "patients: 1000",
     "residents may fall ill, 9000 are asked for"),
    ("mishaps of receptions over a hundred", CLINICS, CLINICS, "impostor: 3 %", "impostor: 93 %",
     "the mishaps of a visit exceed 100 % together"),
    ("covers over a hundred", CLINICS, CLINICS, "changed: 4 %", "changed: 97 %",
     "exceed 100 % together"),
    ("doors without a time", CLINICS, CLINICS, '  opens: "08:30:00"', "", '"opens"'),
    ("doors outside the window", CLINICS, CLINICS, 'opens: "08:30:00"', 'opens: "13:30:00"',
     "lies outside the window"),
    ("unknown key of clinics", CLINICS, CLINICS, "face_share:", "face_shares:",
     'did you mean "face_share"?'),
    ("reception that is none", CLINICS, CLINICS, "reception-4", "reception-40",
     'did you mean "reception-4"?'),
    ("segment of no district", SEGMENTS, SEGMENTS, "[upper_valley], age_from: 98",
     "[far_valley], age_from: 98", '"far_valley" is no district of this municipality'),
    ("everyone of some age", SEGMENTS, SEGMENTS, "everyone: true } }\n    - { at: \"08:30",
     "everyone: true, age_from: 5 } }\n    - { at: \"08:30", "names no district and no age"),
    ("ages that end before they begin", SEGMENTS, SEGMENTS, "age_from: 15, age_to: 39",
     "age_from: 15, age_to: 9", "ends before it begins"),
    ("portal of nobody", SEGMENTS, SEGMENTS, "municipality: ueno", "municipality: uenno",
     "nobody lives there"),
    ("coupon worth the sale", COUPONS, COUPONS, "yen: 120 yen, from: 600", "yen: 600 yen, from: 600",
     "must be more than the coupon takes off"),
    ("coupon of no shop", COUPONS, COUPONS, "shop: 5", "shop: 9", "there is no such shop"),
    ("ways of coupons over a hundred", COUPONS, COUPONS, "careless: 20 %", "careless: 95 %",
     "the ways exceed 100 % together"),
    ("unknown key of the portal", COUPONS, COUPONS, "wakes:", "wake:", 'did you mean "wakes"?'),
    ("unknown key of shops", SHOPS, SHOPS, "sales: 400", "sale: 400", 'did you mean "sales"?'),
    ("more upgrades than accounts", HEALTH, HEALTH, "upgrades: 110", "upgrades: 151",
     'are some of the "earlier"'),
    ("more members than hold a card", HEALTH, HEALTH, "members: 80", "members: 80000",
     "at most 39,999 people"),
    ("more members than live there", HEALTH, HEALTH, "members: 80", "members: 8000",
     'residents of "naganohara" hold a card that signs, 8190 are asked for'),
    ("health without a register", HEALTH, HEALTH, "linking:", "x:", 'unknown key "x"'),
    ("programme of no municipality", HEALTH, HEALTH, "municipality: naganohara",
     "municipality: naganohra", 'did you mean "naganohara"?'),
    ("unknown key of health", HEALTH, HEALTH, "enrols: 4", "enrol: 4", 'did you mean "enrols"?'),
    ("portal that is never open", HEALTH, HEALTH, "per_minute: 80", "per_minute: 0",
     "must be between 1"),
    ("period without its unit", HEALTH, HEALTH, "collect_period: 1 h", "collect_period: 1",
     'found "1" without a unit'),
    ("share of health over a hundred", HEALTH, HEALTH, "late: 10 %", "late: 110 %", "0 % and 100 %"),
    ("item of two names", HEALTH, ITEMS, "id: heart_rate", "id: steps", "is in this list already"),
    ("item of no resource", HEALTH, ITEMS, "resource: MedicationStatement", "resource: Pill",
     "expected Observation, MedicationStatement or Condition"),
    ("item turned round", HEALTH, ITEMS, "low: 200", "low: 9200", '"high" must not be less'),
    ("rule of an unknown item", HEALTH, POINTS, "item: steps", "item: stepps",
     'unknown item "stepps", did you mean "steps"?'),
    ("cell of one in health", HEALTH, POINTS, "k: 6", "k: 1", "must be between 2 and 1000"),
    ("role of an unknown district", HEALTH, POINTS, "[town_centre]", "[town_center]",
     'did you mean "town_centre"?'),
    ("loans of nothing", LOANS, LOANS, "lent: 12", "lent: 0", 'need "lent" wearables'),
    ("borrowers who are none", LOANS, LOANS, "loans: 48", "loans: 148", "different members"),
    ("desk of health misspelt", LOANS, LOANS, "where: loans", "where: loan",
     'did you mean "loans"?'),
    ("data of an unknown domain", USES, USES, "holder: health_records", "holder: health_record",
     'unknown domain "health_record", did you mean "health_records"?'),
    ("data that nobody holds", USES, USES, "item: check_up", "item: checkup",
     'unknown item "checkup", did you mean "check_up"?'),
    ("data without size", USES, USES, "size: 5000 B", "size: 5000", 'found "5000" without a unit'),
    ("uses without residents", USES, USES, "residents: {", "#", '"data_use" needs "residents"'),
    ("mishaps of uses over a hundred", USES, USES, "revoked: 20 %", "revoked: 95 %",
     "exceed 100 % together"),
    ("no phone to sign with", USES, USES, "phones: 12", "phones: 0", "must be between 1"),
    ("an hour too short for uses", USES, USES, '"09:00:00"', '"07:10:00"',
     "the window is too short: uses of data need more than 11 minutes"),
    ("a phone that is none", USES, USES, "where: signers", "where: signer",
     'did you mean "signers"?'),
    ("nobody protected", PROXIES, PROXIES, "protected: 5 %, ", "", '"protected_share" needs'),
    ("mandates over a hundred", PROXIES, PROXIES, "none: 10 %", "none: 70 %",
     "the mishaps of a proxy exceed 100 % together"),
    ("a line to nowhere", IMAGES, IMAGES, "other: west_hospital", "other: west",
     'unknown domain "west"'),
    ("a line that carries nothing", IMAGES, IMAGES, "rate: 400 kbps", "rate: 0 kbps",
     'expected either "rate" or "access_line: true"'),
    ("a line that is its own and the data centre's", IMAGES, IMAGES, "rate: 400 kbps",
     "rate: 400 kbps, access_line: true", 'expected either "rate" or'),
    ("a line over no access line", IMAGES, IMAGES, "rate: 400 kbps", "access_line: true",
     'needs "access_line"'),
    ("pieces beyond a message", IMAGES, IMAGES, "piece: 12000 B", "piece: 40000 B",
     "must be between 1"),
    ("consent of an unknown field", USES, FLOWS, "expires: expires_ns", "expires: expiry_ns",
     'unknown field "expiry_ns", did you mean "expires_ns"?'),
    ("consent accepted by no answer", USES, FLOWS, "accepted: use.granted", "accepted: use.grant",
     'unknown answer "use.grant", did you mean "use.granted"?'),
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
