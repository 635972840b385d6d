"""What a house paper is of, from what was typed."""

from datetime import date
from typing import TYPE_CHECKING

import click

from generator.cli.desk import unknown
from generator.cli.typed import Day

if TYPE_CHECKING:
    from generator.documents.house_papers import HousePaper
    from generator.documents.sheets import Desk
    from generator.documents.subjects import Subject

DAY = Day()


def subject_of(
    desk: "Desk",
    paper: "HousePaper",
    typed: str | None,
    case: str | None,
    days: tuple[date | None, date | None],
) -> "Subject":
    """The subject; whoever typed what the paper cannot be of is told what it can be of."""
    from generator.documents.subjects import Subject, quarter_to_date

    if "period" in paper.of:
        return _period(paper, typed, days, quarter_to_date(days[1] or desk.as_of.date()))
    if any(days):
        raise click.UsageError(f"--from and --to go with a paper of a period; {paper.key} is none.")
    if case is not None and "case" not in paper.of:
        raise click.UsageError(f"--case goes with a call-sheet; {paper.key} is of no case.")
    if case is not None:
        _known(desk, "case", case)
    if typed is None:
        return Subject("case", case) if case else _without(paper)
    kind = next((one for one in paper.of if typed in _keys(desk, one)), None)
    if kind is None:
        raise click.BadParameter(_stranger(desk, paper, typed), param_hint="SUBJECT")
    if kind == "area":
        return Subject("area", typed, case or "")
    return Subject(kind, typed)


def _period(
    paper: "HousePaper", typed: str | None, days: tuple[date | None, date | None], usual: "Subject"
) -> "Subject":
    from generator.documents.subjects import Subject

    if typed is not None:
        raise click.UsageError(f"The {paper.title.lower()} is of a period: give it with --from and --to.")
    start, end = days[0] or usual.start, days[1] or usual.end
    if any(day is not None and not 1900 <= day.year <= 2999 for day in (start, end)):
        raise click.UsageError("--from and --to are days of the years 1900 to 2999.")
    if start is not None and end is not None and start > end:
        raise click.UsageError("--from is after --to.")
    return Subject("period", start=start, end=end)


def _without(paper: "HousePaper") -> "Subject":
    """What a paper is of when nothing was typed."""
    from generator.documents.subjects import Subject

    if "workspace" in paper.of:
        return Subject()
    raise click.UsageError(f"The {paper.title.lower()} is of {_kinds(paper)}: name it.")


def _kinds(paper: "HousePaper") -> str:
    words = {"area": "an area", "customer": "a customer", "case": "a case"}
    return " or ".join(words[kind] for kind in paper.of if kind in words)


def _stranger(desk: "Desk", paper: "HousePaper", typed: str) -> str:
    if paper.of == ("workspace",):
        return f"The {paper.title.lower()} is of everything; leave {click.format_filename(typed)!r} out."
    kind = "case" if "/" in typed and "case" in paper.of else paper.of[0]
    return unknown(kind, typed, [key for one in paper.of for key in _keys(desk, one)])


def _known(desk: "Desk", kind: str, key: str) -> None:
    if key not in _keys(desk, kind):
        raise click.BadParameter(unknown(kind, key, _keys(desk, kind)), param_hint=f"--{kind}")


def _keys(desk: "Desk", kind: str) -> list[str]:
    workspace = desk.workspace
    keys = {
        "area": list(workspace.contacts.areas),
        "customer": list(workspace.customers),
        "case": list(workspace.cases),
    }
    return keys.get(kind, [])
