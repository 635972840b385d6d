"""What a house paper is of: everything, an area, a customer, a case or a period."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

SubjectKind = Literal["workspace", "area", "customer", "case", "period"]
EVERYTHING = "everything"
"""What a stamp says of a paper of the whole workspace."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What one house paper is of.

    `key` is the key of the area, customer or case; `case` the case that an area is rung for, where there is one;
    `start` and `end` are the first and the last day of a period, both counted.
    """

    kind: SubjectKind = "workspace"
    key: str = ""
    case: str = ""
    start: date | None = None
    end: date | None = None

    @property
    def name(self) -> str:
        """How a paper's stamp and file name tell it from others of its kind; empty for the whole workspace."""
        if self.kind == "period":
            return f"{self.start}-to-{self.end}"
        return "-for-".join(part.replace("/", "-") for part in (self.key, self.case) if part)


def quarter_to_date(day: date) -> Subject:
    """The period from the first day of a day's quarter to that day."""
    return Subject("period", start=date(day.year, (day.month - 1) // 3 * 3 + 1, 1), end=day)
