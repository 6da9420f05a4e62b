"""The site: docs/ and the pages beside it that are listed below, as they are in the repository, for Sphinx.

Navigation comes from the pages: what docs/index.md links is in the menu, under the heading where it is linked, and docs/x.md has
the pages of docs/x/ that it links below it. Each page in docs must be linked like this; every link and anchor must exist.
"""

import posixpath
import re
from html import escape

from docutils import nodes
from docutils.parsers.rst import Directive
from sphinx.transforms import SphinxTransform

project = "Chime messaging fake"
extensions = ["myst_parser"]
root_doc = "docs/index"
include_patterns = [
    "README.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "RELEASING.md",
    "SECURITY.md",
    "THIRD-PARTY.md",
    "clients/python/README.md",
    "docs/**.md",
]
exclude_patterns = ["**/target", "**/node_modules", ".git"]
nitpicky = True
highlight_language = "none"

myst_heading_anchors = 4
myst_fence_as_directive = {"mermaid"}

html_theme = "furo"
html_title = project
html_static_path = ["static"]
templates_path = ["templates"]
html_copy_source = False
html_show_sphinx = False
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/api.html",
        "sidebar/affiliation.html",
        "sidebar/scroll-end.html",
    ]
}

LINK = re.compile(r"\]\(([^)#:]+)\.md(?:#[^)]*)?\)")
ROW_ANCHOR = re.compile(r'<a id="([^"]+)">')


def links(docname, text):
    """The pages that a text links, without repetitions."""
    folder = posixpath.dirname(docname)
    return list(dict.fromkeys(posixpath.normpath(posixpath.join(folder, link)) for link in LINK.findall(text)))


def toctree(caption, pages):
    option = f":caption: {caption}\n" if caption else ""
    return "\n```{toctree}\n:hidden:\n" + option + "\n" + "\n".join("/" + page for page in pages) + "\n```\n"


def add_navigation(app, docname, source):
    """Makes the menu of the links in docs/index.md, and of those from docs/x.md into docs/x."""
    if docname != root_doc:
        listed = links(root_doc, (app.srcdir / f"{root_doc}.md").read_text(encoding="utf-8"))
        below = [page for page in links(docname, source[0]) if page.startswith(docname + "/") and page not in listed]
        source[0] += toctree("", below) if below else ""
        return
    seen = {root_doc}
    menu = ""
    for number, part in enumerate(re.split(r"^## ", source[0], flags=re.MULTILINE)):
        pages = [page for page in links(docname, part) if page not in seen]
        seen.update(pages)
        menu += toctree(part.split("\n")[0] if number else "", pages) if pages else ""
    source[0] += menu


def allow_outside_menu(app, doctree):
    """The pages beside docs may be linked from anywhere."""
    if not app.env.docname.startswith("docs/"):
        app.env.metadata[app.env.docname]["orphan"] = True


class RowAnchors(SphinxTransform):
    """Makes anchors that a page writes in HTML known, so that links to them are checked, and shows a link to each."""

    default_priority = 500

    def apply(self):
        slugs = self.env.metadata[self.env.docname].setdefault("myst_slugs", {})
        for node in list(self.document.findall(nodes.raw)):
            anchor = ROW_ANCHOR.fullmatch(node.astext())
            end = node.next_node(descend=False, siblings=True) if anchor else None
            if isinstance(end, nodes.raw) and end.astext() == "</a>":
                name = anchor.group(1)
                slugs[name] = (node.line, name, "")
                node.parent.append(nodes.reference("", "¶", internal=True, refuri="#" + name, classes=["headerlink"]))
                node.parent.remove(end)
                node.replace_self(nodes.inline("", "", ids=[name]))
        self.document.myst_slugs = slugs


class Mermaid(Directive):
    """A diagram, which the browser draws with the script of this site."""

    has_content = True

    def run(self):
        self.state.document.settings.env.metadata[self.state.document.settings.env.docname]["mermaid"] = True
        return [nodes.raw("", f'<pre class="mermaid">{escape(chr(10).join(self.content))}</pre>', format="html")]


def add_scripts(app, pagename, templatename, context, doctree):
    if app.env.metadata.get(pagename, {}).get("mermaid"):
        app.add_js_file("mermaid.tiny.js")
        app.add_js_file("diagrams.js")


def setup(app):
    app.add_css_file("site.css")
    app.add_directive("mermaid", Mermaid)
    app.add_transform(RowAnchors)
    app.connect("source-read", add_navigation)
    app.connect("doctree-read", allow_outside_menu)
    app.connect("html-page-context", add_scripts)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
