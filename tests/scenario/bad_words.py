# SPDX-License-Identifier: Apache-2.0
"""Words on the command line that mean nothing, and places where nothing can be written: exit code
4, one line, nothing written, and found before the run has cost anything."""
import os
import stat

import program
import small_city

RUN = ("run", "s.yaml")
# (the words, what the line must hold)
WORDS = [
    ((), "a command is needed (see tapbench --help)"),
    (("runn", "s.yaml"), 'unknown command "runn", did you mean "run"?'),
    (("fly",), 'unknown command "fly"'),
    (("--fast",), 'unknown option "--fast" (see tapbench --help)'),
    (("run",), "SCENARIO is required (see tapbench run --help)"),
    ((*RUN, "--fast"), "--fast"),
    ((*RUN, "t.yaml"), "t.yaml"),
    ((*RUN, "-o"), "--out"),
    ((*RUN, "--mode", "quick"), "quick not in {virtual,paced,replay}"),
    ((*RUN, "--mode", "paced"), "--mode: paced needs a bench file"),
    ((*RUN, "--seed", "one"), '--set seed: expected a whole number'),
    ((*RUN, "--seed", "-1"), "--set seed: must be between 0"),
    ((*RUN, "--set", "sead=1"), '--set sead: unknown key "sead", did you mean "seed"?'),
    ((*RUN, "--set", "seed"), "--set: expected key=value"),
    ((*RUN, "--set", "people.3.count=1"), "--set people.3.count: expected an index below 1"),
    ((*RUN, "--set", "people.0.cuont=1"), 'did you mean "count"?'),
    ((*RUN, "--set", "decision.deadline=120"), "without a unit"),
    ((*RUN, "--set", "city.tariff.operators.0.id=y"), '"x"'),
    ((*RUN, "--trace", "some"), "--trace: expected failed, all, none"),
    ((*RUN, "--trace", "1-1,x"), "--trace: expected failed, all, none"),
    ((*RUN, "--trace", "200%"), "record.share"),
    (("lint",), "FILE is required"),
    (("schema", "scenaro"), 'unknown kind "scenaro", did you mean "scenario"?'),
    (("list", "device"), 'unknown "device", did you mean "devices"?'),
    (("explain", "run.db"), "TAP is required"),
    (("explain", "run.db", "1-1"), "run.db: no such file"),
    (("explain", "s.yaml", "1-1"), "s.yaml: expected a result file"),
    (("explain", "gtfs", "1-1"), "gtfs: expected a result file of tapbench run"),
    (("fare", "--rides", "rides.csv"), "--city or --feed is needed"),
    (("fare", "--feed", "feed.zip"), "--rides is required"),
    (("fare", "--feed", "a", "--city", "b", "--rides", "c"), "excludes"),
    (("bench", "--riders", "5"), "--riders"),
]
# (the words, what the line must hold); s.yaml is a file, gtfs a folder with files
PLACES = [
    (("-o", "nowhere/r.db"), "nowhere/r.db: there is no folder"),
    (("-o", "s.yaml/r.db"), "s.yaml/r.db: "),
    (("-o", "gtfs"), "gtfs: expected a file, found a folder"),
    (("-o", "hollow"), "hollow: expected a file, found a folder"),
    (("-o", "s.yaml"), "s.yaml: is there and is no result file"),
    (("-o", "r.db", "--junit", "nowhere/j.xml"), "nowhere/j.xml"),
    (("-o", "r.db", "--json", "gtfs"), "gtfs: expected a file, found a folder"),
]


class BadWords(program.Folder):
    def setUp(self):
        super().setUp()
        small_city.write(self)
        os.mkdir(self.path("hollow"))

    def refuse(self, words, part):
        before = self.contents()
        self.expect_refused(self.run_it(*words), part)
        self.assertEqual(self.contents(), before)

    def test_words_that_mean_nothing_are_named(self):
        for words, part in WORDS:
            with self.subTest(" ".join(words)):
                self.refuse(words, part)

    def test_a_place_where_nothing_can_be_written_is_named_before_the_run(self):
        for words, part in PLACES:
            with self.subTest(" ".join(words)):
                self.refuse((*RUN, *words), part)

    def test_a_pipe_or_device_is_not_replaced_by_a_result(self):
        os.mkfifo(self.path("pipe"))
        done = self.run_it(*RUN, "-o", "pipe")
        self.expect_refused(done, "pipe: is there and is no result file")
        self.assertTrue(stat.S_ISFIFO(os.stat(self.path("pipe")).st_mode))

    def test_help_and_version_are_no_errors(self):
        for words in [("--help",), ("--version",)] + [
                (name, "--help") for name in ("run", "lint", "schema", "list", "explain", "fare",
                                              "bench")]:
            done = self.run_it(*words)
            self.expect_code(done, 0)
            self.assertNotEqual(done.stdout, "")
            self.assertEqual(done.stderr, "")

    def test_a_seed_given_beside_settings_counts(self):
        done = self.run_it(*RUN, "--seed", "5", "--set", "people.0.count=20")
        self.assertIn("seed 5,", done.stdout)
        self.assertIn("--set people.0.count=20 --seed 5", done.stdout.splitlines()[-1])

    def test_the_last_line_repeats_the_run_when_given_to_a_shell(self):
        first = self.run_it(*RUN, "--set", "ic_share=80 %", "--set", 'window.to="08:30:00"')
        command = first.stdout.splitlines()[-1].split("  ", 1)[1]
        self.assertTrue(command.startswith("tapbench run "), command)
        again = program.subprocess.run(
            f'tapbench() {{ "{program.program()}" "$@"; }}; {command}', shell=True, text=True,
            cwd=self.folder, capture_output=True, check=False, env=program.environment())
        self.assertEqual(again.stdout, first.stdout)

    def test_an_older_result_is_replaced_whole(self):
        self.expect_code(self.run_it(*RUN, "-o", "r.db", "--seed", "8"), 0)
        self.expect_code(self.run_it(*RUN, "-o", "r.db", "--seed", "9"), 0)
        self.assertEqual(self.query("r.db", "SELECT seed FROM run"), [("9",)])


if __name__ == "__main__":
    program.main()
