# SPDX-License-Identifier: Apache-2.0
"""`tapbench card serve` as a person and a daemon meet it: words, files, signals, the UDP socket. No
client but a plain socket is needed."""
import os
import signal
import socket

import served_cards
from served_cards import program

TRANSIT = served_cards.TRANSIT


class CardServe(served_cards.Served):
    def test_answers_each_line_with_one_line(self):
        server = self.serve(TRANSIT, TRANSIT, "--pn532", self.path("link"), "--empty")
        self.assertEqual(server.ready, "ready " + self.path("link"))
        self.assertEqual(server.say("list"), "ok 1 transit away, 2 transit away")
        self.assertEqual(server.say("present 2"), "ok")
        self.assertEqual(server.say("list"), "ok 1 transit away, 2 transit present")
        self.assertEqual(server.say("remove 2"), "ok")
        for words in ("present", "present 0", "present 3", "present 1 2", "present one",
                      "fault", "fault late 0", "fault late 1 1", "list all", "", "x" * 5000):
            self.assertTrue(server.say(words).startswith("no: "), words)
        self.assertEqual(server.say("fault mutt"), 'no: unknown fault, did you mean "mute"?')
        self.assertEqual(server.say("fault late 5"), "ok")
        self.assertTrue(server.say("help").startswith("ok present N"))
        self.assertEqual(server.say("quit"), "ok")
        self.assertEqual(server.ended(), 0)

    def test_the_link_follows_the_plug_and_goes_with_the_server(self):
        server = self.serve(TRANSIT, "--pn532", "link")
        self.assertTrue(os.path.exists(self.path("link")))
        self.assertEqual(server.say("unplug"), "ok")
        self.assertFalse(os.path.lexists(self.path("link")))
        self.assertTrue(server.say("unplug").startswith("no: "))
        self.assertTrue(server.say("list").endswith("; unplugged"))
        self.assertEqual(server.say("plug"), "ok")
        self.assertTrue(os.path.exists(self.path("link")))
        for number in (signal.SIGTERM, signal.SIGINT):
            other = self.serve(TRANSIT, "--pn532", f"link{number}")
            self.assertEqual(other.ended(number), 0)
            self.assertFalse(os.path.lexists(self.path(f"link{number}")))

    def test_goes_on_without_anybody_at_the_keyboard(self):
        server = self.serve(TRANSIT, "--pn532", "link")
        server.process.stdin.close()
        other = self.serve(TRANSIT, "--pn532", "other")  # its start takes longer than any answer
        self.assertTrue(os.path.exists(self.path("link")))
        self.assertIsNone(server.process.poll())
        self.assertEqual(server.ended(signal.SIGTERM), 0)
        self.assertEqual(other.ended(signal.SIGTERM), 0)

    def test_wrong_words_and_files_are_one_line(self):
        for part, words in (
                ("--pn532, --vpcd, --udp", [TRANSIT]),
                ("--pn532, --vpcd, --udp", [TRANSIT, "--pn532", "a", "--udp", "127.0.0.1:0"]),
                ("HOST:PORT", [TRANSIT, "--udp", "54321"]),
                ("HOST:PORT", [TRANSIT, "--udp", "127.0.0.1:99999"]),
                ("serial line", [TRANSIT, "--vpcd", "127.0.0.1:1", "--uart", "115200"]),
                ("no smart card", [TRANSIT, "--vpcd", "127.0.0.1:1"]),
                ("share a memory", [TRANSIT, TRANSIT, "--pn532", "a", "--state", "s"]),
                ("nowhere.yaml", ["nowhere.yaml", "--pn532", "a"]),
                ("balance", [TRANSIT, "--pn532", "a", "--set", "balance=-5 yen"]),
                ("unknown key", [TRANSIT, "--pn532", "a", "--set", "balence=5 yen"]),
                ("--uart", [TRANSIT, "--pn532", "a", "--uart", "5"]),
                ("subcommand", [])):
            self.expect_refused(self.run_it("card", *(["serve", *words] if words else [])), part)
        self.assertEqual(self.contents(), {})

    def test_a_file_in_the_links_place_is_left_alone(self):
        self.write("link", "mine")
        done = self.run_it("card", "serve", TRANSIT, "--pn532", "link")
        self.expect_code(done, 70)
        self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
        with open(self.path("link"), encoding="utf-8") as stream:
            self.assertEqual(stream.read(), "mine")

    def test_cards_answer_on_a_socket_and_settings_reach_them(self):
        server = self.serve(TRANSIT, TRANSIT, "--udp", "127.0.0.1:0", "--empty",
                            "--set", "2.number=99", "--set", "2.history=[]",
                            "--set", "2.balance=77 yen")
        host, port = server.ready.split()[1].split(":")
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as client:
            client.settimeout(served_cards.PATIENCE)
            client.connect((host, int(port)))

            def ask(words):
                client.send(words.encode())
                return client.recv(1024).decode()

            self.assertEqual(server.say("present 2"), "ok")
            found = ask("212F 0600ffff0100")
            self.assertTrue(found.startswith("212F 14010fbe000000000063"), found)
            attribute = ask("212F 10060fbe000000000063" + "018b00" + "018000")
            self.assertEqual(attribute[-32:][22:26], "4d00", attribute)  # 77 yen, low byte first
            self.assertEqual(server.say("remove 2"), "ok")
            self.assertEqual(server.say("present 1"), "ok")
            self.assertIn("0fbe00000003f931", ask("424F 0600ffff0100"))  # number 260401
        self.assertTrue(server.say("unplug").startswith("no: "))
        self.assertEqual(server.ended(signal.SIGTERM), 0)

    def test_a_damaged_memory_is_refused(self):
        os.mkdir(self.path("state"))
        for text in ("", "card\n", "card " + "0" * 64 + "\n", "\0" * 100, "x" * 100_000):
            self.write("state/transit.felica", text)
            done = self.run_it("card", "serve", TRANSIT, "--pn532", "link", "--state", "state")
            self.expect_refused(done, "transit.felica")


if __name__ == "__main__":
    program.main()
