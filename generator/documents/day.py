"""Today as a page shows it: what is late, then what is due, then the board."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.audience.faces import Face, Faces
from generator.derive.stages import stage_since
from generator.derive.today import TodayItem, end_of_day, today
from generator.documents.board import Card, case_path, customer_path
from generator.documents.sheets import Desk, Sheet
from generator.finding import Finding
from generator.model.marks import Audience
from generator.model.settings import STAGES

TOLD = frozenset(
    {
        "promise-passed",
        "commitment-late",
        "action-late",
        "trial-undecided",
        "reading-stale",
        "get-well-ended",
        "stage-held-too-long",
        "dry-run-missing",
        "alternate-not-cleared",
        "away-without-alternate",
    }
)
"""Findings of the clock that a line of Today tells in its own words."""
MOST = 30
"""Further findings of the clock that Today shows; the rest stand on the findings page."""


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A line of Today: the item, who answers for it, and the page it belongs to."""

    item: TodayItem
    who: Face | None
    customer: str | None
    href: str
    late: bool


def day(
    desk: Desk, sheets: Iterable[Sheet], open_cards: Sequence[Card], findings: Iterable[Finding] = ()
) -> Mapping[str, Any]:
    """What Today is rendered from; `sheets` are all that are printed, for the drafts among them, and
    `open_cards` the open cases, the worst first. Of the findings those of the clock stand there that no line tells.
    """
    clock = [one for one in findings if one.clock and one.code not in TOLD]
    items = [*today(desk.workspace, desk.as_of), *_drafts(desk, sheets)]
    rows = sorted(
        (_row(desk, item) for item in items),
        key=lambda row: (not row.item.comes_first, row.item.at, row.href, row.item.what),
    )
    return {
        "late": [row for row in rows if row.late],
        "due": [row for row in rows if not row.late],
        "cards": open_cards,
        "board": [(stage, [c for c in open_cards if c.file.case.stage == stage]) for stage in STAGES[:-1]],
        "waiting": len({card.file.owner.key for card in open_cards if card.glance.missed}),
        "end_of_day": end_of_day(desk.as_of),
        "clock": sorted(clock, key=lambda one: one.severity.rank)[:MOST],
        "clock_left": max(len(clock) - MOST, 0),
    }


def _drafts(desk: Desk, sheets: Iterable[Sheet]) -> Iterator[TodayItem]:
    """Summaries that the customer waits for, or that changed since they were issued."""
    for sheet in sheets:
        file, identity = desk.workspace.cases[sheet.identity.case], sheet.identity
        theirs = sheet.paper.key == "situation-summary" and identity.audience is Audience.CUSTOMER
        if theirs and identity.draft and file.case.stage in ("customer-review", "get-well"):
            who = file.case.sponsor or file.owner.customer.ours.sponsor or file.case.advocate
            words = str(identity.version)
            yield TodayItem("approval", stage_since(file.case), who, words, None, file, file.owner)


def _row(desk: Desk, item: TodayItem) -> TodayRow:
    owner = item.case.owner if item.case else item.customer
    who = Faces(desk.workspace, owner, item.case, "internal").of(item.who)
    name = item.customer.customer.name if item.customer else None
    late = item.is_late(desk.as_of) and item.kind != "approval"
    return TodayRow(item, who, name, _href(item), late)


def _href(item: TodayItem) -> str:
    if item.case is not None:
        return case_path(item.case.key)
    if item.customer is not None:
        return customer_path(item.customer.key)
    return "who-to-call/reconfirm/index.html" if item.kind == "numbers" else "who-to-call/index.html"
