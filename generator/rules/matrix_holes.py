"""The holes that lie ahead in the matrix, each told once with its first and last moment, at the line to mend."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from generator.codes import Code, code
from generator.derive.holes import Hole, HoleKind, Uncovered, holes, uncovered_advocates
from generator.derive.roster import Roster
from generator.finding import Finding, Severity
from generator.model.scalars.durations import Duration
from generator.model.workspace import Workspace
from generator.rules.in_words import counted, end_in_words, listed, span_in_words
from generator.rules.matrix_words import area_name, person_name, rungs_in_words
from generator.source.nodes import Path

HORIZON = Duration(90, "day")
"""How far ahead the matrix is looked at where nothing else is asked for."""


def _ahead(name: str, title: str, explanation: str) -> Code:
    return code(name, Severity.WARNING, title, explanation, clock=True)


NO_ALTERNATE = _ahead(
    "away-without-alternate",
    "Somebody on the ladder is away, and nobody stands in",
    "Whoever has a rung, or a turn on one, names an alternate before they go, and the alternate is asked. Add "
    "`alternate:` to the absence, ask that person, and add `cleared:` with the day they agreed. How far ahead the matrix "
    "is looked at says `casewright check --horizon`, 90 days where nothing is said.",
)
NOT_CLEARED = _ahead(
    "alternate-not-cleared",
    "An alternate who has not agreed yet",
    "An absence counts as covered once the alternate was asked and agreed. Until then the ladder shows a hole: whoever "
    "rings would wake somebody who does not expect it, or nobody. Ask, then add `cleared:` with the day.",
)
ALTERNATE_AWAY = _ahead(
    "alternate-away",
    "An alternate who is away too",
    "The person who stands in is away at the same time, so nobody answers. Their own alternate agreed to stand in for "
    "them, and not for others. Name another alternate, or ask the one at the end of the chain.",
)
ADVOCATE_UNCOVERED = _ahead(
    "advocate-uncovered",
    "An advocate with open cases is away, and nobody stands in",
    "A customer whose case is open has one name to call. Before an advocate goes, somebody is asked to stand in, and "
    "agrees: `alternate:` and `cleared:` on the absence.",
)
NOT_BEGUN = _ahead(
    "rotation-not-begun",
    "A rotation that has not begun",
    "Before its `start` nobody has a turn, so nobody answers on the rung. Begin it earlier, or put a person on the rung "
    "until then.",
)
DOUBLE_AHEAD = _ahead(
    "primary-is-backup-ahead",
    "One person will be primary and backup at once",
    "An absence, an override or the meeting of two rotations makes one person primary and backup for a time: when they "
    "do not answer, the next ring goes to them again. Let somebody else stand in, swap the turn, or let the rotations "
    "begin with different people. What is typed so for good is `primary-is-backup`, an error; this one is brought by "
    "the clock, which refuses no change.",
)
CODE_OF: dict[HoleKind, Code] = {
    "no-alternate": NO_ALTERNATE,
    "not-cleared": NOT_CLEARED,
    "alternate-away": ALTERNATE_AWAY,
    "not-begun": NOT_BEGUN,
    "double": DOUBLE_AHEAD,
}


@dataclass(frozen=True, slots=True)
class Look:
    """A workspace that is looked at from an aware moment until another, in the settings' zone."""

    workspace: Workspace
    as_of: datetime
    roster: Roster

    def times(self, found: Iterable[Hole | Uncovered]) -> str:
        """When holes of one cause are there, as a sentence says it."""
        spans = [(one.start, one.end) for one in found]
        return span_in_words(spans, self.workspace.settings.timezone, self.as_of.year)

    def until(self, found: list[Hole]) -> str:
        """The same of holes that are there already: only when they end."""
        if len({(one.start, one.end) for one in found}) > 1 or found[0].start > self.as_of:
            return self.times(found)
        return f"until {end_in_words(found[0].end, self.workspace.settings.timezone, self.as_of.year)}"

    def name(self, key: str | None) -> str:
        """A person's name."""
        return person_name(self.workspace, key or "")

    def at(self, path: Path, told: Code, message: str, remedy: str) -> Finding:
        """A finding at a line of contacts.yaml."""
        return told.at(self.workspace.contacts_source.place(path), message, remedy)


def find(workspace: Workspace, as_of: datetime, horizon: Duration = HORIZON) -> Iterator[Finding]:
    """One finding for each cause of holes between an aware moment and the end of the horizon behind it."""
    contacts, end = workspace.contacts, horizon.after(as_of.astimezone(workspace.settings.timezone))
    look = Look(workspace, as_of, Roster(contacts, as_of.astimezone(UTC), end.astimezone(UTC)))
    if contacts.areas:
        for path, causes in _by_cause(workspace, holes(contacts, as_of, end)).items():
            yield _told(look, path, causes)
    if contacts.absences:
        uncovered = uncovered_advocates(contacts, workspace.open_cases, as_of, end)
        for index in dict.fromkeys(one.absence for one in uncovered):
            yield _advocate(look, index, [one for one in uncovered if one.absence == index])


def _by_cause(
    workspace: Workspace, found: Iterable[Hole]
) -> dict[tuple[Path, HoleKind, str | None], list[Hole]]:
    """The holes of each line to mend: of one absence, override or rotation wherever it is felt, or of one area."""
    overrides = {id(override): index for index, override in enumerate(workspace.contacts.overrides)}
    causes: dict[tuple[Path, HoleKind, str | None], list[Hole]] = {}
    for hole in found:
        path: Path = ("areas", hole.area, hole.rung)
        if hole.absence is not None:
            path = ("absences", hole.absence, "person" if hole.kind == "no-alternate" else "alternate")
        elif hole.override is not None:
            path = ("overrides", overrides[id(hole.override)], "person")
        elif hole.kind == "not-begun":
            post = dict(workspace.contacts.areas[hole.area].posts())[hole.rung]
            path = ("rotations", (post.rotation if post else None) or "", "start")
        causes.setdefault((path, hole.kind, hole.person), []).append(hole)
    return causes


def _told(look: Look, cause: tuple[Path, HoleKind, str | None], found: list[Hole]) -> Finding:
    path, kind, _ = cause
    rungs = rungs_in_words(look.workspace, ((hole.area, hole.rung) for hole in found))
    if kind == "not-begun":
        message = f"Nobody is {rungs} {look.until(found)}, because `{path[1]}` has not begun."
        return look.at(
            path, NOT_BEGUN, message, "Let it begin earlier, or put a person on the rung until then."
        )
    if kind == "double":
        areas = listed(dict.fromkeys(area_name(look.workspace, hole.area) for hole in found))
        message = (
            f"{look.name(found[0].person)} is primary and backup of {areas} at once {look.times(found)}."
        )
        return look.at(path, DOUBLE_AHEAD, message, "Let somebody else take one of the two for that time.")
    because, remedy = _why(look, kind, found[0])
    who = f"{look.name(found[0].person)}, {rungs},"
    return look.at(path, CODE_OF[kind], f"{who} is away {look.times(found)}, and {because}.", remedy)


def _why(look: Look, kind: HoleKind, hole: Hole | Uncovered) -> tuple[str, str]:
    """Why nobody stands in during an absence, and what to do about it."""
    absence = look.workspace.contacts.absences[hole.absence or 0]
    if kind == "no-alternate":
        remedy = "Name somebody with `alternate:`, ask them, and add `cleared:` with the day they agreed."
        return "nobody stands in", remedy
    other = look.name(absence.alternate)
    if kind == "not-cleared":
        return (
            f"{other} has not agreed to stand in yet",
            f"Ask {other}, and add `cleared:` with the day they agree.",
        )
    if absence.alternate == absence.person:
        return "is named as their own alternate", "Name somebody else."
    chain = look.roster.end_of_chain(hole.absence or 0, hole.start)
    remedy = f"Ask {look.name(chain)}, who stands in for them, or name another." if chain else "Name another."
    return f"the alternate, {other}, is away then too", remedy


def _advocate(look: Look, index: int, found: list[Uncovered]) -> Finding:
    first = found[0]
    cases = {file.key for one in found for file in one.cases}
    of = f"the open case {min(cases)}" if len(cases) == 1 else counted(len(cases), "open case")
    because, remedy = _why(look, first.kind, first)
    message = f"{look.name(first.person)}, advocate of {of}, is away {look.times(found)}, and {because}."
    return look.at(("absences", index, "person"), ADVOCATE_UNCOVERED, message, remedy)
