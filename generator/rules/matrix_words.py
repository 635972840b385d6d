"""People, rungs and areas of the matrix as a sentence names them."""

from collections.abc import Iterable

from generator.derive.freshness import Standing
from generator.model.people import find_person
from generator.model.settings import Rung
from generator.model.workspace import Workspace
from generator.rules.in_words import listed, shortened
from generator.source.nodes import Path

RUNG_WORDS: dict[Rung, str] = {
    "primary": "primary",
    "backup": "backup",
    "manager": "manager",
    "director": "director",
    "vp": "VP",
}
MENTIONED = 3
"""How many rungs a sentence names before it says how many more there are."""


def person_name(workspace: Workspace, key: str) -> str:
    """A person's name; the key itself where nobody has it."""
    known = find_person(workspace, None, key)
    return shortened(known.record.name) if known else key


def area_name(workspace: Workspace, key: str) -> str:
    """An area's name."""
    return shortened(workspace.contacts.areas[key].name)


def rungs_in_words(workspace: Workspace, standings: Iterable[Standing]) -> str:
    """`primary of Engineering`, `backup of Network and VP of Finance`, or the first three and how many more."""
    words = [f"{RUNG_WORDS[rung]} of {area_name(workspace, area)}" for area, rung in dict.fromkeys(standings)]
    if len(words) > MENTIONED + 1:
        words = [*words[:MENTIONED], f"{len(words) - MENTIONED} more rungs"]
    return listed(words)


def path_of_person(workspace: Workspace, key: str) -> Path:
    """Where a person stands in contacts.yaml: ours, or a third party's."""
    if key in workspace.contacts.people:
        return ("people", key)
    parties = workspace.contacts.parties.items()
    return next((("parties", party, "people", key) for party, one in parties if key in one.people), ())
