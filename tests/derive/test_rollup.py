"""The figures of a roll-up: what counts once, what counts each, and what is not said because it is too few."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from generator.derive.figures import Told, TooFew
from generator.derive.rollup.cases import Count
from generator.derive.rollup.lessons import Effect
from generator.derive.rollup.period import Period
from generator.derive.rollup.recurrence import Recurrence
from generator.derive.rollup.rollup import Headline, RollUp, roll_up
from tests.making import NEW_YORK, at, make_workspace

SETTINGS = """
timezone: America/New_York
segments: {gold: {name: Gold}, silver: {name: Silver, default: yes}}
products: {copy: {name: Read copy}, line: Site link}
cause_categories: {change: Change, alarm: Silent alarm, room: Too little room}
"""
CONTACTS = """
people:
  ines: {name: Ines Okafor, phone: +1 603 555 0150, customer_phone: +1 603 555 0100, shown_as: contact}
  p1: {name: One, phone: +1 603 555 0101}
  p4: {name: Four, phone: +1 603 555 0104}
areas: {eng: {name: Engineering, primary: p1, director: p4}, web: {name: Web, primary: p1}}
"""
Rolled = Callable[..., RollUp]
FIRST = Period(date(2026, 1, 1), date(2026, 3, 31), NEW_YORK)


def case(opened: str, more: str = "", cause: str = "") -> str:
    """A case by its day, with a confirmed cause of a category."""
    causes = f"root_causes: [{{what: x, state: confirmed, category: {cause}}}]\n" if cause else ""
    return f"title: Something\nopened: {opened}\nadvocate: ines\n{causes}{more}"


@pytest.fixture
def rolled(tmp_path: Path) -> Rolled:
    """The roll-up of the first quarter of 2026 over some cases, by `<customer>/<case>`."""

    def of(cases: dict[str, str], settings: str = "", period: Period = FIRST) -> RollUp:
        files = {f"cases/{key}.yaml": text for key, text in cases.items()}
        owners = {key.partition("/")[0] for key in cases} | {"kestrel"}
        customers = {f"cases/{key}/customer.yaml": f"name: {key} Ltd\n" for key in owners}
        customers["cases/kestrel/customer.yaml"] += "segment: gold\n"
        shared = {"casewright.yaml": SETTINGS + settings, "contacts.yaml": CONTACTS}
        workspace = make_workspace(tmp_path, {**shared, **customers, **files})
        return roll_up(workspace, period, at("2026-03-31T18:00"))

    return of


def test_an_incident_counts_once_for_causes_and_each_time_for_customers(rolled: Rolled) -> None:
    one = "incident: cut\n"
    found = rolled(
        {
            "kestrel/a": case("2026-01-05", one, "alarm"),
            "oak/b": case("2026-01-06", one, "alarm"),
            "pine/c": case("2026-01-07", one, "change"),
            "oak/d": case("2026-02-01", "", "alarm"),
            "oak/e": case("2026-02-02", "", "alarm"),
        }
    )
    assert [(bar.category, bar.count, bar.customers) for bar in found.causes.bars] == [("alarm", 3, 3)]
    assert (found.causes.causes, found.causes.cases) == (4, 3)
    assert found.opened == Count(5, 0) and found.customers == 3


def test_an_incident_belongs_to_the_period_of_its_first_case(rolled: Rolled) -> None:
    cases = {
        "kestrel/a": case("2025-12-31", "incident: cut\n", "alarm"),
        "oak/b": case("2026-01-01", "incident: cut\n", "alarm"),
    }
    assert rolled(cases, "figures: {at_least: 1}\n").causes.causes == 0


def test_a_case_counts_once_under_each_category_of_its_confirmed_causes(rolled: Rolled) -> None:
    causes = (
        "root_causes: [{what: x, state: confirmed, category: alarm}, {what: y, state: confirmed, category: alarm},\n"
        "  {what: z, state: confirmed, category: change}, {what: w, category: room},\n"
        "  {what: v, state: ruled-out, category: room}, {what: u, state: confirmed}]\n"
    )
    found = rolled({"kestrel/a": case("2026-01-05", causes)}, "figures: {at_least: 1}\n").causes
    assert [(bar.category, bar.count, bar.share, bar.running) for bar in found.bars] == [
        ("alarm", 1, 50, 50),
        ("change", 1, 50, 100),
    ]
    assert (found.causes, found.unknown) == (2, 0)


def test_rare_categories_stand_together_and_say_nothing_where_they_are_too_few(rolled: Rolled) -> None:
    cases = {f"kestrel/a{n}": case("2026-01-05", "", "alarm") for n in range(3)}
    cases |= {f"oak/b{n}": case("2026-01-05", "", "change") for n in range(2)}
    few = rolled(cases).causes
    assert [bar.category for bar in few.bars] == ["alarm"] and few.rest == TooFew(2, 3)
    enough = rolled({**cases, "oak/c": case("2026-01-05", "", "room")}).causes
    assert [(bar.category, bar.kinds, bar.count, bar.running) for bar in enough.bars] == [
        ("alarm", 1, 3, 50),
        ("", 2, 3, 100),
    ]


def test_the_period_before_stands_on_each_bar_where_it_may_be_said(rolled: Rolled) -> None:
    cases = {f"kestrel/a{n}": case("2026-01-05", "", "alarm") for n in range(3)}
    cases |= {f"kestrel/b{n}": case("2025-11-05", "", "alarm") for n in range(4)}
    assert rolled(cases).causes.bars[0].before == Told(4, 4)


@pytest.mark.parametrize(
    ("causes", "headline"),
    [
        (["alarm"] * 3 + ["change"], Headline("causes", ("Silent alarm",), 3, 4)),
        (["alarm"] * 3 + ["change"] * 3, Headline("causes", ("Silent alarm", "Change"), 3, 6)),
        (["alarm"] * 2 + ["change"] * 2, Headline("opened", (), 4, 0)),
        ([""] * 3, Headline("opened", (), 3, 0)),
        ([], Headline("nothing", (), 0, 0)),
    ],
)
def test_the_title_says_the_finding_that_enough_cases_bear(
    rolled: Rolled, causes: list[str], headline: Headline
) -> None:
    found = rolled({f"kestrel/a{n}": case("2026-01-05", "", cause) for n, cause in enumerate(causes)})
    assert (found.headline.about, {*found.headline.words}, found.headline.part, found.headline.whole) == (
        headline.about,
        {*headline.words},
        headline.part,
        headline.whole,
    )


def test_time_to_plan_is_by_the_stage_log_and_time_to_close_leaves_out_what_went_elsewhere(
    rolled: Rolled,
) -> None:
    def closed(hours: int, outcome: str) -> str:
        log = f"stage_log: [{{to: customer-review, at: 2026-01-05 0{hours}:00}}, {{to: get-well, at: 2026-01-05 12:00}}]\n"
        return case(
            "2026-01-05 00:00",
            f"{log}stage: closed\noutcome: {outcome}\nclosed: 2026-01-{5 + hours:02} 00:00\n",
        )

    cases = {f"kestrel/a{n}": closed(n, "resolved") for n in (1, 2, 9)}
    found = rolled({**cases, "oak/b": closed(8, "declined"), "oak/c": closed(8, "merged")})
    assert found.plan.now == Told(timedelta(hours=8), 5)
    assert found.close.now == Told(timedelta(days=2), 3)
    assert found.closed == Count(5, 0)
    assert [(one.name, one.close) for one in found.segments] == [
        ("Gold", Told(timedelta(days=2), 3)),
        ("Silver", TooFew(0, 3)),
    ]


def test_only_calls_for_help_count_and_an_area_of_few_cases_says_nothing(rolled: Rolled) -> None:
    def asked(area: str, minutes: int, rung: str, why: str = "needed") -> str:
        attempt = f"{{at: 2026-01-05 10:{minutes:02}, person: p1, rung: {rung}, outcome: engaged}}"
        return case(
            "2026-01-05 09:00",
            f"escalations: [{{area: {area}, why: {why}, asked: 2026-01-05 10:00, attempts: [{attempt}]}}]\n",
        )

    cases = {
        "kestrel/a": asked("eng", 4, "primary"),
        "kestrel/b": asked("eng", 10, "director"),
        "kestrel/c": asked("eng", 40, "primary"),
        "kestrel/d": asked("web", 50, "primary"),
        "kestrel/e": asked("eng", 59, "director", "awareness"),
    }
    every, eng, web = rolled(cases).areas
    assert (every.calls, every.minutes, every.first) == (4, Told(25, 4), Told(75, 4))
    assert (eng.minutes, eng.high, eng.highest) == (
        Told(10, 3),
        Told(1, 3),
        Told((("primary", 2), ("director", 1)), 3),
    )
    assert (web.calls, web.minutes, web.first, web.high) == (1, TooFew(1, 3), TooFew(1, 3), TooFew(1, 3))


def test_promises_count_by_the_day_they_fell_due(rolled: Rolled) -> None:
    promises = (
        "commitments: [{what: x, due: 2026-01-09, kept: 2026-01-09}, {what: y, due: 2026-01-09, kept: 2026-01-10},\n"
        "  {what: z, due: 2026-01-09}, {what: later, due: 2026-04-01, kept: 2026-03-30},\n"
        "  {what: earlier, due: 2025-12-31}]\n"
    )
    found = rolled({f"kestrel/a{n}": case("2026-01-05", promises) for n in range(3)}).promises
    assert [one.kind for one in found] == [None, "commitment"]
    outcomes = found[0].outcomes
    assert isinstance(outcomes, Told)
    counts = (outcomes.value.in_time, outcomes.value.late, outcomes.value.passed, outcomes.value.share)
    assert (found[0].due, found[0].cases, counts) == (9, 3, (3, 3, 3, 33))
    assert found[0].before == Told(0, 3)


LESSON = "lessons: [{key: row-check, what: Check each row., against: {category: alarm}%s}]\n"


def test_a_lesson_is_held_against_as_many_days_before_it_as_since(rolled: Rolled) -> None:
    days = ("2025-12-01", "2026-02-01", "2026-02-10", "2026-02-20", "2026-03-05")
    cases = {f"oak/a{n}": case(day, "", "alarm") for n, day in enumerate(days)}
    cases["kestrel/b"] = case("2025-06-01", LESSON % ", adopted: 2026-03-01")
    assert rolled(cases).lessons.effects == (
        Effect("Check each row.", date(2026, 3, 1), 30, Told((3, 1), 4)),
    )
    del cases["oak/a1"], cases["oak/a2"]
    few = rolled(cases | {"oak/a1": case("2025-01-01"), "oak/a2": case("2025-01-01")}).lessons.effects
    assert [effect.counts for effect in few] == [TooFew(2, 3)]


def test_a_lesson_learnt_twice_is_told_by_its_key_and_one_incident_learns_once(rolled: Rolled) -> None:
    cases = {
        "kestrel/a": case("2025-07-01", LESSON % ""),
        "oak/b": case("2026-02-01", LESSON % ", owner: p1"),
    }
    (twice,) = rolled(cases).lessons.twice
    assert (twice.days, twice.owner, twice.adopted) == ((date(2025, 7, 1), date(2026, 2, 1)), "One", None)
    same = {key: f"{text}incident: cut\n" for key, text in cases.items()}
    assert rolled(same).lessons.twice == ()


def test_a_lesson_is_open_until_it_is_adopted_or_declined(rolled: Rolled) -> None:
    ends = {
        "a": ", due: 2026-03-01",
        "b": ", adopted: 2026-02-01",
        "c": ", declined: too dear",
        "d": ", adopted: 2026-04-02",
    }
    found = rolled(
        {
            f"kestrel/{key}": case("2026-01-05", LESSON.replace("row-check", f"row-{key}") % end)
            for key, end in ends.items()
        }
    ).lessons
    assert [(one.case, one.late) for one in found.open] == [("kestrel/a", True), ("kestrel/d", False)]
    assert [one.case for one in found.adopted] == ["kestrel/b"]
    assert [(one.case, one.why_not) for one in found.declined] == [("kestrel/c", "too dear")]


def test_a_lesson_adopted_where_it_was_learnt_again_is_open_nowhere(rolled: Rolled) -> None:
    cases = {
        "kestrel/a": case("2026-01-05", LESSON % ""),
        "oak/b": case("2026-02-01", LESSON % ", adopted: 2026-02-09"),
    }
    found = rolled(cases).lessons
    assert (found.open, [one.adopted for one in found.twice]) == ((), [date(2026, 2, 9)])


def test_a_cause_that_comes_back_in_a_product_says_whether_a_lesson_is_adopted(rolled: Rolled) -> None:
    def recurring(more: str) -> tuple[Recurrence, ...]:
        cases = {f"kestrel/a{n}": case(f"202{n}-01-05", "product: copy\n", "alarm") for n in range(3, 7)}
        return rolled(
            {**cases, "kestrel/a6": case("2026-01-05", f"product: copy\n{more}", "alarm")}
        ).recurrences

    assert recurring("") == (Recurrence("Read copy", "Silent alarm", 1, 4, "none"),)
    assert recurring(LESSON % "")[0].lesson == "written"
    assert recurring(LESSON % ", adopted: 2026-03-31")[0].lesson == "adopted"
    assert recurring(LESSON % ", declined: no")[0].lesson == "none"


def test_open_ended_is_who_has_no_end_in_sight(rolled: Rolled) -> None:
    found = rolled(
        {
            "kestrel/a": case("2026-01-05"),
            "kestrel/b": case("2026-01-06", "expected_resolution: 2026-03-31\n"),
            "kestrel/c": case("2026-01-07", "expected_resolution: 2026-03-30\n"),
            "kestrel/d": case("2026-01-08", "resolution_unknown: The carrier does not say.\n"),
            "kestrel/e": case("2026-01-09", "get_well: {start: 2026-01-09, end: 2026-05-01}\n"),
            "kestrel/f": case("2026-01-10", "stage: closed\noutcome: resolved\nclosed: 2026-01-11\n"),
            "kestrel/g": case("2026-03-31 12:00"),
        }
    )
    assert [(one.case, one.days, one.ended, one.why) for one in found.open_ended] == [
        ("kestrel/a", 85, None, None),
        ("kestrel/c", 83, date(2026, 3, 30), None),
        ("kestrel/d", 82, None, "The carrier does not say."),
    ]


def test_two_currencies_are_never_added(rolled: Rolled) -> None:
    sums = (
        "impact: [{what: x, amount: 10 USD, recovered: 4 USD}, {what: y, low: 1 EUR, high: 3 EUR},\n"
        "  {what: z, amount: 99 USD, counts: no}]\n"
    )
    cases = {f"kestrel/a{n}": case("2026-01-05", sums) for n in range(3)}
    cases["oak/b"] = case("2026-01-05", "impact: [{what: x, amount: 5 JPY}]\n")
    found = {loss.currency: loss.amount for loss in rolled(cases).losses}
    assert found["JPY"] == TooFew(1, 3)
    euro, dollar = found["EUR"], found["USD"]
    assert isinstance(euro, Told) and isinstance(dollar, Told)
    assert (str(euro.value.low), str(euro.value.high), euro.cases) == ("3 EUR", "9 EUR", 3)
    assert (str(dollar.value.low), str(dollar.value.recovered), dollar.cases) == ("30 USD", "12 USD", 3)
