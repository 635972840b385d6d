"""The readers of one case: what of it they see, and in which words."""

from dataclasses import dataclass
from typing import Any

from generator.audience.faces import Faces
from generator.audience.shown.chronology import EvidenceShown
from generator.audience.visibility import Visibility
from generator.model.workspace import CaseFile, Workspace


@dataclass(frozen=True)
class Readers:
    """Who reads a copy of one case, and what they see of it.

    `evidence` is what they see of it, by id; `ids` are the ids of the items that they see, `withheld` of those that they
    do not.
    """

    file: CaseFile
    workspace: Workspace
    faces: Faces
    sees: Visibility
    evidence: dict[str, EvidenceShown]
    ids: frozenset[str]
    withheld: frozenset[str]

    def words(self, item: Any) -> str:
        """The item's text for these readers: what we say to the customer, where we say it otherwise."""
        said = None if self.sees.whole else item.say
        return str(said or item.what)

    def cited(self, ids: list[str]) -> tuple[EvidenceShown, ...]:
        """The evidence behind ids; what is withheld goes with its reference."""
        return tuple(self.evidence[key] for key in ids if key in self.evidence)

    def known(self, ids: list[str]) -> tuple[str, ...]:
        """The ids that these readers see."""
        return tuple(key for key in ids if self.sees.whole or key in self.ids)
