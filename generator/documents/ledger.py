"""The ledger of promises as a page shows it: what is late, what is open, what was kept and what was given up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.audience.faces import Face, Faces
from generator.derive.ledger import Promise, ledger
from generator.documents.board import case_path, customer_path
from generator.documents.sheets import Desk
from generator.model.chronology import Event
from generator.model.meetings import Meeting


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A promise with who answers for it, the page it belongs to, and the event or meeting it was made in.

    Where that is none of its case, the promise's own `where` says it as it was typed.
    """

    promise: Promise
    by: Face | None
    href: str
    meeting: Meeting | None
    event: Event | None

    @property
    def customer(self) -> str:
        """To whom it was made."""
        return self.promise.owner.customer.name

    @property
    def title(self) -> str | None:
        """The title of the case it was made in; None for one between cases."""
        return self.promise.case.case.title if self.promise.case else None


def ledger_page(desk: Desk) -> Mapping[str, Any]:
    """What the page of promises is rendered from. Next updates that were kept in time are counted, not listed."""
    rows = [_row(desk, promise) for promise in ledger(desk.workspace, desk.as_of)]
    by_state = {
        state: [row for row in rows if row.promise.state == state]
        for state in ("late", "open", "kept", "kept-late", "dropped")
    }
    kept = [row for row in rows if row.promise.state in ("kept", "kept-late")]
    listed = [row for row in kept if row.promise.kind != "update" or row.promise.state == "kept-late"]
    return {
        "late": by_state["late"],
        "open": by_state["open"],
        "kept": len(kept),
        "kept_late": len(by_state["kept-late"]),
        "kept_rows": sorted(listed, key=_kept_day, reverse=True),
        "updates_kept": len(kept) - len(listed),
        "dropped": by_state["dropped"],
        "products": {key: product.name for key, product in desk.workspace.settings.products.items()},
    }


def _kept_day(row: LedgerRow) -> tuple[str, str]:
    day = row.promise.outcome.kept
    return (day.isoformat() if day else "", row.customer)


def _row(desk: Desk, promise: Promise) -> LedgerRow:
    faces = Faces(desk.workspace, promise.owner, promise.case, "internal")
    href = case_path(promise.case.key) if promise.case else customer_path(promise.owner.key)
    case = promise.case.case if promise.case and promise.where else None
    meeting = next((one for one in case.meetings if one.id == promise.where), None) if case else None
    event = next((one for one in case.events if one.id == promise.where), None) if case else None
    return LedgerRow(promise, faces.of(promise.by), href, meeting, event)
