# SPDX-License-Identifier: Apache-2.0
"""Takes the scenario out of README.md, lints it and runs it; exit code 1 unless it passes, and
unless the judge of the run fails once the scenario expects what cannot be."""
import argparse
import os
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"```yaml\n(.*?)```", re.S)


def call(*words):
    done = subprocess.run(words, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          check=False)
    print(f"{' '.join(words)}\n{done.stdout}exit code {done.returncode}", flush=True)
    return done.returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", required=True)
    parser.add_argument("--tapbench", required=True)
    options = parser.parse_args()
    with open(os.path.join(options.root, "README.md"), encoding="utf-8") as stream:
        text = BLOCK.search(stream.read()).group(1)
    text = text.replace("../", os.path.join(options.root, "scenarios") + "/")
    with tempfile.TemporaryDirectory() as folder:
        good, bad = os.path.join(folder, "good.yaml"), os.path.join(folder, "bad.yaml")
        for path, content in ((good, text), (bad, text.replace("<= 250 ms", "<= 1 ms"))):
            with open(path, "w", encoding="utf-8") as stream:
                stream.write(content)
        passed = call(options.tapbench, "lint", good) == 0
        passed &= call(options.tapbench, "run", good, "-o", os.path.join(folder, "good.db")) == 0
        passed &= call(options.tapbench, "run", bad, "-o", os.path.join(folder, "bad.db")) == 2
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main())
