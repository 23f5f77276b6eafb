# SPDX-License-Identifier: Apache-2.0
"""The harness on a toy product: `toy` prints a fare and fails, naming it, when it is not 210 yen."""
import contextlib
import io
import json
import os
import tempfile
import unittest

import mutation

TREE = {
    "CMakeLists.txt": "cmake_minimum_required(VERSION 3.25)\nproject(toy CXX)\n"
                      "add_library(fare STATIC fare.cpp)\nadd_library(name STATIC name.cpp)\n"
                      "add_executable(toy toy.cpp)\ntarget_link_libraries(toy fare name)\n",
    "fare.cpp": "int fare()\n{\n    return 210;\n}\n",
    "name.cpp": "const char* name()\n{\n    return \"tap 7\";\n}\n",
    "toy.cpp": "#include <cstdio>\nint fare();\nconst char* name();\nint main()\n{\n"
               "    if (fare() == 210) return 0;\n"
               "    std::printf(\"%s: %d yen\\n\", name(), fare());\n    return 1;\n}\n",
}


def patch(path, old, new):
    return (f"--- a/{path}\n+++ b/{path}\n@@ -1,4 +1,4 @@\n {TREE[path].splitlines()[0]}\n {{\n"
            f"-    return {old};\n+    return {new};\n }}\n")


PATCHES = {
    "one_yen.patch": patch("fare.cpp", "210", "211"),
    "same.patch": patch("fare.cpp", "210", "105 * 2"),
    "stale.patch": patch("fare.cpp", "209", "211"),
    "broken.patch": patch("fare.cpp", "210", "nothing"),
}
MUTANT = {"id": "m", "patch": "one_yen.patch", "library": "fare", "command": ["toy"], "exit": 1,
          "text": "tap 7: 211 yen"}


def write(folder, files):
    os.makedirs(folder, exist_ok=True)
    for name, text in files.items():
        with open(os.path.join(folder, name), "w", encoding="utf-8") as stream:
            stream.write(text)


class Mutation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        write(cls.folder.name + "/root", TREE)
        write(cls.folder.name + "/patches", PATCHES)

    def run_with(self, *changes):
        mutants = [{**MUTANT, **change} for change in changes]
        patches = self.folder.name + "/patches"
        write(patches, {"mutants.json": json.dumps(mutants)})
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            missed = mutation.run_all(self.folder.name + "/root", self.folder.name + "/work", patches)
        return missed, printed.getvalue()

    def missed(self, **change):
        count, text = self.run_with(change)
        self.assertEqual(count, 1, text)
        return text

    def test_a_fault_that_the_run_names_is_caught_and_the_tree_is_clean_for_the_next(self):
        missed, text = self.run_with({"id": "first"}, {"id": "second"})
        self.assertEqual(missed, 0, text)
        self.assertIn("caught  first: tap 7: 211 yen", text)
        self.assertIn("2 of 2 planted faults caught", text)

    def test_a_fault_that_changes_no_result_is_missed(self):
        self.assertIn("exit code 0 instead of 1", self.missed(patch="same.patch"))

    def test_another_exit_code_is_missed(self):
        self.assertIn("exit code 1 instead of 2", self.missed(exit=2))

    def test_a_failure_that_does_not_name_the_tap_is_missed(self):
        self.assertIn("does not match", self.missed(text="tap 8"))

    def test_a_patch_that_no_longer_applies_is_missed(self):
        self.assertIn("does not apply", self.missed(patch="stale.patch"))

    def test_a_patch_that_does_not_compile_is_missed(self):
        self.assertIn("does not compile", self.missed(patch="broken.patch"))

    def test_a_patch_outside_the_library_it_names_is_missed(self):
        self.assertIn("did not rebuild name", self.missed(library="name"))

    def test_a_product_that_fails_without_a_patch_is_no_baseline(self):
        with self.assertRaisesRegex(mutation.Failed, "without the patch"):
            self.run_with({"command": ["toy"], "text": ""})

    def test_an_empty_list_is_no_pass(self):
        with self.assertRaisesRegex(mutation.Failed, "no plant"):
            self.run_with()

    def test_a_property_that_no_plant_breaks_is_missed(self):
        catalogue = os.path.join(self.folder.name, "root", "sim", "verify")
        write(catalogue, {"properties.cpp": 'always("fare_correct"), always("exactly_once")'})
        missed, text = self.run_with({"property": "fare_correct"})
        os.remove(catalogue + "/properties.cpp")
        self.assertEqual(missed, 1, text)
        self.assertIn("no plant breaks the property exactly_once", text)


if __name__ == "__main__":
    unittest.main()
