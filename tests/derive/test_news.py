"""What an update says, and what the advocates hand over: news, next steps, calls, what is due before morning."""

from pathlib import Path

import pytest

from generator.audience.project import open_up, project
from generator.derive.hand_over import before_morning, calls, next_morning
from generator.derive.news import news, next_steps
from tests.making import at, make_case

NOW = at("2026-03-11 14:30")


def test_news_is_what_happened_since_we_last_told_them(tmp_path: Path) -> None:
    text = """
customer_sees: [events, root_causes]
events:
  - {at: 2026-03-11 13:00, what: Job runs}
  - {at: 2026-03-11 14:31, what: To come}
  - {at: 2026-03-11 09:00, what: We tell them, contact: out}
  - {at: 2026-03-11 09:00, what: In the same minute}
  - {at: 2026-03-11 10:00, what: They call, contact: in}
  - {at: 2026-03-11, what: That day}
root_causes: [{what: A dropped line}, {what: A silent alarm, state: confirmed}]
"""
    file, workspace = make_case(tmp_path, text)
    told = news(project(file, workspace, NOW), NOW)
    assert [event.what for event in told.events] == ["They call", "Job runs"]
    assert told.since == at("2026-03-11 09:00")
    assert told.last is not None and told.last.what == "We tell them"
    assert [cause.what for cause in told.suspected] == ["A dropped line"]


def test_before_the_first_word_everything_is_news(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, "events: [{at: 2026-03-02 07:00, what: It stops}]\n")
    told = news(open_up(file, workspace, NOW), NOW)
    assert (told.since, told.last, [event.what for event in told.events]) == (None, None, ["It stops"])


def test_the_next_steps_are_the_open_actions_by_date(tmp_path: Path) -> None:
    text = """
actions:
  - Some day
  - {what: Later, due: 2026-03-20}
  - {what: Done, due: 2026-03-01, done: 2026-03-02}
  - {what: Late, due: 2026-03-09}
  - {what: Also later, due: 2026-03-20}
  - {what: Dropped, due: 2026-03-10, dropped: too dear}
"""
    file, workspace = make_case(tmp_path, text)
    steps = next_steps(open_up(file, workspace, NOW), NOW)
    assert [(step.index, step.action.what) for step in steps] == [
        (3, "Late"), (1, "Later"), (4, "Also later"), (0, "Some day"),
    ]  # fmt: skip


def test_what_is_due_before_morning(tmp_path: Path) -> None:
    text = """
events: [{at: 2026-03-11 09:00, what: We, contact: out, next_update: 2026-03-12 08:00}]
actions:
  - {what: Tonight, due: 2026-03-11}
  - {what: After breakfast, due: 2026-03-12 08:01}
  - {what: Tomorrow, due: 2026-03-12}
  - {what: Late, due: 2026-03-10 12:00}
  - {what: Done, due: 2026-03-11, done: 2026-03-11 09:00}
commitments: [{what: Send the log, due: 2026-03-11 23:00}, {what: Kept, due: 2026-03-11, kept: 2026-03-10}]
"""
    file, workspace = make_case(tmp_path, text)
    due = before_morning(open_up(file, workspace, NOW), NOW)
    assert [(one.section, one.index, one.what) for one in due] == [
        ("actions", 3, "Late"),
        ("commitments", 0, "Send the log"),
        ("actions", 0, "Tonight"),
        (None, None, ""),
    ]


def test_a_promise_that_was_kept_or_of_a_closed_case_is_not_due(tmp_path: Path) -> None:
    text = "next_update: 2026-03-11 12:00\nevents: [{at: 2026-03-11 12:05, what: We, contact: out}]\n"
    file, workspace = make_case(tmp_path, text)
    assert before_morning(open_up(file, workspace, NOW), NOW) == ()
    text = "stage: closed\nclosed: 2026-03-11\nnext_update: 2026-03-11 12:00\n"
    file, workspace = make_case(tmp_path / "closed", text)
    assert before_morning(open_up(file, workspace, NOW), NOW) == ()


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2026-03-11 14:30", "2026-03-12T08:00:00-04:00"),
        ("2026-03-11 02:05", "2026-03-11T08:00:00-04:00"),
        ("2026-03-11 08:00", "2026-03-12T08:00:00-04:00"),
        ("2026-03-07 23:00", "2026-03-08T08:00:00-04:00"),
        ("2026-10-31 23:00", "2026-11-01T08:00:00-05:00"),
        ("2026-12-31 23:00", "2027-01-01T08:00:00-05:00"),
    ],
)
def test_morning_is_eight_where_the_case_is(now: str, morning: str) -> None:
    assert next_morning(at(now)).isoformat() == morning


def test_calls_tell_who_has_it_and_after_how_long(tmp_path: Path) -> None:
    text = """
timezone: America/New_York
escalations:
  - area: db
    asked: "2026-11-01 01:50-04:00"
    attempts:
      - {at: "2026-11-01 01:50-04:00", person: a, outcome: no-answer}
      - {at: "2026-11-01 01:06-05:00", person: b, outcome: engaged}
    engaged: {person: b, at: "2026-11-01 01:06-05:00"}
  - area: net
    attempts:
      - {at: 2026-03-02 09:20, person: b, outcome: engaged}
      - {at: 2026-03-02 09:00, person: a, outcome: voicemail}
  - {area: web, attempts: [{at: 2026-03-02 09:00, person: a, outcome: no-answer}]}
  - {area: ops, why: awareness, attempts: [{at: 2026-03-02 09:00, person: a, outcome: voicemail}]}
  - {area: idle}
  - {area: odd, asked: 2026-03-02 09:00, engaged: {person: a, at: 2026-03-02 08:00}}
  - {area: vague, asked: 2026-03-02 09:00, engaged: {person: a}}
"""
    file, workspace = make_case(tmp_path, text)
    made = calls(open_up(file, workspace, NOW))
    assert [(call.escalation.area, call.minutes, call.is_open) for call in made] == [
        ("db", 16, False),
        ("net", 20, False),
        ("web", None, True),
        ("ops", None, False),
        ("idle", None, True),
        ("odd", 0, False),
        ("vague", None, False),
    ]
    assert [call.last and call.last.person for call in made[:3]] == ["b", "b", "a"]
