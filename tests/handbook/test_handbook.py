"""The handbook is true: what is made from the code is current, every example runs, every word is there."""

import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import COMMANDS, main
from generator.codes import CODES
from generator.documents.handbook import CHAPTERS, chapters
from generator.documents.house_papers import HOUSE_PAPERS
from generator.documents.papers import PAPERS
from tests.handbook import reference
from tests.making import write_files
from tests.team import run

WRITTEN = [path for path in sorted(reference.FOLDER.glob("*.md")) if path.name not in reference.PAGES]
BLOCK = re.compile(
    r"(?:save\s+this\s+as\s+`(?P<name>[^`]+)`:\n\n)?^```(?P<kind>\w*)\n(?P<body>.*?)^```$",
    re.DOTALL | re.IGNORECASE | re.MULTILINE,
)
"""A block of the handbook, and what it is to be saved as."""


@pytest.mark.parametrize("name", reference.PAGES)
def test_what_is_made_from_the_code_is_current(name: str, request: pytest.FixtureRequest) -> None:
    path, text = reference.FOLDER / name, reference.PAGES[name]()
    if request.config.getoption("--update-goldens"):
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_every_chapter_is_listed_and_every_listed_one_is_there() -> None:
    assert {path.stem for path in reference.FOLDER.glob("*.md")} == set(CHAPTERS)
    assert [chapter.key for chapter in chapters()] == list(CHAPTERS)


def test_every_command_code_and_paper_is_told_of() -> None:
    text = {chapter.key: chapter.text for chapter in chapters()}
    for name in COMMANDS:
        assert f"\n## {name}\n" in text["commands"], name
    for name in CODES:
        assert f"\n## {name}\n" in text["findings"], name
    for name in (*PAPERS, *HOUSE_PAPERS):
        assert f"\n| `{name}` |" in text["papers"], name


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example(command: str) -> None:
    text = CliRunner().invoke(main, [command, "--help"], catch_exceptions=False).output
    assert re.search(rf"(?m)^ +(?:echo '.*)?casewright {command}\b", text), text


@dataclass
class Saved:
    """A file that the reader is told to save."""

    name: str
    text: str


@dataclass
class Typed:
    """A line to type, with the lines that are shown below it."""

    line: str
    shown: list[str]


def examples(text: str) -> Iterator[Saved | Typed]:
    """What a reader does, in order."""
    for block in BLOCK.finditer(text):
        if block["name"]:
            yield Saved(block["name"], block["body"])
        elif block["kind"] == "console":
            for part in re.split(r"(?m)^\$ ", block["body"])[1:]:
                line, *shown = part.splitlines()
                yield Typed(line, shown)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_every_example_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1773253800")
    monkeypatch.chdir(tmp_path)
    case = ""
    if path.stem != "getting-started":
        assert typed(["casewright", "init", "."])[0] == 0
        case = next(tmp_path.glob("cases/juniper/*-orders.yaml")).stem
    tried = list(examples(path.read_text(encoding="utf-8")))
    assert tried or path.stem == "cases"
    for one in tried:
        if isinstance(one, Saved):
            write_files(Path.cwd(), {one.name: one.text})
            continue
        words = shlex.split(one.line.replace("CASE", case) if case else one.line)
        if words[0] == "cd":
            monkeypatch.chdir(words[1])
            continue
        code, told = typed(words)
        assert code == 0, (one.line, told)
        for expected in one.shown:
            assert expected in told.splitlines(), (one.line, told)


def test_the_examples_are_found() -> None:
    text = "Save this\nas `a/b.csv`:\n\n```text\nx\n```\n\n```console\n$ one two\nsaid\n$ three\n```\n"
    text += "\n```yaml\n$ no\n```\n"
    assert list(examples(text)) == [Saved("a/b.csv", "x\n"), Typed("one two", ["said"]), Typed("three", [])]


def typed(words: list[str]) -> tuple[int, str]:
    """The exit code and the output of a line; our own command runs in this process."""
    if words[0] == "casewright":
        result = CliRunner().invoke(main, words[1:], prog_name="casewright", catch_exceptions=False)
        return result.exit_code, result.output
    ran = subprocess.run(words, capture_output=True, text=True)
    return ran.returncode, ran.stdout + ran.stderr


def test_its_pages_stand_in_the_site_and_in_no_build_of_one_case(tmp_path: Path) -> None:
    work = tmp_path / "work"
    run("init", work)
    case = next(work.glob("cases/juniper/*-orders.yaml")).stem
    assert run("build", "-C", work, "--no-pdf", "--out", tmp_path / "site").exit_code == 0
    assert (
        run("build", "-C", work, "--no-pdf", "--out", tmp_path / "one", "--case", f"juniper/{case}").exit_code
        == 0
    )
    for chapter in chapters():
        page = (tmp_path / "site" / chapter.path).read_text(encoding="utf-8")
        assert chapter.text.splitlines()[0].removeprefix("# ") in page
    assert not (tmp_path / "one" / "handbook").exists()
    assert "handbook/" not in (tmp_path / "one" / "index.html").read_text(encoding="utf-8")
