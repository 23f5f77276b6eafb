# SPDX-License-Identifier: Apache-2.0
"""Asks one question about the run digest of a scenario: is it the same for the same seed, with the
recorder off and in another build, and another one for another seed? Exit code 5 when it is not
deterministic, 77 when there is no second build."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

NOT_DETERMINISTIC, FAILED, ABSENT = 5, 1, 77


# A run whose judge found something, or that recorded nothing to judge, has a digest as well.
JUDGED = (0, 1, 2, 3)


def told_by(program, scenario, *extra):
    """(digest, measured values) of `run --json -`; None, with a message, when there is none."""
    with tempfile.TemporaryDirectory() as folder:
        words = [program, "run", scenario, "--json", "-", *extra]
        if "--no-record" not in extra:
            words += ["-o", os.path.join(folder, "run.db")]
        done = subprocess.run(words, text=True, capture_output=True, check=False)
    start = done.stdout.find("{")
    told = json.JSONDecoder().raw_decode(done.stdout[start:])[0] if start >= 0 else {}
    if done.returncode not in JUDGED or len(told.get("digest", "")) != 64:
        print(f"{' '.join(words)}\nended with {done.returncode}\n{done.stdout}{done.stderr}")
        return None
    return told["digest"], [one.get("value") for one in told.get("expectations", [])]


def compare(first, second, equal):
    """The digest holds the seed itself, so for another seed the measured values must differ too."""
    print(f"first  {first}\nsecond {second}")
    if first is None or second is None:
        return FAILED
    if equal:
        return 0 if first[0] == second[0] else NOT_DETERMINISTIC
    return 0 if first[0] != second[0] and first[1] != second[1] else NOT_DETERMINISTIC


def ask(question, program, second, scenario):
    if question == "second_build" and not second:
        print("no second build was given (cache variable TAPBENCH_SECOND_BUILD)")
        return ABSENT
    others = {
        "same_seed": lambda: told_by(program, scenario),
        "recorder_off": lambda: told_by(program, scenario, "--no-record"),
        "another_seed": lambda: told_by(program, scenario, "--seed", "7"),
        "second_build": lambda: told_by(second, scenario),
    }
    return compare(told_by(program, scenario), others[question](), question != "another_seed")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("question",
                        choices=["same_seed", "recorder_off", "another_seed", "second_build"])
    for name in ("--tapbench", "--scenario"):
        parser.add_argument(name, required=True)
    parser.add_argument("--second", default="")
    options = parser.parse_args()
    return ask(options.question, options.tapbench, options.second, options.scenario)


if __name__ == "__main__":
    sys.exit(main())
