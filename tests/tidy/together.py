# SPDX-License-Identifier: Apache-2.0
"""Functions of anonymous namespaces: a unity build (cmake/house.cmake) compiles files of a folder as
one, and there a call could choose among the functions of another file that have the same name."""
import collections
import os
import re

LIST = "cmake/compiled_alone.txt"
OPENS = re.compile(r"^namespace\s*\{.*?^\}", re.M | re.S)
FUNCTION = re.compile(
    r"^(?!return|if|for|while|switch|else|case)[\w:\[][^\n;{}()=]*?[ *&](\w+)\([^;{}]*?\)"
    r"(?: const)?(?: noexcept)?\s*\{", re.M)
DECLARED = re.compile(
    r"^(?:template <[^>]*>\s*)?(?:\[\[nodiscard\]\] |inline |constexpr |static )*"
    r"[\w:][\w:<>,*& ]*?[ *&](\w+)\(", re.M)


def alone(root):
    path = os.path.join(root, LIST)
    if not os.path.exists(path):
        return set()
    with open(path, encoding="utf-8") as stream:
        return {line.strip() for line in stream if not line.startswith("#")}


def own_functions(file):
    for part in OPENS.finditer(file.code):
        for match in FUNCTION.finditer(part.group()):
            yield match.group(1), file.line_of(part.start() + match.start())


def check(files, root):
    listed = alone(root)
    declared = {name for file in files if file.path.endswith(".h")
                for name in DECLARED.findall(file.code)}
    first = collections.defaultdict(dict)  # by folder: name -> file that has it
    for file in files:
        if not file.path.endswith(".cpp") or file.path in listed:
            continue
        for name, line in own_functions(file):
            other = first[os.path.dirname(file.path)].setdefault(name, file.path)
            if name in declared:
                other = "a header"
            if other != file.path:
                yield (file.path, line, f"`{name}` is a function of {other} as well: another name, "
                                        f"or a line in {LIST}")
