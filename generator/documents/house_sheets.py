"""House papers about to be printed: their identity, and everything their templates may ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from generator.audience.sealing import canonical, fingerprint
from generator.documents.house_papers import HOUSE_PAPERS, HousePaper
from generator.documents.sheets import Context, Desk, Sheet
from generator.documents.subjects import EVERYTHING, Subject
from generator.model.marks import Audience
from generator.model.workspace import Workspace
from generator.source.file import SourceFile

Size = Literal["A4", "Letter"]


@dataclass(frozen=True, slots=True)
class HouseIdentity:
    """What stands in a house paper's head, foot and metadata; it has no versions and is never a draft.

    `as_of` is aware, in the house's zone; `fingerprint` is of the data it was rendered from, without that moment.
    `commit` is the last commit that touched its one file, or None where it is not committed.
    """

    paper: str
    subject: Subject
    as_of: datetime
    fingerprint: str
    commit: str | None = None
    audience: Audience = Audience.INTERNAL
    inside: bool = True
    draft: bool = False

    @property
    def stamp(self) -> str:
        """What the paper's metadata say of it."""
        parts = {
            "paper": self.paper,
            "of": self.subject.name or EVERYTHING,
            "audience": self.audience.value,
            "fingerprint": self.fingerprint,
            "as-of": self.as_of.isoformat(),
        }
        return "; ".join(f"{key}={value}" for key, value in parts.items())

    @property
    def grouped(self) -> str:
        """The fingerprint in groups of four, for reading aloud."""
        return " ".join(self.fingerprint[start : start + 4] for start in range(0, 12, 4))


@dataclass(frozen=True)
class HouseSheet:
    """One house paper to be printed; `detail` counts what was left out of its PDF for room, 0 for nothing."""

    paper: HousePaper
    identity: HouseIdentity
    context: Context
    desk: Desk
    detail: int = 0

    @property
    def subject(self) -> Subject:
        """What it is of."""
        return self.identity.subject

    @property
    def key(self) -> str:
        """What tells it from every other sheet."""
        return f"{self.folder}/{self.name}"

    @property
    def name(self) -> str:
        """Its file's name without the ending: `<paper>.internal`, or `<subject>-<paper>.internal`."""
        whose = f"{self.subject.name}-" if self.subject.name else ""
        return f"{whose}{self.paper.key}.{self.identity.audience}"

    @property
    def folder(self) -> str:
        """Where its files stand in the site: beside the page of what it is of."""
        kind, key = self.subject.kind, self.subject.key
        folders = {"area": "who-to-call", "customer": f"customers/{key}", "case": f"cases/{key}"}
        return folders.get(kind, self.paper.key)

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.desk.workspace.settings.language

    @property
    def zone(self) -> ZoneInfo:
        """The zone its times are read in."""
        return self.identity.as_of.tzinfo  # type: ignore[return-value] # house_sheet gives a ZoneInfo

    def sources(self, workspace: Workspace) -> tuple[SourceFile, ...]:
        """The files that its text comes from, the first for what has no better place."""
        return sources_of(self.subject, workspace)

    @property
    def attachments(self) -> Mapping[str, bytes]:
        """Its further files, by name."""
        return self.paper.attachments(self.desk, self.subject) if self.paper.attachments else {}

    @property
    def most_pages(self) -> int | None:
        """How long its PDF may be."""
        return self.paper.most_pages(self.context) if self.paper.most_pages else None

    def for_print(self) -> "HouseSheet":
        """The paper as its PDF is tried first."""
        return self._with_detail(self.paper.first_detail(self.context))

    def smaller(self) -> "HouseSheet | None":
        """The same paper with less detail, or None where nothing more may be left out."""
        return self._with_detail(self.detail + 1) if self.detail + 1 < self.paper.details else None

    def _with_detail(self, detail: int) -> "HouseSheet":
        if detail == self.detail:
            return self
        return replace(self, context={**self.context, "detail": detail}, detail=detail)


AnySheet = Sheet | HouseSheet
"""What can be printed."""


def sources_of(subject: Subject, workspace: Workspace) -> tuple[SourceFile, ...]:
    """The files that a house paper's text comes from, the first for what has no better place."""
    contacts, settings = workspace.contacts_source, workspace.settings_source
    if subject.kind == "customer" and subject.key in workspace.customers:
        return (workspace.customers[subject.key].source, contacts)
    if subject.kind == "case" and subject.key in workspace.cases:
        return (workspace.cases[subject.key].source, contacts)
    if subject.kind == "period":
        return (settings, *(file.source for file in workspace.cases.values()))
    return (contacts, settings)


def house_sheet(desk: Desk, paper: HousePaper, subject: Subject, size: Size | None = None) -> HouseSheet:
    """A house paper of a subject, on the house's own paper size unless another is given."""
    settings = desk.workspace.settings
    data = paper.context(desk, subject)
    moment = desk.as_of.astimezone(_zone(desk, subject))
    commit = (
        None if subject.kind == "period" else desk.commits.get(sources_of(subject, desk.workspace)[0].path)
    )
    identity = HouseIdentity(paper.key, subject, moment, fingerprint(canonical(data)), commit)
    context = {
        "paper": paper,
        "identity": identity,
        "subject": subject,
        "as_of": moment,
        "settings": settings,
        "paper_size": size or settings.paper,
        "detail": 0,
        **data,
    }
    return HouseSheet(paper, identity, context, desk)


def _zone(desk: Desk, subject: Subject) -> ZoneInfo:
    """Where a paper's times are read: at its case or customer, else at the house."""
    case, customer = (
        desk.workspace.cases.get(subject.case or subject.key),
        desk.workspace.customers.get(subject.key),
    )
    own = case.zone if case else customer.customer.timezone if customer else None
    return own or desk.workspace.settings.timezone


def house_sheets(desk: Desk, is_wanted: Callable[[Subject], bool] = lambda _: True) -> list[HouseSheet]:
    """Every house paper whose data exist, or only those of the subjects that are wanted."""
    return [
        house_sheet(desk, paper, subject)
        for paper in HOUSE_PAPERS.values()
        for subject in paper.subjects(desk)
        if is_wanted(subject)
    ]
