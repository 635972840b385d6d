"""A finding: one thing that is wrong with the input, where it stands, and what to do about it."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is: an error fails `check`, a warning can, a notice never does."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting by it puts errors first."""
        return tuple(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of one file of the workspace.

    `path` is relative to the workspace with forward slashes; lines and columns count from 1, columns in
    characters; `end_column` is the first column behind the stretch. A whole file is line 1, column 1.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of the input, as a value that every stage may make and only `report` prints.

    `code` is stable and in words (`promise-passed`); `message` says what is wrong, `remedy` what to do, each one
    sentence that ends with a full stop. `clock` marks what only the passing of time brings; such a finding fails
    nothing but `check --late`.
    """

    code: str
    severity: Severity
    place: Place
    message: str
    remedy: str
    clock: bool = False

    @property
    def order(self) -> tuple[str, int, int, int, str, str]:
        """The key by which findings are sorted: by place, then the worst first."""
        place = self.place
        return (place.path, place.line, place.column, self.severity.rank, self.code, self.message)

    def milder(self, severity: Severity) -> "Finding":
        """The same finding with another severity."""
        return replace(self, severity=severity)


def in_order(findings: "list[Finding]") -> list[Finding]:
    """The findings without repetitions, in the order in which they are reported."""
    return sorted(set(findings), key=lambda finding: finding.order)
