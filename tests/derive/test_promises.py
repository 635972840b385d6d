"""The next update that was promised: which it is, whether it was kept, and what a paper says of it."""

from pathlib import Path

import pytest

from generator.audience.project import open_up, project
from generator.derive.contact import update_promises
from generator.derive.glance import glance
from generator.derive.news import missed_update, news, next_word
from generator.model.promised import promise_followed, promised_update
from tests.making import at, make_case

NOW = at("2026-03-11 14:30")
TWO = """
customer_sees: [events]
events:
  - {at: 2026-03-11 09:00, what: Second, contact: both, next_update: 2026-03-11 13:00}
  - {at: 2026-03-10 09:00, what: First, contact: out, next_update: 2026-03-11 08:59}
"""


def state(
    root: Path, text: str, now: str = "2026-03-11 14:30"
) -> list[tuple[int | None, str, str | None, bool]]:
    """The promises of a case: by which event, for when, what followed, and whether it is late."""
    case = make_case(root, text)[0].case
    return [
        (
            one.event,
            f"{one.at.end:%d %H:%M}",
            f"{one.kept:%d %H:%M}" if one.kept else None,
            one.is_late(at(now)),
        )
        for one in update_promises(case, at(now))
    ]


def test_each_promise_is_kept_by_the_contact_that_follows(tmp_path: Path) -> None:
    assert state(tmp_path, TWO) == [(1, "11 08:59", "11 09:00", True), (0, "11 13:00", None, True)]


def test_a_contact_in_time_keeps_it_with_or_without_a_new_one(tmp_path: Path) -> None:
    text = TWO + "  - {at: 2026-03-11 13:00, what: Third, contact: out}\n"
    assert state(tmp_path, text)[1] == (0, "11 13:00", "11 13:00", False)


def test_neither_a_call_of_theirs_nor_an_event_of_ours_keeps_it(tmp_path: Path) -> None:
    text = (
        TWO
        + "  - {at: 2026-03-11 12:00, what: They call, contact: in}\n  - {at: 2026-03-11 12:30, what: Work}\n"
    )
    assert state(tmp_path, text)[1] == (0, "11 13:00", None, True)


def test_a_whole_day_runs_to_its_end(tmp_path: Path) -> None:
    text = "events: [{at: 2026-03-10 09:00, what: First, contact: out, next_update: 2026-03-11}]\n"
    assert state(tmp_path, text) == [(0, "12 00:00", None, False)]
    assert state(tmp_path / "b", text, "2026-03-12 00:01") == [(0, "12 00:00", None, True)]


def test_what_is_still_to_come_promises_and_keeps_nothing(tmp_path: Path) -> None:
    assert state(tmp_path, TWO, "2026-03-11 08:59") == [(1, "11 08:59", None, False)]


@pytest.mark.parametrize(
    ("contacts", "kept"),
    [
        ("", None),
        ("- {at: 2026-03-02 08:30, what: We call back, contact: out}", None),
        ("- {at: 2026-03-02 12:10, what: We call, contact: out}", "02 12:10"),
        ("- {at: 2026-03-02 12:10, what: They call, contact: in}", None),
    ],
)
def test_one_typed_on_the_case_waits_for_a_contact_from_then_on(
    tmp_path: Path, contacts: str, kept: str | None
) -> None:
    """The call in which it was promised came before it, so that call cannot be what keeps it."""
    text = f"next_update: 2026-03-02 12:00\nevents:\n  {contacts}\n"
    assert state(tmp_path, text) == [(None, "02 12:00", kept, True)]


def test_a_day_typed_on_the_case_is_kept_by_a_contact_on_that_day(tmp_path: Path) -> None:
    text = "next_update: 2026-03-03\nevents: [{at: 2026-03-03 07:00, what: We, contact: out}]\n"
    assert state(tmp_path, text) == [(None, "04 00:00", "03 07:00", False)]


def test_the_promise_of_a_contact_stands_for_the_one_typed(tmp_path: Path) -> None:
    file, _ = make_case(tmp_path, "next_update: 2026-03-12 18:00\n" + TWO)
    promised = promised_update(file.case)
    assert promised is not None and promised.typed == "2026-03-11 13:00"
    assert [one.event for one in update_promises(file.case)] == [1, 0]


@pytest.mark.parametrize(
    ("more", "followed"),
    [("", False), ("  - {at: 2026-03-11 12:50, what: Third, contact: out, audience: internal}\n", True)],
)
@pytest.mark.parametrize("sees", ["customer_sees: [events]", "customer_sees: [summary]"])
def test_a_copy_tells_the_truth_whatever_it_withholds(
    tmp_path: Path, more: str, followed: bool, sees: str
) -> None:
    file, workspace = make_case(tmp_path, (TWO + more).replace("customer_sees: [events]", sees))
    theirs, ours = project(file, workspace, NOW), open_up(file, workspace, NOW)
    assert promise_followed(file.case) is followed
    for copy in (theirs, ours):
        assert (missed_update(copy, NOW) is None) is followed
        assert (next_word(copy, NOW) is None) is followed
        assert glance(copy, NOW).missed == missed_update(copy, NOW)
    assert [one.kept is None for one in update_promises(theirs)][-1:] == [not followed]


def test_a_promise_of_a_withheld_contact_is_the_latest_all_the_same(tmp_path: Path) -> None:
    hidden = "  - {at: 2026-03-11 12:50, what: X, contact: out, next_update: 2026-03-11 18:00, audience: internal}\n"
    file, workspace = make_case(tmp_path, TWO + hidden)
    theirs = project(file, workspace, NOW)
    assert missed_update(theirs, NOW) is None
    word = next_word(theirs, NOW)
    assert word is not None and word.typed == "2026-03-11 18:00"
    assert [one.at.typed for one in update_promises(theirs)] == [
        "2026-03-11 08:59",
        "2026-03-11 13:00",
        "2026-03-11 18:00",
    ]


def test_the_next_word_stands_until_it_was_due(tmp_path: Path) -> None:
    """The customer was told one o'clock, and a word in between does not take that back."""
    file, workspace = make_case(tmp_path, TWO + "  - {at: 2026-03-11 11:00, what: Third, contact: out}\n")
    copy = project(file, workspace, NOW)
    before, after = at("2026-03-11 12:59"), at("2026-03-11 13:01")
    assert next_word(copy, before) == copy.next_update is not None
    assert next_word(copy, after) is None and missed_update(copy, after) is None
    assert glance(copy, before).next_word == copy.next_update


def test_a_missed_update_is_told_until_somebody_reaches_them_and_never_once_closed(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, TWO)
    copy = open_up(file, workspace, NOW)
    assert missed_update(copy, NOW) == at("2026-03-11 13:00")
    assert missed_update(copy, at("2026-03-11 13:00")) is None
    assert news(copy, NOW).missed == at("2026-03-11 13:00")
    closed, workspace = make_case(tmp_path / "closed", "stage: closed\nclosed: 2026-03-11 14:00\n" + TWO)
    assert missed_update(open_up(closed, workspace, NOW), NOW) is None
