# SPDX-License-Identifier: Apache-2.0
"""Who may include whom (ARCHITECTURE.md, "Who may include whom"), and library fences."""
import os
import re

PLAIN_SCENARIO = r"sim/scenario/(scenario|access|access_line|tariff|desks|everyone|face_boarding|face_rates|parameters|residents|flows|order|platform|linking|pass_sales|shops|taxi|card_sales|data_use|demand|health|mother_child|mykey|city_id|clinics|online_clinic|disaster|first_aid|shelter_ways|school_watch|lectures|service_tries|support_counter|scenario_error|fault_words)\.h"
# What models pass along a link or hand to the recorder: plain values and one interface.
LINK = r"sim/link/(form|mobile_link|link_queue|trip_file|uplink_batch|link_faults|fault_tally)\.h"
RECORDER = r"sim/record/(rows|access_rows|box_rows|service_rows|taxi_rows|pass_rows|ticket_rows|card_sale_rows|data_use_rows|demand_rows|health_rows|mother_rows|mykey_rows|city_id_rows|clinic_rows|online_clinic_rows|disaster_rows|first_aid_rows|shelter_way_rows|watch_rows|lecture_rows|counter_rows|recorder)\.h"
TYPES_NOT_FARE = r"firmware/core/(?!(fare|sale|rounding)\b).*"
FIRMWARE = r"firmware/(core|port|protocol|farebox)/.*"
MODELS_PURE = r"models/(?!.*_module(_\w+)?\.h).*"

# (files, what they may include with quotes); the first row that matches a file counts.
RULES = [
    (r"firmware/core/", [r"firmware/core/.*"]),
    (r"firmware/port/", [r"firmware/(core|port)/.*"]),
    (r"firmware/protocol/", [r"firmware/(core|port|protocol)/.*"]),
    (r"firmware/farebox/", [FIRMWARE]),
    (r"firmware/mcu/", [r"firmware/.*"]),
    (r"sim/base/", [r"sim/base/.*", r"firmware/core/(units|bytes)\.h"]),
    (r"sim/scenario/", [r"sim/(base|scenario)/.*", r"firmware/core/.*"]),
    (r"sim/feed/", [r"sim/(base|scenario|feed)/.*", r"firmware/core/.*"]),
    (r"sim/kernel/", [r"sim/(base|kernel)/.*", r"firmware/(core|port)/.*"]),
    (r"sim/link/", [r"sim/(base|kernel|link)/.*", r"firmware/(core|port)/.*", PLAIN_SCENARIO]),
    (r"sim/record/", [r"sim/(base|scenario|record)/.*", r"sim/feed/timetable\.h", TYPES_NOT_FARE]),
    # The second computation of fares shares nothing with the first, tariff_day included.
    (r"sim/verify/", [r"sim/(base|record|verify)/.*", r"sim/scenario/(?!tariff_day).*", r"sim/feed/timetable\.h",
                      TYPES_NOT_FARE]),
    (r"sim/report/", [r"sim/(base|scenario|record|verify|report)/.*", r"sim/feed/timetable\.h",
                      TYPES_NOT_FARE, r"firmware/protocol/.*"]),
    (r"sim/compare/", [r"sim/(base|record|compare)/.*", r"sim/report/tap_lengths\.h",
                       r"sim/scenario/yaml_node\.h", TYPES_NOT_FARE]),
    (r"sim/export/", [r"sim/(base|record|export)/.*", r"sim/scenario/(scenario_error|nearest)\.h",
                      TYPES_NOT_FARE]),
    (r"sim/app/", [r"(sim|firmware|models|hil)/.*"]),
    (r"models/\w+/\w+_module(_\w+)?\.(h|cpp)$", [
        FIRMWARE, r"models/.*", r"sim/(base|kernel|link)/.*", PLAIN_SCENARIO, RECORDER]),
    (r"models/people/", [FIRMWARE, MODELS_PURE, r"sim/(base|feed)/.*", PLAIN_SCENARIO,
                         r"sim/scenario/tariff_day\.h", r"sim/record/service_rows\.h"]),
    (r"models/identity/", [FIRMWARE, MODELS_PURE, r"sim/base/.*", PLAIN_SCENARIO, LINK, RECORDER,
                           r"sim/scenario/tariff_day\.h"]),
    (r"models/", [FIRMWARE, MODELS_PURE, r"sim/base/.*", PLAIN_SCENARIO, LINK, RECORDER]),
    (r"hil/bridge/", [r"(hil|firmware)/.*", MODELS_PURE, r"sim/(base|kernel|link)/.*"]),
    (r"hil/", [r"(hil|firmware)/.*", MODELS_PURE, r"sim/base/.*"]),
    (r"viewer/data/", [r"viewer/data/.*", r"sim/(base|record|compare)/.*",
                       r"sim/report/(tap_account|amounts_text)\.h",
                       r"sim/scenario/scenario_error\.h", TYPES_NOT_FARE]),
    (r"viewer/panel/", [r"viewer/(data|panel|plot)/.*", r"sim/(base|export)/.*",
                        r"sim/report/tap_account\.h", r"firmware/core/identity\.h"]),
    (r"viewer/", [r"viewer/.*", r"sim/base/.*"]),
    (r"tests/", [r".*"]),
]

# (system header, folders that may include it)
FENCES = [
    (r"systemc|tlm", r"sim/(kernel|link|app)/|models/\w+/\w+_module(_\w+)?\.|hil/bridge/|tests/"),
    (r"nfc/", r"hil/reader/|tests/hil/"),
    (r"boost/(asio|beast)", r"hil/(gateway|virtual|bridge)/"),
    (r"sqlite3\.h", r"sim/record/|tests/"),
    (r"imgui", r"viewer/(panel|plot|app)/|tests/"),
    (r"yaml-cpp", r"sim/scenario/|tests/"),
    (r"openssl", r"sim/base/|models/(card|reader|identity)/|hil/(gateway|certify)/"),
    (r"CLI/", r"(sim|viewer)/app/"),
    (r"GL/|GLFW/|EGL/|stb_", r"viewer/app/|tests/"),
    (r"zip\.h|csv\.h", r"sim/feed/|sim/app/|tests/"),
]
HEAVY = re.compile(r"(systemc|tlm|nlohmann/|yaml-cpp/|CLI/|sqlite3\.h|boost/)")
MAY_BE_HEAVY = re.compile(r"sim/(kernel|link)/|_module(_\w+)?\.h$|hil/bridge/|tests/")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)


def allowed_for(path):
    for files, targets in RULES:
        if re.match(files, path):
            return targets
    return None


def quoted(file, target, root):
    if not os.path.isfile(os.path.join(root, target)):
        yield f'"{target}" is not a file seen from the root of the tree'
        return
    targets = allowed_for(file.path)
    if targets is None:
        yield "this folder has no row in tests/tidy/includes.py"
    elif not any(re.fullmatch(pattern, target) for pattern in targets):
        yield f"may not include {target}"


def system(file, target):
    for pattern, folders in FENCES:
        if re.match(pattern, target) and not re.match(folders, file.path):
            yield f"<{target}> stands behind a fence: only {folders}"
    if file.path.endswith(".h") and HEAVY.match(target) and not MAY_BE_HEAVY.search(file.path):
        yield f"<{target}> is too heavy for a header"


def check(files, root):
    for file in files:
        if not file.is_cpp:
            continue
        for match in INCLUDE.finditer(file.text):
            mark, target = match.groups()
            found = quoted(file, target, root) if mark == '"' else system(file, target)
            for text in found:
                yield file.path, file.line_of(match.start(2)), text
