"""The files of a workspace: what they are called, and what was read of them."""

from dataclasses import dataclass, field

from generator.finding import Finding
from generator.source.disk import printed
from generator.source.file import SourceFile
from generator.source.seals import Seals

SETTINGS, CONTACTS, STORIES = "casewright.yaml", "contacts.yaml", "stories.yaml"
CASES, TEMPLATES, CUSTOMER, ISSUED = "cases", "templates", "customer.yaml", "issued"


@dataclass(frozen=True)
class Sources:
    """Every file of a workspace as it was read, and the findings of the reading.

    `customers` are by customer, `cases`, `evidence` and `sealed` by "customer/case"; `evidence` holds the paths of each
    case's files inside its folder, `issued/` left out, and `sealed` the bytes of the files in `issued/` by name. A
    broken file is here with the root None.
    """

    settings: SourceFile | None = None
    contacts: SourceFile | None = None
    stories: SourceFile | None = None
    customers: dict[str, SourceFile] = field(default_factory=dict)
    cases: dict[str, SourceFile] = field(default_factory=dict)
    evidence: dict[str, tuple[str, ...]] = field(default_factory=dict)
    sealed: Seals = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def unopened(relative: str) -> SourceFile:
    """The file that stands for one that cannot be opened."""
    return SourceFile(printed(relative), "", None)
