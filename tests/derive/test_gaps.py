"""Gaps in contact: from one word of ours to the next, never longer than they certainly were."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.audience.project import project
from generator.derive.chronology import EventRow, chronology
from generator.derive.contact import Gap, gaps, last_contact
from generator.model.case import Case
from generator.model.chronology import Event
from generator.model.scalars.moments import Moment
from generator.model.scalars.typed import Typed
from tests.making import NEW_YORK, at, make_case

NOW = "2026-03-11 14:30"


def told(gap: Gap) -> tuple[str, str]:
    """Where a gap begins and ends, in UTC-free words."""
    return f"{gap.start:%m-%d %H:%M}", f"{gap.end:%m-%d %H:%M}"


def of(root: Path, text: str, now: str = NOW) -> list[Gap]:
    """The gaps of a case."""
    return gaps(make_case(root, text)[0].case, at(now))


def test_a_gap_runs_from_one_contact_to_the_next_and_the_last_until_now(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        """
events:
  - {at: 2026-03-02 09:00, what: We call, contact: out}
  - {at: 2026-03-02 12:00, what: Nothing to do with it}
  - {at: 2026-03-03 09:30, what: We meet, contact: both}
  - {at: 2026-03-04 10:00, what: They call, contact: in}
""",
    )
    assert [told(gap) for gap in found] == [
        ("03-02 08:00", "03-02 09:00"),
        ("03-02 09:00", "03-03 09:30"),
        ("03-03 09:30", "03-11 14:30"),
    ]
    assert [(gap.after, gap.before, gap.unanswered) for gap in found] == [
        (None, 0, ()),
        (0, 2, ()),
        (2, None, (3,)),
    ]
    assert [(gap.is_open, gap.is_silence) for gap in found] == [(False, False), (False, True), (True, True)]


def test_the_first_runs_from_the_customers_first_call(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        """
opened: 2026-03-02 08:00
events:
  - {at: 2026-03-02 10:00, what: We call, contact: out}
  - {at: 2026-02-27 17:00, what: They call, contact: in}
  - {at: 2026-02-28 17:00, what: They call again, contact: in}
  - {at: 2026-03-11 14:00, what: And again, contact: in}
""",
    )
    assert [told(gap) for gap in found] == [("02-27 17:00", "03-02 10:00"), ("03-02 10:00", "03-11 14:30")]
    assert [gap.unanswered for gap in found] == [(1, 2), (3,)]


def test_a_call_after_our_first_word_does_not_begin_the_first_gap(tmp_path: Path) -> None:
    text = "events: [{at: 2026-03-05 10:00, what: We, contact: out}, {at: 2026-03-06 10:00, what: They, contact: in}]\n"
    assert told(of(tmp_path, text)[0]) == ("03-02 08:00", "03-05 10:00")


def test_without_any_contact_it_runs_from_the_opening(tmp_path: Path) -> None:
    found = of(tmp_path, "next_update: 2026-03-02 12:00\n")
    assert [told(gap) for gap in found] == [("03-02 08:00", "03-11 14:30")]
    assert found[0].promised is not None and found[0].is_silence


@pytest.mark.parametrize(
    ("contact", "expected"),
    [
        ("{at: 2026-03-05, what: We call, contact: out}", [("03-02 08:00", "03-05 00:00"), ("03-06 00:00", "03-11 14:30")]),
        ("{at: 2026-03-11, what: We call, contact: out}", [("03-02 08:00", "03-11 00:00")]),
        (
            "{at: 2026-03-05 10:00, until: 2026-03-06, what: A night on the line, contact: both}",
            [("03-02 08:00", "03-05 10:00"), ("03-07 00:00", "03-11 14:30")],
        ),
        (
            "{at: 2026-03 , approximate: yes, what: Sometime, contact: out}",
            [("03-02 00:00", "03-11 14:30")],
        ),
    ],
)  # fmt: skip
def test_a_day_without_its_hour_counts_for_no_gap(
    tmp_path: Path, contact: str, expected: list[tuple[str, str]]
) -> None:
    assert [told(gap) for gap in of(tmp_path, f"events:\n  - {contact}\n")] == expected


def test_an_opening_without_its_hour_counts_from_the_end_of_its_day(tmp_path: Path) -> None:
    assert [told(gap) for gap in of(tmp_path, "opened: 2026-03-10\n")] == [("03-11 00:00", "03-11 14:30")]
    assert of(tmp_path / "today", "opened: 2026-03-11\n") == []


def test_contacts_that_overlap_leave_no_gap_between_them(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        """
events:
  - {at: 2026-03-02 09:00, until: 2026-03-02 13:00, what: A long call, contact: both}
  - {at: 2026-03-02 10:00, what: They also write, contact: in}
  - {at: 2026-03-02 11:00, what: A mail meanwhile, contact: out}
""",
    )
    assert [told(gap) for gap in found][1:] == [("03-02 13:00", "03-11 14:30")]
    assert found[1].unanswered == ()


def test_what_is_still_to_come_is_no_contact_yet(tmp_path: Path) -> None:
    text = """
events:
  - {at: 2026-03-02 09:00, what: We call, contact: out}
  - {at: 2026-03-11 14:30, what: We call now, contact: out}
  - {at: 2026-03-11 15:00, what: We shall call, contact: out}
"""
    file, _ = make_case(tmp_path, text)
    assert [told(gap) for gap in gaps(file.case, at("2026-03-11 14:29"))][-1] == (
        "03-02 09:00",
        "03-11 14:29",
    )
    assert gaps(file.case, at(NOW))[-1].before == 1
    assert gaps(file.case, at("2026-03-02 07:00")) == []
    contact = last_contact(file.case, at(NOW))
    assert contact is not None and contact[0] == 1
    assert last_contact(file.case, at("2026-03-02 08:59")) is None


@pytest.mark.parametrize(
    ("closed", "last"), [("2026-03-06 16:00", "03-06 16:00"), ("2026-03-06", "03-06 00:00")]
)
def test_the_silence_of_a_closed_case_ends_with_it(tmp_path: Path, closed: str, last: str) -> None:
    text = f"""
stage: closed
closed: {closed}
events:
  - {{at: 2026-03-02 09:00, what: We call, contact: out}}
  - {{at: 2026-05-06 09:00, what: How is it now, contact: out}}
"""
    found = of(tmp_path, text, "2026-06-01 10:00")
    assert told(found[-1]) == ("03-02 09:00", last)
    assert (found[-1].before, found[-1].is_open) == (None, False)


def test_a_contact_on_the_day_of_closing_counts(tmp_path: Path) -> None:
    text = """
stage: closed
closed: 2026-03-06
events: [{at: 2026-03-06 15:00, what: Good-bye, contact: both}]
"""
    assert [told(gap) for gap in of(tmp_path, text)] == [("03-02 08:00", "03-06 15:00")]


def test_a_case_that_went_back_is_not_closed(tmp_path: Path) -> None:
    text = "stage: get-well\nclosed: 2026-03-04 10:00\nevents: [{at: 2026-03-03 10:00, what: We, contact: out}]\n"
    assert of(tmp_path, text)[-1].is_open


def test_time_is_counted_as_it_goes_by_when_the_clocks_change(tmp_path: Path) -> None:
    text = "opened: {day} 12:00\nevents: [{{at: {day} 12:00, what: We, contact: out}}]\n"
    spring = of(tmp_path / "spring", text.format(day="2026-03-07"), "2026-03-08 12:00")
    autumn = of(tmp_path / "autumn", text.format(day="2026-10-31"), "2026-11-01 12:00")
    assert [gap.length for gap in (*spring, *autumn)] == [timedelta(hours=23), timedelta(hours=25)]
    assert [gap.is_silence for gap in (*spring, *autumn)] == [False, True]


def test_the_hour_that_comes_twice_is_told_apart(tmp_path: Path) -> None:
    text = """
opened: 2026-11-01 00:30
events:
  - {at: "2026-11-01 01:10-05:00", what: The second time, contact: out}
  - {at: "2026-11-01 01:50-04:00", what: The first time, contact: out}
"""
    found = of(tmp_path, text, "2026-11-01 01:15-05:00")
    assert [(gap.after, gap.before, gap.length) for gap in found] == [
        (None, 1, timedelta(minutes=80)),
        (1, 0, timedelta(minutes=20)),
        (0, None, timedelta(minutes=5)),
    ]


def test_a_silence_is_a_promise_passed_or_a_day_with_nothing_promised(tmp_path: Path) -> None:
    found = of(
        tmp_path,
        """
events:
  - {at: 2026-03-02 09:00, what: One, contact: out, next_update: 2026-03-06 09:00}
  - {at: 2026-03-05 09:00, what: In time, contact: out, next_update: 2026-03-05 10:00}
  - {at: 2026-03-05 10:01, what: A minute late, contact: out}
  - {at: 2026-03-06 10:00, what: Not a day, contact: out}
  - {at: 2026-03-07 10:00, what: A day, contact: out, next_update: 2026-03-08}
  - {at: 2026-03-08 23:59, what: In time, contact: out}
""",
        "2026-03-09 10:00",
    )
    assert [gap.is_silence for gap in found] == [False, False, True, False, True, False, False]


def test_a_promise_on_the_case_is_for_the_gap_that_is_open(tmp_path: Path) -> None:
    text = "next_update: 2026-03-11 12:00\nevents: [{at: 2026-03-11 09:00, what: We, contact: out}]\n"
    found = of(tmp_path, text)
    assert [gap.promised is not None for gap in found] == [False, True]
    assert found[1].is_silence


def rows(root: Path, text: str, now: str = NOW) -> list[str]:
    """The chronology in short: what happened, `!` behind an unanswered call, and each silence in hours."""
    file, workspace = make_case(root, f"customer_sees: [events]\n{text}")
    made = chronology(project(file, workspace, at(now)), at(now))
    return [
        f"{row.event.what}{'!' if row.unanswered else ''}"
        if isinstance(row, EventRow)
        else f"({row.length / timedelta(hours=1):g} h)"
        for row in made
    ]


def test_the_chronology_puts_each_silence_where_it_begins(tmp_path: Path) -> None:
    text = """
events:
  - {at: 2026-03-08 10:00, what: We return, contact: out}
  - {at: 2026-03-02 09:00, until: 2026-03-02 11:00, what: We meet, contact: both}
  - {at: 2026-03-02 10:00, what: The job stops}
  - {at: 2026-03-04 09:00, what: They call, contact: in}
  - {at: 2026-03-01 09:00, what: First call, contact: in}
  - {at: 2026-03-02, what: That day}
  - {at: 2026-03-10 10:00, what: They wait, contact: in}
  - {at: 2026-03-12 10:00, what: To come}
"""
    assert rows(tmp_path, text) == [
        "First call!", "(24 h)", "That day", "We meet", "The job stops", "(142 h)", "They call!", "We return",
        "They wait!", "(76.5 h)", "To come",
    ]  # fmt: skip


def test_a_call_in_no_silence_was_answered(tmp_path: Path) -> None:
    text = """
events:
  - {at: 2026-03-02 09:00, what: They call, contact: in}
  - {at: 2026-03-02 10:00, what: We call, contact: out, next_update: 2026-03-12}
  - {at: 2026-03-02 11:00, what: They call again, contact: in}
"""
    assert rows(tmp_path, text) == ["They call", "We call", "They call again"]


def test_a_chronology_without_events_is_one_silence(tmp_path: Path) -> None:
    assert rows(tmp_path, "opened: 2026-03-09 14:30\n") == ["(48 h)"]


START = datetime(2026, 10, 30, tzinfo=UTC)
MOMENTS = st.integers(0, 5 * 24 * 60).map(lambda minutes: START + timedelta(minutes=minutes))
CONTACT = st.sampled_from(["out", "in", "both", None])


def moment(instant: datetime) -> Moment:
    """A moment as the model holds it, in New York."""
    local = instant.astimezone(NEW_YORK)
    return Moment(local.isoformat(), local)


@given(st.lists(st.tuples(MOMENTS, CONTACT), max_size=12), MOMENTS, MOMENTS)
def test_gaps_tile_the_time_between_contacts(
    lines: list[tuple[datetime, str | None]], opened: datetime, now: datetime
) -> None:
    """Over the week in which an hour comes twice: no hole, no overlap, no contact inside, every call at most once."""
    events = [Event(at=moment(when), what="x", contact=contact) for when, contact in lines]
    case = Case(title="x", opened=moment(opened), advocate=Typed("ines", NEW_YORK), events=events)
    found = gaps(case, now.astimezone(NEW_YORK))
    contacts = sorted(when for when, contact in lines if contact in ("out", "both") and when <= now)
    calls = [
        when for when, contact in lines if contact == "in" and when <= now and when <= (contacts or [now])[0]
    ]
    first = min(calls, default=opened)
    edges = [first, *contacts, now]
    expected = [(start, end) for start, end in pairwise(edges) if end > start]
    assert [(gap.start.astimezone(UTC), gap.end.astimezone(UTC)) for gap in found] == expected
    assert sum((gap.length for gap in found), timedelta()) == sum((b - a for a, b in expected), timedelta())
    heard = [index for gap in found for index in gap.unanswered]
    assert len(heard) == len(set(heard))


@given(st.lists(st.tuples(MOMENTS, CONTACT), max_size=8), MOMENTS, st.integers(0, 2000))
def test_as_time_goes_on_gaps_are_only_added_or_grow(
    lines: list[tuple[datetime, str | None]], now: datetime, later: int
) -> None:
    events = [Event(at=moment(when), what="x", contact=contact) for when, contact in lines]
    case = Case(title="x", opened=moment(START), advocate=Typed("ines", NEW_YORK), events=events)
    before, after = gaps(case, now), gaps(case, now + timedelta(minutes=later))
    done = [gap for gap in before if not gap.is_open]
    assert [(gap.start, gap.end, gap.unanswered) for gap in done] == [
        (gap.start, gap.end, gap.unanswered) for gap in after[: len(done)]
    ]
    assert sum((gap.length for gap in before), timedelta()) <= sum((gap.length for gap in after), timedelta())
