# SPDX-License-Identifier: Apache-2.0
"""README.md quotes the package list; the quotation and packages.txt say the same."""
import re

BLOCK = re.compile(r"<!-- packages\.txt -->\s*```\w*\n(.*?)```", re.S)


def check(files, root):
    texts = {file.path: file.text for file in files}
    if "packages.txt" not in texts or "README.md" not in texts:
        return
    lines = texts["packages.txt"].split("\n")
    installed = [line.split()[0] for line in lines if line.strip() and not line.startswith("#")]
    quoted = BLOCK.search(texts["README.md"])
    if not quoted:
        yield "README.md", 1, "no quotation of packages.txt"
        return
    told = quoted.group(1).split()
    line = texts["README.md"].count("\n", 0, quoted.start()) + 1
    for name in sorted(set(installed) - set(told)):
        yield "README.md", line, f"does not name the package {name} of packages.txt"
    for name in sorted(set(told) - set(installed)):
        yield "README.md", line, f"names the package {name}, which packages.txt does not"
    for name in sorted({name for name in installed if installed.count(name) > 1}):
        yield "packages.txt", 1, f"names {name} twice"
