"""Names that an author wrote into a text for the customer, and that this customer must not read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from generator.audience.passages import of_case, promised
from generator.audience.secrets import (
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
from generator.audience.sightings import WORD, Sighted
from generator.audience.squeeze import unified
from generator.audience.visibility import Visibility
from generator.codes import code
from generator.finding import Finding, Severity
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


@dataclass(slots=True)
class Suspects:
    """Whose names a file could hold: keys of our people, keys of customers, and whether an internal address."""

    people: set[str] = field(default_factory=set)
    customers: set[str] = field(default_factory=set)
    patterns: bool = False

    def __bool__(self) -> bool:
        return bool(self.people or self.customers or self.patterns)


class Lookout:
    """What is looked for in the cases of one workspace, kept so that a case that names nobody costs next to nothing."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.words: dict[str, Suspects] = {}
        for key, person in workspace.contacts.people.items():
            for word in telling(person.name, person.email or ""):
                self.words.setdefault(word, Suspects()).people.add(key)
            for ending in (end for _, number in numbers_of(person) for end in endings(digits(number))):
                self.words.setdefault(ending, Suspects()).people.add(key)
        for key, other in workspace.customers.items():
            for word in telling(key, other.customer.name, *other.customer.aliases):
                self.words.setdefault(word, Suspects()).customers.add(key)
        leaks = workspace.settings.leaks
        for word in telling(*leaks.domains, *leaks.hosts, *leaks.links):
            self.words.setdefault(word, Suspects()).patterns = True

    def suspects(self, file: CaseFile) -> Suspects:
        """Whose names a case's file could hold, before any field is looked at; most cases end here."""
        between = [f"{item.what} {item.say}" for item in file.owner.customer.commitments]
        text = "\n".join([file.source.text, *between])
        found = Suspects()
        for word in self.words.keys() & set(words_of(text)):
            found.people |= self.words[word].people
            found.customers |= self.words[word].customers - {file.owner.key}
            found.patterns |= self.words[word].patterns
        return found

    def secrets(self, file: CaseFile, suspects: Suspects) -> Secrets:
        """What the customer of a case must not read of those whom its file could name."""
        hidden = (
            *people_hidden(self.workspace, file.owner, [file], suspects.people),
            *others_hidden(self.workspace, file.owner, suspects.customers),
            *(patterns_hidden(self.workspace) if suspects.patterns else ()),
        )
        return Secrets(hidden, (), covers(self.workspace, file.owner), allowed(self.workspace))

    def findings(self, file: CaseFile) -> Iterator[Finding]:
        """One finding for each text that the case's customer reads and whom it names that is not theirs to know."""
        suspects = self.suspects(file)
        secrets = self.secrets(file, suspects) if suspects else None
        if secrets is None or not secrets.hidden:
            return
        passages = [*of_case(file, whole=False), *promised(file.owner, Visibility(file.case, file.owner.key))]
        everything = Sighted("\0".join([passage.text for passage in passages]), secrets)
        met = [secret for secret in secrets.hidden if everything.holds(secret)]
        for passage in passages if met else ():
            text = Sighted(passage.text, secrets)
            held = [secret for secret in met if text.holds(secret)]
            for sort, key in dict.fromkeys((secret.sort, secret.path[1:2]) for secret in held):
                message, remedy = SAYS[sort]
                place = passage.source.place(passage.path)
                yield NAME_VISIBLE.at(place, message.format(*key), remedy)


def telling(*texts: str) -> Iterator[str]:
    """One word of each text that it cannot stand anywhere without; of a mail address one of the person's own part."""
    for text in texts:
        words = words_of(text.partition("@")[0])
        if words:
            # The last of the longest: a surname rather than a first name, which is often a key too.
            yield max(reversed(words), key=len)


def endings(number: str) -> list[str]:
    """The groups of digits that a number could end in, however it is written."""
    return [number[-length:] for length in range(3, len(number) + 1)]


def words_of(text: str) -> list[str]:
    """The words of a text, casefolded."""
    return WORD.findall(unified(text).casefold())


def named_in_public(file: CaseFile, workspace: Workspace) -> list[Finding]:
    """What one case's customer would read of people, customers and addresses that are not theirs to know."""
    return list(Lookout(workspace).findings(file))


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """The same for every case of a workspace."""
    lookout = Lookout(workspace)
    for file in workspace.cases.values():
        yield from lookout.findings(file)
