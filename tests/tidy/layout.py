# SPDX-License-Identifier: Apache-2.0
"""clang-format in dry run over every C++ file; exit code 1 when it would change one."""
import argparse
import subprocess
import sys

import tree


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", required=True)
    root = parser.parse_args().root
    paths = [file.path for file in tree.files_of(root) if file.is_cpp]
    if not paths:
        sys.exit("layout: found no C++ file")
    done = subprocess.run(["clang-format", "--dry-run", "-Werror", "--ferror-limit=1", *paths],
                          cwd=root, stderr=subprocess.PIPE, text=True, check=False)
    wrong = sorted({line.split(":")[0] for line in done.stderr.splitlines() if ": error: " in line})
    for path in wrong:
        print(f"{path}: not laid out; run ./bench format")
    if done.returncode and not wrong:
        print(done.stderr)
    print(f"layout: {len(wrong)} of {len(paths)} files would change")
    return 1 if done.returncode else 0


if __name__ == "__main__":
    sys.exit(main())
