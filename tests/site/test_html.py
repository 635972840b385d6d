"""Every page and paper is HTML that no browser has to guess at, and that a screen reader can walk through."""

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path

from tests.reading import Read, text_of

PYTHON = re.compile(
    r"\bNone\b(?! of |\. The)|\bTrue\b|\bFalse\b|datetime|Undefined|object at 0x|zoneinfo"
    r"|\{\{|\{%|&(?:amp|lt|#\d+);"
)
"""What a value looks like that nobody put into words."""


def test_a_browser_has_nothing_to_guess(read: dict[Path, Read]) -> None:
    for page in read.values():
        assert page.tree.tag == "html", page.path


def test_each_says_its_language_and_kind(read: dict[Path, Read]) -> None:
    for path, page in read.items():
        assert page.tree.get("lang") == "en", path
        assert path.read_bytes().startswith(b"<!doctype html>\n"), path
        assert page.all("meta")[0].get("charset") == "utf-8", path


def test_page_titles_are_all_different(pages: list[Read]) -> None:
    titles = Counter(page.title for page in pages)
    assert [title for title, times in titles.items() if times > 1] == []
    assert all(title.endswith("· Harborline casework") for title in titles)


def test_headings_come_in_order(read: dict[Path, Read]) -> None:
    for path, page in read.items():
        levels = [
            int(one.tag[1]) for one in page.tree.iter() if one.tag in ("h1", "h2", "h3", "h4", "h5", "h6")
        ]
        assert levels[0] == 1, path
        assert levels.count(1) == 1 or "-meeting-pack" in path.name, (
            path
        )  # Each paper in a pack keeps its own.
        assert all(after <= before + 1 for before, after in pairwise(levels)), (
            path,
            levels,
        )


def test_no_heading_is_empty(read: dict[Path, Read]) -> None:
    for path, page in read.items():
        for level in ("h1", "h2", "h3"):
            assert all(text_of(heading) for heading in page.all(level)), path


def test_tables_say_what_their_columns_are(read: dict[Path, Read]) -> None:
    for path, page in read.items():
        for table in page.all("table"):
            heads = list(table.iter("th"))
            if table.get("role") == "presentation":  # A mail is laid out with tables that tell nothing.
                assert not heads, path
                continue
            assert heads, (path, text_of(table)[:80])
            assert all(head.get("scope") in ("col", "row") for head in heads), (path, text_of(table)[:80])


def test_ids_are_all_different(read: dict[Path, Read]) -> None:
    for path, page in read.items():
        assert len(page.ids) == len(set(page.ids)), path


def test_pictures_and_drawings_are_told_in_words(read: dict[Path, Read]) -> None:
    drawings = 0
    for path, page in read.items():
        assert all(picture.get("alt") for picture in page.all("img")), path
        for drawing in page.tree.iter():
            if isinstance(drawing.tag, str) and drawing.tag.endswith("svg"):
                drawings += 1
                told = [text_of(child) for child in drawing if str(child.tag).endswith("title")]
                assert drawing.get("role") == "img" and told and told[0], path
    assert drawings > 20


def test_nothing_is_printed_that_python_would_say(read: dict[Path, Read]) -> None:
    for path, page in read.items():
        text = text_of(next(page.tree.iter("body")))
        if "handbook" in path.parts:  # Its examples show what a template and a program are written like.
            for example in (*page.tree.iter("pre"), *page.tree.iter("code")):
                text = text.replace(text_of(example), "")
        assert not PYTHON.search(text), (path, PYTHON.search(text))
