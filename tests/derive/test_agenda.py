"""A meeting minute by minute: clock times, what was carried over, and whether the minutes add up."""

from pathlib import Path

import pytest

from generator.audience.project import open_up, project
from generator.derive.agenda import Agenda, agenda_of, ends, next_meeting
from tests.making import at, make_case

NOW = at("2026-03-11 14:30")


def agenda(root: Path, text: str, meeting: str = "M1") -> Agenda:
    """The agenda of a meeting on our own copy."""
    file, workspace = make_case(root, text)
    case = open_up(file, workspace, NOW)
    return agenda_of(case, next(one for one in case.meetings if one.id == meeting))


def clocks(made: Agenda) -> list[str]:
    """When each topic begins, and when all is over."""
    return [f"{at:%H:%M}" if at else "then" for at in (*(row.starts for row in made.rows), made.ends)]


MEETING = "meetings:\n  - {{id: M1, kind: customer, at: {at}, minutes: {minutes}, agenda: {agenda}}}\n"
THREE = "[{topic: One, minutes: 10}, {topic: Two, minutes: 0}, {topic: Three, minutes: 20, purpose: decide}]"


def test_topics_follow_each_other_by_the_clock(tmp_path: Path) -> None:
    made = agenda(tmp_path, MEETING.format(at="2026-03-12 15:00", minutes=30, agenda=THREE))
    assert clocks(made) == ["15:00", "15:10", "15:10", "15:30"]
    assert (made.planned, made.balance, made.state, made.decisions_wanted) == (30, 0, "fits", 1)


@pytest.mark.parametrize(("minutes", "balance", "state"), [(45, 15, "spare"), (20, -10, "over")])
def test_minutes_that_do_not_add_up(tmp_path: Path, minutes: int, balance: int, state: str) -> None:
    made = agenda(tmp_path, MEETING.format(at="2026-03-12 15:00", minutes=minutes, agenda=THREE))
    assert (made.balance, made.state) == (balance, state)


def test_after_a_topic_without_minutes_no_clock_is_known(tmp_path: Path) -> None:
    topics = "[{topic: One, minutes: 10}, {topic: Two}, {topic: Three, minutes: 5}]"
    made = agenda(tmp_path, MEETING.format(at="2026-03-12 15:00", minutes=30, agenda=topics))
    assert clocks(made) == ["15:00", "15:10", "then", "15:30"]
    assert (made.planned, made.state) == (15, "unknown")
    over = agenda(tmp_path / "over", MEETING.format(at="2026-03-12 15:00", minutes=10, agenda=topics))
    assert over.state == "over"


def test_without_minutes_or_topics_nothing_adds_up(tmp_path: Path) -> None:
    text = "meetings: [{id: M1, kind: customer, at: 2026-03-12 15:00, agenda: [{topic: One, minutes: 5}]}]\n"
    made = agenda(tmp_path, text)
    assert (made.balance, made.state, made.ends) == (None, "unknown", None)
    text = "meetings: [{id: M1, kind: customer, at: 2026-03-12, minutes: 30, agenda: [{topic: One, minutes: 5}]}]\n"
    day = agenda(tmp_path / "day", text)
    assert clocks(day) == ["then", "then"]
    bare = agenda(tmp_path / "bare", MEETING.format(at="2026-03-12 15:00", minutes=30, agenda="[]"))
    assert (bare.rows, bare.state) == ((), "unknown")


def test_the_clock_is_of_the_meetings_own_zone(tmp_path: Path) -> None:
    text = """
meetings:
  - {id: M1, kind: customer, at: 2026-03-12 15:00, timezone: Europe/Berlin, minutes: 30, agenda: [{topic: One}]}
"""
    made = agenda(tmp_path, text)
    assert clocks(made) == ["15:00", "15:30"]
    assert made.rows[0].starts == at("2026-03-12 10:00-04:00")


def test_a_meeting_through_a_change_of_the_clocks_lasts_as_long_as_it_says(tmp_path: Path) -> None:
    topics = "[{topic: One, minutes: 30}, {topic: Two, minutes: 30}]"
    spring = agenda(tmp_path, MEETING.format(at="2026-03-08 01:30", minutes=60, agenda=topics))
    assert clocks(spring) == ["01:30", "03:00", "03:30"]
    moment = '"2026-11-01 01:30-04:00"'
    autumn = agenda(tmp_path / "autumn", MEETING.format(at=moment, minutes=60, agenda=topics))
    assert clocks(autumn) == ["01:30", "01:00", "01:30"]
    assert autumn.ends is not None and autumn.ends.isoformat() == "2026-11-01T01:30:00-05:00"


def test_minutes_that_no_calendar_holds_are_no_accident(tmp_path: Path) -> None:
    topics = ", ".join(f"{{topic: T{number}, minutes: 999999999}}" for number in range(6))
    made = agenda(tmp_path, MEETING.format(at="2026-03-12 15:00", minutes=999999999, agenda=f"[{topics}]"))
    assert clocks(made)[-2] == "then" and made.state == "over"


CARRIED = """
customer_sees: [meetings]
meetings:
  - id: M3
    kind: customer
    at: 2026-03-19 15:00
    minutes: 30
    agenda: [{topic: Next steps, minutes: 5}, {topic: the  Price}]
  - id: M2
    kind: customer
    at: 2026-03-12 15:00
    agenda: [{topic: The price, minutes: 10, carry: M3}, {topic: The price}, {topic: Alarm, minutes: 15, carry: M3}]
  - {id: M1, kind: customer, at: 2026-03-05 15:00, held: yes, agenda: [{topic: alarm, carry: M3}, {topic: Mail, carry: M2}]}
  - {id: M0, kind: dry-run, at: 2026-03-18 15:00, agenda: [{topic: Our weak spots, carry: M3}]}
"""


def test_what_was_carried_over_stands_there_once_with_where_it_comes_from(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, CARRIED)
    case = project(file, workspace, NOW)
    made = agenda_of(case, case.meetings[0])
    assert [(row.topic.topic, row.carried_from and row.carried_from.id) for row in made.rows] == [
        ("Next steps", None),
        ("the  Price", "M2"),
        ("Alarm", "M2"),
    ]
    assert made.planned == 20
    ours = open_up(file, workspace, NOW)
    own = agenda_of(ours, ours.meetings[0])
    assert [row.topic.topic for row in own.rows][-1] == "Our weak spots"


def test_the_next_meeting_is_the_first_neither_held_nor_over(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, CARRIED)
    case = project(file, workspace, NOW)
    after = {
        "2026-03-05 15:00": "M2",
        "2026-03-12 16:00": "M2",
        "2026-03-12 16:01": "M3",
        "2026-03-19 15:30": "M3",
        "2026-04-01 10:00": "M3",
    }
    found = {now: next_meeting(case, at(now)) for now in after}
    assert {now: one.id if one else None for now, one in found.items()} == after


def test_a_meeting_without_an_agenda_is_next_only_where_none_has_one(tmp_path: Path) -> None:
    bare = "  - {id: M1, kind: customer, at: 2026-03-12 10:00}\n"
    full = "  - {id: M2, kind: customer, at: 2026-03-13 10:00, agenda: [{topic: One}]}\n"
    found = []
    for number, text in enumerate((bare, bare + full, "")):
        file, workspace = make_case(tmp_path / str(number), f"meetings:\n{text}")
        one = next_meeting(open_up(file, workspace, NOW), NOW)
        found.append(one.id if one else None)
    assert found == ["M1", "M2", None]


def test_a_meeting_is_taken_to_last_an_hour_and_a_day_all_day(tmp_path: Path) -> None:
    text = """
meetings:
  - {id: M1, kind: customer, at: 2026-03-12 10:00}
  - {id: M2, kind: customer, at: 2026-03-12}
  - {id: M3, kind: customer, at: 2026-03-12 10:00, minutes: 0}
"""
    file, _ = make_case(tmp_path, text)
    over = [f"{ends(meeting):%d %H:%M}" for meeting in file.case.meetings]
    assert over == ["12 11:00", "13 00:00", "12 10:00"]
