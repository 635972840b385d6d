"""Whole sites against golden trees: names in four scripts, forty events, none at all, and words that never end.

`pytest tests/golden --update-goldens` writes the trees anew. Read the difference before it is committed.
"""

import re
import shutil
from pathlib import Path

import pytest

from tests.reading import pdf_pages, without_embedded
from tests.team import run

HERE = Path(__file__).parent
TREES = sorted(path.parent for path in HERE.glob("*/workspace"))
STYLE = re.compile(r"(<style[^>]*>).*?(</style>)", re.DOTALL)
LISTED = "files.txt"
"""The names of everything else in the site: style sheets, fonts, the manifest."""


def comparable(site: Path) -> dict[str, str]:
    """A site as texts by path: pages without their styles and fonts, PDFs as what is read in them.

    The handbook is the same in every site; tests/handbook holds it to the code.
    """
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    files = {name: path for name, path in files.items() if not name.startswith("handbook/")}
    texts = {}
    for name, path in files.items():
        if name.endswith(".pdf"):
            texts[f"{name}.txt"] = "\f\n".join(page.strip() + "\n" for page in pdf_pages(path))
        elif name.endswith(".html"):
            texts[name] = STYLE.sub(r"\1STYLES\2", without_embedded(path.read_text(encoding="utf-8")))
        elif name.endswith(".txt"):
            texts[name] = path.read_text(encoding="utf-8")
    others = [name for name in files if name not in texts and f"{name}.txt" not in texts]
    return {**texts, LISTED: "".join(f"{name}\n" for name in others)}


def recorded(folder: Path) -> dict[str, str]:
    """The golden tree as texts by path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in files}


def write_tree(folder: Path, texts: dict[str, str]) -> None:
    """Makes a golden tree hold these texts and no others."""
    for path in [path for path in folder.rglob("*") if path.is_file()]:
        if path.relative_to(folder).as_posix() not in texts:
            path.unlink()
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def differences(expected: dict[str, str], found: dict[str, str]) -> dict[str, list[str]]:
    """What does not agree: files that changed, that are missing, and that nobody expected."""
    return {
        "changed": sorted(name for name in expected.keys() & found.keys() if expected[name] != found[name]),
        "missing": sorted(expected.keys() - found.keys()),
        "extra": sorted(found.keys() - expected.keys()),
    }


def first_difference(expected: dict[str, str], found: dict[str, str], names: list[str]) -> str:
    """The first line that changed, so that a failure says more than a name."""
    for name in names[:1]:
        pairs = zip(expected[name].splitlines(), found[name].splitlines(), strict=False)
        for number, (before, after) in enumerate(pairs, 1):
            if before != after:
                return f"{name}, line {number}:\n- {before}\n+ {after}"
        return f"{name}: one is longer than the other"
    return ""


@pytest.mark.parametrize("folder", TREES, ids=lambda folder: folder.name)
def test_a_site_is_exactly_its_golden_tree(
    folder: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    shutil.copytree(folder / "workspace", tmp_path / "workspace")  # Away from the commits of this repository.
    result = run("build", "-C", tmp_path / "workspace", "--out", tmp_path / "site")
    assert result.exit_code == 0, result.output
    found = comparable(tmp_path / "site")
    if request.config.getoption("--update-goldens"):
        write_tree(folder / "expected", found)
    expected = recorded(folder / "expected")
    unlike = differences(expected, found)
    assert not any(unlike.values()), (unlike, first_difference(expected, found, unlike["changed"]))


def test_each_kind_of_difference_is_told() -> None:
    unlike = differences({"same": "a", "other": "a", "gone": "a"}, {"same": "a", "other": "b", "new": "a"})
    assert unlike == {"changed": ["other"], "missing": ["gone"], "extra": ["new"]}


@pytest.mark.parametrize("folder", TREES, ids=lambda folder: folder.name)
def test_no_letter_was_lost_on_the_way_to_paper(folder: Path) -> None:
    """Every letter of every title stands in the PDF's text, in whichever script it is written."""
    for case in sorted((folder / "workspace/cases").glob("*/*.yaml")):
        if case.name == "customer.yaml":
            continue
        title = re.findall(r"^title: (.+)$", case.read_text(encoding="utf-8"), re.MULTILINE)[0]
        stem = f"{case.parent.name}-{case.stem}-update.customer.pdf.txt"
        text = (folder / "expected/cases" / case.parent.name / case.stem / stem).read_text(encoding="utf-8")
        assert "".join(title.split()) in "".join(text.split()), case


def test_the_goldens_hold_what_they_are_there_for() -> None:
    names = "".join(recorded(HERE / "names/expected").values())
    for name in (
        "Brzęczyszczykiewicz",
        "Žluťoučké",
        "Trần Quốc Đường",
        "Đường Phố",
        "佐藤 はるか",
        "あさひ運輸株式会社",
    ):
        assert name in names
    lengths = recorded(HERE / "lengths/expected")
    forty = lengths["cases/long/forty/long-forty-chronology.customer.pdf.txt"]
    assert forty.count("happens.") == 40
