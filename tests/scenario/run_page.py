# SPDX-License-Identifier: Apache-2.0
"""The page of a run: whole, well-formed, without anything from elsewhere."""
import html.parser
import os

import program
import small_city

VOID = {"meta", "link", "br", "img", "hr"}


class Page(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.open, self.problems, self.words, self.names = [], [], [], set()

    def handle_starttag(self, tag, attrs):
        self.names.add(tag)
        if tag not in VOID:
            self.open.append(tag)
        self.problems += [f"{tag} {name}" for name, _ in attrs
                          if name in ("src", "href") or name.startswith("on")]

    def handle_startendtag(self, tag, attrs):
        self.names.add(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> out of place")

    def handle_data(self, data):
        self.words.append(data)


def read(text):
    page = Page()
    page.feed(text)
    page.close()
    return page


class Html(program.Folder):
    def setUp(self):
        super().setUp()
        small_city.write(self)

    def page(self, *words):
        self.run_it("run", "s.yaml", "-q", "--html", "r.html", *words)
        with open(self.path("r.html"), encoding="utf-8") as stream:
            return read(stream.read())

    def test_it_is_well_formed_and_needs_nothing_from_elsewhere(self):
        page = self.page()
        self.assertEqual(page.problems, [])
        self.assertEqual(page.open, [])
        self.assertNotIn("script", page.names)
        self.assertIn("svg", page.names)

    def test_names_of_the_feed_stay_names(self):
        small_city.replace(self, "gtfs/routes.txt", "Line R", "<script>駅前&線</script>")
        page = self.page()
        self.assertEqual(page.problems, [])
        self.assertNotIn("script", page.names)
        self.assertIn("<script>駅前&線</script>", " ".join(page.words))

    def test_it_tells_faults_and_a_broken_budget(self):
        words = " ".join(self.page("--set", "expect.tap_time.p99=<= 1 us").words)
        self.assertIn("A time budget is broken", words)
        self.assertIn("uplink_down", words)

    def test_it_is_refused_where_nothing_is_recorded(self):
        done = self.run_it("run", "s.yaml", "--no-record", "--html", "r.html")
        self.expect_refused(done, "--html")
        self.assertFalse(os.path.exists(self.path("r.html")))


if __name__ == "__main__":
    program.main()
