"""Where actions, criteria, the get-well plan, trials and sums stand, computed from what is recorded."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.audience.project import open_up, project
from generator.derive.actions import status
from generator.derive.axis import axis
from generator.derive.criteria import current_reading, progress_of, state_of
from generator.derive.get_well import elapsed, end_of, plan_day
from generator.derive.glance import criteria, glance
from generator.derive.impact import impact_sums
from generator.derive.stages import FOLLOWING, goes_back, stage_since
from generator.derive.trial import disagree, trial_dates
from generator.model.case import Case
from generator.model.get_well import GetWell
from generator.model.recommendations import Trial
from generator.model.settings import STAGES
from tests.making import at, make_case

NOW = at("2026-03-11 14:30")


def case_of(root: Path, text: str) -> Case:
    """A case as the model holds it."""
    return make_case(root, text)[0].case


@pytest.mark.parametrize(
    ("action", "word"),
    [
        ("{what: x}", "in-hand"),
        ("{what: x, due: 2026-03-13}", "in-hand"),
        ("{what: x, due: 2026-03-12}", "due-tomorrow"),
        ("{what: x, due: 2026-03-12 08:00}", "due-tomorrow"),
        ("{what: x, due: 2026-03-11}", "due-today"),
        ("{what: x, due: 2026-03-11 14:30}", "due-today"),
        ("{what: x, due: 2026-03-11 14:29}", "late"),
        ("{what: x, due: 2026-03-10}", "late"),
        ("{what: x, due: 2026-03-10, done: 2026-03-11}", "done"),
        ("{what: x, due: 2026-03-10, done: 2026-03-11 14:30}", "done"),
        ("{what: x, due: 2026-03-12, done: 2026-03-11 14:31}", "due-tomorrow"),
        ("{what: x, due: 2026-03-10, dropped: too dear}", "dropped"),
        ("{what: x, due: 2026-03-12, depends_on: [B]}", "waiting"),
        ("{what: x, due: 2026-03-10, depends_on: [B]}", "late"),
        ("{what: x, depends_on: [C, D]}", "in-hand"),
        ("{what: x, depends_on: [C, E]}", "waiting"),
    ],
)
def test_the_status_of_an_action(tmp_path: Path, action: str, word: str) -> None:
    others = (
        "{id: B, what: x}, {id: C, what: x, done: 2026-03-09}, {id: D, what: x, dropped: no}, "
        "{id: E, what: x, done: 2026-03-12}"
    )
    actions = case_of(tmp_path, f"actions: [{action}, {others}]\n").actions
    state = status(actions[0], actions, NOW)
    assert state.word == word
    assert state.is_open is (word not in ("done", "dropped"))
    assert state.waits_for == (tuple(set(actions[0].depends_on) & {"B", "E"}) if word == "waiting" else ())


def test_how_late_an_action_is_counts_the_hours_that_went_by(tmp_path: Path) -> None:
    actions = case_of(
        tmp_path, "actions: [{what: x, due: 2026-03-07}, {what: x, due: 2026-03-07 12:00}]\n"
    ).actions
    now = at("2026-03-09 12:00")
    late = [status(action, actions, now).late for action in actions]
    assert late == [timedelta(hours=35), timedelta(hours=47)]


def test_today_is_that_of_the_zone_where_the_day_was_typed(tmp_path: Path) -> None:
    actions = case_of(tmp_path, "timezone: Asia/Tokyo\nactions: [{what: x, due: 2026-03-12}]\n").actions
    assert status(actions[0], actions, at("2026-03-11 14:30")).word == "due-today"
    assert status(actions[0], actions, at("2026-03-12 11:00")).word == "late"


CRITERIA = """
exit_criteria:
  - {id: P, what: x}
  - {id: G, what: x, agreed: {on: 2026-03-01, with: dana}}
  - {id: M, what: x, agreed: {on: 2026-03-01}, met: 2026-03-05}
  - {id: A, what: x, met: 2026-03-05, accepted: {on: 2026-03-06, by: dana}}
  - {id: D, what: x, agreed: {on: 2026-03-01}, dropped: {on: 2026-03-07, why: moot}}
  - {id: S, what: x, met: 2026-03-05, accepted: 2026-03-06}
  - {id: T, what: x, met: 2026-03-05, accepted: 2026-03-06}
  - {id: U, what: x, met: 2026-03-05, accepted: 2026-03-06}
  - {id: V, what: x, dropped: {on: 2026-03-07}}
  - {what: no id, met: 2026-03-05}
close_out:
  disputes:
    - {criterion: S, concern: unruled}
    - {criterion: S, concern: settled, settled: 2026-03-08}
    - {criterion: T, concern: another matter, ruling: separate}
    - {criterion: U, concern: related, ruling: related}
    - {criterion: V, concern: of a dropped one, ruling: related}
    - {concern: of none}
customer_sees: [exit_criteria]
"""
WORDS = [
    "proposed",
    "agreed",
    "met",
    "accepted",
    "dropped",
    "disputed",
    "accepted",
    "disputed",
    "dropped",
    "met",
]


def test_the_state_of_a_criterion_follows_from_the_record_and_the_disputes(tmp_path: Path) -> None:
    file, workspace = make_case(tmp_path, CRITERIA)
    disputes = file.case.close_out.disputes if file.case.close_out else []
    assert [state_of(one, disputes) for one in file.case.exit_criteria] == WORDS
    for copy in (project(file, workspace, NOW), open_up(file, workspace, NOW)):
        assert [row.progress.word for row in criteria(copy, NOW)] == WORDS
        look = glance(copy, NOW)
        assert (look.met, look.wanted) == (4, 8)
    days = [progress_of(file.case, one, NOW).on for one in file.case.exit_criteria[:6]]
    assert days == [None, date(2026, 3, 1), date(2026, 3, 5), date(2026, 3, 6), date(2026, 3, 7), None]


@pytest.mark.parametrize(
    ("target", "value", "ratio"),
    [
        ("30", "15", 0.5), ("30", "30", 1.0), ("at least 30", "31", 1.0), ("30", "0", 0.0), ("30", "-5", 0.0),
        ("at most 15", "15", 1.0), ("at most 15", "0", 1.0), ("at most 15", "30", 0.5), ("at most 0", "0", 1.0),
        ("at most 0", "3", 0.0), ("at most -18", "-20", 1.0), ("at most -18", "-15", 0.0), ("at most 5", "-3", 1.0),
        ("at least 0", "-1", 0.0), ("at least 0", "0", 1.0), ("at least -5", "-10", 0.0), ("0.1", "0.03", 0.3),
    ],
)  # fmt: skip
def test_how_far_a_criterion_is(tmp_path: Path, target: str, value: str, ratio: float) -> None:
    text = f"exit_criteria: [{{what: x, target: {target}, readings: [{{at: 2026-03-10, value: {value}}}]}}]\n"
    case = case_of(tmp_path, text)
    assert progress_of(case, case.exit_criteria[0], NOW).ratio == pytest.approx(ratio)


def test_nothing_is_told_without_a_target_or_a_reading_and_what_is_met_is_full(tmp_path: Path) -> None:
    text = """
exit_criteria:
  - {what: x, target: 30}
  - {what: x, readings: [{at: 2026-03-10, value: 3}]}
  - {what: x, target: 30, readings: [{at: 2026-03-10, value: 3}], met: 2026-03-10}
  - {what: x, target: 30, readings: [{at: 2026-03-12, value: 3}]}
"""
    case = case_of(tmp_path, text)
    assert [progress_of(case, one, NOW).ratio for one in case.exit_criteria] == [None, None, 1.0, None]


def test_the_last_reading_by_then_is_current(tmp_path: Path) -> None:
    text = """
exit_criteria:
  - what: x
    readings:
      - {at: 2026-03-10 09:00, value: 3}
      - {at: 2026-03-10, value: 2}
      - {at: 2026-03-12, value: 9}
      - {at: 2026-03-10 09:00, value: 4}
      - {at: 2026-03-01, value: 1}
"""
    criterion = case_of(tmp_path, text).exit_criteria[0]
    readings = [
        current_reading(criterion, at(now)) for now in ("2026-03-11", "2026-03-10 08:59", "2026-02-01")
    ]
    assert [reading and int(reading.value) for reading in readings] == [4, 2, None]


@pytest.mark.parametrize(
    ("now", "target", "on_course"),
    [
        ("2026-03-16 10:00", "20", True),  # 15 of 30 days are gone, 10 of 20 reached
        ("2026-03-16 10:00", "22", True),  # a little behind is on course
        ("2026-03-16 10:00", "23", False),
        ("2026-03-01 10:00", "100", True),
        ("2026-03-31 10:00", "10", True),
        ("2026-03-31 10:00", "11", False),  # after the end only all of it will do
        ("2026-03-16 10:00", "at most 10", True),
        ("2026-03-16 10:00", "at most 9", False),
    ],
)
def test_whether_a_criterion_is_on_course(tmp_path: Path, now: str, target: str, on_course: bool) -> None:
    text = f"""
get_well: {{start: 2026-03-01, end: 2026-03-30}}
exit_criteria: [{{what: x, target: {target}, readings: [{{at: 2026-02-28, value: 10}}]}}]
"""
    case = case_of(tmp_path, text)
    assert progress_of(case, case.exit_criteria[0], at(now)).on_course is on_course
    alone = case.model_copy(update={"get_well": None})
    assert progress_of(alone, case.exit_criteria[0], at(now)).on_course is None


@pytest.mark.parametrize(
    ("now", "number", "over", "ahead", "share"),
    [
        ("2026-02-28 23:59", 0, False, True, 0.0),
        ("2026-03-01 00:00", 1, False, False, 0.0),
        ("2026-03-16 12:00", 16, False, False, 0.5),
        ("2026-03-30 23:59", 30, False, False, 29 / 30),
        ("2026-03-31 00:00", 31, True, False, 1.0),
    ],
)
def test_the_day_of_the_plan_counts_from_one_and_its_end_is_its_last_day(
    now: str, number: int, over: bool, ahead: bool, share: float
) -> None:
    plan = GetWell(start=date(2026, 3, 1), end=date(2026, 3, 30))
    day = plan_day(plan, at(now))
    assert day is not None
    assert (day.number, day.total, day.is_over, day.is_ahead) == (number, 30, over, ahead)
    assert elapsed(plan, at(now)) == pytest.approx(share)


def test_a_plan_of_one_day_has_one_and_one_that_ends_before_it_begins_has_none() -> None:
    one = plan_day(GetWell(start=date(2026, 3, 11), end=date(2026, 3, 11)), NOW)
    assert one is not None and (one.number, one.total) == (1, 1)
    for plan in (
        None,
        GetWell(),
        GetWell(start=date(2026, 3, 11)),
        GetWell(start=date(2026, 3, 11), end=date(2026, 3, 10)),
    ):
        assert plan_day(plan, NOW) is None
        assert plan is None or elapsed(plan, NOW) is None


@pytest.mark.parametrize(
    ("end", "moves", "last"),
    [
        ("end: 2026-03-20, ", "", "2026-03-20"),
        ("end: 2026-03-20, ", "{from: 2026-03-20, to: 2026-03-27}", "2026-03-27"),
        ("end: 2026-03-27, ", "{from: 2026-03-20, to: 2026-03-27}", "2026-03-27"),
        ("", "{from: 2026-03-20, to: 2026-03-27}", "2026-03-27"),
        (
            "end: 2026-03-20, ",
            "{from: 2026-03-20, to: 2026-03-27}, {from: 2026-03-27, to: 2026-04-10}",
            "2026-04-10",
        ),
        (
            "end: 2026-03-27, ",
            "{from: 2026-03-20, to: 2026-03-27}, {from: 2026-03-27, to: 2026-04-10}",
            "2026-04-10",
        ),
        ("", "{from: 2026-03-20, to: 2026-03-27}, {from: 2026-03-28, to: 2026-04-10}", "2026-04-10"),
    ],
)
def test_the_last_day_is_that_of_the_last_extension(tmp_path: Path, end: str, moves: str, last: str) -> None:
    plan = case_of(tmp_path, f"get_well: {{{end}start: 2026-03-01, extended: [{moves}]}}\n").get_well
    assert plan is not None and str(end_of(plan)) == last


def test_milestones_lie_on_the_axis_by_their_day(tmp_path: Path) -> None:
    text = """
customer_sees: [get_well]
get_well:
  start: 2026-03-01
  end: 2026-03-21
  milestones:
    - {what: Far, due: 2026-04-30}
    - {what: Soon, due: 2026-03-14}
    - {what: Ahead, due: 2026-03-15}
    - {what: Today, due: 2026-03-11}
    - {what: Late, due: 2026-03-10}
    - {what: Met, due: 2026-03-02, met: 2026-03-06}
    - {what: Some day}
"""
    file, workspace = make_case(tmp_path, text)
    drawn = axis(project(file, workspace, NOW), NOW)
    assert drawn is not None
    assert [(mark.words, mark.place, mark.tone) for mark in drawn.marks] == [
        ("Met", 0.25, "met"),
        ("Late", 0.45, "late"),
        ("Today", 0.5, "soon"),
        ("Soon", 0.65, "soon"),
        ("Ahead", 0.7, "ahead"),
        ("Far", 1.0, "ahead"),
    ]
    assert drawn.today == 0.5
    places = [
        axis(project(file, workspace, NOW), at(day))
        for day in ("2026-02-28", "2026-03-21 23:00", "2026-03-22")
    ]
    assert [one and one.today for one in places] == [None, 1.0, None]
    bare, workspace = make_case(
        tmp_path / "bare", "customer_sees: [get_well]\nget_well: {start: 2026-03-01}\n"
    )
    assert axis(project(bare, workspace, NOW), NOW) is None


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ("start: 2026-03-01, days: 90", ("2026-03-01", 90, "2026-05-30")),
        ("start: 2026-03-01, switch_off: 2026-05-30", ("2026-03-01", 90, "2026-05-30")),
        ("days: 90, switch_off: 2026-05-30", ("2026-03-01", 90, "2026-05-30")),
        ("start: 2026-03-01, days: 90, switch_off: 2026-05-30", ("2026-03-01", 90, "2026-05-30")),
        ("start: 2026-03-01, days: 90, switch_off: 2026-05-29", ("2026-03-01", 90, "2026-05-30")),
        ("start: 2024-02-28, days: 2", ("2024-02-28", 2, "2024-03-01")),
        ("start: 2026-03-01", None),
        ("days: 90", None),
        ("start: 2026-03-01, days: 999999999", None),
        ("days: 999999999, switch_off: 2026-03-01", None),
    ],
)
def test_any_two_dates_of_a_trial_give_the_third(
    tmp_path: Path, typed: str, dates: tuple[str, int, str] | None
) -> None:
    case = case_of(
        tmp_path, f"recommendations: [{{what: x, mitigation: {{product: p, trial: {{{typed}}}}}}}]\n"
    )
    offer = case.recommendations[0].mitigation
    assert offer is not None and offer.trial is not None
    found = trial_dates(offer.trial)
    assert (found and (str(found.start), found.days, str(found.switch_off))) == dates


def test_three_dates_of_a_trial_must_agree() -> None:
    start, off = date(2026, 3, 1), date(2026, 5, 30)
    assert not disagree(Trial(start=start, days=90, switch_off=off))
    assert disagree(Trial(start=start, days=91, switch_off=off))
    assert disagree(Trial(start=start, days=999999999, switch_off=off))
    assert not disagree(Trial(start=start, days=91))


def test_losses_are_summed_up_by_currency_net_of_what_came_back(tmp_path: Path) -> None:
    text = """
impact:
  - {what: Orders, amount: 100.10 USD, recovered: 40.05 USD}
  - {what: Refunds, low: 10.00 USD, high: 20.00 USD}
  - {what: The same orders, amount: 900.00 USD, counts: no}
  - {what: Staff, amount: 5 EUR}
  - {what: Trust, words: A great deal}
  - {what: At most, high: 7 EUR}
"""
    sums = impact_sums(case_of(tmp_path, text).impact)
    assert [(str(one.low), str(one.high), str(one.recovered), one.is_range) for one in sums] == [
        ("5 EUR", "12 EUR", "0 EUR", True),
        ("110.10 USD", "120.10 USD", "40.05 USD", True),
    ]
    assert [(str(one.net_low), str(one.net_high)) for one in sums][1] == ("70.05 USD", "80.05 USD")
    assert impact_sums([]) == []


def test_a_case_stands_in_its_stage_since_its_log_led_there_last(tmp_path: Path) -> None:
    log = """
stage: planning
stage_log:
  - {to: planning, at: 2026-03-03 09:00}
  - {to: customer-review, at: 2026-03-05 09:00}
  - {to: planning, at: 2026-03-07 09:00, why: a second cause}
"""
    assert stage_since(case_of(tmp_path, log)) == at("2026-03-07 09:00")
    assert stage_since(case_of(tmp_path / "new", "stage: planning\n")) == at("2026-03-02 08:00")


def test_the_ways_between_stages_are_those_of_the_domain() -> None:
    assert {
        (before, after) for before in STAGES for after in FOLLOWING[before] if goes_back(before, after)
    } == {
        ("customer-review", "planning"),
        ("get-well", "customer-review"),
        ("get-well", "planning"),
        ("closed", "get-well"),
        ("closed", "planning"),
    }


def test_the_glance_tells_the_plans_day_only_while_it_runs(tmp_path: Path) -> None:
    text = "customer_sees: [get_well]\nget_well: {start: 2026-03-03, end: 2026-04-01}\nstage: "
    seen = []
    for stage in ("get-well", "customer-review", "closed"):
        file, workspace = make_case(tmp_path / stage, f"{text}{stage}\n")
        look = glance(project(file, workspace, NOW), NOW)
        seen.append((look.day and look.day.number, look.is_closed))
    assert seen == [(9, False), (None, False), (None, True)]
