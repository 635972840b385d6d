"""Times in contacts.yaml that cannot be meant: an end before its beginning, two overrides or two absences at once."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.contacts import Absence, Override
from generator.model.scalars.instants import between
from generator.model.workspace import Workspace
from generator.rules.in_words import span_in_words
from generator.rules.matrix_words import person_name
from generator.rules.order_of_events import ENDS_FIRST

OVERRIDES_OVERLAP = code(
    "overrides-overlap",
    Severity.WARNING,
    "Two overrides of a rotation at once",
    "Two overrides give the same turn to two people. The one written last counts, and whoever was named first believes "
    "that they are on duty. Let one end where the other begins.",
)
ABSENCES_OVERLAP = code(
    "absences-overlap",
    Severity.WARNING,
    "One person away twice at once",
    "Two absences of one person lie over one another. The one written first counts, with its alternate. Make them one, "
    "or let one end where the other begins.",
)

Timed = tuple[int, Override | Absence]
"""An override or an absence with its index in its list."""


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:
    """What is wrong with the times of overrides and absences."""
    overrides, absences = workspace.contacts.overrides, workspace.contacts.absences
    yield from ending_first(workspace, "overrides", overrides)
    yield from ending_first(workspace, "absences", absences)
    for index, one, other in overlapping(overrides):
        if isinstance(one, Override) and isinstance(other, Override) and one.person != other.person:
            names = f"{person_name(workspace, one.person)} and {person_name(workspace, other.person)}"
            message = f"{names} both have the turn of `{one.rotation}` {_both(workspace, as_of, one, other)}."
            place = workspace.contacts_source.place(("overrides", index, "from"))
            yield OVERRIDES_OVERLAP.at(place, message, "Let one end where the other begins.")
    for index, one, other in overlapping(absences):
        name = person_name(workspace, one.person)
        message = f"{name} is written as away twice {_both(workspace, as_of, one, other)}."
        place = workspace.contacts_source.place(("absences", index, "from"))
        yield ABSENCES_OVERLAP.at(place, message, "Make them one, or let one end where the other begins.")


def ending_first(workspace: Workspace, key: str, items: Sequence[Override | Absence]) -> Iterator[Finding]:
    """Those that end before they begin, or in the same instant."""
    for index, item in enumerate(items):
        if between(item.start.at, item.end.end) <= timedelta():
            place = workspace.contacts_source.place((key, index, "to"))
            message = f"It ends on {item.end.typed} and begins on {item.start.typed}, so it holds at no time."
            yield ENDS_FIRST.at(place, message, "Correct whichever of the two is wrong.")


def overlapping(
    items: Sequence[Override | Absence],
) -> Iterator[tuple[int, Override | Absence, Override | Absence]]:
    """The pairs of one rotation or person that lie over one another, with the index of the one written later."""
    latest: dict[str, Timed] = {}
    for index, item in sorted(enumerate(items), key=lambda entry: entry[1].start.order):
        if between(item.start.at, item.end.end) <= timedelta():
            continue
        whose = item.rotation if isinstance(item, Override) else item.person
        before = latest.setdefault(whose, (index, item))
        if before[1] is not item and between(item.start.at, before[1].end.end) > timedelta():
            yield max(index, before[0]), before[1], item
        latest[whose] = max(before, (index, item), key=lambda entry: entry[1].end.end.timestamp())


def _both(workspace: Workspace, as_of: datetime, one: Override | Absence, other: Override | Absence) -> str:
    end = min(one.end.end, other.end.end, key=lambda moment: moment.timestamp())
    return span_in_words([(other.start.at, end)], workspace.settings.timezone, as_of.year)
