# SPDX-License-Identifier: Apache-2.0
"""A copy of a source tree that patches may spoil. A refresh writes only files that differ, so that
an incremental build stays one."""
import os
import re
import subprocess

SKIPPED = re.compile(r"^(build|build-.*|\.git|__pycache__|.*\.db(-wal|-shm)?)$")


class DoesNotApply(Exception):
    """The patch does not fit the tree."""


def read(path):
    with open(path, "rb") as stream:
        return stream.read()


def paths_below(root):
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not SKIPPED.match(name))
        for name in sorted(names):
            if not SKIPPED.match(name):
                yield os.path.relpath(os.path.join(folder, name), root)


class CopiedTree:
    """`copy` equals `root` after every refresh()."""

    def __init__(self, root, copy):
        self.root = root
        self.copy = copy

    def refresh(self):
        wanted = set(paths_below(self.root))
        for path in sorted(wanted):
            source, target = os.path.join(self.root, path), os.path.join(self.copy, path)
            text = read(source)
            if os.path.exists(target) and read(target) == text:
                continue
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as stream:
                stream.write(text)
            os.chmod(target, os.stat(source).st_mode)
        for path in sorted(set(paths_below(self.copy)) - wanted):
            os.remove(os.path.join(self.copy, path))

    def apply(self, patch):
        # The copy may lie inside a work tree of git, which would make `git apply` skip the files.
        environment = {**os.environ, "GIT_CEILING_DIRECTORIES": os.path.dirname(self.copy)}
        done = subprocess.run(["git", "apply", "--whitespace=nowarn", patch], cwd=self.copy,
                              env=environment, text=True, stderr=subprocess.PIPE, check=False)
        if done.returncode:
            raise DoesNotApply(f"the patch does not apply: {done.stderr.strip()}")
        if not any(read(os.path.join(self.root, path)) != read(os.path.join(self.copy, path))
                   for path in paths_below(self.root)):
            raise DoesNotApply("the patch changes nothing")
