"""The pages of the internal site, and what each is rendered from."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from generator.audience.faces import Faces
from generator.documents.board import Card, cards, case_path, customer_path
from generator.documents.day import day
from generator.documents.handbook import chapters
from generator.documents.house_sheets import HouseSheet
from generator.documents.ledger import ledger_page
from generator.documents.matrix import matrix, reconfirming
from generator.documents.papers import PAPERS, Paper
from generator.documents.sealed import since_issued
from generator.documents.sheets import Desk, Sheet
from generator.finding import Finding, Severity
from generator.model.marks import Audience
from generator.model.workspace import CaseFile, CustomerFile

Context = Callable[[], Mapping[str, Any]]
"""Puts together what the template of a page may ask for."""
Plan = tuple[str, str, Context]
"""Of a page its place in the site, its template, and what puts together the rest."""


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


@dataclass(frozen=True)
class Site:
    """Everything the internal site is made of: the desk, its findings, and the sheets that papers are printed from.

    `only` names the cases that are wanted, where it is not all of them: no other is listed or linked anywhere.
    `sheets` maps a case to its sheets, `house` are the house papers; `downloads` maps a sheet's key to the files made
    of it.
    """

    desk: Desk
    findings: list[Finding]
    sheets: Mapping[str, list[Sheet]]
    downloads: Mapping[str, tuple[str, ...]]
    only: Collection[str] = ()
    house: Sequence[HouseSheet] = ()

    def pages(self) -> list[Page]:
        """Every page, Today first."""
        return [self.page(*plan) for plan in self.plans()]

    def plans(self) -> Iterator[Plan]:
        """What each page is made from, Today first; nothing is put together before a page is made of it."""
        workspace = self.desk.workspace
        yield "index.html", "today.html", self._today
        yield "cases/index.html", "cases.html", lambda: {"cards": self._cards}
        yield (
            "customers/index.html",
            "customers.html",
            lambda: {"customers": [*map(self._customer, self._owners.values())]},
        )
        yield "who-to-call/index.html", "matrix.html", lambda: matrix(self.desk)
        yield "who-to-call/reconfirm/index.html", "reconfirm.html", lambda: reconfirming(self.desk)
        yield "promises/index.html", "promises.html", lambda: ledger_page(self._listed)
        yield "findings/index.html", "findings.html", self._all_findings
        for key in self.sheets:
            yield case_path(key), "case.html", partial(self._case, workspace.cases[key])
        for key in self._unread:
            yield case_path(key), "broken-case.html", partial(self._broken, key)
        for key, owner in self._owners.items():
            yield customer_path(key), "customer.html", partial(self._customer, owner)

    def _today(self) -> Mapping[str, Any]:
        every_sheet = [sheet for sheets in self.sheets.values() for sheet in sheets]
        return day(self._listed, every_sheet, self._open_cards, self.findings)

    @property
    def _open_cards(self) -> list[Card]:
        return [card for card in self._cards if card.file.is_open]

    @property
    def with_handbook(self) -> bool:
        """Whether the handbook is among the pages."""
        return not self.only and bool(chapters())

    def page(self, path: str, template: str, own: Context) -> Page:
        """A page with what every page may ask for."""
        settings = self.desk.workspace.settings
        shared = {
            "settings": settings,
            "site_title": settings.site.title or f"{settings.organisation} casework",
            "as_of": self.desk.as_of,
            "page_path": path,
            "unread": [(key, case_path(key)) for key in self._unread],
            "counts": self._severities,
            "house": self.house,
            "with_handbook": self.with_handbook,
            "downloads": self.downloads,
        }
        return Page(path, template, {**shared, **own()})

    def _case(self, file: CaseFile) -> Mapping[str, Any]:
        """The case as the internal summary and update say it, with its papers to download and its findings."""
        papers = (PAPERS["update"], PAPERS["situation-summary"])
        contexts = [self._now(file, paper) for paper in papers]
        own = {
            "card": self._card_of[file.key],
            "file": file,
            "sheets": self.sheets[file.key],
            "findings": self._findings_of(file.source.path),
            "linked": {*self.sheets, *self._unread},
            "since": since_issued(self.desk, file),
            "as_of": self.desk.as_of.astimezone(file.zone),
        }
        return {**contexts[0], **contexts[1], **own}

    def _now(self, file: CaseFile, paper: Paper) -> Mapping[str, Any]:
        """What our copy of a paper says now, also where it was issued and prints as of then."""
        sheet = self.desk.sheet(file, paper, Audience.INTERNAL)
        if sheet.identity.draft:
            return sheet.context
        identity = replace(sheet.identity, as_of=self.desk.as_of.astimezone(file.zone))
        return self.desk.laid_out(file, paper, sheet.context["case"], identity).context

    def _broken(self, key: str) -> Mapping[str, Any]:
        return {
            "key": key,
            "customer": key.partition("/")[0],
            "findings": self._findings_of(f"cases/{key}.yaml"),
        }

    @cached_property
    def _unread(self) -> list[str]:
        """The cases whose file cannot be read."""
        unread = (key for key in self.desk.workspace.unread if "/" in key)
        return sorted(key for key in unread if not self.only or key in self.only)

    @cached_property
    def _listed(self) -> Desk:
        """The desk with what is listed: the cases wanted and their customers."""
        if not self.only:
            return self.desk
        workspace = self.desk.workspace
        cases = {key: workspace.cases[key] for key in self.sheets}
        owners = {key.partition("/")[0] for key in self.only}
        customers = {key: file for key, file in workspace.customers.items() if key in owners}
        return replace(self.desk, workspace=replace(workspace, cases=cases, customers=customers))

    @cached_property
    def _owners(self) -> dict[str, CustomerFile]:
        """The customers, by key; of one without a readable file what its cases stand under."""
        workspace = self._listed.workspace
        owners = {file.owner.key: file.owner for file in workspace.cases.values()} | workspace.customers
        return dict(sorted(owners.items()))

    @cached_property
    def _by_path(self) -> Mapping[str, list[Finding]]:
        """The findings of each file that has any, in the order of the files."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            found.setdefault(finding.place.path, []).append(finding)
        return found

    @cached_property
    def _severities(self) -> Mapping[Severity, int]:
        """How many findings there are of each severity."""
        counted = Counter(finding.severity for finding in self.findings)
        return {one: counted[one] for one in Severity}

    @cached_property
    def _cards(self) -> list[Card]:
        return cards(self._listed, {path: len(found) for path, found in self._by_path.items()})

    @cached_property
    def _card_of(self) -> Mapping[str, Card]:
        return {card.file.key: card for card in self._cards}

    def _customer(self, customer: CustomerFile) -> Mapping[str, Any]:
        workspace, ours = self.desk.workspace, customer.customer.ours
        faces = Faces(workspace, customer, None, "internal")
        segment = workspace.segment_of(customer.customer)
        return {
            "key": customer.key,
            "href": customer_path(customer.key),
            "customer": customer.customer,
            "segment": segment[1] if segment else None,
            "advocate": faces.of(ours.advocate),
            "account_manager": faces.of(ours.account_manager),
            "sponsor": faces.of(ours.sponsor),
            "cards": [one for one in self._cards if one.file.owner.key == customer.key],
            "products": workspace.settings.products,
            "face": faces.of,
            "findings": self._findings_of(customer.source.path),
        }

    def _all_findings(self) -> Mapping[str, Any]:
        allowed = self.desk.workspace.settings.leaks.allow
        return {"files": list(self._by_path.items()), "allowed": allowed}

    def _findings_of(self, path: str) -> list[Finding]:
        return self._by_path.get(path, [])
