# SPDX-License-Identifier: Apache-2.0
"""A person at the desk of `tapbench certify`, played by a script."""
import os
import pty
import unittest

from desk import CARDS, SMALL, Certify, program


class Operator(Certify):
    """A person at a terminal: here a script that hears the prompts and moves the served card, which
    the bench file calls a real one."""

    def served(self):
        serve = self.start("card", "serve", os.path.join(CARDS, "transit.yaml"), "--pn532", "l1",
                           "--empty", stdin=program.subprocess.PIPE)
        self.addCleanup(serve.communicate)
        self.addCleanup(serve.terminate)
        self.assertIn("ready", serve.stdout.readline())
        return serve

    def obey(self, prompt, serve):
        for words, command in (("place card", "present 1"), ("take every card", "remove 1"),
                               ("unplug", "unplug"), ("plug reader", "plug")):
            if words in prompt:
                serve.stdin.write(command + "\n")
                serve.stdin.flush()
                serve.stdout.readline()
                return

    def at_a_terminal(self, serve):
        """The exit code, and all that was told to the person."""
        ours, terminal = pty.openpty()
        run = program.subprocess.Popen(
            [program.program(), "certify", "small.yaml", "--bench", "desk.yaml", "-o", "out"],
            cwd=self.folder, stdout=program.subprocess.DEVNULL, stderr=terminal,
            env=program.environment())
        os.close(terminal)
        prompts = ""
        with open(ours, encoding="utf-8", errors="replace") as lines:
            try:
                for line in lines:
                    prompts += line
                    self.obey(line, serve)
            except OSError:  # the program has ended
                pass
        return run.wait(), prompts

    def test_prompts_are_obeyed_and_real_ids_stay_out_of_the_evidence(self):
        self.write("desk.yaml", f"""bench: desk
readers:
  - {{ reader: desk-1, use: "nfc:pn532_uart:{self.folder}/l1",
       declares: {{ felica_212: true, replug: true }} }}
cards:
  - {{ card: suica, where: the green one, declares: {{ felica_212: true }} }}
""")
        self.write("small.yaml", SMALL + "  - { test: replugging, within: 20 s }\n")
        serve = self.served()
        code, prompts = self.at_a_terminal(serve)
        self.assertEqual(code, 0, prompts)
        self.assertIn("place card suica (the green one) on reader desk-1", prompts)
        self.assertEqual(set(self.verdicts().values()), {"pass"})
        with open(self.path("out/evidence/desk-1/01-selects-felica_212.txt"),
                  encoding="utf-8") as stream:
            evidence = stream.read()
        self.assertIn("found 0fae", evidence)
        self.assertNotIn("03f931", evidence)  # its number in transit.yaml is 260401


if __name__ == "__main__":
    unittest.main()
