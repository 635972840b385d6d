"""Wording that detracts, in what a customer will read."""

import re
from collections.abc import Iterator

from generator.codes import Code, code
from generator.finding import Finding, Place, Severity
from generator.lines import lines_of
from generator.rules.lexicon import OWN, group_named, lexicon, lowered
from generator.rules.read_by_customer import readings
from generator.rules.scene import Scene
from generator.rules.wording_lists import GROUPS
from generator.source.file import SourceFile


def _explained(name: str) -> str:
    phrases = ", ".join(group_named(name).phrases[:12])
    return (
        f"The customer will read this, and it {group_named(name).fault}. The phrases looked for include: {phrases}. "
        f"{group_named(name).remedy} What a customer reads in German is held against a German list. An item's `say` "
        "holds what the customer's copy prints instead of `what`. A team extends or empties the lists with `wording` in "
        "casewright.yaml."
    )


CODES_BY_GROUP: dict[str, Code] = {
    group.name: code(
        f"wording-{group.name}",
        Severity.WARNING,
        f"Wording that {group.fault}",
        _explained(group.name),
    )
    for group in GROUPS
}
CODES_BY_GROUP[OWN] = code(
    "wording-own",
    Severity.WARNING,
    "Wording that the team does not want a customer to read",
    "The phrase stands under `wording: {extend: [...]}` in casewright.yaml, where the team lists what it keeps out of a "
    "customer's papers.",
)
SEPARATOR = "\n\0\n"


def find(scene: Scene) -> Iterator[Finding]:
    """One finding for each phrase in each text of a case that its customer will read."""
    settings = scene.workspace.settings
    words = lexicon(settings.wording, scene.file.owner.customer.language or settings.language)
    # One search over all that could be read costs a tenth of one for each text that is, and most cases hold nothing.
    if words.pattern is None or not words.pattern.search(lowered(SEPARATOR.join(scene.open_texts))):
        return
    for source, path, text in readings(scene):
        for phrase, group in {phrase: group for group, phrase, _ in words.phrases_in(text)}.items():
            message, remedy = said(group, phrase)
            place = pinpointed(source, source.place(path), phrase)
            yield CODES_BY_GROUP[group].at(place, message, remedy)


def said(group: str, phrase: str) -> tuple[str, str]:
    """The two sentences for a phrase."""
    if group == OWN:
        return (
            f'The customer will read "{phrase}", which the team keeps out of its papers.',
            "Say it in other words.",
        )
    found = group_named(group)
    return f'The customer will read "{phrase}", which {found.fault}.', found.remedy


def pinpointed(source: SourceFile, place: Place, phrase: str) -> Place:
    """Where a phrase stands within the stretch of its text; the whole stretch where it goes over lines."""
    pattern = re.compile(rf"(?<!\w){re.escape(phrase)}(?!\w)")
    lines = lines_of(source.text)
    for number in range(place.line, min(place.end_line, len(lines)) + 1):
        line = lowered(lines[number - 1])
        start = place.column - 1 if number == place.line else 0
        stop = place.end_column - 1 if number == place.end_line else len(line)
        if found := pattern.search(line, start, stop):
            return Place(source.path, number, found.start() + 1, number, found.end() + 1)
    return place
