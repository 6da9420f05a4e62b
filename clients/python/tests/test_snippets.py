"""The snippets of docs/python.md are lines of the tests; that of the README is a test."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from chime_messaging_fake import ChimeFake

PACKAGE = Path(__file__).parents[1]


def snippets(page: Path) -> list[str]:
    found = re.findall(r"^```python\n(.*?)^```$", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert found
    return found


def test_the_snippets_of_the_page_are_lines_of_the_tests() -> None:
    tests = (PACKAGE / "tests" / "test_page.py").read_text(encoding="utf-8")

    for snippet in snippets(PACKAGE.parents[1] / "docs" / "python.md"):
        assert snippet in tests or textwrap.indent(snippet, "    ") in tests, snippet


def test_the_test_of_the_readme_passes(pytester: pytest.Pytester, chime_fake: ChimeFake, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHIME_CONTROL_TOKEN", chime_fake.control_token or "")
    [snippet] = snippets(PACKAGE / "README.md")
    pytester.makepyfile(snippet)

    pytester.runpytest_inprocess("--chime-fake-url", chime_fake.control_address).assert_outcomes(passed=1)
