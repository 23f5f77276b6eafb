# SPDX-License-Identifier: Apache-2.0
"""Plants one fault at a time in a copy of the product and sees that a run of the bench names it.

mutants.json lists the plants: `id`, the `property` it breaks, `patch` (a unified diff beside it),
`library` that has to be built again, `command` (its first word is the target), `exit` code and
`text`, a regular expression that the output of the command must match. `{out}` in a command is a
folder for its files. Without any patch every command must exit with 0 and not match the text. A
patch that does not apply, changes nothing or does not compile is not caught, and every property that
must always hold needs a plant. As many copies as the machine has cores take the plants one by one."""
import argparse
import glob
import json
import os
import queue
import re
import subprocess
import sys
from concurrent import futures

import copied_tree


class Failed(Exception):
    """A plant was not caught, or the harness cannot tell."""


class Bench:
    """The copy of the tree with its one build folder."""

    def __init__(self, root, work):
        self.tree = copied_tree.CopiedTree(root, os.path.join(work, "src"))
        self.build_folder = os.path.join(self.tree.copy, "build", "mutation")
        self.out = os.path.join(work, "out")
        os.makedirs(self.out, exist_ok=True)
        # Paths relative to the copy let the compiler cache of the first build serve this one.
        self.environment = {**os.environ, "CCACHE_BASEDIR": self.tree.copy}
        for name in ("GITHUB_ACTIONS", "MAKEFLAGS"):
            self.environment.pop(name, None)

    def call(self, command, folder=None):
        done = subprocess.run(command, cwd=folder or self.tree.copy, env=self.environment, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout

    def configure(self):
        code, text = self.call(["cmake", "-S", self.tree.copy, "-B", self.build_folder, "-G", "Ninja",
                                "-DCMAKE_BUILD_TYPE=Release",
                                "-DCMAKE_CXX_COMPILER_LAUNCHER=ccache"])
        if code:
            raise Failed("the copy cannot be configured:\n" + text)

    def build(self, target):
        code, text = self.call(["cmake", "--build", self.build_folder, "-j", "1", "--target", target])
        if code:
            raise Failed("does not compile:\n" + text[-3000:])
        return text

    def run(self, mutant):
        words = [word.replace("{out}", self.out) for word in mutant["command"]]
        return self.call([os.path.join(self.build_folder, words[0]), *words[1:]])


class Benches:
    """The copies, each lent to one piece of work at a time."""

    def __init__(self, root, work, count):
        self.free = queue.Queue()
        for number in range(count):
            bench = Bench(root, os.path.join(work, str(number)))
            bench.tree.refresh()
            bench.configure()
            self.free.put(bench)
        self.pool = futures.ThreadPoolExecutor(count)

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.pool.shutdown(cancel_futures=True)

    def lend(self, piece, one):
        bench = self.free.get()
        try:
            return piece(bench, one)
        finally:
            self.free.put(bench)

    def each(self, piece, every):
        """What `piece(bench, one)` gives for every one, in their order."""
        return self.pool.map(lambda one: self.lend(piece, one), every)


def without_patch(bench, mutant):
    bench.build(mutant["command"][0])
    return bench.run(mutant)


def baseline(benches, mutants):
    first = {tuple(mutant["command"]): mutant for mutant in reversed(mutants)}
    done = dict(zip(first, benches.each(without_patch, first.values())))
    for mutant in mutants:
        code, text = done[tuple(mutant["command"])]
        if code or re.search(mutant["text"], text):
            raise Failed(f"{mutant['id']}: without the patch the command ends with {code}:\n{text}")


def plant(bench, mutant, patches):
    try:
        bench.tree.apply(os.path.join(patches, mutant["patch"]))
    except copied_tree.DoesNotApply as problem:
        raise Failed(str(problem)) from problem
    built = bench.build(mutant["command"][0])
    if f"lib{mutant['library']}.a" not in built:
        raise Failed(f"the patch did not rebuild {mutant['library']}")
    code, text = bench.run(mutant)
    if code != mutant["exit"]:
        raise Failed(f"exit code {code} instead of {mutant['exit']}:\n{text[-3000:]}")
    found = re.search(mutant["text"], text)
    if not found:
        raise Failed(f"the output does not match {mutant['text']}:\n{text[-3000:]}")
    return found.group(0)


def without_plant(root, mutants):
    """The properties of the product that no plant breaks."""
    catalogue = sorted(glob.glob(os.path.join(root, "sim", "verify", "*.cpp")))
    names = [name for path in catalogue
             for name in re.findall(r'always\("(\w+)"', copied_tree.read(path).decode())]
    return sorted(set(names) - {one.get("property") for one in mutants})


def outcome(bench, mutant, patches):
    """Whether the plant was caught, and the line that says so."""
    try:
        return True, f"caught  {mutant['id']}: {plant(bench, mutant, patches)}"
    except Failed as problem:
        return False, f"MISSED  {mutant['id']}: {problem}"
    finally:
        bench.tree.refresh()


def run_all(root, work, patches, only="", copies=os.cpu_count()):
    """Prints one line a plant and the score; returns how many were not caught."""
    with open(os.path.join(patches, "mutants.json"), encoding="utf-8") as stream:
        mutants = [one for one in json.load(stream) if only in one["id"]]
    if not mutants:
        raise Failed("mutants.json lists no plant")
    caught = 0
    with Benches(root, work, min(copies, len(mutants))) as benches:
        baseline(benches, mutants)
        for was_caught, line in benches.each(lambda *pair: outcome(*pair, patches), mutants):
            print(line, flush=True)
            caught += was_caught
    missing = [] if only else without_plant(root, mutants)
    for name in missing:
        print(f"MISSED  no plant breaks the property {name}")
    print(f"mutation: {caught} of {len(mutants)} planted faults caught")
    return len(mutants) - caught + len(missing)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--only", default="", help="plants with these words in their id")
    options = parser.parse_args()
    try:
        return 1 if run_all(os.path.abspath(options.root), os.path.abspath(options.work),
                            os.path.dirname(os.path.abspath(__file__)), options.only) else 0
    except Failed as problem:
        print(f"mutation: {problem}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
