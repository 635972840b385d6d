"""`casewright fmt`: order and white space, and never a comment or a meaning."""

from collections import Counter
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.edit.editing import plain
from generator.edit.formatting import formatted
from generator.errors import CasewrightError
from generator.model.key_order import order_for
from generator.source.reader import read_text
from tests.hostile.mutations import slipped
from tests.team import tree

ROOT = Path(__file__).parents[2]
SAMPLE = [ROOT / "casewright.yaml", ROOT / "contacts.yaml", *sorted(ROOT.glob("cases/*/*.yaml"))]
CASE = "cases/kestrel/cards.yaml"


def fmt(team: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["fmt", "-C", str(team), *arguments], catch_exceptions=False)


def in_order(text: str, path: str = CASE) -> str:
    return formatted(path, text.encode(), order_for(path)).decode()


def test_keys_move_with_their_comments_and_what_is_below_them() -> None:
    text = f"""\
# yaml-language-server: $schema=../../schema/case.schema.json
# Ring Dana first.
title: Cards
advocate: ines   # until Friday
# When it began.
# By the shop's own clock.
opened: 2026-03-09 08:00


actions:
  # The one that counts.
  - due: 2026-03-13
    what: Renew{"  "}
    id: A1
  - {{due: 2026-03-14, what: Look}}
severity: 2
"""
    assert (
        in_order(text)
        == """\
# yaml-language-server: $schema=../../schema/case.schema.json
# Ring Dana first.
title: Cards
# When it began.
# By the shop's own clock.
opened: 2026-03-09 08:00
advocate: ines   # until Friday
severity: 2

actions:
  # The one that counts.
  - id: A1
    what: Renew
    due: 2026-03-13
  - {due: 2026-03-14, what: Look}
"""
    )


def test_white_space_inside_texts_stays() -> None:
    text = 'title: Cards\nsummary: |\n  One  \n\n\n  two\n    three\t\nopened: 2026-03-09 08:00\nadvocate: "i\n\n\n  nes"\n'
    result = in_order(text)
    assert "summary: |\n  One  \n\n\n  two\n    three\t\n" in result
    assert result.index("opened") < result.index("summary")


@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_line_ends_become_those_of_the_first_line(end: str) -> None:
    text = f"title: Cards{end}advocate: ines\nopened: 2026-03-09 08:00\r\n"
    assert in_order(text) == f"title: Cards{end}opened: 2026-03-09 08:00{end}advocate: ines{end}"


def test_what_is_said_at_the_end_of_a_file_stays_there() -> None:
    text = "severity: 2\nadvocate: ines\ntitle: Cards\n\n# To come: the impact.\n"
    assert in_order(text) == "title: Cards\nadvocate: ines\nseverity: 2\n\n# To come: the impact.\n"


def test_an_entry_whose_new_first_key_has_a_comment_is_left() -> None:
    text = "title: Cards\nactions:\n  - due: 2026-03-13\n    # In words.\n    what: Renew\n"
    assert in_order(text) == text


def test_people_and_areas_keep_their_places() -> None:
    text = "people:\n  zoe: {name: Zoe}\n  ann:\n    title: Lead\n    name: Ann\nreviewed: {on: 2026-03-02, by: ann}\n"
    expected = "reviewed: {on: 2026-03-02, by: ann}\npeople:\n  zoe: {name: Zoe}\n  ann:\n    name: Ann\n    title: Lead\n"
    assert in_order(text, "contacts.yaml") == expected


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.stem)
def test_a_file_in_order_means_the_same_and_is_not_touched_again(path: Path) -> None:
    name, data = path.relative_to(ROOT).as_posix(), path.read_bytes()
    once = formatted(name, data, order_for(name))
    assert plain(read_text(name, once)[0].root) == plain(read_text(name, data)[0].root)
    assert formatted(name, once, order_for(name)) == once


def test_the_files_of_the_sample_are_in_order() -> None:
    result = CliRunner().invoke(main, ["fmt", "--check", "-C", str(ROOT)], catch_exceptions=False)
    assert (result.exit_code, result.output) == (0, ""), "run `casewright fmt`"


def test_every_workspace_of_the_tests_keeps_its_meaning_its_findings_and_its_comments() -> None:
    """Each of their files is put in order or left, and put in order again it stays as it is."""
    files = [path for path in sorted((ROOT / "tests").rglob("*.yaml")) if "node_modules" not in path.parts]
    assert len(files) > 500
    for path in files:
        name = path.name if path.parent.parent.name != "cases" else f"cases/kestrel/{path.name}"
        data = path.read_bytes()
        try:
            once = formatted(name, data, order_for(name))
        except CasewrightError:
            assert read_text(name, data)[0].root is None, f"{path} can be read, and so it can be put in order"
            continue
        (before, known), (after, new) = read_text(name, data), read_text(name, once)
        assert plain(after.root) == plain(before.root), path
        assert formatted(name, once, order_for(name)) == once, path
        assert Counter((one.code, one.message) for one in new) == Counter(
            (one.code, one.message) for one in known
        ), path
        assert below_comments(once) == below_comments(data), path


def below_comments(data: bytes) -> Counter[tuple[str, str]]:
    """Each comment on a line of its own, with the line below it that it speaks of; nothing where a blank one is."""
    lines = [line.strip() for line in data.decode("utf-8-sig").splitlines()]
    return Counter((one, below) for one, below in pairwise([*lines, ""]) if one.startswith("#"))


@given(st.randoms(use_true_random=False))
def test_a_mangled_file_is_put_in_order_or_left_and_never_changed_in_meaning(chance: Random) -> None:
    data = slipped(chance.choice(SAMPLE).read_bytes(), chance)
    try:
        once = formatted(CASE, data, order_for(CASE))
    except (CasewrightError, UnicodeDecodeError):
        return
    assert plain(read_text(CASE, once)[0].root) == plain(read_text(CASE, data)[0].root)


def test_the_command_names_what_it_changed(team: Path) -> None:
    (team / CASE).write_text("advocate: ines\ntitle: Cards\nopened: 2026-03-09 08:00\n", encoding="utf-8")
    before = tree(team)
    result = fmt(team, "--check")
    assert result.exit_code == 1 and CASE in result.stdout
    assert tree(team) == before
    assert fmt(team).exit_code == 0
    assert (team / CASE).read_text(encoding="utf-8").startswith("title: Cards\nopened:")
    assert fmt(team, "--check").output == ""


def test_a_broken_file_is_named_and_the_others_are_put_in_order(team: Path) -> None:
    (team / CASE).write_text("title: [", encoding="utf-8")
    (team / "contacts.yaml").write_bytes(b"\xff")
    (team / "cases/kestrel/mails.yaml").write_text("advocate: ines\ntitle: Mails\nopened: 2026-03-09 08:00\n")
    result = fmt(team)
    assert result.exit_code == 1
    assert CASE in result.stderr and "contacts.yaml" in result.stderr
    assert (team / CASE).read_text(encoding="utf-8") == "title: ["
    assert (team / "cases/kestrel/mails.yaml").read_text(encoding="utf-8").startswith("title")
