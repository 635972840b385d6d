"""`casewright paper chronology --known-by`: what we knew then, from the record as it is now."""

from pathlib import Path

import pytest

from tests.reading import Read, text_of
from tests.team import make_team, run

CASE = """
    title: Card payments declined
    opened: 2026-03-09 08:00
    advocate: ines
    evidence:
      - {id: E1, kind: log, title: The log of the night, date: 2026-03-08}
      - {id: E2, kind: log, title: The log of the month, date: 2026-03-10}
    events:
      - {at: 2026-03-08 01:00, learned: 2026-03-10 11:00, by: us, what: The certificate ran out., evidence: [E1]}
      - {at: 2026-03-09 07:50, until: 2026-03-10 12:00, by: customer, person: dana, contact: in, what: Dana calls.,
        evidence: [E1, E2]}
      - {at: 2026-03-10 09:00, by: us, person: ines, contact: out, what: Nobody knows why yet.}
    """
ISSUED = """
    issued: [{paper: chronology, version: 1, at: 2026-03-11 09:00, audience: internal, to: [ines], by: ines,
      approved_by: [ines], fingerprint: "%s"}]
    """


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_team(tmp_path / "known", {"cases/kestrel/known.yaml": CASE})


def known(root: Path, out: Path, moment: str, *options: str) -> str:
    arguments = ("chronology", "kestrel/known", "-C", root, "--out", out, "--no-pdf")
    result = run("paper", *arguments, "--known-by", moment, *options)
    assert result.exit_code == 0, result.output
    return text_of(Read(out / "kestrel-known-chronology-as-known.internal.html").all("body")[0])


def test_what_was_learned_later_is_not_on_it(root: Path, tmp_path: Path) -> None:
    text = known(root, tmp_path, "2026-03-09 12:00")
    assert "Dana calls." in text
    assert "The certificate ran out." not in text and "Nobody knows why yet." not in text
    assert "Two events became known later and are left out." in text
    assert "As of Monday 9 March 2026, 12:00" in text


def test_what_was_still_to_come_is_not_on_it(root: Path, tmp_path: Path) -> None:
    text = known(root, tmp_path, "2026-03-09 12:00")
    assert "Until" not in text and "The log of the month" not in text
    assert "The log of the night" in text


def test_the_minute_that_it_became_known_counts(root: Path, tmp_path: Path) -> None:
    assert "The certificate ran out." not in known(root, tmp_path, "2026-03-10 10:59")
    assert "The certificate ran out." in known(root, tmp_path, "2026-03-10 11:00")
    assert "The certificate ran out." in known(root, tmp_path, "2026-03-10T15:00Z")


def test_it_is_a_draft_even_where_all_was_known_and_issued(root: Path, tmp_path: Path) -> None:
    text = known(root, tmp_path, "2026-03-11 08:00")
    assert "Nothing became known later." in text and "draft of version 1" in text
    mark = text.split("not issued · ")[1][:14].replace(" ", "")
    with (root / "cases/kestrel/known.yaml").open("a", encoding="utf-8") as file:
        file.write(ISSUED.replace("\n    ", "\n").strip() % mark + "\n")
    assert "draft of version 2" in known(root, tmp_path, "2026-03-11 08:00")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("chronology", "--audience", "customer"), "a customer never reads when we learned of something"),
        (("update",), "--known-by goes with a chronology"),
        (("chronology", "--since", "HEAD"), "leave --since or --known-by out"),
    ],
)
def test_where_it_does_not_go_it_is_told(
    root: Path, tmp_path: Path, options: tuple[str, ...], said: str
) -> None:
    paper, *more = options
    result = run(
        "paper",
        paper,
        "kestrel/known",
        "-C",
        root,
        "--out",
        tmp_path,
        "--known-by",
        "2026-03-09 12:00",
        *more,
    )
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
