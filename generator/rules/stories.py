"""Thumbs up and down that are published: a pseudonym that the author wrote, and a text that tells nobody's name."""

from collections.abc import Iterator
from datetime import datetime

from generator.codes import Code, code
from generator.derive.story_telltales import Register, Telling, Telltale, owner_of_story
from generator.finding import Finding, Severity
from generator.model.fields import Path
from generator.model.stories import Story
from generator.model.workspace import CustomerFile, Workspace
from generator.source.file import SourceFile

PSEUDONYM_MISSING = code(
    "pseudonym-missing",
    Severity.ERROR,
    "A published story of a customer who has no pseudonym",
    "A story leaves its file with the names changed. How a customer is described there is written by the author, as "
    "`described_as` in customer.yaml, and never made from their name. Without it the digest holds the story back.",
)
PSEUDONYM_NAMES = code(
    "pseudonym-names",
    Severity.ERROR,
    "A pseudonym that tells who is meant",
    "`described_as` stands in stories and figures that leave the case. It holds no name, alias or key of any customer, "
    "and nobody's name. Describe them as a neighbour would: `a retailer in the north-east`.",
    ignorable=False,
)
STORY_NAMES = code(
    "story-names",
    Severity.ERROR,
    "A published story that names somebody",
    "Thumbs up and down tell the behaviour and not the company. No customer, no outside firm and no person is named in "
    "the text of a published story; of the people in the source case not even by a first name. The digest holds the "
    "story back until it is reworded.",
    ignorable=False,
)
STORY_NUMBER = code(
    "story-number",
    Severity.ERROR,
    "A number in a published story that the source case is known by",
    "Whoever has read the case, or the newspaper, knows it again by a number: 412 orders, or the sum of an invoice. A "
    "number of three digits or more, and any amount of money, does not stand in a story when it stands in its case, in "
    "digits or written out. Write `some hundreds`. The digest holds the story back until it is reworded.",
    ignorable=False,
)
STORY_PRODUCT = code(
    "story-product",
    Severity.WARNING,
    "A published story with the product of its case",
    "The key or another name of a product that the case is about, offers or names by its code narrows down who is "
    "meant. Say what it does instead, or, where the word is anybody's word, silence this line.",
)

CODES: dict[Telling, Code] = {
    "customer": STORY_NAMES,
    "person": STORY_NAMES,
    "party": STORY_NAMES,
    "number": STORY_NUMBER,
    "product": STORY_PRODUCT,
}
SAYS: dict[Telling, tuple[str, str]] = {
    "customer": ("names a customer: `{}`", "Write what they are instead of who they are."),
    "person": ("names a person: `{}`", "Write their part instead: the engineer, the shop manager."),
    "party": ("names an outside firm: `{}`", "Write what they do instead: the carrier, the bank."),
    "number": ("holds `{}`, which stands in the case it comes from too", "Say roughly how many, in words."),
    "product": ("holds `{}`, a product of the case it comes from", "Say what it does instead."),
}


def find(workspace: Workspace, as_of: datetime) -> Iterator[Finding]:  # noqa: ARG001 - every rule's signature
    """What is wrong with pseudonyms and with published stories."""
    register = Register(workspace)
    for owner in workspace.customers.values():
        yield from pseudonym(register, owner)
        for index, story in enumerate(owner.customer.stories):
            if story.published:
                yield from published(register, story, owner, (owner.source, ("stories", index)))
    source = workspace.sources.stories
    for index, dated in enumerate(workspace.stories if source else ()):
        if dated.published and source:
            yield from published(register, dated, owner_of_story(workspace, dated), (source, (index,)))


def pseudonym(register: Register, owner: CustomerFile) -> Iterator[Finding]:
    """What a customer's pseudonym tells, published or not: a figure may use it tomorrow."""
    for telltale in register.in_pseudonym(owner):
        says, _ = SAYS[telltale.kind]
        remedy = "Write it so that nobody can be looked up by it, like `a retailer in the north-east`."
        place = owner.source.place(("described_as",))
        yield PSEUDONYM_NAMES.at(place, f"This pseudonym {says.format(telltale.text)}.", remedy)


def published(
    register: Register, story: Story, owner: CustomerFile | None, stands: tuple[SourceFile, Path]
) -> Iterator[Finding]:
    """What keeps one published story from leaving its file."""
    source, path = stands
    if owner is not None and not owner.customer.described_as:
        message = f"This story is published, and {owner.source.path} has no `described_as`."
        remedy = "Add `described_as:` there with words of your own, like `a retailer in the north-east`."
        yield PSEUDONYM_MISSING.at(source.place((*path, "published")), message, remedy)
    for field, telltales in register.in_story(story, owner).items():
        for telltale in telltales:
            yield told(telltale, source, (*path, field))


def told(telltale: Telltale, source: SourceFile, path: Path) -> Finding:
    """The finding for one thing that a published story tells."""
    says, remedy = SAYS[telltale.kind]
    message = f"This published story {says.format(telltale.text)}."
    return CODES[telltale.kind].at(source.place(path), message, remedy)
