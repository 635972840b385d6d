"""Which items of a case its customer may read (domain.md, Audience)."""

from dataclasses import dataclass
from typing import Any, TypeVar

from generator.model.case import Case
from generator.model.causes import Factor
from generator.model.recommendations import Mitigation

Shown = TypeVar("Shown")

INSIDE_MEETINGS = ("dry-run", "management-review")


@dataclass(frozen=True)
class Visibility:
    """Answers, for one case, what its customer sees; for our own copies (`whole`) everything is seen."""

    case: Case
    customer: str
    whole: bool = False

    def section(self, name: str) -> bool:
        """Whether a section without items of its own (summary, get_well, close_out) is seen."""
        return self.whole or name in self.case.customer_sees

    def item(self, section: str, item: Any) -> bool:
        """Whether one item of a section is seen."""
        if self.whole:
            return True
        said = item.audience
        opted = said == "customer" or (said is None and section in self.case.customer_sees)
        return opted and not self._never(section, item)

    def _never(self, section: str, item: Any) -> bool:
        if section == "contributing_factors":
            return withheld_until_said(item)
        if section == "meetings":
            return item.kind in INSIDE_MEETINGS
        if section == "related":
            return not str(item.case).startswith(f"{self.customer}/")
        return False

    def offer(self, mitigation: Mitigation | None) -> bool:
        """Whether an offer is seen; only its own audience opens it."""
        return mitigation is not None and (self.whole or mitigation.audience == "customer")

    def shown(self, section: str, items: list[Shown]) -> list[Shown]:
        """The items of a section that are seen, in their order."""
        return [item for item in items if self.item(section, item)]

    def ids(self) -> frozenset[str]:
        """The ids of every item seen; a reference to any other goes with what it points at."""
        return frozenset(
            item.id for name in LISTED for item in self.shown(name, getattr(self.case, name)) if item.id
        )

    def withheld_ids(self) -> frozenset[str]:
        """The ids of the items that are not seen."""
        every = frozenset(item.id for name in LISTED for item in getattr(self.case, name) if item.id)
        return every - self.ids()


LISTED = (
    "evidence",
    "events",
    "impact",
    "root_causes",
    "contributing_factors",
    "actions",
    "recommendations",
    "exit_criteria",
    "meetings",
    "commitments",
)


def withheld_until_said(factor: Factor) -> bool:
    """Whether a factor is swirl or another's and has no words for the customer yet."""
    return (factor.swirl or factor.owner not in (None, "us")) and factor.say is None
