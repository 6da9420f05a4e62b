"""Checks the pages of a built site: every link, anchor and resource exists, and nothing is loaded from elsewhere.

usage: check.py DIRECTORY
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Attributes that make a browser load something, by element; None stands for any element.
LOADED = {("script", "src"), ("link", "href"), ("img", "src"), ("img", "srcset"), ("iframe", "src"), ("source", "src"),
          ("object", "data"), ("embed", "src"), ("video", "src"), ("audio", "src"), ("use", "href"), ("form", "action")}
# Links of the kinds that load nothing by themselves.
NAMED = {"canonical", "search", "index", "next", "prev", "up", "author", "license"}
CSS_LOADS = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.ids, self.duplicates, self.links, self.loads = set(), set(), [], []
        self.in_style = False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        values = {name: value or "" for name, value in attributes}
        name = values.get("id") or (values.get("name") if tag == "a" else None)
        if name:
            (self.duplicates if name in self.ids else self.ids).add(name)
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        for attribute, value in values.items():
            if (tag, attribute) in LOADED and not (tag == "link" and values.get("rel") in NAMED):
                self.loads.append(value)
            if attribute == "style":
                self.loads += css_loads(value)
        self.in_style = tag == "style"

    def handle_endtag(self, tag):
        self.in_style = False

    def handle_data(self, data):
        if self.in_style:
            self.loads += css_loads(data)


def css_loads(text):
    return [first or second for first, second in CSS_LOADS.findall(text)]


def check(root):
    pages = {path: Page(path.read_text(encoding="utf-8")) for path in sorted(root.rglob("*.html"))}
    problems = []
    for path, page in pages.items():
        where = path.relative_to(root)
        generated_elsewhere = where.parts[0] == "api"
        if not generated_elsewhere:
            problems += [f"{where}: the anchor {name} is there twice" for name in page.duplicates]
        for link in page.links:
            problems += problem(root, path, pages, link, f"{where}: link {link}", anchors=not generated_elsewhere)
        for load in page.loads:
            problems += outside(load, f"{where}: loads {load}") or problem(root, path, pages, load, f"{where}: loads {load}", False)
    for path in root.rglob("*.css"):
        for load in css_loads(path.read_text(encoding="utf-8")):
            problems += outside(load, f"{path.relative_to(root)}: loads {load}")
    return pages, problems


def outside(target, what):
    parts = urlsplit(target)
    return [f"{what} from elsewhere"] if parts.netloc or parts.scheme not in ("", "data") else []


def problem(root, path, pages, target, what, anchors):
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return []
    found = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if found.is_dir():
        found = found / "index.html"
    if not found.is_file() or root not in found.parents:
        return [f"{what}: there is no such file"]
    anchor = unquote(parts.fragment)
    if anchors and anchor and found in pages and anchor not in pages[found].ids:
        return [f"{what}: there is no such anchor"]
    return []


def main():
    root = Path(sys.argv[1]).resolve()
    pages, problems = check(root)
    for line in problems:
        print(line, file=sys.stderr)
    print(f"{len(pages)} pages, {sum(len(page.links) for page in pages.values())} links, {len(problems)} problems")
    return 1 if problems or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
