# SPDX-License-Identifier: Apache-2.0
"""A run to export, and its exported tables held to their schemas."""
import csv
import json
import os
import sqlite3

import json_schema
import program
import small_city

SCHEMAS = os.path.join(program.SCENARIOS, "schema")


def typed(row, properties):
    """Empty cells are no properties; whole numbers are numbers where the schema speaks of them."""
    found = {}
    for name, text in row.items():
        known = properties.get(name, {})
        values = known.get("enum", [known.get("const")])
        number = known.get("type") == "integer" or isinstance(values[0], int)
        whole = number and text.lstrip("-").isdigit()
        if text != "":
            found[name] = int(text) if whole else text
    return found


class Exported(program.Folder):
    def run_of(self, *words):
        done = self.run_it("run", *words, "-q", "-o", "r.db")
        self.assertIn(done.returncode, (0, 1, 2), done.stderr)

    def small_run(self):
        small_city.write(self)
        self.run_of("s.yaml", "--set", "people.0.count=300")

    def change(self, sql, *values):
        """Does something to the result file that no run does."""
        connection = sqlite3.connect(self.path("r.db"))
        connection.execute(sql, values)
        connection.commit()
        connection.close()

    def export(self, form, folder, *words):
        self.expect_code(self.run_it("export", "r.db", "--to", form, "-o", folder, *words), 0)

    def rows(self, path):
        with open(self.path(path), encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    def expect_rows(self, path, schema):
        """The rows, after each was held to its schema; columns are in the schema's order."""
        with open(os.path.join(SCHEMAS, schema), encoding="utf-8") as stream:
            rule = json.load(stream)
        with open(self.path(path), encoding="utf-8", newline="") as stream:
            self.assertEqual(next(csv.reader(stream)), list(rule["properties"]), path)
        rows = self.rows(path)
        for number, row in enumerate(rows, 2):
            found = typed(row, rule["properties"])
            self.assertEqual(list(json_schema.problems(found, rule, f"{path}:{number}")), [])
        return rows

    def expect_keys(self, rows, column, known):
        strange = {row[column] for row in rows if row.get(column)} - known
        self.assertEqual(strange, set(), column)

    def stops(self):
        return {row[0] for row in self.query("r.db", "SELECT id FROM stop")}

    def features(self, folder):
        with open(self.path(f"{folder}/map.geojson"), encoding="utf-8") as stream:
            return json.load(stream)["features"]
