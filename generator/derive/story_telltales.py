"""What in a story, or in a pseudonym, tells whom it is about: names, keys, products and numbers of the source case."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal
from unicodedata import combining, normalize

from generator.audience.sightings import WORD
from generator.derive.story_numbers import numbers_shared
from generator.model.base import Record
from generator.model.fields import FieldPlan, field_plans, values
from generator.model.marks import Target
from generator.model.stories import Story
from generator.model.workspace import CaseFile, CustomerFile, Workspace

Telling = Literal["customer", "person", "party", "product", "number"]
PERSONS = (Target.PERSON, Target.OURS, Target.THEIRS, Target.ADVOCATE)
ANYWHERE = ""
"""Where the names are kept that may stand inside of a word."""
SHORT = 4
"""A name of fewer letters counts only as it is written, because `ha` is a laugh and `Ha` a person."""


@dataclass(frozen=True, slots=True)
class Telltale:
    """What gives somebody away: of which kind, and the words or digits themselves."""

    kind: Telling
    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A name to look for, and its `words` as they stand in a `plain` text; `as_written` where only its own capitals
    make it one."""

    kind: Telling
    text: str
    words: str
    as_written: bool = False


def named(kind: Telling, text: str, as_written: bool = False) -> Name:
    """A name with its words; of a script without capitals it may stand inside of a word."""
    if uncased(text):
        return Name(kind, text, plain(text).strip())
    return Name(kind, text, plain(text, as_written), as_written)


class Register:
    """Every name of a workspace, kept by its first word, so that a text costs as much as it has words."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.names: dict[str, list[Name]] = {}
        for name in (*of_customers(workspace), *of_people(workspace), *of_parties(workspace)):
            self.names.setdefault(ANYWHERE if uncased(name.text) else first_word(name.text), []).append(name)
        self.people: dict[str, list[tuple[int, str]]] = {}
        for number, (key, person) in enumerate(everybody(workspace)):
            self.people.setdefault(key, []).append((number, person))

    def known(self, text: str) -> list[Telltale]:
        """The names of the workspace that stand in a text."""
        near = (ANYWHERE, *dict.fromkeys(plain(text).split()))
        return found(text, (name for word in near for name in self.names.get(word, ())))

    def in_pseudonym(self, owner: CustomerFile) -> list[Telltale]:
        """The names in a customer's `described_as` that no pseudonym may hold: anybody's, and parts of their people's."""
        words = owner.customer.described_as or ""
        return once([*self.known(words), *found(words, self.parts_of_names(owner))])

    def parts_of_names(self, owner: CustomerFile | None, cases: Iterable[CaseFile] = ()) -> list[Name]:
        """Each part of the names of a customer's own people, and of those whom cases name, as it is written."""
        own = (person.name for person in owner.customer.people.values()) if owner else ()
        keys = {key for file in cases for key in people_in(file.case)}
        close = sorted(person for key in keys for person in self.people.get(key, ()))
        parts = (part for name in (*own, *(name for _, name in close)) for part in name.split())
        return [named("person", part, as_written=True) for part in parts if len(part) > 1]

    def tells(self, text: str, file: CaseFile) -> bool:
        """Whether a text of a case tells whom it is about: a name, or a number that the case is known by."""
        names = self.parts_of_names(file.owner, [file])
        return bool([*self.known(text), *found(text, names), *numbers_shared(text, [file])])

    def in_story(self, story: Story, owner: CustomerFile | None) -> dict[str, list[Telltale]]:
        """What tells in a story's text, by field; `owner` is whose story it is, none of one about another firm.

        The names of every customer, person and outside firm; of the source case (or, where none is said, of all the
        owner's cases) also the single names of its people, its product, and its unusual numbers."""
        cases = source_cases(self.workspace, story, owner)
        names = [*self.parts_of_names(owner, cases), *of_products(self.workspace, cases)]
        fields = {"what": story.what, "behaviour": story.behaviour or ""}
        told = {
            field: once([*self.known(text), *found(text, names), *numbers_told(text, cases)])
            for field, text in fields.items()
        }
        return {field: telltales for field, telltales in told.items() if telltales}

    def gives_away(self, story: Story, owner: CustomerFile | None) -> bool:
        """Whether a story may not leave the file as it is written: for want of a pseudonym, or for what it tells.

        A product alone is a hint and gives nobody away."""
        if owner is not None and (not owner.customer.described_as or self.in_pseudonym(owner)):
            return True
        told = self.in_story(story, owner)
        return any(telltale.kind != "product" for group in told.values() for telltale in group)


def owner_of_story(workspace: Workspace, story: Story) -> CustomerFile | None:
    """The customer whose case a story of stories.yaml comes from, where it comes from one."""
    file = workspace.cases.get(story.source) if story.source else None
    return file.owner if file else None


def source_cases(workspace: Workspace, story: Story, owner: CustomerFile | None) -> list[CaseFile]:
    """The case a story comes from; where it does not say, every case of its customer."""
    if story.source in workspace.cases:
        return [workspace.cases[story.source]]
    return [file for file in workspace.cases.values() if owner is not None and file.owner.key == owner.key]


@cache
def towards_people(record: type[Record]) -> tuple[FieldPlan, ...]:
    """The fields of a class that name a person, or hold records that may."""
    return tuple(plan for plan in field_plans(record) if plan.record or plan.target in PERSONS)


def people_in(record: Record) -> Iterator[str]:
    """The key of everybody whom a record names."""
    for plan in towards_people(type(record)):
        for _, value in values(plan, getattr(record, plan.attribute), ()):
            if plan.record is None:
                yield value
            else:
                yield from people_in(value)


def of_customers(workspace: Workspace) -> Iterator[Name]:
    """Names, aliases and keys of every customer."""
    for key, owner in workspace.customers.items():
        for text in (owner.customer.name, *owner.customer.aliases, key):
            yield named("customer", text, len(text) < SHORT)


def of_people(workspace: Workspace) -> Iterator[Name]:
    """Everybody's full name; a single word is a name only where somebody is close (see `Register.parts_of_names`)."""
    names = (name for _, name in everybody(workspace))
    return (named("person", name) for name in names if len(name.split()) > 1)


def everybody(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Key and name of every person in the workspace: ours, the customers', the outside firms'."""
    yield from ((key, person.name) for key, person in workspace.contacts.people.items())
    for owner in workspace.customers.values():
        yield from ((key, person.name) for key, person in owner.customer.people.items())
    for party in workspace.contacts.parties.values():
        yield from ((key, person.name) for key, person in party.people.items())


def of_parties(workspace: Workspace) -> Iterator[Name]:
    """The outside firms."""
    return (named("party", party.name) for party in workspace.contacts.parties.values())


def of_products(workspace: Workspace, cases: Iterable[CaseFile]) -> Iterator[Name]:
    """The keys and aliases of the products that cases are about or offer, and every other code of a product that
    stands in them; a product's plain name may be any word."""
    files = list(cases)
    about = {file.case.product for file in files} | {
        item.mitigation.product for file in files for item in file.case.recommendations if item.mitigation
    }
    plans = workspace.settings.products
    for key in sorted({*plans, *filter(None, about)}):
        for text in (key, *(plans[key].aliases if key in plans else ())):
            if key in about or (
                is_code(text) and any(plain(text) in plain(file.source.text) for file in files)
            ):
                yield named("product", text)


def is_code(text: str) -> bool:
    """Whether a product's key or alias is a code, which is nobody's word: there is a digit in it."""
    return any(character.isdigit() for character in text)


def found(text: str, names: Iterable[Name]) -> list[Telltale]:
    """The names that stand in a text as whole words, whatever its hyphens, accents and, where they count, capitals."""
    small, written = plain(text), plain(text, as_written=True)
    return [
        Telltale(name.kind, name.text)
        for name in names
        if name.words in (written if name.as_written else small)
    ]


def once(telltales: Iterable[Telltale]) -> list[Telltale]:
    """Each but once; of a name that stands inside a longer one that was found too, only the longer."""
    every = {plain(one.text): one for one in reversed(list(telltales))}
    inner = {short for short in every for long in every if short != long and short in long}
    return [one for words, one in reversed(every.items()) if words not in inner]


def first_word(text: str) -> str:
    """The first word of a text as names are kept by it."""
    return next(iter(plain(text).split()), "")


def uncased(text: str) -> bool:
    """Whether a name is of a script without capitals, which may write its words without a space."""
    return text.lower() == text.upper() and not any(char.isdigit() for char in text)


@lru_cache(maxsize=4096)
def plain(text: str, as_written: bool = False) -> str:
    """The words of a text between single spaces, without accents; in small letters unless as they are written."""
    bare = "".join(char for char in normalize("NFKD", text.replace("&", " and ")) if not combining(char))
    words = WORD.findall(bare if as_written else bare.casefold())
    return f" {' '.join(words)} "


def numbers_told(text: str, cases: Iterable[CaseFile]) -> Iterator[Telltale]:
    """The unusual numbers of a text that stand in one of these cases."""
    return (Telltale("number", number) for number in numbers_shared(text, cases))
