# SPDX-License-Identifier: Apache-2.0
"""Cities are data: no source of firmware, models and simulation holds a word that is one city's own,
in its code or in a text, whatever city pack it comes from."""
import os
import re
import unittest

import program

# Words of a pack that are everybody's: places and kinds any city has, and what the program itself
# calls so. Whatever is not among them belongs to a city.
COMMON = {"all", "bay", "bench", "care", "centre", "citizen", "disabled", "east", "elder", "hill",
          "illness", "licence_returned", "light", "long", "member", "mobile", "outer", "pass",
          "pregnant", "regional", "returned", "rider", "senior", "short", "shops", "town", "youth"}
KEYS = re.compile(r"\b(?:id|city|residents|municipality|tariff|devices|people|taxi_subsidy): "
                  r"\"?([A-Za-z][\w-]+)\"?\s*[,}\n]")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.S)


def packs():
    folder = os.path.join(program.SCENARIOS, "city")
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder))]


def words_of(pack):
    words = set()
    for folder, _, names in os.walk(pack):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8-sig") as stream:
                text = stream.read()
            if name.endswith(".yaml"):
                words.update(KEYS.findall(text))
            if name in ("agency.txt", "routes.txt"):
                words.update(line.split(",")[0].strip('"') for line in text.splitlines()[1:])
    return {word for word in words if len(word) > 2} - COMMON


def sources():
    for top in ("firmware", "models", "sim"):
        for folder, _, names in os.walk(os.path.join(program.SOURCE, top)):
            for name in names:
                if name.endswith((".h", ".cpp", ".sql")):
                    yield os.path.join(folder, name)


class CityWords(unittest.TestCase):
    def test_every_pack_has_words_of_its_own(self):
        for pack in packs():
            if os.path.isdir(os.path.join(pack, "gtfs")):
                self.assertGreater(len(words_of(pack)), 2, pack)

    def test_no_source_holds_a_word_of_a_city(self):
        words = set().union(*(words_of(pack) for pack in packs()))
        self.assertTrue({"kanetsu", "misaki", "isle_life", "haga", "shiosai"} <= words)
        any_word = re.compile(r"(?<![\w-])(" + "|".join(sorted(map(re.escape, words))) + r")(?![\w-])")
        found = []
        for path in sources():
            with open(path, encoding="utf-8") as stream:
                code = COMMENT.sub("", stream.read())
            found += [f"{os.path.relpath(path, program.SOURCE)}: {match[1]}"
                      for match in any_word.finditer(code)]
        self.assertEqual(found, [])


if __name__ == "__main__":
    program.main()
