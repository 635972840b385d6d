"""What a customer's papers would leave out or show wrongly; none of these can be silenced."""

from collections.abc import Iterator

from generator.audience.visibility import INSIDE_MEETINGS, withheld_until_said
from generator.codes import Code, code
from generator.derive.contact import reached
from generator.finding import Finding, Severity
from generator.model.causes import Factor
from generator.model.contacts import ShownAs
from generator.model.turns import advocate_at
from generator.rules.gaps_shown import false_gaps
from generator.rules.in_words import length_in_words
from generator.rules.scene import Scene, named


def _audience(name: str, severity: Severity, title: str, explanation: str) -> Code:
    return code(name, severity, title, explanation, ignorable=False)


FACTOR_WITHHELD = _audience(
    "factor-withheld",
    Severity.WARNING,
    "A factor that the customer does not read until it is worded for them",
    "Full disclosure includes the factors that the customer or an outside firm owns, and people needlessly spun up. "
    "Each is withheld from the customer's copy until `say` words it for them. To keep it from them for good, write "
    "`audience: internal`.",
)
CONTACT_WITHHELD = _audience(
    "contact-withheld",
    Severity.ERROR,
    "A contact kept from the customer that leaves a gap",
    "The customer's chronology would show a silence where they were in fact reached, and they know that they were. "
    "Show the contact, with other words in `say` where it needs them.",
)
ADVOCATE_HIDDEN = _audience(
    "advocate-hidden",
    Severity.ERROR,
    "An advocate whom the customer cannot reach by name",
    "The advocate is the customer's one contact: every paper prints their name and number. Write `shown_as: contact` "
    "and a `customer_phone` in contacts.yaml.",
)
CONTACT_NUMBER_MISSING = _audience(
    "contact-number-missing",
    Severity.WARNING,
    "A contact without a number for the customer",
    "`shown_as: contact` prints the name and the `customer_phone`. The number that works day and night is never "
    "printed for a customer, so without a `customer_phone` there is none.",
)
MITIGATION_WITHHELD = _audience(
    "mitigation-withheld",
    Severity.NOTICE,
    "A mitigation that the customer does not see",
    "An offer shows only with its own `audience: customer`, so that nobody offers a price by opening a section. Write "
    "`audience: internal` where it shall stay with us.",
)
NEVER_SHOWN = _audience(
    "never-shown",
    Severity.WARNING,
    "Something opened to the customer that never leaves the house",
    "Options, the call log, dry runs, requests, management reviews and the cases of other customers never stand on a "
    "customer's paper, whatever the item says.",
)


def find(scene: Scene) -> Iterator[Finding]:
    """What is wrong with what the customer of a case would read."""
    yield from factors(scene)
    yield from contacts(scene)
    yield from advocate(scene)
    yield from mitigations(scene)
    yield from team(scene)
    yield from shut(scene)


def factors(scene: Scene) -> Iterator[Finding]:
    """Factors in what the customer sees that wait for their words."""
    opened = "contributing_factors" in scene.case.customer_sees
    for index, factor in enumerate(scene.case.contributing_factors):
        meant = factor.audience == "customer" or (factor.audience is None and opened)
        if meant and withheld_until_said(factor):
            message = f"{scene.file.owner.customer.name} does not read {named(factor, 'factor')}, because {whose(factor)}."
            remedy = "Add `say:` with the words for them, or write `audience: internal`."
            yield FACTOR_WITHHELD.at(scene.place("contributing_factors", index), message, remedy)


def whose(factor: Factor) -> str:
    """Why a factor waits for words of its own."""
    if factor.swirl:
        return "it is about people needlessly spun up"
    return "they own it" if factor.owner == "customer" else "an outside firm owns it"


def contacts(scene: Scene) -> Iterator[Finding]:
    """Contacts kept back that make a silence for the customer where there was none."""
    case = scene.case
    events = list(enumerate(case.events))
    if not any(scene.sees.item("events", event) for _, event in events):
        return
    hidden = [index for index, event in events if reached(event) and not scene.sees.item("events", event)]
    for index, gap in false_gaps(scene, hidden) if hidden else ():
        silence = length_in_words(gap.length)
        message = (
            f"Without this contact the customer's chronology shows a silence of {silence} that was none."
        )
        remedy = "Take `audience: internal` away, and add `say:` where the customer's copy needs other words."
        yield CONTACT_WITHHELD.at(scene.place("events", index), message, remedy)


def advocate(scene: Scene) -> Iterator[Finding]:
    """The advocate, who must be shown with name and number."""
    people = scene.workspace.contacts.people
    key = advocate_at(scene.workspace.contacts, scene.case.advocate, scene.as_of)
    person = people.get(key)
    if person is None:
        return
    shown = shown_as(scene, key) or person.shown_as
    if shown != "contact":
        message = f"{person.name} is the advocate, and the customer's papers show them as `{shown}`."
        remedy = f"Write `shown_as: contact` and a `customer_phone` for `{key}` in contacts.yaml."
        yield ADVOCATE_HIDDEN.at(scene.place("advocate"), message, remedy)
    elif person.customer_phone is None:
        yield no_number(scene, key, ("advocate",))


def shown_as(scene: Scene, key: str) -> ShownAs | None:
    """How the case's team shows a person, where it says so."""
    return next((member.shown_as for member in scene.case.team if member.person == key), None)


def no_number(scene: Scene, key: str, path: tuple[str | int, ...]) -> Finding:
    """The finding for a contact without a number for the customer."""
    message = f"{scene.name_of(key)} is shown as a contact and has no number for the customer."
    remedy = f"Add `customer_phone:` to `{key}` in contacts.yaml."
    return CONTACT_NUMBER_MISSING.at(scene.place(*path), message, remedy)


def team(scene: Scene) -> Iterator[Finding]:
    """Members whom the case raises to a contact, without a number."""
    for index, member in enumerate(scene.case.team):
        person = scene.workspace.contacts.people.get(member.person)
        raised = member.shown_as == "contact" and member.person != scene.case.advocate
        if person is not None and raised and person.customer_phone is None:
            yield no_number(scene, member.person, ("team", index, "shown_as"))


def mitigations(scene: Scene) -> Iterator[Finding]:
    """Offers whose recommendation the customer sees, and which do not say for whom they are."""
    for index, item in enumerate(scene.case.recommendations):
        offer = item.mitigation
        if offer is not None and offer.audience is None and scene.sees.item("recommendations", item):
            message = f"The customer sees {named(item, 'recommendation')} without its mitigation."
            remedy = (
                "Add `audience: customer` to the mitigation to offer it, or `audience: internal` to keep it."
            )
            yield MITIGATION_WITHHELD.at(scene.place("recommendations", index, "mitigation"), message, remedy)


SHUT = {"options": "An option", "escalations": "A call", "dry_run": "A dry run"}


def shut(scene: Scene) -> Iterator[Finding]:
    """Items that say `audience: customer` where it cannot be."""
    for name, what in SHUT.items():
        for index, item in enumerate(getattr(scene.case, name)):
            if item.audience == "customer":
                yield never(scene, (name, index, "audience"), what)
    for index, meeting in enumerate(scene.case.meetings):
        if meeting.audience == "customer" and meeting.kind in INSIDE_MEETINGS:
            yield never(scene, ("meetings", index, "audience"), f"A meeting of kind `{meeting.kind}`")
    for index, link in enumerate(scene.case.related):
        if link.audience == "customer" and link.case.partition("/")[0] != scene.file.owner.key:
            yield never(scene, ("related", index, "audience"), "A case of another customer")


def never(scene: Scene, path: tuple[str | int, ...], what: str) -> Finding:
    """The finding for one item that never leaves the house."""
    message = f"{what} never stands on a customer's paper, so `audience: customer` does nothing here."
    return NEVER_SHOWN.at(scene.place(*path), message, "Take `audience` out.")
