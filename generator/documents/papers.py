"""The registry of papers: which there are, for whom, and when a case has the data for one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from generator.audience.customer_case import CustomerCase
from generator.audience.project import InternalCase
from generator.finding import Finding
from generator.model.marks import Audience
from generator.model.workspace import CaseFile, Workspace
from generator.rules.stages.demands import before_close_out

BOTH = (Audience.INTERNAL, Audience.CUSTOMER)
CUSTOMER_ALONE = (Audience.CUSTOMER,)


@dataclass(frozen=True, slots=True)
class Paper:
    """One kind of paper. Its key names the command's argument, the file and the template.

    `ready` says whether a case, as its reader sees it, has the data that `build` prints it for; `wants` names what
    is missing otherwise; `of_meeting` whether it is of a meeting; `as_text` whether it has a plain-text form too;
    `unready` says as of an aware moment what the case must have first, and keeps the paper from being printed.
    """

    key: str
    title: str
    purpose: str
    ready: Callable[[CustomerCase], bool]
    wants: str
    audiences: tuple[Audience, ...] = BOTH
    of_meeting: bool = False
    as_text: bool = False
    unready: Callable[[CaseFile, Workspace, datetime], list[Finding]] = lambda *_: []

    @property
    def template(self) -> str:
        """The template it is rendered with."""
        return f"{self.key}.html"


def _always(_: CustomerCase) -> bool:
    return True


def _summed_up(case: CustomerCase) -> bool:
    if isinstance(case, InternalCase):
        return bool(case.summary or case.root_causes or case.actions or len(case.events) > 1)
    return case.summary is not None


def _to_be_reviewed(case: CustomerCase) -> bool:
    if not isinstance(case, InternalCase):
        return False
    return case.whole.review is not None or any(one.kind == "management-review" for one in case.meetings)


def _to_be_rehearsed(case: CustomerCase) -> bool:
    if not isinstance(case, InternalCase):
        return False
    return bool(case.whole.dry_run) or any(one.kind == "dry-run" for one in case.meetings)


PAPERS: dict[str, Paper] = {
    paper.key: paper
    for paper in (
        Paper(
            "update",
            "Update",
            "What is new, what is not known, what happens next and when you hear from us",
            _always,
            "nothing",
            as_text=True,
        ),
        Paper(
            "situation-summary",
            "Situation summary",
            "What happened, why, and what we are doing about it",
            _summed_up,
            "a summary",
        ),
        Paper(
            "chronology",
            "Chronology",
            "What happened, hour by hour, with the silences between contacts",
            lambda case: bool(case.events),
            "events",
        ),
        Paper(
            "agenda",
            "Agenda",
            "What a meeting goes through, who speaks and what is to be decided",
            lambda case: any(meeting.agenda for meeting in case.meetings),
            "a meeting with an agenda",
            of_meeting=True,
        ),
        Paper(
            "get-well-plan",
            "Get-well plan",
            "The days until it is well: criteria, actions and milestones",
            lambda case: case.get_well is not None,
            "a get-well plan",
        ),
        Paper(
            "dry-run",
            "Dry-run script",
            "Who covers what in the customer meeting, what they will ask, and what is still weak",
            _to_be_rehearsed,
            "a dry run, or a meeting with the customer",
            audiences=(Audience.INTERNAL,),
        ),
        Paper(
            "mitigation-offer",
            "Mitigation offer",
            "A service that would have prevented this, and what it is worth",
            lambda case: any(item.mitigation for item in case.recommendations),
            "an offer that the customer sees",
            CUSTOMER_ALONE,
        ),
        Paper(
            "close-out",
            "Close-out",
            "What was agreed, how it ended, and whom to call from then on",
            lambda case: case.close_out is not None,
            "a close-out that the customer sees",
            CUSTOMER_ALONE,
            unready=before_close_out,
        ),
        Paper(
            "management-review",
            "Management review",
            "What management must know and decide, then the case",
            _to_be_reviewed,
            "a review, or a meeting of that kind",
            audiences=(Audience.INTERNAL,),
        ),
        Paper(
            "meeting-pack",
            "Meeting pack",
            "Everything for one meeting, in the order in which it is wanted",
            lambda case: any(not meeting.held for meeting in case.meetings),
            "a meeting that is still to be held",
            of_meeting=True,
        ),
    )
}


def may_have(case: CustomerCase, paper: Paper) -> bool:
    """Whether readers of this copy get the paper at all: without `customer_sees` a customer has none but the update."""
    if isinstance(case, InternalCase) or paper.key == "update":
        return True
    return bool(case.sections)
