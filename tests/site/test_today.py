"""Today and the findings page say exactly what `casewright check` finds."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.reading import Read, target_of, text_of
from tests.sample_build import AS_OF, SampleBuild, casewright

LATE = {
    "reading-stale": "A new reading is due",
    "stage-held-too-long": "Longer in stage",
    "trial-undecided": "Trial of",
    "commitment-late": "Promise",
    "action-late": "Action",
    "promise-passed": "was promised an update",
}
"""What Today calls each thing that the clock has made late."""
DUE = {"dry-run-missing": "dry run not held", "alternate-not-cleared": "the alternate is not cleared"}
Found = list[dict[str, Any]]


@pytest.fixture(scope="module")
def found(sample_build: SampleBuild) -> Found:
    """The findings of the sample as a program reads them."""
    ran = casewright("check", "--as-of", AS_OF, "--output-format", "json", cwd=sample_build.root)
    assert ran.returncode == 0, ran.stderr
    findings: Found = json.loads(ran.stdout)
    return findings


@pytest.fixture(scope="module")
def rows(read: dict[Path, Read], sample_build: SampleBuild) -> list[tuple[str, str, Path, str, bool]]:
    """The lines of Today: when, what, the page that it is about, who, and whether it is late."""
    today = read[(sample_build.site / "index.html").resolve()]
    lines = []
    for line in next(today.tree.iter("tbody")).iter("tr"):
        when, what, about, who = line
        page = target_of(today.path, next(about.iter("a")).attrib["href"])[0]
        is_late = any(one.get("class") == "late" for one in when.iter())
        lines.append((text_of(when), text_of(what), page, text_of(who), is_late))
    return lines


def page_about(path: str, site: Path) -> Path:
    """The page of the case or customer that a file of the workspace is."""
    customer, _, name = path.removeprefix("cases/").removesuffix(".yaml").partition("/")
    place = (
        f"customers/{customer}/index.html" if name == "customer" else f"cases/{customer}/{name}/index.html"
    )
    return (site / place).resolve()


def test_today_names_each_thing_that_is_late(
    found: Found, rows: list[tuple[str, str, Path, str, bool]], sample_build: SampleBuild
) -> None:
    by_clock = [one for one in found if one["clock"] and one["code"] in LATE]
    assert len(by_clock) >= 6
    for one in by_clock:
        page = page_about(one["path"], sample_build.site)
        lines = [row for row in rows if row[2] == page and LATE[one["code"]] in row[1]]
        assert lines, one
        assert any(is_late for *_, is_late in lines), one
    assert len([row for row in rows if row[4]]) == len(by_clock)


def test_today_leaves_nothing_of_the_clock_out(
    found: Found, read: dict[Path, Read], sample_build: SampleBuild
) -> None:
    today = read[(sample_build.site / "index.html").resolve()]
    besides = [text_of(one) for one in today.all("div", "finding")]
    for one in (one for one in found if one["clock"]):
        told = one["code"] in LATE or one["code"] in DUE
        assert told != any(one["code"] in text and one["message"] in text for text in besides), one
    assert besides


def test_each_thing_due_is_told_in_words(found: Found, rows: list[tuple[str, str, Path, str, bool]]) -> None:
    for one in (one for one in found if one["code"] in DUE):
        assert any(DUE[one["code"]] in what for _, what, *_ in rows), one


def test_the_head_of_today_counts_them(
    read: dict[Path, Read], rows: list[tuple[str, str, Path, str, bool]], sample_build: SampleBuild
) -> None:
    head = text_of(read[(sample_build.site / "index.html").resolve()].all("h1")[0])
    words = [
        "No",
        "One",
        "Two",
        "Three",
        "Four",
        "Five",
        "Six",
        "Seven",
        "Eight",
        "Nine",
        "Ten",
        "Eleven",
        "Twelve",
    ]
    assert head.startswith(f"{words[sum(row[4] for row in rows)]} things are late")


def test_each_line_of_today_names_who_and_when(rows: list[tuple[str, str, Path, str, bool]]) -> None:
    for when, what, _, who, is_late in rows:
        assert who and what, (when, what)
        assert re.search(
            "late$" if is_late else "^(today|tomorrow|since|in|by|Mon|Tue|Wed|Thu|Fri|Sat|Sun)", when
        ), when


def test_the_board_holds_every_open_case_once(read: dict[Path, Read], sample_build: SampleBuild) -> None:
    today = read[(sample_build.site / "index.html").resolve()]
    tiles = [
        target_of(today.path, next(tile.iter("a")).attrib["href"])[0] for tile in today.all("article", "tile")
    ]
    files = [path for path in (sample_build.root / "cases").glob("*/*.yaml") if path.name != "customer.yaml"]
    still_open = [path for path in files if "\nstage: closed" not in path.read_text(encoding="utf-8")]
    assert sorted(tiles) == sorted(
        page_about(path.relative_to(sample_build.root).as_posix(), sample_build.site) for path in still_open
    )


def test_the_page_of_findings_lists_exactly_what_check_finds(
    found: Found, read: dict[Path, Read], sample_build: SampleBuild
) -> None:
    page = read[(sample_build.site / "findings" / "index.html").resolve()]
    shown = []
    for block in page.all("div", "finding"):
        places = [one for one in block.iter("span") if one.get("class") == "place"]
        if places:
            chip, code = next(block.iter("span")), next(block.iter("strong"))
            shown.append((text_of(places[0]), text_of(chip), text_of(code), text_of(block)))
    assert [(place, chip, code) for place, chip, code, _ in shown] == [
        (f"{one['path']}:{one['line']}:{one['column']}", one["severity"], one["code"]) for one in found
    ]
    for one, (*_, text) in zip(found, shown, strict=True):
        for told in (one["message"], one["remedy"]):
            assert " ".join(told.replace("`", "").split()) in text.replace("`", ""), one


def test_the_build_tells_the_same_on_stderr(found: Found, sample_build: SampleBuild) -> None:
    lines = sample_build.stderr.splitlines()
    assert [line.partition(": ")[0] for line in lines[:-1]] == [
        f"{one['path']}:{one['line']}:{one['column']}" for one in found
    ]
    assert re.fullmatch(r"Built \d+ pages and \d+ files of papers\. Open .+/index\.html", lines[-1])


def test_each_case_shows_its_own_findings(
    found: Found, read: dict[Path, Read], sample_build: SampleBuild
) -> None:
    for one in found:
        if one["path"].startswith("cases/"):
            text = text_of(read[page_about(one["path"], sample_build.site)].tree)
            assert one["code"] in text, one
