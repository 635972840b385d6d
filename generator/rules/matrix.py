"""What is wrong with the matrix as it is typed, whatever the clock says: rungs, doubles, missing numbers, leftovers."""

from collections.abc import Collection, Iterator
from datetime import datetime

from generator.codes import code
from generator.derive.freshness import people_of, standings_of
from generator.derive.holes import always_double
from generator.finding import Finding, Severity
from generator.model.base import Record
from generator.model.contacts import Area, Post
from generator.model.marks import Target
from generator.model.settings import RUNGS, Rung
from generator.model.workspace import Workspace
from generator.rules.in_words import listed
from generator.rules.matrix_words import (
    RUNG_WORDS,
    area_name,
    path_of_person,
    person_name,
    rungs_in_words,
)
from generator.rules.pointers import dangling

RUNG_MISSING = code(
    "rung-missing",
    Severity.WARNING,
    "An area without one of its rungs",
    "A call climbs from the primary to the backup, the manager, the director and the VP until somebody takes it on. A "
    "rung that is left out by mistake costs fifteen minutes at night. Where there is deliberately none, write `none`. "
    "An area with `outside: true` may have fewer rungs, and wants a primary all the same.",
)
RUNG_ROTATES = code(
    "rung-rotates",
    Severity.ERROR,
    "A manager, director or VP who takes turns",
    "Primary and backup may be a rotation. Manager, director and VP are one person each: who decides about people and "
    "money does not change on Monday at nine. Somebody stands in for them by an absence with an alternate.",
)
RUNG_TWICE_SAID = code(
    "rung-said-twice",
    Severity.ERROR,
    "A rung with both a person and a rotation",
    "A rung is held by a person or by a rotation. With both, one reader rings the one and the next reader the other.",
)
PRIMARY_IS_BACKUP = code(
    "primary-is-backup",
    Severity.ERROR,
    "One person is primary and backup at once",
    "The backup is there for when the primary does not answer. Where one person is both, fifteen minutes pass and the "
    "same telephone rings again. This one follows from what is typed on the two rungs, whatever the date; what only "
    "an absence, an override or the meeting of two rotations brings is `primary-is-backup-ahead`.",
)
PERSON_TWICE = code(
    "person-on-two-rungs",
    Severity.WARNING,
    "One person on two rungs of an area",
    "A climb past somebody who does not answer comes to the same somebody again. Name another person on one of the "
    "rungs, or write `none` on the one that is not really there.",
)
NUMBER_MISSING = code(
    "number-missing",
    Severity.WARNING,
    "Somebody on the ladder without a number",
    "Everybody who has a rung, takes turns on one or stands in on one needs a `phone` that works day and night. "
    "Without it the call sheet has a name and nothing to dial.",
)
LADDERS_IDENTICAL = code(
    "ladders-identical",
    Severity.NOTICE,
    "Two areas with the same people on every rung",
    "Two areas that are answered for by the same people may be one area with two names. Make them one and put the words "
    "of both under `covers`, or leave them where they will part soon.",
)
UNREFERENCED = code(
    "person-unreferenced",
    Severity.NOTICE,
    "Somebody whom nothing refers to",
    "The matrix is not a directory: whoever stands in it and is on no rung, in no rotation and in no case or "
    "customer's file makes it longer to read and is one more number to check. Take them out, or give them a rung.",
)
ANYBODY: dict[Target, Collection[str]] = {Target.PERSON: (), Target.OURS: (), Target.ADVOCATE: ()}
STATIC: tuple[Rung, ...] = ("manager", "director", "vp")


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """What is wrong with the rungs of each area, and with who stands in the matrix; nothing where there is none."""
    if not workspace.contacts.areas:
        return
    for key, area in workspace.contacts.areas.items():
        yield from missing(workspace, key, area)
        yield from rotating(workspace, key, area)
        yield from doubled(workspace, key, area)
    yield from without_number(workspace)
    yield from identical(workspace)
    yield from unreferenced(workspace)


def _is_held(post: Post | None) -> bool:
    return post is not None and (post.person is not None or post.rotation is not None)


def missing(workspace: Workspace, key: str, area: Area) -> Iterator[Finding]:
    """One finding for an area that lacks rungs."""
    wanted = RUNGS[:1] if area.outside else RUNGS
    lacking = [rung for rung, post in area.posts() if rung in wanted and not _is_held(post)]
    if lacking:
        words = listed(f"no {RUNG_WORDS[rung]}" for rung in lacking)
        remedy = f"Add {listed(f'`{rung}:`' for rung in lacking)} with a person's key"
        remedy += "." if area.outside else ", or with `none` where there is deliberately nobody."
        place = workspace.contacts_source.place(("areas", key), key=True)
        yield RUNG_MISSING.at(place, f"{area_name(workspace, key)} has {words}.", remedy)


def rotating(workspace: Workspace, key: str, area: Area) -> Iterator[Finding]:
    """Rungs that are said twice, or that take turns where nobody should."""
    for rung, post in area.posts():
        if post is None or post.rotation is None or (post.person is None and rung not in STATIC):
            continue
        place = workspace.contacts_source.place(("areas", key, rung))
        words = rungs_in_words(workspace, [(key, rung)])
        if post.person:
            message = f"The {words} is both the person `{post.person}` and the rotation `{post.rotation}`."
            yield RUNG_TWICE_SAID.at(place, message, "Keep the one that is meant.")
        else:
            message = f"The {words} is a rotation, `{post.rotation}`, and this rung is one person's."
            yield RUNG_ROTATES.at(place, message, "Name one person, and put their leave under `absences`.")


def doubled(workspace: Workspace, key: str, area: Area) -> Iterator[Finding]:
    """One person on two rungs of an area by what is typed there."""
    source, name = workspace.contacts_source, area_name(workspace, key)
    both = always_double(workspace.contacts, area)
    if both is not None:
        who = person_name(workspace, both)
        by_turns = area.primary and area.backup and (area.primary.rotation or area.backup.rotation)
        when = ", whenever the turn comes to them" if by_turns else ""
        message = f"{who} is primary and backup of {name} at once{when}."
        remedy = "Name another backup, or take them out of the rotation." if when else "Name another backup."
        yield PRIMARY_IS_BACKUP.at(source.place(("areas", key, "backup")), message, remedy)
    first: dict[str, Rung] = {}
    for rung, post in area.posts():
        if post is None or post.person is None or post.is_none or post.rotation:
            continue
        before = first.setdefault(post.person, rung)
        if before != rung and (before, rung) != ("primary", "backup"):
            who = person_name(workspace, post.person)
            message = f"{who} is {RUNG_WORDS[before]} and {RUNG_WORDS[rung]} of {name}."
            remedy = "Name somebody else on one of the two, or `none` where there is nobody."
            yield PERSON_TWICE.at(source.place(("areas", key, rung)), message, remedy)


def without_number(workspace: Workspace) -> Iterator[Finding]:
    """Everybody who may answer on a rung and has no number."""
    contacts, records = workspace.contacts, people_of(workspace.contacts)
    standings = standings_of(contacts)
    told = {person: f"is {rungs_in_words(workspace, where)}" for person, where in standings.items()}
    for absence in contacts.absences:
        if absence.alternate and absence.person in standings:
            told.setdefault(absence.alternate, f"stands in for {person_name(workspace, absence.person)}")
    if workspace.settings.ladder.last_resort:
        told.setdefault(workspace.settings.ladder.last_resort, "is rung when nobody else answers")
    for person, what in told.items():
        if person in records and records[person].phone is None:
            place = workspace.contacts_source.place(path_of_person(workspace, person), key=True)
            message = f"{person_name(workspace, person)} {what}, and has no number."
            yield NUMBER_MISSING.at(place, message, "Add `phone:` with the one that works day and night.")


def identical(workspace: Workspace) -> Iterator[Finding]:
    """Each area with the ladder of one before it."""
    first: dict[tuple[tuple[str | None, str | None], ...], str] = {}
    for key, area in workspace.contacts.areas.items():
        ladder = tuple((post.person, post.rotation) if post else (None, None) for _, post in area.posts())
        if all(rung in ((None, None), ("none", None)) for rung in ladder):
            continue
        before = first.setdefault(ladder, key)
        if before != key:
            place = workspace.contacts_source.place(("areas", key), key=True)
            message = f"{area_name(workspace, key)} and {area_name(workspace, before)} have the same ladder."
            yield LADDERS_IDENTICAL.at(place, message, "Make them one area, or leave them if they will part.")


def unreferenced(workspace: Workspace) -> Iterator[Finding]:
    """Each of our people whom no rung, rotation, alternate, setting, customer or case names."""
    left = set(workspace.contacts.people)
    contacts = dangling(workspace.contacts, ANYBODY)
    left -= {key for path, _, key in contacts if not (path[0] == "absences" and path[-1] == "person")}
    left -= {role for roles in workspace.settings.issue.needs.values() for role in roles}
    left -= _named(workspace.settings)
    for owner in workspace.customers.values() if left else ():
        left -= _named(owner.customer)
    for file in workspace.cases.values() if left else ():
        # Only a file in which the letters of a key stand can name it, and most hold none of those that are left.
        if any(key in file.source.text for key in left):
            left -= _named(file.case)
    for key in workspace.contacts.people if left and not workspace.unread else ():
        if key in left:
            place = workspace.contacts_source.place(("people", key), key=True)
            message = f"Nothing refers to {person_name(workspace, key)}."
            yield UNREFERENCED.at(place, message, "Take them out, or give them a rung.")


def _named(record: Record) -> set[str]:
    return {key for _, _, key in dangling(record, ANYBODY)}
