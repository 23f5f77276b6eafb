# SPDX-License-Identifier: Apache-2.0
"""Compiles every firmware source, and every header alone, for Cortex-M3 and for this machine with
neither exceptions nor run-time types; prints the code size. Exit code 1 on the first complaint."""
import argparse
import concurrent.futures
import glob
import os
import shutil
import subprocess
import sys

FOLDERS = ("core", "port", "protocol", "farebox")
COMMON = ["-std=c++20", "-O2", "-ffreestanding", "-fno-exceptions", "-fno-rtti", "-Wall", "-Wextra",
          "-Wconversion", "-Werror"]
CORTEX_M3 = ["arm-none-eabi-g++", "-mcpu=cortex-m3", "-mthumb", "-fno-threadsafe-statics", *COMMON]
# What a heap or an exception would drag into an image.
FORBIDDEN = ("_Znw", "_Zna", "_Zdl", "_Zda", "__cxa_throw", "malloc", "free", "_ZSt")


def jobs(root, out, host):
    """Yields (name, command, standard input, object or None)."""
    for name, compiler in (("cortex-m3", CORTEX_M3), ("host", [host, *COMMON])):
        for folder in FOLDERS:
            for source in sorted(glob.glob(f"{root}/firmware/{folder}/*.cpp")):
                path = os.path.relpath(source, root)
                target = os.path.join(out, name, path.replace("/", "_") + ".o")
                yield name, [*compiler, "-I", root, "-c", source, "-o", target], "", target
            for header in sorted(glob.glob(f"{root}/firmware/{folder}/*.h")):
                text = f'#include "{os.path.relpath(header, root)}"\n'
                command = [*compiler, "-I", root, "-x", "c++", "-fsyntax-only", "-"]
                yield name, command, text, None


def compile_one(job):
    _, command, text, _ = job
    done = subprocess.run(command, input=text, text=True, capture_output=True, check=False)
    return done.returncode, text + done.stderr


def forbidden_symbols(objects):
    done = subprocess.run(["arm-none-eabi-nm", "-u", *objects], text=True, capture_output=True,
                          check=True)
    names = {line.split()[-1] for line in done.stdout.splitlines() if line.strip()}
    return sorted(name for name in names if name.startswith(FORBIDDEN))


def text_size(objects):
    done = subprocess.run(["arm-none-eabi-size", "-t", *objects], text=True, capture_output=True,
                          check=True)
    return int(done.stdout.splitlines()[-1].split()[0])


def check(root, out, host):
    """Returns (complaints, one line of result)."""
    shutil.rmtree(out, ignore_errors=True)
    for name in ("cortex-m3", "host"):
        os.makedirs(os.path.join(out, name))
    todo = list(jobs(root, out, host))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        results = list(pool.map(compile_one, todo))
    complaints = [text for code, text in results if code]
    objects = [target for name, _, _, target in todo if target and name == "cortex-m3"]
    if not objects:
        complaints.append("no firmware source was found")
    if complaints:
        return complaints, ""
    complaints = [f"{name} is needed: heap, exceptions or library code"
                  for name in forbidden_symbols(objects)]
    return complaints, (f"firmware: {len(objects)} sources, {len(todo) // 2 - len(objects)} headers, "
                        f"{text_size(objects)} bytes of Thumb code")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--root", "--out", "--host"):
        parser.add_argument(name, required=True)
    options = parser.parse_args()
    complaints, result = check(options.root, options.out, options.host)
    print("\n".join(complaints) or result)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
