"""`casewright fix`: each finding that has one safe answer, and what it leaves alone."""

import runpy
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from generator.checking import check_workspace
from generator.fixing.fixers import FIXERS
from generator.fixing.mending import is_one_place
from tests.team import AS_OF, make_team, run

FINDINGS = Path(__file__).parents[1] / "findings"
CARDS = "cases/kestrel/cards.yaml"


def codes(root: Path) -> list[str]:
    return [one.code for one in check_workspace(root, datetime.fromisoformat(AS_OF)).findings]


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()
    }


@pytest.fixture
def team(tmp_path: Path) -> Path:
    return make_team(tmp_path / "team")


def put(root: Path, old: str, new: str, path: str = CARDS) -> None:
    file = root / path
    text = file.read_bytes().decode()
    assert old in text
    file.write_bytes(text.replace(old, new, 1).encode())


@pytest.mark.parametrize("code", sorted(set(FIXERS) - {"choice-wrong"}))
def test_the_finding_is_gone_and_one_line_is_another(code: str, tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    shutil.copytree(FINDINGS / code / "workspace", root)
    if (FINDINGS / code / "make.py").exists():
        runpy.run_path(str(FINDINGS / code / "make.py"))["make"](root)
    before, found = files(root), codes(root)
    assert code in found
    result = run("fix", "-C", root, "--code", code)
    assert result.exit_code == 0, result.output
    assert f": {code}: mended." in result.stdout
    after = files(root)
    changed = [path for path in before if before[path] != after[path]]
    assert len(changed) == 1 and before.keys() == after.keys()
    old, new = (set(side[changed[0]].decode().splitlines()) for side in (before, after))
    assert len(old - new) <= 1 and len(new - old) <= 2
    assert code not in codes(root)
    assert run("fix", "-C", root).exit_code == 0
    assert files(root) == after, "a second run changes nothing"


def test_a_wrong_choice_is_the_word_that_was_meant(team: Path) -> None:
    put(team, "state: suspected", "state: suspectd")
    assert run("fix", "-C", team).stdout == f"{CARDS}:12: choice-wrong: mended.\n"
    assert "state: suspected" in (team / CARDS).read_text(encoding="utf-8")


def test_a_dry_run_shows_the_difference_and_writes_nothing(team: Path) -> None:
    put(team, "title: Card payments declined", "title: Card payments #41 declined")
    before = files(team)
    result = run("fix", "-C", team, "--dry-run")
    assert (result.exit_code, files(team)) == (0, before)
    assert result.stdout.splitlines()[:2] == [f"--- a/{CARDS}", f"+++ b/{CARDS}"]
    assert '+title: "Card payments #41 declined at 41 shops"' in result.stdout.splitlines()


def test_several_faults_that_hide_each_other_are_mended_in_one_run(team: Path) -> None:
    put(
        team,
        "title: Card payments declined at 41 shops",
        "title: Cards declined: cause unknown  # since Monday",
    )
    put(team, "summary: The card", "summary: '41 shops' terminals: the card")
    result = run("fix", "-C", team)
    assert "left" not in result.output, result.output
    text = (team / CARDS).read_text(encoding="utf-8")
    assert 'title: "Cards declined: cause unknown"  # since Monday' in text
    assert not {"colon-in-text", "apostrophe", "text-after-quote"} & set(codes(team))


def test_line_ends_and_a_byte_order_mark_stay(team: Path) -> None:
    put(team, "severity: 2", "severty: 2  # as Dana sees it")
    file = team / CARDS
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    run("fix", "-C", team)
    assert file.read_bytes() == before.replace(b"severty", b"severity")


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title: Card payments declined", "title: Card payments #todo ask Dana", "text-cut"),
        ("title: Card payments declined", "title: Card payments #41 declined # said Dana", "text-cut"),
        ("severity: 2\nstage", "severity: 2\nsevrity: 2\nstage", "key-unknown"),
        ("stage: planning", "stage: customer-revew", "choice-wrong"),
        ("owner: joel, due", "owner: jol, due", "person-unknown"),
    ],
)
def test_what_has_another_answer_or_brings_another_finding_is_left(
    team: Path, old: str, new: str, code: str
) -> None:
    put(team, old, new)
    before = files(team)
    result = run("fix", "-C", team)
    assert files(team) == before
    assert code in codes(team)
    assert result.exit_code == (1 if code in FIXERS else 0)
    assert (f"{code}: left as it is." in result.stderr) is (code in FIXERS)


def test_a_file_that_cannot_be_made_whole_is_left_as_it_was(team: Path) -> None:
    put(team, "title: Card payments declined at 41 shops", "title: Cards declined: cause unknown")
    put(team, "stage: planning", "stage: [planning")
    before = files(team)
    result = run("fix", "-C", team)
    assert (result.exit_code, files(team)) == (1, before)


def test_no_relation_is_written_that_a_customer_would_then_read(team: Path) -> None:
    put(
        team,
        "opened: 2026-03-11",
        "related: [{case: kestrel/cards, how: same-cause}]\nopened: 2026-03-11",
        "cases/kestrel/mails.yaml",
    )
    put(team, "customer_sees: [", "customer_sees: [related, ")
    before = files(team)
    assert run("fix", "-C", team).exit_code == 1
    assert files(team) == before


def test_a_path_or_a_code_narrows_it(team: Path) -> None:
    put(team, "severity: 2", "severty: 2")
    before = files(team)
    assert run("fix", "-C", team, team / "cases/wren").exit_code == 0
    assert run("fix", "-C", team, "--code", "text-cut").exit_code == 0
    assert files(team) == before
    assert run("fix", "-C", team, team / CARDS, "--code", "key-unknown").exit_code == 0
    assert files(team) != before


def test_a_code_without_an_answer_is_wrong_usage(team: Path) -> None:
    result = run("fix", "-C", team, "--code", "text-cutt")
    assert result.exit_code == 2
    assert "Did you mean 'text-cut'?" in result.stderr


def test_nothing_to_mend_is_said(team: Path) -> None:
    result = run("fix", "-C", team)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "Nothing here has one safe answer.\n"


@pytest.mark.parametrize(
    ("old", "new", "one"),
    [
        ({"a": "1"}, {"a": "2"}, True),
        ({"a": "1", "b": "2"}, {"c": "1", "b": "2"}, True),
        ({"a": "1", "b": "2"}, {"b": "2", "c": "1"}, False),
        ({"a": "1", "b": "2"}, {"b": "2"}, True),
        ({"a": ["1", "2"]}, {"a": ["1", "2", "3"]}, True),
        ({"a": "1", "b": "2"}, {"a": "2", "b": "1"}, False),
        ({"a": "1"}, {"b": "2"}, False),
        ({"a": {"b": "1"}}, {"a": "1"}, True),
    ],
)
def test_what_one_place_is(old: object, new: object, one: bool) -> None:
    assert is_one_place(old, new) is one
