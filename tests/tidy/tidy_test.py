# SPDX-License-Identifier: Apache-2.0
"""Plants one fault at a time in a clean little tree and sees that tidy reports it, and only it."""
import json
import os
import tempfile
import unittest

import sizes
import tidy
import tree

CPP = "// SPDX-License-Identifier: Apache-2.0\n"
HASH = "# SPDX-License-Identifier: Apache-2.0\n"
HEADER = CPP + "#pragma once\n\n// A thing.\n"
CLEAN = {
    "firmware/core/units.h": HEADER,
    "firmware/core/fare.h": HEADER,
    "sim/scenario/tariff_day.h": HEADER + "int price_of(int);\n",
    "firmware/port/pcd.h": HEADER + '#include "firmware/core/units.h"\n',
    "models/bus/fare_box_module.h": HEADER + "#include <systemc>\n",
    "sim/record/rows.h": HEADER + "// Never a rand() or a double fare, says this comment.\n",
    "sim/record/rows.cpp": CPP + "const char* text = \"sleep(1) new Yen(1);\";\n",
    "sim/app/main.cpp": CPP + '#include "models/bus/fare_box_module.h"\n'
                        "namespace\n{\nint main()\n{\n}\n}\n",
    "hil/reader/clock.cpp": CPP + "auto now() { return std::chrono::steady_clock::now(); }\n",
    "scenarios/a.yaml": "# yaml-language-server: $schema=x\n" + HASH + "a: 1\n",
    "packages.txt": "# why\ng++   # compiler\ncmake # build\n",
    "README.md": "# it\n\n<!-- packages.txt -->\n```\ng++ cmake\n```\n",
    "CMakeLists.txt": HASH,
}
LONG_BODY = CPP + "void run()\n{\n" + "    step();\n" * 26 + "}\n"

# (file, its text, a part of the one message expected)
PLANTS = [
    ("firmware/core/a.cpp", CPP + '#include "sim/record/rows.h"\n', "may not include sim/record"),
    ("firmware/core/a.cpp", CPP + '#include "firmware/port/pcd.h"\n', "may not include firmware/port"),
    ("sim/record/a.cpp", CPP + '#include "firmware/core/fare.h"\n', "may not include firmware/core/fare"),
    ("sim/verify/a.cpp", CPP + '#include "models/bus/fare_box_module.h"\n', "may not include models/"),
    ("models/cloud/a.cpp", CPP + '#include "models/bus/fare_box_module.h"\n', "may not include"),
    ("sim/verify/a.cpp", CPP + '#include "sim/scenario/tariff_day.h"\n', "may not include"),
    ("sim/base/a.cpp", CPP + '#include "a.h"\n', "not a file seen from the root"),
    ("sim/new/a.cpp", CPP + '#include "sim/record/rows.h"\n', "no row in"),
    ("sim/app/more.cpp", CPP + "namespace\n{\nint main(int)\n{\n}\n}\n", "is a function of sim/app/main"),
    ("sim/app/a.cpp", CPP + "namespace\n{\nint price_of(int)\n{\n}\n}\n", "a function of a header"),
    ("models/card/a.cpp", CPP + "#include <systemc>\n", "behind a fence"),
    ("sim/verify/a.cpp", CPP + "#include <sqlite3.h>\n", "behind a fence"),
    ("sim/app/a.cpp", CPP + "#include <yaml-cpp/yaml.h>\n", "behind a fence"),
    ("sim/report/a.cpp", CPP + "#include <openssl/evp.h>\n", "behind a fence"),
    ("sim/scenario/a.h", HEADER + "#include <nlohmann/json.hpp>\n", "too heavy"),
    ("models/bus/a.cpp", CPP + "auto t = std::chrono::system_clock::now();\n", "clock of the host"),
    ("sim/link/a.cpp", CPP + "auto t = time(nullptr);\n", "clock of the host"),
    ("sim/link/a.cpp", CPP + "int i = rand();\n", "random in its own way"),
    ("sim/link/a.cpp", CPP + "std::random_device seed;\n", "random in its own way"),
    ("sim/link/a.cpp", CPP + "std::normal_distribution<> d;\n", "differs between libraries"),
    ("tests/sim/a.cpp", CPP + "void f() { std::this_thread::sleep_for(1s); }\n", "sleeps"),
    ("sim/link/a.cpp", CPP + "std::map<const Card*, int> seen;\n", "ordered by address"),
    ("sim/link/a.cpp", CPP + "auto* c = new Card();\n", "raw new or delete"),
    ("sim/link/a.cpp", CPP + "void f(int* p) { delete p; }\n", "raw new or delete"),
    ("firmware/core/a.cpp", CPP + "float speed;\n", "floating point"),
    ("sim/verify/a.cpp", CPP + "double fare_sum = 0;\n", "money is whole yen"),
    ("sim/record/schema.sql", "-- " + HASH[2:] + "CREATE TABLE tap (fare REAL);\n", "never REAL"),
    ("cmake/flags.cmake", HASH + "add_compile_options(-ffast-math)\n", "from host to host"),
    ("sim/base/a.cpp", "int a;\n", "the first line is not"),
    ("tests/a.py", "#!/usr/bin/env python3\nimport os\n", "the first line is not"),
    ("sim/base/a.cpp", CPP + CPP, "a second SPDX line"),
    ("sim/base/a.h", CPP + "// A thing.\n", "without #pragma once"),
    ("sim/base/a.h", CPP + "#pragma once\n", "without a comment"),
    ("sim/base/a.cpp", CPP + "int\ta;\n", "a tab"),
    ("sim/base/a.cpp", CPP + "int a; \n", "blanks at the end"),
    ("sim/base/a.cpp", CPP + "int a;", "no newline"),
    ("sim/base/a.cpp", CPP + "int a;\n\n", "an empty line at the end"),
    ("sim/base/a.cpp", CPP + "// /home/x/y\n", "path of one machine"),
    ("sim/base/a.cpp", CPP + "// TODO\n", "is unfinished"),
    ("README.md", "# it\n", "no quotation"),
    ("README.md", CLEAN["README.md"].replace("g++ ", ""), "does not name the package g++"),
    ("README.md", CLEAN["README.md"].replace("g++ ", "g++ ada "), "names the package ada"),
    ("sim/base/a.cpp", LONG_BODY, "a.cpp run: 26 lines are too many"),
    ("sim/base/a.cpp", LONG_BODY.replace("void run()", "A::A(int b) : b_(b), c_{b}"), "A::A: 26"),
    ("sim/base/a.cpp", LONG_BODY.replace("void run()", "auto run() -> std::map<A, B>"), "run: 26"),
    ("sim/base/a.cpp", LONG_BODY.replace("void run()", "void run(B b = {})"), "run: 26"),
    ("sim/base/a.cpp", LONG_BODY.replace("void", "class A\n{\npublic:\n    bool") + "};\n", "run: 26"),
    ("tests/a.py", HASH + "def run():\n" + "    step()\n" * 26, "a.py run: 26 lines"),
    ("sim/base/a.cpp", CPP + "int a;\n" * 200, "201 lines are too many"),
    ("sim/base/a.h", HEADER + "int a();\n" * 100, "104 lines are too many"),
]


def write(root, path, text):
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, "w", encoding="utf-8") as stream:
        stream.write(text)


def clean_tree():
    folder = tempfile.TemporaryDirectory()
    for path, text in CLEAN.items():
        write(folder.name, path, text)
    return folder


class Tidy(unittest.TestCase):
    def setUp(self):
        folder = clean_tree()
        self.addCleanup(folder.cleanup)
        self.root = folder.name

    def test_a_clean_tree_has_no_problem(self):
        self.assertEqual(tidy.problems(self.root), [])

    def test_each_planted_fault_is_the_one_problem(self):
        for path, text, message in PLANTS:
            with self.subTest(path=path, message=message), clean_tree() as root:
                write(root, path, text)
                found = tidy.problems(root)
                self.assertEqual(len(found), 1, found)
                self.assertEqual(found[0][0], path)
                self.assertIn(message, found[0][2])

    def ratchet(self, recorded, lines):
        write(self.root, sizes.RATCHET, json.dumps({"files": recorded, "functions": {}}) + "\n")
        write(self.root, "sim/base/a.cpp", CPP + "int a;\n" * (lines - 1))
        return [text for _, _, text in tidy.problems(self.root)]

    def test_a_recorded_outlier_may_stay_but_neither_grow_nor_be_recorded_too_high(self):
        recorded = {"sim/base/a.cpp": 250}
        self.assertEqual(self.ratchet(recorded, 250), [])
        self.assertIn("grew to 251", self.ratchet(recorded, 251)[0])
        self.assertIn("lower 250 to 240", self.ratchet(recorded, 240)[0])
        self.assertIn("no longer an outlier", self.ratchet(recorded, 200)[0])

    def test_no_record_excuses_more_than_four_hundred_lines(self):
        self.assertIn("no file has more", self.ratchet({"sim/base/a.cpp": 401}, 401)[0])

    def test_the_update_lowers_and_takes_new_outliers_only_when_told(self):
        self.ratchet({"sim/base/a.cpp": 250}, 240)
        write(self.root, "sim/base/b.cpp", CPP + "int b;\n" * 220)
        files = tree.files_of(self.root)
        sizes.update(files, self.root, accept_new=False)
        self.assertEqual(sizes.recorded(self.root)["files"], {"sim/base/a.cpp": 240})
        sizes.update(files, self.root, accept_new=True)
        self.assertEqual(sizes.recorded(self.root)["files"],
                         {"sim/base/a.cpp": 240, "sim/base/b.cpp": 221})


if __name__ == "__main__":
    unittest.main()
