"""What must not stand in a customer's paper: all that the projection leaves out, our people, other customers."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from generator.audience.broken_names import names_in
from generator.audience.faces import LEVELS, Faces
from generator.audience.passages import Passage, of_case, of_customer, of_house
from generator.audience.squeeze import squeezed
from generator.audience.visibility import Visibility
from generator.finding import Place
from generator.model.contacts import OurPersonRecord, ShownAs
from generator.model.fields import Path
from generator.model.workspace import CaseFile, CustomerFile, Workspace
from generator.source.file import SourceFile

ALIAS_FROM = 4
"""How many characters an alias of another customer must have to be looked for."""
AMOUNT_FROM = 100
"""From which sum on an amount is known again."""
PHONE_FROM = 7
"""How many digits a number must have to be looked for."""


class Sort(StrEnum):
    """How a secret is looked for."""

    PROSE = "prose"
    NAME = "name"
    TITLED = "titled"
    MAIL = "mail"
    PHONE = "phone"
    CUSTOMER = "customer"
    KEY = "key"
    PATTERN = "pattern"
    AMOUNT = "amount"


@dataclass(frozen=True, slots=True)
class Secret:
    """One text that a customer must not read, and where in the workspace it stands."""

    sort: Sort
    text: str
    source: SourceFile
    path: Path

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.source.place(self.path)

    @property
    def field(self) -> str:
        """Its field as a sentence names it, without numbers in lists: `actions.notes`."""
        return ".".join(step for step in self.path if isinstance(step, str)) or "text"


@dataclass(frozen=True)
class Secrets:
    """What one customer must not read, and what excuses a likeness.

    `public` are the texts that the customer may read; a run of words that stands in one of them is no secret.
    `covers` are names inside of which another customer's name means nothing: the customer's own, and ours.
    `allowed` are the texts that settings let pass.
    """

    hidden: tuple[Secret, ...]
    public: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


def secrets_of(workspace: Workspace, subject: str) -> Secrets:
    """What a customer must not read in the papers of a subject: a customer's key, or one of their cases.

    Internal prose, our people whom no paper of the subject may show, other customers, and the patterns of settings.
    At any moment: whose turn it is never makes a person secret.
    """
    owner, files = owner_of(workspace, subject)
    passages = [*of_house(workspace), *passages_of(owner, files)]
    prose = (Secret(Sort.PROSE, one.text, one.source, one.path) for one in passages if not one.seen)
    names = (
        *people_hidden(workspace, owner, files),
        *others_hidden(workspace, owner),
        *patterns_hidden(workspace),
        *floors_hidden(files),
    )
    titles = (file.case.title for file in workspace.cases.values() if file.owner.key == owner.key)
    public = (*(one.text for one in passages if one.seen), *titles)
    return Secrets((*prose, *names), public, covers(workspace, owner), allowed(workspace))


def owner_of(workspace: Workspace, subject: str) -> tuple[CustomerFile, list[CaseFile]]:
    """The customer of a subject and the cases that are meant."""
    key = subject.partition("/")[0]
    files = [file for name, file in workspace.cases.items() if subject in (name, file.owner.key)]
    owner = workspace.customers.get(key) or next(file.owner for file in files)
    return owner, files


def passages_of(owner: CustomerFile, files: Sequence[CaseFile]) -> Iterator[Passage]:
    """Every text of a customer's file and of some of their cases."""
    yield from of_customer(owner, [Visibility(file.case, owner.key) for file in files])
    for file in files:
        yield from of_case(file)


def covers(workspace: Workspace, owner: CustomerFile) -> tuple[str, ...]:
    """The customer's own names, and ours."""
    return (owner.customer.name, *owner.customer.aliases, workspace.settings.organisation)


def allowed(workspace: Workspace) -> tuple[str, ...]:
    """What the settings let pass."""
    return tuple(entry.text for entry in workspace.settings.leaks.allow)


def people_hidden(
    workspace: Workspace, owner: CustomerFile, files: Sequence[CaseFile], only: Set[str] | None = None
) -> Iterator[Secret]:
    """Names, addresses and numbers of ours that no paper of these cases may show; `only` of these people, if given."""
    people, source = workspace.contacts.people, workspace.contacts_source
    if only is not None and not only & people.keys():
        return
    levels = most_shown(workspace, owner, files)
    open_names = {squeezed(name) for name in names_of_others(workspace, owner)}
    open_names |= {squeezed(people[key].name) for key, level in levels.items() if level != "role"}
    open_surnames = {surname(name) for name in names_of_others(workspace, owner)}
    open_surnames |= {surname(people[key].name) for key, level in levels.items() if level != "role"}
    open_phones = {digits(people[key].customer_phone) for key, level in levels.items() if level == "contact"}
    for key in people if only is None else sorted(only & people.keys()):
        person = people[key]
        path: Path = ("people", key)
        if len(person.name.split()) > 1 and squeezed(person.name) not in open_names:
            yield Secret(Sort.NAME, person.name, source, (*path, "name"))
            if surname(person.name) not in open_surnames:
                yield Secret(Sort.TITLED, person.name, source, (*path, "name"))
        if person.email:
            yield Secret(Sort.MAIL, person.email, source, (*path, "email"))
        for below, number in numbers_of(person):
            if len(digits(number)) >= PHONE_FROM and digits(number) not in open_phones:
                yield Secret(Sort.PHONE, number, source, (*path, *below))


def most_shown(workspace: Workspace, owner: CustomerFile, files: Sequence[CaseFile]) -> dict[str, ShownAs]:
    """The most that any of these cases lets a customer see of each of ours."""
    cases: Sequence[CaseFile | None] = files or [None]
    views = [Faces(workspace, owner, case, "customer") for case in cases]
    people = workspace.contacts.people
    return {
        key: max((view.level_of(key, person) for view in views), key=LEVELS.index)
        for key, person in people.items()
    }


def surname(name: str) -> str:
    """The last word of a name, squeezed."""
    return squeezed((name.split() or [""])[-1])


def names_of_others(workspace: Workspace, owner: CustomerFile) -> Iterator[str]:
    """The names of people who are not ours, and so no secret of ours."""
    yield from (person.name for person in owner.customer.people.values())
    yield from (
        person.name for party in workspace.contacts.parties.values() for person in party.people.values()
    )


def numbers_of(person: OurPersonRecord) -> Iterator[tuple[Path, str]]:
    """Every number of a person with its path."""
    if person.phone:
        yield ("phone",), person.phone
    for index, other in enumerate(person.other_phones):
        yield ("other_phones", index, "number"), other.number
    if person.customer_phone:
        yield ("customer_phone",), person.customer_phone


@lru_cache(maxsize=4096)
def digits(number: str | None) -> str:
    """The digits of a number, its extension left out."""
    return re.sub(r"\D+", "", (number or "").partition("x")[0])


def others_hidden(
    workspace: Workspace, owner: CustomerFile, only: Set[str] | None = None
) -> Iterator[Secret]:
    """Names, aliases and keys of the other customers; `only` of these, if given."""
    own = {squeezed(name) for name in covers(workspace, owner)}
    for key in workspace.customers if only is None else sorted(only & workspace.customers.keys()):
        other = workspace.customers[key]
        if key == owner.key:
            continue
        named: list[tuple[Path, str]] = [(("name",), other.customer.name)]
        named += [
            (("aliases", at), alias)
            for at, alias in enumerate(other.customer.aliases)
            if len(alias) >= ALIAS_FROM
        ]
        for path, name in named:
            if squeezed(name) not in own:
                yield Secret(Sort.CUSTOMER, name, other.source, path)
        yield Secret(Sort.KEY, key, other.source, ("name",))
    yield from _unread_hidden(workspace, owner.key, own, only)


def _unread_hidden(
    workspace: Workspace, owner: str, own: Set[str], only: Set[str] | None
) -> Iterator[Secret]:
    """The same of the other customers whose file could not be read, by what its lines seem to say."""
    for key, source in workspace.sources.customers.items():
        if key == owner or key in workspace.customers or (only is not None and key not in only):
            continue
        names = names_in(source)
        likely = [*names[:1], *(one for one in names[1:] if len(one) >= ALIAS_FROM)]
        yield from (
            Secret(Sort.CUSTOMER, one, source, ("name",)) for one in likely if squeezed(one) not in own
        )
        yield Secret(Sort.KEY, key, source, ("name",))


def floors_hidden(files: Sequence[CaseFile]) -> Iterator[Secret]:
    """The lowest prices that we would take, where no price or loss of the same case is the same sum and excuses it."""
    for file in files:
        offers = [(at, one.mitigation) for at, one in enumerate(file.case.recommendations) if one.mitigation]
        told = {one.price.value for _, one in offers if one.price}
        for loss in file.case.impact:
            told |= {one.value for one in (loss.amount, loss.low, loss.high, loss.recovered) if one}
        for at, one in offers:
            if one.price_floor and one.price_floor.value >= AMOUNT_FROM and one.price_floor.value not in told:
                path: Path = ("recommendations", at, "mitigation", "price_floor")
                yield Secret(Sort.AMOUNT, str(one.price_floor.value), file.source, path)


def patterns_hidden(workspace: Workspace) -> Iterator[Secret]:
    """The domains, hosts and links that settings call internal."""
    leaks, source = workspace.settings.leaks, workspace.settings_source
    for group in ("domains", "hosts", "links"):
        for at, text in enumerate(getattr(leaks, group)):
            yield Secret(Sort.PATTERN, text, source, ("leaks", group, at))
