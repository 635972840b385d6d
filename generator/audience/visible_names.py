"""Names that an author wrote into a text for the customer, and that this customer must not read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.audience.passages import of_case, promised
from generator.audience.secrets import (
    Secret,
    Secrets,
    Sort,
    allowed,
    covers,
    digits,
    numbers_of,
    others_hidden,
    patterns_hidden,
    people_hidden,
)
from generator.audience.sightings import TITLES, WORD, Sighted
from generator.audience.squeeze import ENDINGS, spellings, squeezed, unified
from generator.audience.visibility import Visibility
from generator.codes import code
from generator.finding import Finding, Severity
from generator.model.contacts import OurPersonRecord
from generator.model.workspace import CaseFile, Workspace

NAME_VISIBLE = code(
    "name-visible",
    Severity.ERROR,
    "A name in a text for the customer that the customer must not read",
    "The text stands on a customer's paper as it was written, and it names one of our people whom the customer knows by "
    "role only, another customer, or something of the house's own network. No projection can take a name out of a "
    "sentence. Write the role instead of the name, or what the customer may know in `say`; keep the item with "
    "`audience: internal`; or let the customer know the person with `shown_as: name`. What may be read all the same "
    "stands under `leaks: {allow: [...]}` in casewright.yaml, with the reason.",
    ignorable=False,
)

SAYS = {
    Sort.NAME: (
        "This text for the customer names `{}` of contacts.yaml, whom they know by role only.",
        "Write the role instead, say it otherwise in `say`, or set `shown_as: name` for this person.",
    ),
    Sort.TITLED: (
        "This text for the customer names `{}` of contacts.yaml by surname, whom they know by role only.",
        "Write the role instead, say it otherwise in `say`, or set `shown_as: name` for this person.",
    ),
    Sort.MAIL: (
        "This text for the customer holds the mail address of `{}` in contacts.yaml.",
        "Take the address out, or say it otherwise in `say`.",
    ),
    Sort.PHONE: (
        "This text for the customer holds a number of `{}` in contacts.yaml that is not theirs to have.",
        "Write the person's `customer_phone` instead, or take the number out.",
    ),
    Sort.CUSTOMER: (
        "This text for the customer names another customer.",
        "Take the name out, or say it otherwise in `say`.",
    ),
    Sort.KEY: (
        "This text for the customer holds an address with another customer's key.",
        "Take the address out, or say it otherwise in `say`.",
    ),
    Sort.PATTERN: (
        "This text for the customer holds an address that settings call internal.",
        "Take the address out, or mark the item `audience: internal`.",
    ),
}


@dataclass(frozen=True, slots=True)
class Clue:
    """What a text must hold before a secret could stand in it: all of `words`, and one of `parts` as it is written.

    `text` is the secret's own; `owner` the key of the person or customer whose it is, none for a pattern.
    """

    text: str
    owner: str
    words: frozenset[str]
    parts: tuple[str, ...] = ("",)


class Lookout:
    """What is looked for in the cases of one workspace, kept so that a case that names nobody costs next to nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.clues: dict[str, list[Clue]] = {}
        for clue in clues_of(workspace):
            # The last of the longest words: a surname rather than a first name, which is often a key too.
            telling = max(sorted(clue.words), key=len)
            for form in declined(telling):
                self.clues.setdefault(form, []).append(clue)

    def met(self, file: CaseFile, text: str) -> list[Clue]:
        """The clues in what a case's customer could read, before any field is looked at; most cases end here."""
        spelt = spellings(text)
        words = frozenset[str]().union(*map(words_in, spelt))
        near = [clue for word in self.clues.keys() & words for clue in self.clues[word]]
        own = file.owner.key
        return [
            clue
            for clue in near
            if clue.owner != own
            and not any(words.isdisjoint(declined(word)) for word in clue.words)
            and any(part in one for part in clue.parts for one in spelt)
        ]

    def secrets(self, file: CaseFile, clues: list[Clue]) -> Secrets:
        """What the customer of a case must not read and there are clues of."""
        owners, texts = {clue.owner for clue in clues}, {clue.text for clue in clues}
        hidden = (
            *people_hidden(self.workspace, file.owner, [file], owners),
            *others_hidden(self.workspace, file.owner, owners),
            *patterns_hidden(self.workspace),
        )
        met = tuple(secret for secret in hidden if secret.text in texts)
        return Secrets(met, (), covers(self.workspace, file.owner), allowed(self.workspace))

    def findings(self, file: CaseFile, texts: Iterable[str]) -> Iterator[Finding]:
        """One finding for each text that the case's customer reads and whom it names that is not theirs to know.

        `texts` are those that the customer could read (see `open_texts`).
        """
        everything = "\0".join(texts)
        clues = self.met(file, everything)
        secrets = self.secrets(file, clues) if clues else NOTHING
        sighted = Sighted(everything, secrets)
        met = [secret for secret in secrets.hidden if sighted.holds(secret)]
        yield from told(file, secrets, met) if met else ()


NOTHING = Secrets(())


def told(file: CaseFile, secrets: Secrets, met: list[Secret]) -> Iterator[Finding]:
    """A finding for each text of a case that its customer reads and that holds one of these secrets."""
    seen = of_case(file, whole=False)
    between = promised(file.owner, Visibility(file.case, file.owner.key))
    for passage in (*seen, *between):
        text = Sighted(passage.text, secrets)
        held = [secret for secret in met if text.holds(secret)]
        for sort, key in dict.fromkeys((secret.sort, secret.path[1:2]) for secret in held):
            message, remedy = SAYS[sort]
            place = passage.source.place(passage.path)
            yield NAME_VISIBLE.at(place, message.format(*key), remedy)


def clues_of(workspace: Workspace) -> Iterator[Clue]:
    """The clues of everybody and everything that some customer must not read of."""
    for key, person in workspace.contacts.people.items():
        yield from clues_of_person(key, person)
    for key, other in workspace.customers.items():
        for name in (other.customer.name, *other.customer.aliases):
            for form in spellings(name):
                if words := words_in(form):
                    part = max(WORD.findall(unified(form)), key=len)
                    yield Clue(name, key, words, (part,))
                    yield Clue(name, key, frozenset([squeezed(form)]), (part,))
        yield Clue(key, key, words_in(key), (f"{key}/", f"/{key}"))
    leaks = workspace.settings.leaks
    for text in (*leaks.domains, *leaks.hosts, *leaks.links):
        if words := words_in(text):
            yield Clue(text, "", words)


def clues_of_person(key: str, person: OurPersonRecord) -> Iterator[Clue]:
    """The clues of one of ours."""
    for form in spellings(person.name):
        if words := words_in(form):
            yield Clue(person.name, key, words)
            yield Clue(person.name, key, frozenset([squeezed(form)]))
        parts = form.split()
        if surname := words_in(parts[-1]):
            yield Clue(person.name, key, surname, TITLES)
        if len(parts) > 2 and (ends := words_in(f"{parts[0]} {parts[-1]}")):
            yield Clue(person.name, key, ends)
    if person.email and (words := words_in(person.email)):
        yield Clue(person.email, key, words, ("@",))
    for _, number in numbers_of(person):
        for ending in endings(digits(number)):
            yield Clue(number, key, frozenset([ending]))


@lru_cache(maxsize=8192)
def declined(word: str) -> tuple[str, ...]:
    """A word as it is, and with the endings that a name takes in a sentence."""
    return (word, *(f"{word}{ending}" for ending in ENDINGS))


def endings(number: str) -> list[str]:
    """The groups of digits that a number could end in, however it is written."""
    return [number[-length:] for length in range(3, len(number) + 1)]


APART = bytes(byte if chr(byte).isalnum() else 32 for byte in range(128)) + bytes(range(128, 256))
"""ASCII with a space in place of all that is neither letter nor digit."""


def words_in(text: str) -> frozenset[str]:
    """The words of a text, casefolded."""
    if text.isascii():  # Five times as fast as the pattern, for a thousand cases.
        return frozenset(text.lower().encode().translate(APART).decode().split())
    return frozenset(WORD.findall(unified(text).casefold()))
