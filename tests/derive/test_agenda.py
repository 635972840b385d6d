"""A meeting minute by minute: clock times, what was carried over, and whether the minutes add up."""

from pathlib import Path

import pytest

from generator.audience.project import open_up, project
from generator.derive.agenda import Agenda, agenda_of, ends, next_meeting
from generator.derive.agenda_rows import AgendaRow
from tests.making import at, make_case

NOW = at("2026-03-11 14:30")


def agenda(root: Path, text: str, meeting: str = "M1") -> Agenda:
    """The agenda of a meeting on our own copy."""
    file, workspace = make_case(root, text)
    case = open_up(file, workspace, NOW)
    return agenda_of(case, next(one for one in case.meetings if one.id == meeting), NOW)


def written(made: Agenda) -> list[AgendaRow]:
    """The topics that somebody wrote."""
    return [row for row in made.rows if row.standing is None]


def clocks(made: Agenda) -> list[str]:
    """When each topic that somebody wrote begins, and when all is over."""
    return [f"{at:%H:%M}" if at else "then" for at in (*(row.starts for row in written(made)), made.ends)]


def items(made: Agenda) -> list[tuple[str, int | None]]:
    """Every item by its key or its topic, with its minutes."""
    return [(row.standing or row.topic.topic, row.topic.minutes) for row in made.rows]


MEETING = "meetings:\n  - {{id: M1, kind: customer, at: {at}, minutes: {minutes}, agenda: {agenda}}}\n"
THREE = "[{topic: One, minutes: 10}, {topic: Two, minutes: 0}, {topic: Three, minutes: 20, purpose: decide}]"


def test_topics_follow_each_other_by_the_clock(tmp_path: Path) -> None:
    made = agenda(tmp_path, MEETING.format(at="2026-03-12 15:00", minutes=30, agenda=THREE))
    assert clocks(made) == ["15:00", "15:10", "15:10", "15:30"]
    assert (made.planned, made.balance, made.state, made.decisions_wanted) == (30, 0, "fits", 1)


@pytest.mark.parametrize(("minutes", "balance", "state"), [(50, 5, "spare"), (20, -10, "over")])
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
    made = agenda_of(case, case.meetings[0], NOW)
    assert [(row.topic.topic, row.carried_from and row.carried_from.id) for row in written(made)] == [
        ("Next steps", None),
        ("the  Price", "M2"),
        ("Alarm", "M2"),
    ]
    assert [minutes for name, minutes in items(made) if name in ("Next steps", "Alarm")] == [5, 15]
    ours = open_up(file, workspace, NOW)
    own = agenda_of(ours, ours.meetings[0], NOW)
    assert [row.topic.topic for row in written(own)][-1] == "Our weak spots"


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


BARE = """
customer_sees: [meetings, recommendations, exit_criteria]
stage: planning
silver_lining: [The copy runs]
exit_criteria: [{{id: X1, what: Thirty nights}}]
review: {{decisions: [{{ask: Who signs}}, {{ask: Done, decided: yes}}]}}
events: [{{at: 2026-03-01 09:00, what: A restart, disputed: {{by: ines, says: No restart}}}}]
meetings: [{{id: M1, kind: {kind}, at: 2026-03-12 15:00, minutes: {minutes}}}]
"""
KEYS = {
    "customer": ["where-we-are", "causes", "plan", "agreed-next", "going-right"],
    "close-out": ["where-we-are", "criteria", "learnt", "hand-back", "may-close", "going-right"],
    "fact-finding": ["why-here", "what-each-saw", "contradictions", "who-looks", "going-right"],
    "dry-run": ["meeting-for", "hard-questions", "wording", "going-right"],
    "management-review": [
        "where-we-are", "decision", "exposure", "promises", "climbs", "worse", "going-right",
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", KEYS)
def test_each_kind_of_meeting_has_its_standing_items_and_they_fill_it(tmp_path: Path, kind: str) -> None:
    made = agenda(tmp_path, BARE.format(kind=kind, minutes=45))
    assert [row.standing for row in made.rows] == KEYS[kind]
    assert (made.planned, made.state) == (45, "fits")
    assert all(row.topic.minutes and row.topic.minutes >= 2 for row in made.rows)


@pytest.mark.parametrize("kind", KEYS)
def test_a_short_meeting_keeps_what_is_going_right(tmp_path: Path, kind: str) -> None:
    made = agenda(tmp_path, BARE.format(kind=kind, minutes=5))
    assert "going-right" in [row.standing for row in made.rows]
    assert made.planned <= 5


def test_without_a_length_each_item_has_its_usual_minutes(tmp_path: Path) -> None:
    text = "meetings: [{id: M1, kind: dry-run, at: 2026-03-12 15:00}]\n"
    made = agenda(tmp_path, text)
    assert [minutes for _, minutes in items(made)] == [2, 10, 5, 2]
    assert (made.ends, made.state) == (None, "unknown")


def test_what_somebody_wrote_is_not_doubled_and_closes_the_meeting(tmp_path: Path) -> None:
    topics = "[{topic: Silver lining, minutes: 5}, {topic: The price, minutes: 10}]"
    made = agenda(tmp_path, MEETING.format(at="2026-03-12 15:00", minutes=30, agenda=topics))
    assert items(made) == [
        ("where-we-are", 5),
        ("The price", 10),
        ("agreed-next", 5),
        ("Silver lining", 5),
    ]
    assert made.rows[3].same_as == "going-right"


def test_a_full_meeting_closes_with_what_is_going_right_and_takes_no_minute_for_it(tmp_path: Path) -> None:
    made = agenda(tmp_path, MEETING.format(at="2026-03-12 15:00", minutes=30, agenda=THREE))
    assert items(made)[-1] == ("going-right", None)
    assert (made.planned, made.state) == (30, "fits")


OPEN = """
customer_sees: [meetings]
meetings:
  - {id: M1, kind: customer, at: 2026-03-02 15:00, held: yes, agenda: [{topic: Older, purpose: decide}]}
  - id: M2
    kind: customer
    at: 2026-03-05 15:00
    held: yes
    agenda:
      - {topic: The price, purpose: decide, minutes: 10}
      - {topic: The mails, purpose: discuss, outcome: Sent daily}
      - {topic: The alarm, purpose: decide, carry: M9}
      - {topic: Where we are}
  - {id: D1, kind: dry-run, at: 2026-03-09 15:00, held: yes, agenda: [{topic: Words, purpose: discuss}]}
  - {id: M3, kind: customer, at: 2026-03-12 15:00, minutes: 60}
  - {id: M9, kind: customer, at: 2026-03-19 15:00}
"""


def test_what_the_last_meeting_left_open_comes_up_again(tmp_path: Path) -> None:
    made = agenda(tmp_path, OPEN, "M3")
    (row,) = written(made)
    assert (row.topic.topic, row.carried_from and row.carried_from.id) == ("The price", "M2")
    assert [row.standing for row in made.rows][-3:] == [None, "agreed-next", "going-right"]
    assert made.planned == 60


OFFER = """
customer_sees: [meetings, recommendations]
meetings:
  - {id: M1, kind: customer, at: 2026-03-02 15:00, held: yes}
  - {id: M2, kind: customer, at: 2026-03-12 15:00, minutes: 60, agenda: [{topic: One, minutes: 10}]}
commitments: [{what: A list, due: 2026-03-10, audience: customer}]
recommendations:
  - what: Keep it
    mitigation:
      audience: customer
      product: check
      trial:
        start: 2026-02-01
        days: 90
        checkpoints: [{on: 2026-03-01, what: Too early}, {on: 2026-03-12, what: Six weeks}, {on: 2026-04-01, what: Later}]
"""


def test_a_checkpoint_of_a_trial_and_a_promise_that_passed_come_up_in_the_next_meeting(
    tmp_path: Path,
) -> None:
    files = {"casewright.yaml": "timezone: America/New_York\nproducts: {check: {name: Check}}\n"}
    file, workspace = make_case(tmp_path, OFFER, files)
    case = project(file, workspace, NOW)
    made = agenda_of(case, case.meetings[1], NOW)
    assert [(row.standing, row.topic.topic) for row in made.rows][:4] == [
        ("where-we-are", ""),
        ("owed", ""),
        ("checkpoint", "Six weeks"),
        (None, "One"),
    ]


def test_a_dry_run_rehearses_what_we_present_and_not_what_the_customer_does(tmp_path: Path) -> None:
    text = """
    meetings:
      - {id: D1, kind: dry-run, at: 2026-03-11 17:00, minutes: 30, rehearses: M1}
      - id: M1
        kind: customer
        at: 2026-03-12 15:00
        agenda: [{topic: The cause, presenter: ines}, {topic: The list, presenter: dana}, What is going right]
    """
    customer = "name: Kestrel\npeople: {dana: {name: Dana Whitlock}}\n"
    file, workspace = make_case(tmp_path, text, {"cases/kestrel/customer.yaml": customer})
    case = open_up(file, workspace, NOW)
    made = agenda_of(case, case.meetings[0], NOW)
    rehearsed = [row.topic for row in made.rows if row.standing == "rehearse"]
    assert [(topic.topic, topic.presenter and topic.presenter.name) for topic in rehearsed] == [
        ("The cause", "Ines Okafor")
    ]
