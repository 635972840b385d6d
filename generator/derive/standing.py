"""The standing items of a meeting's agenda: what each kind of meeting goes through whether or not anybody wrote it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from generator.audience.customer_case import CustomerCase
from generator.audience.faces import Face
from generator.audience.project import InternalCase
from generator.audience.shown.meetings import MeetingShown
from generator.derive.criteria import progress_of
from generator.derive.passed import passed
from generator.derive.review import decisions_wanted

StandingKey = Literal[
    "where-we-are",
    "owed",
    "checkpoint",
    "causes",
    "plan",
    "offer",
    "why-here",
    "what-each-saw",
    "contradictions",
    "not-known",
    "who-looks",
    "meeting-for",
    "rehearse",
    "hard-questions",
    "wording",
    "criteria",
    "learnt",
    "hand-back",
    "may-close",
    "decision",
    "exposure",
    "promises",
    "climbs",
    "worse",
    "going-right",
    "agreed-next",
]
TITLES: dict[StandingKey, str] = {
    "where-we-are": "Where we are",
    "owed": "What we promised and still owe you",
    "checkpoint": "Checkpoint of the trial",
    "causes": "What happened, and why",
    "plan": "The plan: actions, and when we close",
    "offer": "The offer",
    "why-here": "What we want to know, and why",
    "what-each-saw": "What each of us saw, in order of time",
    "contradictions": "Accounts that differ",
    "not-known": "What is not known yet",
    "who-looks": "Who looks into what, and until when",
    "meeting-for": "What the meeting is for",
    "rehearse": "Rehearsed",
    "hard-questions": "Hard questions, and who answers",
    "wording": "Words to change",
    "criteria": "The exit criteria, one by one",
    "learnt": "What was learnt",
    "hand-back": "From when standard procedures apply, and whom you call then",
    "may-close": "Whether we may close",
    "decision": "To decide",
    "exposure": "What is at stake",
    "promises": "What the customer was promised",
    "climbs": "Which areas answered, and how far calls climbed",
    "worse": "What would make it worse",
    "going-right": "What is going right",
    "agreed-next": "What was agreed, and when you hear from us next",
}
"""Each item as English says it: what a typed topic is compared with, and what the template prints."""
ALSO: dict[StandingKey, tuple[str, ...]] = {
    "going-right": ("silver lining", "the silver lining", "was gut läuft", "was gut geht"),
    "where-we-are": ("wo wir stehen",),
}
"""Other names under which people write an item down."""
OF_CUSTOMER = ("customer", "close-out", "fact-finding")


@dataclass(frozen=True, slots=True)
class Standing:
    """One standing item: its usual minutes, who presents it (None: everybody) and what is wanted of it.

    `text` is what it is about, from the case. `part` says where it stands; items of the `main` part are for agendas
    of which nobody wrote any topic. One that `must` be there is there even where no minute is left for it.
    """

    key: StandingKey
    part: Literal["opening", "main", "closing"]
    minutes: int
    presenter: Face | None = None
    purpose: str | None = None
    text: str = ""
    must: bool = False


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting of a case, looked at as of an aware moment."""

    case: CustomerCase
    meeting: MeetingShown
    as_of: datetime


def standing(case: CustomerCase, meeting: MeetingShown, as_of: datetime) -> tuple[Standing, ...]:
    """The standing items of a meeting in their order, as of an aware moment."""
    return tuple(KINDS[meeting.kind](Occasion(case, meeting, as_of)))


def names_of(key: StandingKey) -> tuple[str, ...]:
    """The names under which a typed topic is this item, in small letters."""
    return (TITLES[key].casefold(), *ALSO.get(key, ()))


def _customer(of: Occasion) -> Iterator[Standing]:
    yield Standing("where-we-are", "opening", 5, of.case.advocate)
    yield from _owed(of)
    yield from _checkpoints(of)
    if of.case.stage != "get-well":
        yield Standing("causes", "main", 10)
    words = [progress_of(of.case, one, of.as_of).word for one in of.case.exit_criteria]
    yield Standing("plan", "main", 10, purpose="decide" if "proposed" in words else None)
    for item in of.case.recommendations:
        if item.mitigation is not None and item.mitigation.decision is None:
            text = item.mitigation.product
            yield Standing("offer", "main", 10, of.case.advocate, "decide", text)
    yield Standing("agreed-next", "closing", 5, of.case.advocate)
    yield Standing("going-right", "closing", 5, must=True)


def _close_out(of: Occasion) -> Iterator[Standing]:
    yield Standing("where-we-are", "opening", 5, of.case.advocate)
    yield from _owed(of)
    yield from _checkpoints(of)
    yield Standing("criteria", "main", 10, of.case.advocate, "discuss")
    yield Standing("learnt", "main", 5)
    yield Standing("hand-back", "main", 5, of.case.advocate)
    yield Standing("may-close", "main", 5, purpose="decide")
    yield Standing("going-right", "closing", 5, must=True)


def _fact_finding(of: Occasion) -> Iterator[Standing]:
    yield Standing("why-here", "opening", 5, of.case.advocate)
    yield Standing("what-each-saw", "main", 15, purpose="discuss")
    if any(event.disputed for event in of.case.events):
        yield Standing("contradictions", "main", 10, purpose="discuss")
    if of.case.resolution_unknown or of.case.cause_unknown or _suspects(of.case):
        yield Standing("not-known", "main", 5, purpose="discuss")
    yield Standing("who-looks", "closing", 5, of.case.advocate, "decide")
    yield Standing("going-right", "closing", 3, must=True)


def _dry_run(of: Occasion) -> Iterator[Standing]:
    yield Standing("meeting-for", "opening", 2, of.case.advocate)
    yield from _rehearsed(of)
    yield Standing("hard-questions", "main", 10, purpose="discuss")
    yield Standing("wording", "main", 5, purpose="discuss")
    yield Standing("going-right", "closing", 2, must=True)


def _review(of: Occasion) -> Iterator[Standing]:
    yield Standing("where-we-are", "opening", 3, of.case.advocate)
    if isinstance(of.case, InternalCase):
        for one in decisions_wanted(of.case.whole, of.as_of):
            yield Standing("decision", "main", 5, purpose="decide", text=one.ask)
    yield Standing("exposure", "main", 3)
    yield Standing("promises", "main", 3, of.case.advocate)
    yield Standing("climbs", "main", 3)
    yield Standing("worse", "main", 3, purpose="discuss")
    yield Standing("going-right", "closing", 2, must=True)


KINDS: dict[str, Callable[[Occasion], Iterator[Standing]]] = {
    "customer": _customer,
    "close-out": _close_out,
    "fact-finding": _fact_finding,
    "dry-run": _dry_run,
    "management-review": _review,
}


def _owed(of: Occasion) -> Iterator[Standing]:
    """A promise that passed is spoken of, and not passed over."""
    if passed(of.case, of.as_of):
        yield Standing("owed", "opening", 5, of.case.advocate, must=True)


def _checkpoints(of: Occasion) -> Iterator[Standing]:
    """The checkpoints of trials that fall to this meeting: those since the last one with the customer."""
    since = _last_with_customer(of)
    for item in of.case.recommendations:
        trial = item.mitigation.trial if item.mitigation else None
        for point in trial.checkpoints if trial else ():
            if point.on is not None and point.on <= of.meeting.at.day and (since is None or point.on > since):
                yield Standing("checkpoint", "opening", 5, None, "discuss", point.what, must=True)


def _last_with_customer(of: Occasion) -> date | None:
    """The day of the meeting with the customer before this one."""
    before = (one for one in of.case.meetings if one.at.order < of.meeting.at.order)
    days = [one.at.day for one in before if one.kind in OF_CUSTOMER]
    return max(days, default=None)


def _suspects(case: CustomerCase) -> bool:
    return any(cause.state == "suspected" for cause in case.root_causes)


def _rehearsed(of: Occasion) -> Iterator[Standing]:
    """What our side and third parties present in the meeting that a dry run prepares, each by who presents it."""
    whole = of.case.whole.meetings if isinstance(of.case, InternalCase) else []
    prepares = next((one.rehearses for one in whole if one.id == of.meeting.id), None)
    prepared = next((one for one in of.case.meetings if one.id == prepares), None)
    for topic in prepared.agenda if prepared else ():
        ours = topic.presenter is None or topic.presenter.side != "customer"
        if ours and topic.topic.casefold() not in names_of("going-right"):
            yield Standing("rehearse", "main", topic.minutes or 5, topic.presenter, None, topic.topic)
