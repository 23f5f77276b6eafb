# SPDX-License-Identifier: Apache-2.0
"""Calls and types that make a result depend on the host, and money that is not whole yen."""
import re

MAY_READ_CLOCKS = re.compile(r"hil/|sim/kernel/pacer\.|sim/app/bench_command\.|tests/tidy/")
HOST = [
    (r"\b(system_clock|steady_clock|high_resolution_clock)\b", "reads a clock of the host"),
    (r"\b(clock_gettime|gettimeofday)\b|\btime\s*\(\s*(nullptr|NULL|0)\s*\)",
     "reads a clock of the host"),
    (r"\bs?rand\s*\(|\brandom_device\b", "is random in its own way; use sim/base/rng_stream.h"),
    (r"\bstd::\w+_distribution\b", "differs between libraries; use sim/base/quantiles.h"),
    (r"\b(sleep_for|sleep_until|usleep|nanosleep)\b|(?<![\w.>])sleep\s*\(", "sleeps"),
]
ANYWHERE = [
    (r"\bstd::(unordered_)?(multi)?(map|set)<\s*(const\s+)?[\w:]+\s*\*",
     "is ordered by address; key it by a number or a name"),
    (r"\bstd::(unordered_)?(multi)?(map|set)<\s*std::(shared|unique)_ptr\b",
     "is ordered by address; key it by a number or a name"),
]
PRODUCT = re.compile(r"(firmware|models|sim|hil|viewer)/")
RAW = [(r"(?<!operator )\bnew\s+[\w:]+\s*[({\[;]|(?<![=\w])\s\bdelete(\[\])?\s+\w+\s*;",
        "raw new or delete")]
MONEY = r"(?i)(yen|fare(?!_?box)|price|purse|balance|money|revenue|amount)"
FLOAT = r"\b(float|double)\b"
COMPILER = re.compile(r"-ffast-math|-march=native|-Ofast")


def matches(file, rules):
    for pattern, text in rules:
        for match in re.finditer(pattern, file.code):
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield file.path, file.line_of(start), f"`{match.group().strip()}` {text}"


def money(file):
    for number, line in enumerate(file.code.split("\n"), 1):
        if not re.search(FLOAT, line):
            continue
        if file.path.startswith("firmware/"):
            yield file.path, number, "floating point does not belong into firmware"
        elif PRODUCT.match(file.path) and re.search(MONEY, line):
            yield file.path, number, "money is whole yen, never float or double"


def sql_money(file):
    for number, line in enumerate(file.lines, 1):
        if re.search(r"\b(REAL|FLOAT|DOUBLE)\b", line) and re.search(MONEY, line):
            yield file.path, number, "money is whole yen, never REAL"


def check(files, root):
    for file in files:
        if file.is_cpp:
            if not MAY_READ_CLOCKS.match(file.path):
                yield from matches(file, HOST)
            yield from matches(file, ANYWHERE)
            if PRODUCT.match(file.path):
                yield from matches(file, RAW)
            yield from money(file)
        elif file.path.endswith(".sql"):
            yield from sql_money(file)
        elif file.path.endswith(("CMakeLists.txt", ".cmake", "CMakePresets.json")):
            for match in COMPILER.finditer(file.text):
                text = f"{match.group()} changes results from host to host"
                yield file.path, file.line_of(match.start()), text
