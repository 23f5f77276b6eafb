# SPDX-License-Identifier: Apache-2.0
"""The files of a source tree, and C++ text without its comments and literals."""
import os
import re

# gtfs: tables of a feed, data that a generator writes.
SKIPPED_FOLDERS = re.compile(r"^(build|build-.*|gtfs|\.git|__pycache__|\.cache|\.vscode)$")
CPP = (".h", ".cpp")
TEXT = CPP + (".py", ".cmake", ".txt", ".yaml", ".yml", ".sql", ".md", ".json", ".sh", ".csv")
NAMED = ("bench", "run", ".clang-format", ".gitignore")

COMMENT_OR_LITERAL = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"'
    r"|(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'",
    re.S,
)


class File:
    """One text file: `path` from the root, `text`, `lines`, and for C++ `code`."""

    def __init__(self, root, path):
        self.path = path
        with open(os.path.join(root, path), "rb") as stream:
            self.raw = stream.read()
        self.text = self.raw.decode("utf-8", "replace")
        self.lines = self.text.split("\n")[:-1] if self.text.endswith("\n") else self.text.split("\n")
        self.is_cpp = path.endswith(CPP)
        self.code = blank_out(self.text) if self.is_cpp else self.text

    def line_of(self, position):
        return self.text.count("\n", 0, position) + 1


def blank_out(text):
    """Comments and literals become blanks; every line keeps its number and length."""

    def blanks(match):
        return re.sub(r"[^\n]", " ", match.group(0))

    includes_kept = re.sub(r'^(#include )"(.*)"$', r"\1<\2>", text, flags=re.M)
    return COMMENT_OR_LITERAL.sub(blanks, includes_kept)


def files_of(root):
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not SKIPPED_FOLDERS.match(name))
        for name in sorted(names):
            if name.endswith(TEXT) or name in NAMED:
                found.append(File(root, os.path.relpath(os.path.join(folder, name), root)))
    return found
