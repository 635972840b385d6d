"""What each paper of a case is rendered from: the copy its readers may see, and what follows from it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from generator.audience.customer_case import CustomerCase
from generator.audience.project import InternalCase, open_up, project
from generator.audience.secrets import Secret
from generator.audience.shown.meetings import MeetingShown
from generator.derive.actions import status
from generator.derive.agenda import agenda_of, next_meeting
from generator.derive.axis import axis
from generator.derive.chronology import chronology
from generator.derive.closing import closing
from generator.derive.glance import criteria, glance
from generator.derive.news import news
from generator.derive.offer import offers
from generator.derive.passed import passed
from generator.derive.trace import trace
from generator.derive.trial import trial_dates
from generator.derive.who import who_is_who
from generator.documents.identity import Copy, Identity, copy_of, identify
from generator.documents.inside import inside_of
from generator.documents.papers import PAPERS, Paper, may_have
from generator.documents.review import review_of
from generator.documents.script import script_of
from generator.documents.table import senior_at, to_read
from generator.model.marks import Audience
from generator.model.workspace import CaseFile, Workspace
from generator.source.file import SourceFile
from generator.source.logos import Logo

Context = Mapping[str, Any]


@dataclass(frozen=True)
class Sheet:
    """One paper to be printed: its identity, and everything its template may ask for.

    `withheld` is what must not stand on it besides the secrets of its case.
    """

    paper: Paper
    identity: Identity
    context: Context
    meeting: MeetingShown | None = None
    withheld: tuple[Secret, ...] = ()

    @property
    def key(self) -> str:
        """What tells it from every other sheet: names alone may be equal, as those of `a/b-c` and `a-b/c` are."""
        return f"{self.identity.case}/{self.name}"

    @property
    def name(self) -> str:
        """Its file's name without the ending: `<case>-<paper>.<audience>`; a meeting's agenda carries its id."""
        case = self.identity.case.replace("/", "-")
        which = f"-{self.meeting.id.lower()}" if self.meeting else ""
        return f"{case}-{self.paper.key}{which}.{self.identity.audience}"

    @property
    def folder(self) -> str:
        """Where its files stand in the site."""
        return f"cases/{self.identity.case}"

    @property
    def language(self) -> str:
        """The language of its readers."""
        return str(self.context["case"].letterhead.language)

    @property
    def zone(self) -> ZoneInfo:
        """The zone of its readers."""
        zone: ZoneInfo = self.context["case"].letterhead.zone
        return zone

    def sources(self, workspace: Workspace) -> tuple[SourceFile, ...]:
        """The files that its text comes from, the first for what has no better place."""
        file = workspace.cases[self.identity.case]
        return (file.source, file.owner.source)


@dataclass(frozen=True)
class Desk:
    """Where sheets are made: the workspace, the moment, and the last commits that touched its files."""

    workspace: Workspace
    as_of: datetime
    commits: Mapping[str, str]

    def read(self, file: CaseFile, audience: Audience) -> CustomerCase:
        """The copy of a case that an audience reads, as of the desk's moment."""
        moment = self.as_of.astimezone(file.zone)
        if audience is Audience.CUSTOMER:
            return project(file, self.workspace, moment)
        return open_up(file, self.workspace, moment)

    def sheet(self, file: CaseFile, paper: Paper, audience: Audience, meeting: str | None = None) -> Sheet:
        """A paper of a case; an agenda is of the meeting with that id, else of the next one."""
        return self._sheet(file, paper, audience, copy_of(self.read(file, audience)), meeting)

    def _sheet(
        self, file: CaseFile, paper: Paper, audience: Audience, copy: Copy, meeting: str | None = None
    ) -> Sheet:
        commit = self.commits.get(file.source.path)
        chosen = _meeting(copy.read, meeting, self.as_of) if paper.of_meeting else None
        of = chosen.id if chosen else None
        identity = identify(file.case, copy, paper, audience, self.as_of, commit, of)
        return self.laid_out(file, paper, copy.read, identity, meeting)

    def laid_out(
        self, file: CaseFile, paper: Paper, read: CustomerCase, identity: Identity, meeting: str | None = None
    ) -> Sheet:
        """A paper from a copy of the case that is at hand, under its identity; `meeting` is an id that was asked for."""
        of = meeting or identity.meeting
        chosen = _meeting(read, of, identity.as_of) if paper.of_meeting else None
        context = {
            "paper": paper,
            "identity": identity,
            "case": read,
            "as_of": identity.as_of,
            "paper_size": self.workspace.settings.paper,
            "incomplete": identity.draft and file.key in self.workspace.incomplete,
            "logos": self._logos(read, identity),
            "glance": glance(read, identity.as_of),
            "passed": passed(read, identity.as_of),
            **CONTEXTS[paper.key](Given(read, identity.as_of, chosen, file, self.workspace)),
        }
        if isinstance(read, InternalCase):
            context["inside"] = inside_of(read, file, self.workspace, identity.as_of)
        return Sheet(paper, identity, context, chosen if meeting else None)

    def _logos(self, read: CustomerCase, identity: Identity) -> tuple[tuple[Logo, str], ...]:
        """The logos of a customer's paper, each with whose it is, ours first; our own copies need none."""
        head = read.letterhead
        named = (
            () if identity.inside else ((head.logo, head.organisation), (head.customer_logo, head.customer))
        )
        found = ((self.workspace.logos.get(path or ""), name) for path, name in named)
        return tuple((logo, name) for logo, name in found if logo is not None and logo.data)

    def sheets(self, file: CaseFile, audience: Audience) -> list[Sheet]:
        """Every paper of a case whose data exist for an audience."""
        copy = copy_of(self.read(file, audience))
        ready = [paper for paper in PAPERS.values() if audience in paper.audiences]
        ready = [paper for paper in ready if may_have(copy.read, paper) and paper.ready(copy.read)]
        ready = [paper for paper in ready if not paper.unready(file, self.workspace, self.as_of)]
        return [self._sheet(file, paper, audience, copy) for paper in ready]


def _meeting(read: CustomerCase, wanted: str | None, as_of: datetime) -> MeetingShown | None:
    if wanted is None:
        return next_meeting(read, as_of)
    return next((meeting for meeting in read.meetings if meeting.id == wanted), None)


@dataclass(frozen=True, slots=True)
class Given:
    """What a paper's own part of the context follows from.

    `file` and `workspace` are for papers that only we read: what a customer reads follows from `read` alone.
    """

    read: CustomerCase
    as_of: datetime
    meeting: MeetingShown | None
    file: CaseFile
    workspace: Workspace


def _update(given: Given) -> Context:
    return {"news": news(given.read, given.as_of), "criteria": criteria(given.read, given.as_of)}


def _chronology(given: Given) -> Context:
    return {"rows": chronology(given.read, given.as_of)}


def _plan(given: Given) -> Context:
    actions = given.read.actions
    return {
        "criteria": criteria(given.read, given.as_of),
        "states": tuple(status(action, actions, given.as_of) for action in actions),
    }


def _summary(given: Given) -> Context:
    offers = (item.mitigation for item in given.read.recommendations)
    trials = tuple(trial_dates(offer.trial) if offer and offer.trial else None for offer in offers)
    return {**_chronology(given), **_plan(given), "trials": trials, "trace": trace(given.read)}


def _agenda(given: Given) -> Context:
    meeting = given.meeting
    inside = meeting is not None and isinstance(given.read, InternalCase)
    return {
        "agenda": agenda_of(given.read, meeting, given.as_of) if meeting else None,
        "senior": senior_at(given.file, given.workspace, meeting) if meeting and inside else None,
        "to_read": tuple(to_read(given.file, given.as_of)),
        "papers": PAPERS,
    }


def _pack(given: Given) -> Context:
    """What the cover says; `generator.documents.pack` puts the papers in."""
    return {**_agenda(given), "who": who_is_who(given.read, given.meeting), "parts": ()}


def _dry_run(given: Given) -> Context:
    assert isinstance(given.read, InternalCase)
    return {"script": script_of(given.read, given.file, given.workspace, given.as_of)}


def _offer(given: Given) -> Context:
    return {"offers": offers(given.read, given.as_of)}


def _close_out(given: Given) -> Context:
    return {"closing": closing(given.read, given.as_of)}


def _get_well(given: Given) -> Context:
    return {**_plan(given), "axis": axis(given.read, given.as_of)}


def _review(given: Given) -> Context:
    return {**_plan(given), **review_of(given.file, given.workspace, given.as_of)}


CONTEXTS: dict[str, Callable[[Given], Context]] = {
    "update": _update,
    "situation-summary": _summary,
    "chronology": _chronology,
    "agenda": _agenda,
    "get-well-plan": _get_well,
    "management-review": _review,
    "dry-run": _dry_run,
    "mitigation-offer": _offer,
    "close-out": _close_out,
    "meeting-pack": _pack,
}
