# SPDX-License-Identifier: Apache-2.0
"""A virtual PN532 and programs of libnfc that use it, each in a process of its own."""
import os
import re
import select
import shutil
import subprocess
import tempfile
import time
import unittest

PATIENCE = 20  # seconds until a program that hangs is killed and its test fails


class Reader:
    """A virtual PN532 in a process of its own, with these cards on it."""

    def __init__(self, link, *cards):
        self.link = link
        self.process = subprocess.Popen([os.environ["VIRTUAL_READER"], link, *cards], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.expect("ready")

    def expect(self, word):
        line = self.process.stdout.readline().strip()
        if line != word:
            raise AssertionError(f"virtual_reader says {line!r} instead of {word!r}")

    def do(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        self.expect("ok")

    def close(self):
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()


class ToolTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tapbench-libnfc-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        self.link = os.path.join(self.folder, "reader")

    def reader(self, *cards):
        reader = Reader(self.link, *cards)
        self.addCleanup(reader.close)
        return reader

    def start(self, program, *words, log_level="0"):
        if shutil.which(program) is None:
            self.skipTest(f"{program} is not installed")
        environment = {**os.environ, "LC_ALL": "C", "LIBNFC_AUTO_SCAN": "false",
                       "LIBNFC_DEFAULT_DEVICE": "pn532_uart:" + self.link,
                       "LIBNFC_LOG_LEVEL": log_level}
        process = subprocess.Popen([program, *words], text=True, cwd=self.folder, env=environment,
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                   stderr=subprocess.STDOUT)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        return process

    def output_of(self, program, *words):
        process = self.start(program, *words)
        output, _ = process.communicate(timeout=PATIENCE)
        self.assertEqual(process.returncode, 0, output)
        return " ".join(output.split())

    def read_until(self, process, pattern):
        """All that the program has said when it fits the pattern."""
        said = ""
        deadline = time.monotonic() + PATIENCE
        while not re.search(pattern, " ".join(said.split())):
            left = max(deadline - time.monotonic(), 0)
            readable, _, _ = select.select([process.stdout], [], [], left)
            part = os.read(process.stdout.fileno(), 4096) if readable else b""
            self.assertTrue(part, f"{pattern!r} never came: {said}")
            said += part.decode()
        return " ".join(said.split())
