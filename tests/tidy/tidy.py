# SPDX-License-Identifier: Apache-2.0
"""Holds a source tree to the house rules; prints `path:line: what is wrong`, exit code 1 if any."""
import argparse
import os
import sys

import calls
import includes
import packages
import sizes
import together
import tree
import words

CHECKS = (includes, calls, words, sizes, packages, together)


def problems(root):
    files = tree.files_of(root)
    return sorted({found for check in CHECKS for found in check.check(files, root)})


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", default=os.path.join(os.path.dirname(__file__), "..", ".."))
    parser.add_argument("--update-ratchet", action="store_true", help="lower recorded sizes")
    parser.add_argument("--accept-new", action="store_true", help="record new outliers as well")
    options = parser.parse_args()
    root = os.path.abspath(options.root)
    if options.update_ratchet:
        sizes.update(tree.files_of(root), root, options.accept_new)
    found = problems(root)
    for path, line, text in found:
        print(f"{path}:{line}: {text}")
    print(f"tidy: {len(found)} problem(s) in {len(tree.files_of(root))} files")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
