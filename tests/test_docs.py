"""The documents name tests and files that are there, also after these have got other names."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
DOCUMENTS = [HOME / "README.md", *sorted((HOME / "docs").glob("*.md"))]
TESTS = {
    name
    for file in (HOME / "tests").rglob("test_*.py")
    for name in re.findall(r"^def (test_\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
}

each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.name)


@each_document
def test_every_test_that_is_named_exists(document: Path) -> None:
    named = set(re.findall(r"`(test_\w+)`", document.read_text(encoding="utf-8")))
    assert named - TESTS == set()


@each_document
def test_every_file_that_is_named_exists(document: Path) -> None:
    """From the project's folder or the package's; links are from the document's."""
    text = document.read_text(encoding="utf-8")
    named = [(HOME / path, HOME / "escalator" / path) for path in re.findall(r"`([a-z_]+/[\w./]*)`", text)]
    linked = [(document.parent / path,) for path in re.findall(r"\]\(([\w./-]+)[)#]", text)]
    assert [places[0] for places in named + linked if not any(place.exists() for place in places)] == []
