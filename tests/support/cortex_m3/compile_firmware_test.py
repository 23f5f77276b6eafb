# SPDX-License-Identifier: Apache-2.0
"""Plants what firmware must not do in a toy tree and sees the compile check complain."""
import os
import sys
import tempfile
import unittest

import compile_firmware

HOST = sys.argv.pop()
GOOD = "int add(int a, int b);\nint add(int a, int b) { return a + b; }\n"
PLANTS = {
    "exception": "void f(int a);\nvoid f(int a) { if (a) throw 1; }\n",
    "run-time types": "#include <typeinfo>\nstruct A { virtual int f(); };\n"
                      "const char* g(A& a);\nconst char* g(A& a) { return typeid(a).name(); }\n",
    "heap": "int* f();\nint* f() { return new int(3); }\n",
    "narrowing": "char f(int a);\nchar f(int a) { return a; }\n",
    "hosted header": "#include <thread>\nvoid f();\nvoid f() { std::thread([] {}).join(); }\n",
}


class Compile(unittest.TestCase):
    def complaints(self, source, header="#pragma once\n"):
        with tempfile.TemporaryDirectory() as root:
            os.makedirs(f"{root}/firmware/core")
            for name, text in (("a.cpp", source), ("a.h", header)):
                with open(f"{root}/firmware/core/{name}", "w", encoding="utf-8") as stream:
                    stream.write(text)
            return compile_firmware.check(root, f"{root}/out", HOST)[0]

    def test_good_firmware_passes(self):
        self.assertEqual(self.complaints(GOOD), [])

    def test_what_firmware_must_not_do_is_found(self):
        for name, source in PLANTS.items():
            with self.subTest(name):
                self.assertNotEqual(self.complaints(source), [])

    def test_a_header_that_needs_another_before_it_is_found(self):
        self.assertNotEqual(self.complaints(GOOD, "#pragma once\nstd::uint8_t f();\n"), [])

    def test_an_empty_tree_is_no_pass(self):
        with tempfile.TemporaryDirectory() as root:
            self.assertNotEqual(compile_firmware.check(root, f"{root}/out", HOST)[0], [])


if __name__ == "__main__":
    unittest.main()
