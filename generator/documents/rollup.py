"""The roll-up as a paper: what it is rendered from, when there is one to print, and its figures as CSV and JSON."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict

from generator.derive.rollup.lines import Line, lines
from generator.derive.rollup.period import Period
from generator.derive.rollup.rollup import RollUp, roll_up
from generator.documents.sheets import Context, Desk
from generator.documents.subjects import Subject, quarter_to_date

COLUMNS = ("figure", "of", "value", "unit", "cases", "before", "before_cases")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula; a number may begin with a minus, words may not."""


def period_of(desk: Desk, subject: Subject) -> Period:
    """The period of a subject, in the house's zone; the quarter to date where it says none."""
    usual = quarter_to_date(desk.as_of.astimezone(desk.workspace.settings.timezone).date())
    start, end = subject.start or usual.start, subject.end or usual.end
    assert start is not None and end is not None
    return Period(start, end, desk.workspace.settings.timezone)


def roll_up_of(desk: Desk, subject: Subject) -> RollUp:
    """The roll-up of a subject's period."""
    return roll_up(desk.workspace, period_of(desk, subject), desk.as_of)


def roll_up_context(desk: Desk, subject: Subject) -> Context:
    """What its template may ask for."""
    return {"rollup": roll_up_of(desk, subject)}


def this_quarter(desk: Desk) -> Iterable[Subject]:
    """The quarter to date, where the workspace has any case."""
    today = desk.as_of.astimezone(desk.workspace.settings.timezone).date()
    return [quarter_to_date(today)] if desk.workspace.cases else []


def roll_up_figures(desk: Desk, subject: Subject) -> Mapping[str, bytes]:
    """The figures as CSV and as JSON, each with the number of cases behind it; a withheld one has no value."""
    rollup = roll_up_of(desk, subject)
    found = list(lines(rollup))
    name = f"{subject.name}-roll-up.internal"
    return {f"{name}.csv": as_csv(found), f"{name}.json": as_json(rollup, found)}


def as_csv(found: Iterable[Line]) -> bytes:
    """One line for each figure, in UTF-8 with the mark that spreadsheets look for."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for line in found:
        writer.writerow([_cell(value) for value in asdict(line).values()])
    return text.getvalue().encode("utf-8-sig")


def as_json(rollup: RollUp, found: Iterable[Line]) -> bytes:
    """The same with the periods, the threshold and what the shares are of."""
    held = {
        "period": {"from": str(rollup.period.start), "to": str(rollup.period.end)},
        "before": {"from": str(rollup.before.start), "to": str(rollup.before.end)},
        "at_least": rollup.at_least,
        "shares": "of causes: a case counts once under each category of its confirmed causes",
        "figures": [asdict(line) for line in found],
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def _cell(value: str | int | None) -> str | int:
    """A cell that no spreadsheet runs."""
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "" if value is None else value
