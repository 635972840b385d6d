"""Which format a file is of, and the drafts it makes."""

from collections.abc import Mapping
from pathlib import PurePath

from generator.intake.cstate import cstate_case
from generator.intake.draft import DraftCase
from generator.intake.moments import Clock
from generator.intake.naming import stem_of
from generator.intake.statuspage import statuspage_cases
from generator.intake.tickets import ticket_cases
from generator.intake.timelines import timeline_case


def drafts_of(
    source: str, text: str, clock: Clock, named: Mapping[str, str], wanted: str | None = None
) -> list[DraftCase] | None:
    """The drafts that a file makes; None where it is of no format known, or not of the one wanted.

    `source` is its path as it is told; `clock` says the zone to take where the file says none; `named` the columns of
    a ticket export.
    """
    tried = [wanted] if wanted else _likely(source)
    for kind in tried:
        drafts = _drafts(kind, source, text, clock, named)
        if drafts is not None:
            return drafts
    return None


def _likely(source: str) -> list[str]:
    ending = PurePath(source).suffix.lower()
    if ending in (".md", ".markdown"):
        return ["cstate", "timeline"]
    return (
        ["statuspage", "tickets"] if ending == ".json" else ["tickets"] if ending in (".csv", ".tsv") else []
    )


def _drafts(
    kind: str, source: str, text: str, clock: Clock, named: Mapping[str, str]
) -> list[DraftCase] | None:
    if kind == "statuspage":
        return statuspage_cases(source, text, clock)
    if kind == "tickets":
        return ticket_cases(source, text, clock, named)
    if kind == "timeline":
        return [timeline_case(stem_of(source), source, text, clock)]
    case = cstate_case(stem_of(source), source, text, clock)
    return [case] if case else None
