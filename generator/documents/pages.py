"""The pages of the internal site, and what each is rendered from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from generator.audience.faces import Face, Faces
from generator.audience.project import InternalCase, open_up
from generator.derive.duty import Holder, ladder_of
from generator.derive.glance import Glance, glance
from generator.derive.hand_over import Call, calls
from generator.derive.stages import stage_since
from generator.derive.today import TodayItem, end_of_day, today
from generator.documents.papers import PAPERS
from generator.documents.sheets import Desk, Sheet
from generator.finding import Finding, Severity
from generator.model.contacts import Area, OurPersonRecord, PartyPerson
from generator.model.marks import Audience
from generator.model.people import find_person
from generator.model.settings import RUNGS, STAGES
from generator.model.workspace import CaseFile, CustomerFile


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the site: where it stands, its template, and what that may ask for."""

    path: str
    template: str
    context: Mapping[str, Any]

    @property
    def root(self) -> str:
        """The way from the page back to the site's top, for relative links."""
        return "../" * self.path.count("/")


@dataclass(frozen=True, slots=True)
class TodayRow:
    """A line of Today: the item, who answers for it, and the page it belongs to."""

    item: TodayItem
    who: Face | None
    customer: str | None
    href: str
    late: bool


@dataclass(frozen=True, slots=True)
class Card:
    """An open case on the board. `day` counts from 1 on the day it was opened; `since` is when its stage began."""

    file: CaseFile
    href: str
    severity: int | None
    day: int
    since: datetime
    glance: Glance
    advocate: Face | None
    on_the_call: tuple[str, ...]
    causes: tuple[str, ...]
    findings: int


@dataclass(frozen=True, slots=True)
class Rung:
    """A cell of the matrix: who holds the rung and the record of that person, where one is known."""

    holder: Holder
    face: Face | None
    record: OurPersonRecord | PartyPerson | None
    instead_of: Face | None
    alternate: Face | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """An area's line in the matrix."""

    key: str
    area: Area
    rungs: tuple[Rung, ...]


@dataclass(frozen=True)
class Site:
    """Everything the internal site is made of: the desk, its findings, and the sheets that papers are printed from.

    `sheets` maps a case to its sheets; `downloads` maps a sheet's name to the files made of it.
    """

    desk: Desk
    findings: list[Finding]
    sheets: Mapping[str, list[Sheet]]
    downloads: Mapping[str, tuple[str, ...]]

    def pages(self) -> list[Page]:
        """Every page, Today first."""
        workspace = self.desk.workspace
        pages = [
            self._page("index.html", "today.html", self._today()),
            self._page("cases/index.html", "cases.html", {"cards": self._cards(closed=True)}),
            self._page("customers/index.html", "customers.html", {"customers": self._customers()}),
            self._page("who-to-call/index.html", "who-to-call.html", self._matrix()),
            self._page("findings/index.html", "findings.html", self._all_findings()),
        ]
        pages += [self._case_page(file) for file in workspace.cases.values()]
        pages += [self._broken_page(key) for key in sorted(workspace.unread) if "/" in key]
        return pages + [self._customer_page(customer) for customer in workspace.customers.values()]

    def _page(self, path: str, template: str, context: Mapping[str, Any]) -> Page:
        settings = self.desk.workspace.settings
        shared = {
            "settings": settings,
            "site_title": settings.site.title or f"{settings.organisation} casework",
            "as_of": self.desk.as_of,
            "page_path": path,
            "counts": self._counts(),
        }
        return Page(path, template, {**shared, **context})

    def _counts(self) -> dict[Severity, int]:
        return {one: sum(finding.severity is one for finding in self.findings) for one in Severity}

    def _face(
        self, key: str | None, file: CaseFile | None = None, owner: CustomerFile | None = None
    ) -> Face | None:
        owner = file.owner if file else owner
        return Faces(self.desk.workspace, owner, file, "internal").of(key)

    def _today(self) -> Mapping[str, Any]:
        as_of = self.desk.as_of
        rows = [self._today_row(item) for item in [*today(self.desk.workspace, as_of), *self._drafts()]]
        late = sorted((row for row in rows if row.late), key=lambda row: row.item.at)
        due = sorted((row for row in rows if not row.late), key=lambda row: row.item.at)
        cards = self._cards()
        waiting = {card.file.owner.key for card in cards if card.glance.missed}
        return {
            "late": late,
            "due": due,
            "cards": cards,
            "board": [
                (stage, [card for card in cards if card.file.case.stage == stage]) for stage in STAGES[:-1]
            ],
            "waiting": len(waiting),
            "end_of_day": end_of_day(as_of),
        }

    def _drafts(self) -> list[TodayItem]:
        """Summaries that the customer is waiting for, or that changed since they were issued."""
        found = []
        for sheets in self.sheets.values():
            for sheet in sheets:
                file = self.desk.workspace.cases[sheet.identity.case]
                mine = sheet.paper.key == "situation-summary" and sheet.identity.audience is Audience.CUSTOMER
                if mine and sheet.identity.draft and file.case.stage in ("customer-review", "get-well"):
                    since = stage_since(file.case)
                    who = file.case.sponsor or file.owner.customer.ours.sponsor or file.case.advocate
                    words = f"version {sheet.identity.version}"
                    found.append(TodayItem("approval", since, who, words, None, file, file.owner))
        return found

    def _today_row(self, item: TodayItem) -> TodayRow:
        who = self._face(item.who, item.case, item.customer)
        name = item.customer.customer.name if item.customer else None
        late = item.is_late(self.desk.as_of) and item.kind != "approval"
        return TodayRow(item, who, name, self._href(item), late)

    def _href(self, item: TodayItem) -> str:
        if item.case is not None:
            return case_path(item.case.key)
        return f"customers/{item.customer.key}.html" if item.customer else "who-to-call/index.html"

    def _cards(self, closed: bool = False) -> list[Card]:
        files = [file for file in self.desk.workspace.cases.values() if closed or file.is_open]
        cards = [self._card(file) for file in files]
        return sorted(cards, key=lambda card: (card.severity or 5, card.file.case.opened.at, card.file.key))

    def _card(self, file: CaseFile) -> Card:
        as_of = self.desk.as_of.astimezone(file.zone)
        read = open_up(file, self.desk.workspace, as_of)
        return Card(
            file=file,
            href=case_path(file.key),
            severity=file.case.severity,
            day=max((as_of.date() - file.case.opened.day).days + 1, 1),
            since=stage_since(file.case),
            glance=glance(read, as_of),
            advocate=read.advocate,
            on_the_call=self._areas_engaged(read),
            causes=tuple(cause.state for cause in read.root_causes),
            findings=len(self._findings_of(file.source.path)),
        )

    def _areas_engaged(self, read: InternalCase) -> tuple[str, ...]:
        areas = self.desk.workspace.contacts.areas
        engaged: list[Call] = [call for call in calls(read) if call.escalation.engaged]
        names = [areas[key].name for call in engaged if (key := call.escalation.area) in areas]
        return tuple(dict.fromkeys(names))

    def _customers(self) -> list[Mapping[str, Any]]:
        return [self._customer(customer) for customer in self.desk.workspace.customers.values()]

    def _customer(self, customer: CustomerFile) -> Mapping[str, Any]:
        workspace = self.desk.workspace
        segment = workspace.segment_of(customer.customer)
        ours = customer.customer.ours
        return {
            "key": customer.key,
            "customer": customer.customer,
            "segment": segment[1] if segment else None,
            "advocate": self._face(ours.advocate, owner=customer),
            "account_manager": self._face(ours.account_manager, owner=customer),
            "sponsor": self._face(ours.sponsor, owner=customer),
            "cards": [card for card in self._cards(closed=True) if card.file.owner.key == customer.key],
            "products": workspace.settings.products,
            "href": f"customers/{customer.key}.html",
            "face": lambda key: self._face(key, owner=customer),
        }

    def _customer_page(self, customer: CustomerFile) -> Page:
        return self._page(f"customers/{customer.key}.html", "customer.html", self._customer(customer))

    def _matrix(self) -> Mapping[str, Any]:
        workspace = self.desk.workspace
        rows = [self._matrix_row(key, area) for key, area in workspace.contacts.areas.items()]
        changes = [rung.holder.until for row in rows for rung in row.rungs if rung.holder.until]
        return {
            "matrix": rows,
            "rungs": RUNGS,
            "reviewed": workspace.contacts.reviewed,
            "reviewed_by": self._face(workspace.contacts.reviewed.by)
            if workspace.contacts.reviewed
            else None,
            "right_until": min(changes, default=None),
            "people": [(key, record, self._face(key)) for key, record in workspace.contacts.people.items()],
            "absences": [
                (absence, self._face(absence.person), self._face(absence.alternate))
                for absence in workspace.contacts.absences
                if absence.end.end > self.desk.as_of
            ],
            "parties": workspace.contacts.parties,
        }

    def _matrix_row(self, key: str, area: Area) -> MatrixRow:
        contacts, ladder = self.desk.workspace.contacts, self.desk.workspace.settings.ladder
        return MatrixRow(
            key, area, tuple(map(self._rung, ladder_of(contacts, area, ladder, self.desk.as_of)))
        )

    def _rung(self, holder: Holder) -> Rung:
        known = find_person(self.desk.workspace, None, holder.person) if holder.person else None
        record = known.record if known else None
        absence = holder.absence or holder.leaves
        return Rung(
            holder,
            self._face(holder.person),
            record if isinstance(record, OurPersonRecord | PartyPerson) else None,
            self._face(holder.instead_of),
            self._face(absence.alternate) if absence else None,
        )

    def _all_findings(self) -> Mapping[str, Any]:
        paths = dict.fromkeys(finding.place.path for finding in self.findings)
        allowed = self.desk.workspace.settings.leaks.allow
        return {"files": [(path, self._findings_of(path)) for path in paths], "allowed": allowed}

    def _findings_of(self, path: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.place.path == path]

    def _case_page(self, file: CaseFile) -> Page:
        """The case as the internal summary and update say it, with its papers to download and its findings."""
        papers = (PAPERS["update"], PAPERS["situation-summary"])
        contexts = [self.desk.sheet(file, paper, Audience.INTERNAL).context for paper in papers]
        own = {
            "card": self._card(file),
            "file": file,
            "sheets": self.sheets.get(file.key, []),
            "downloads": self.downloads,
            "findings": self._findings_of(file.source.path),
            "href_of": case_path,
            "as_of": self.desk.as_of.astimezone(file.zone),
        }
        return self._page(case_path(file.key), "case.html", {**contexts[0], **contexts[1], **own})

    def _broken_page(self, key: str) -> Page:
        path = f"cases/{key}.yaml"
        context = {"key": key, "findings": self._findings_of(path), "customer": key.partition("/")[0]}
        return self._page(case_path(key), "broken-case.html", context)


def case_path(key: str) -> str:
    """Where the page of a case stands in the site."""
    return f"cases/{key}/index.html"
