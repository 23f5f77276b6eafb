# SPDX-License-Identifier: Apache-2.0
"""`tapbench card serve` in a folder of its own, for tests against real clients."""
import os
import queue
import shutil
import signal
import subprocess
import sys
import threading

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "..", "scenario"))
import program

TRANSIT = os.path.join(program.SCENARIOS, "card", "transit.yaml")
PATIENCE = 60  # seconds until a missing answer fails the test


def client(name):
    """The path of an installed client, or the whole test is skipped."""
    found = shutil.which(name)
    if not found:
        print(f"skipped: {name} is not installed")
        sys.exit(program.SKIPPED)
    return found


class Server:
    """One running `card serve`; say() sends a line and returns the answer."""

    def __init__(self, folder, *words):
        self.process = subprocess.Popen(
            [program.program(), "card", "serve", *words], cwd=folder, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.lines = queue.Queue()
        threading.Thread(target=self.listen, daemon=True).start()
        self.ready = self.line()

    def listen(self):
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))
        self.lines.put("")

    def line(self):
        return self.lines.get(timeout=PATIENCE)

    def say(self, words):
        self.process.stdin.write(words + "\n")
        self.process.stdin.flush()
        return self.line()

    def ended(self, signal_number=None):
        """The exit code, after a signal or by itself."""
        if signal_number is not None:
            self.process.send_signal(signal_number)
        return self.process.wait(timeout=PATIENCE)

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            stream.close()


class Served(program.Folder):
    def serve(self, *words):
        server = Server(self.folder, *words)
        self.addCleanup(server.close)
        return server
