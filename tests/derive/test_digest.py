"""The digest names nobody: not by a title, not by a pseudonym, not by a story that somebody published too soon."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from generator.derive.digest import Brief, Digest, Taught, Thumb, digest
from generator.derive.rollup.period import Period
from tests.making import NEW_YORK, at, make_workspace

FIRST = Period(date(2026, 1, 1), date(2026, 3, 31), NEW_YORK)
SETTINGS = "timezone: America/New_York\nproducts: {copy: {name: Read copy}}\n"
KESTREL = "name: Kestrel Outfitters\ndescribed_as: a retailer in the north-east\npeople: {dana: {name: Dana Whitlock}}\n"
CASE = "title: {}\nopened: {}\nadvocate: ines\nseverity: 2\nproduct: copy\n"
Told = Callable[..., Digest]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """The digest of the first quarter of 2026 of files."""

    def of(files: dict[str, str], as_of: str = "2026-03-31T18:00") -> Digest:
        standing = {"casewright.yaml": SETTINGS, "cases/kestrel/customer.yaml": KESTREL}
        return digest(make_workspace(tmp_path, {**standing, **files}), FIRST, at(as_of))

    return of


def brief(title: str | None, who: str | None = "a retailer in the north-east") -> Brief:
    return Brief(who, title, "Read copy", "Business hurt", date(2026, 1, 5))


@pytest.mark.parametrize(
    ("title", "printed"),
    [
        ("Orders went missing", "Orders went missing"),
        ("Kestrel lost orders", None),
        ("Dana waited for a day", None),
        ("412 orders went missing", None),
        ("41 shops were shut in 2026", "41 shops were shut in 2026"),
    ],
)
def test_a_case_is_told_without_whose_it_is(told: Told, title: str, printed: str | None) -> None:
    found = told({"cases/kestrel/a.yaml": CASE.format(title, "2026-01-05")})
    assert found.opened == (brief(printed),) and found.closed == ()


@pytest.mark.parametrize(
    "described_as", ["", "described_as: the Kestrel shops\n", "described_as: Dana's shops\n"]
)
def test_a_customer_without_a_pseudonym_that_holds_is_called_nothing(told: Told, described_as: str) -> None:
    customer = f"name: Kestrel Outfitters\n{described_as}people: {{dana: {{name: Dana Whitlock}}}}\n"
    files = {
        "cases/kestrel/customer.yaml": customer,
        "cases/kestrel/a.yaml": CASE.format("Slow", "2026-01-05"),
    }
    assert told(files).opened == (brief("Slow", None),)


def test_a_case_closed_in_the_period_says_how_it_ended_and_how_long_it_took(told: Told) -> None:
    ended = "stage: closed\noutcome: resolved\nclosed: 2026-01-04 12:00\n"
    found = told({"cases/kestrel/a.yaml": CASE.format("Slow", "2025-12-30 12:00") + ended})
    assert found.opened == ()
    (closed,) = found.closed
    assert (closed.on, closed.outcome, closed.days) == (date(2026, 1, 4), "resolved", 5)


STORIES = """
stories:
  - {thumb: up, what: Somebody rang back., behaviour: Owning it., source: kestrel/a, published: yes}
  - {thumb: down, what: Dana was not rung back., source: kestrel/a, published: yes}
  - {thumb: up, what: Not for anybody., source: kestrel/a}
"""


def test_only_published_stories_that_tell_nobody_are_printed(told: Told) -> None:
    files = {
        "cases/kestrel/customer.yaml": KESTREL + STORIES,
        "cases/kestrel/a.yaml": CASE.format("Slow", "2026-01-05"),
    }
    found = told(files)
    who = "a retailer in the north-east"
    assert found.up == (Thumb(True, who, "Somebody rang back.", "Owning it.", None),)
    assert (found.down, found.held_back) == ((), 1)


def test_without_a_pseudonym_every_story_is_held_back(told: Told) -> None:
    files = {
        "cases/kestrel/customer.yaml": f"name: Kestrel Outfitters\n{STORIES}",
        "cases/kestrel/a.yaml": CASE.format("Slow", "2026-01-05"),
    }
    assert (told(files).up, told(files).held_back) == ((), 2)


def test_a_story_belongs_to_its_own_day_else_to_its_case_s_end_else_to_now(told: Told) -> None:
    ended = "stage: closed\noutcome: resolved\nclosed: 2026-02-01\n"
    stories = """
        - {what: Own day before., on: 2025-12-31, published: yes}
        - {what: Own day within., on: 2026-01-01, published: yes}
        - {what: No day at all., published: yes}
        - {what: Of a case closed within., source: kestrel/a, published: yes}
        - {what: Of a case opened before., source: kestrel/b, published: yes}
        """
    files = {
        "stories.yaml": stories,
        "cases/kestrel/a.yaml": CASE.format("Slow", "2025-11-01") + ended,
        "cases/kestrel/b.yaml": CASE.format("Slower", "2025-11-01"),
    }
    assert [thumb.what for thumb in told(files).up] == [
        "Own day within.",
        "No day at all.",
        "Of a case closed within.",
    ]
    assert [thumb.what for thumb in told(files, "2026-04-01T09:00").up] == [
        "Own day within.",
        "Of a case closed within.",
    ]


def test_lessons_are_told_once_without_names_and_those_adopted_first(told: Told) -> None:
    lessons = (
        "lessons: [{what: B is open.}, {what: A is adopted., adopted: {on: 2026-02-01, where: Dana's form}},\n"
        "  {what: C is declined., declined: no}, {what: Dana rings first.}]\n"
    )
    files = {f"cases/kestrel/{key}.yaml": CASE.format("Slow", "2026-01-05") + lessons for key in "ab"}
    assert told(files).lessons == (
        Taught("A is adopted.", date(2026, 2, 1), None),
        Taught("B is open.", None, None),
    )


def test_a_lesson_learnt_twice_is_told_once_as_it_was_adopted(told: Told) -> None:
    learnt = "lessons: [{{key: k, what: {}{}}}]\n"
    files = {
        "cases/kestrel/a.yaml": CASE.format("Slow", "2026-01-05") + learnt.format("First words.", ""),
        "cases/kestrel/b.yaml": CASE.format("Slow", "2026-01-05")
        + learnt.format("Second.", ", adopted: 2026-02-01"),
    }
    assert told(files).lessons == (Taught("Second.", date(2026, 2, 1), None),)
