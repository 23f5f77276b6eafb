# SPDX-License-Identifier: Apache-2.0
"""A PC/SC service of a test's own, with pcscd's virtual reader in it and one of our cards in that.

pcscd's socket has a fixed path and vpcd listens on all addresses, so each test gets name spaces for
mounts, network and processes; with the last one's end everything started in it is gone as well.
"""
import fcntl
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import unittest

SOURCE = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", ".."))
CARDS = os.path.join(SOURCE, "scenarios", "card")
PKI = os.path.join(CARDS, "pki")
DRIVER = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so"
PORT = 35963
GENEROUS = 60  # seconds, for what takes a fraction of one
SKIPPED = 77
INSIDE = "TAPBENCH_TEST_NAMESPACES"
SPACES = ["unshare", "--mount", "--net", "--pid", "--fork", "--kill-child", "--mount-proc"]


def main(*clients):
    """unittest.main in name spaces of its own; skipped visibly where something is not here."""
    if INSIDE not in os.environ:
        for program in ("pcscd", "openssl", *clients):
            if not shutil.which(program, path=os.environ["PATH"] + ":/usr/sbin"):
                skip(f"{program} is not installed")
        if not os.path.exists(DRIVER):
            skip("vsmartcard-vpcd is not installed")
        if subprocess.run([*SPACES, "true"], check=False, capture_output=True).returncode:
            skip("unshare is not permitted here")
        os.environ[INSIDE] = "yes"
        os.execvp(SPACES[0], [*SPACES, sys.executable, "-B", *sys.argv])
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", "/run"], check=True)
    os.mkdir("/run/pcscd")
    loopback_up()
    unittest.main()


def skip(why):
    print("skipped:", why)
    sys.exit(SKIPPED)


def loopback_up():
    get_flags, set_flags, up = 0x8913, 0x8914, 1
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        request = struct.pack("16sh14x", b"lo", 0)
        flags = struct.unpack("16sh14x", fcntl.ioctl(any_socket, get_flags, request))[1]
        fcntl.ioctl(any_socket, set_flags, struct.pack("16sh14x", b"lo", flags | up))


def until(happened, what):
    end = time.monotonic() + GENEROUS
    while not happened():
        if time.monotonic() > end:
            raise AssertionError("waited in vain for " + what)
        time.sleep(0.01)


def listens():
    with socket.socket() as knocking:
        return knocking.connect_ex(("127.0.0.1", PORT)) == 0


def pem(name):
    """The certificate or key alone, without the notes around it."""
    with open(os.path.join(PKI, name), encoding="utf-8") as stream:
        text = stream.read()
    return text[text.index("-----BEGIN"):]


class CardServer:
    """`tapbench card serve` with one card in pcscd's virtual reader."""

    def __init__(self, folder, card="my_number.yaml", *words):
        self.log = open(os.path.join(folder, "card.log"), "w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [os.environ["TAPBENCH"], "card", "serve", os.path.join(CARDS, card),
             "--vpcd", f"127.0.0.1:{PORT}", *words],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.greeting = self.process.stdout.readline()

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def said(self):
        self.log.flush()
        with open(self.log.name, encoding="utf-8") as stream:
            return stream.read()

    def end(self):
        if self.process.poll() is None:
            self.tell("quit")
            self.process.wait(GENEROUS)
        self.process.stdin.close()
        self.process.stdout.close()
        self.log.close()


class Desk(unittest.TestCase):
    """An empty folder, a running pcscd, and clients with a home of their own."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="tapbench-")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name
        with open(self.path("reader.conf"), "w", encoding="utf-8") as stream:
            stream.write(f'FRIENDLYNAME "Virtual PCD"\nDEVICENAME /dev/null:0x{PORT:X}\n'
                         f"LIBPATH {DRIVER}\nCHANNELID 0x{PORT:X}\n")
        log = open(self.path("pcscd.log"), "w", encoding="utf-8")
        self.addCleanup(log.close)
        self.service = subprocess.Popen(
            ["/usr/sbin/pcscd", "-f", "-c", self.path("reader.conf")], stdout=log, stderr=log)
        self.addCleanup(self.service.wait)
        self.addCleanup(self.service.kill)
        until(lambda: os.path.exists("/run/pcscd/pcscd.comm"), "pcscd")
        until(listens, "vpcd")
        os.mkdir(self.path("home"))

    def path(self, name):
        return os.path.join(self.folder, name)

    def serve(self, *words, card="my_number.yaml"):
        server = CardServer(self.folder, card, *words)
        self.addCleanup(server.end)
        self.assertTrue(server.greeting.startswith("ready "), server.said())
        self.wait_for_card()
        return server

    def wait_for_card(self):
        until(lambda: self.run_it("opensc-tool", "-a").returncode == 0, "the card in the reader")

    def wait_for_empty(self):
        """pcscd looks every 0.4 s; a card that is back earlier is no new card to it."""
        until(lambda: self.run_it("opensc-tool", "-a").returncode != 0, "an empty reader")

    def run_it(self, *words, data=b""):
        environment = {**os.environ, "HOME": self.path("home"), "LC_ALL": "C.UTF-8"}
        return subprocess.run(words, input=data, cwd=self.folder, check=False, timeout=GENEROUS,
                              capture_output=True, env=environment)

    def text_of(self, *words):
        done = self.run_it(*words)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return done.stdout.decode()

    def tries_left(self):
        """What pkcs15-tool makes of the card's counters, as (authentication, signature)."""
        found = {}
        for line in self.text_of("pkcs15-tool", "--list-pins").splitlines():
            name, _, value = (part.strip() for part in line.partition(":"))
            if name == "ID":
                number = int(value, 16)
            if name == "Tries left":
                found[number] = int(value)
        return found[1], found[2]
