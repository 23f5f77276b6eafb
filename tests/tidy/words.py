# SPDX-License-Identifier: Apache-2.0
"""The text of a file: licence line, blanks, unfinished work, paths of a machine."""
import re

SPDX = "SPDX-License-Identifier: Apache-2.0"
BEFORE = ("#!", "# yaml-language-server: ")  # read by programs that want them on line 1
NEEDS_SPDX = re.compile(
    r".*\.(h|cpp|py|cmake|yaml|yml|sql|sh)$|(.*/)?CMakeLists\.txt$|bench$|\.ci/run$|\.clang-format$")
HOLDS_BAD_WORDS = ("tests/tidy/words.py", "tests/tidy/tidy_test.py")
WORDS = [
    (r"(?<!\w)/home/\w|(?<!\w)/Users/\w|(?<![\w/])/root/",
     "is a path of one machine"),
    (r"\b(TODO|FIXME|XXX|HACK)\b|(?i:\bnot (yet )?implemented\b|\bplaceholder\b)", "is unfinished"),
]


def spdx(file):
    first = 1 if file.lines and file.lines[0].startswith(BEFORE) else 0
    comment = {"h": "// ", "cpp": "// ", "sql": "-- "}.get(file.path.rsplit(".", 1)[-1], "# ")
    if len(file.lines) <= first or file.lines[first] != comment + SPDX:
        yield file.path, first + 1, f"the first line is not `{comment}{SPDX}`"
    for number, line in enumerate(file.lines[first + 1:], first + 2):
        if re.match(r"\s*(//|#|--)\s*SPDX-License-Identifier", line):
            yield file.path, number, "a second SPDX line"


def header(file):
    if "#pragma once" not in file.lines:
        yield file.path, 1, "a header without #pragma once"
    if not any(re.match(r"\s*//", line) for line in file.lines[1:]):
        yield file.path, 1, "a header without a comment that says what it is"


def blanks(file):
    for number, line in enumerate(file.lines, 1):
        if "\t" in line:
            yield file.path, number, "a tab"
        if line != line.rstrip():
            yield file.path, number, "blanks at the end of the line"
    if file.raw and not file.raw.endswith(b"\n"):
        yield file.path, len(file.lines), "no newline at the end of the file"
    if file.raw.endswith(b"\n\n"):
        yield file.path, len(file.lines), "an empty line at the end of the file"
    if "\ufffd" in file.text:
        yield file.path, 1, "not UTF-8"


def words(file):
    for pattern, text in WORDS:
        for match in re.finditer(pattern, file.text):
            yield file.path, file.line_of(match.start()), f"`{match.group()}` {text}"


def check(files, root):
    for file in files:
        if NEEDS_SPDX.match(file.path):
            yield from spdx(file)
        if file.path.endswith(".h"):
            yield from header(file)
        yield from blanks(file)
        if file.path not in HOLDS_BAD_WORDS:
            yield from words(file)
