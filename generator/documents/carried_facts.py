"""Which dates, owners, amounts and promises each paper carries, as ways through the data that it is printed from."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

Chain = tuple[Any, ...]
"""The objects that lead to a value, from the paper's data to the one that holds it."""
When = Callable[[Chain, Mapping[str, Any]], bool]


def always(_: Chain, __: Mapping[str, Any]) -> bool:
    """Whatever the case is like."""
    return True


@dataclass(frozen=True, slots=True)
class Fact:
    """One kind of thing that a paper carries: its words, where `{}` is the item, and the way to it, by names.

    `when` says whether the paper carries it, by the objects on the way and all the data of the paper.
    """

    words: str
    way: str
    when: When = always


def _exact(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A rough time is printed as it was typed."""
    return not chain[-1].approximate


def _range(chain: Chain, _: Mapping[str, Any]) -> bool:
    return bool(chain[-1].low != chain[-1].high)


def _came_back(chain: Chain, _: Mapping[str, Any]) -> bool:
    return bool(chain[-1].recovered.value)


def _late_kind(chain: Chain, _: Mapping[str, Any]) -> bool:
    """An update that passed stands in a place of its own, an action that did in its table."""
    return chain[-1].kind in ("commitment", "milestone", "trial")


def _owed(chain: Chain, data: Mapping[str, Any]) -> bool:
    """An agenda names the first five under what is owed."""
    agenda = data["agenda"]
    rows = agenda.rows if agenda else ()
    return any(row.standing == "owed" for row in rows) and chain[-1] in data["passed"][:5]


def _promised(_: Chain, data: Mapping[str, Any]) -> bool:
    glance = data["glance"]
    return glance.missed is None and not glance.is_closed


def _uncounted(_: Chain, data: Mapping[str, Any]) -> bool:
    """Since when a case is open stands where no criteria are counted."""
    return not data["glance"].wanted


def _settled(chain: Chain, _: Mapping[str, Any]) -> bool:
    return chain[-1].word in ("met", "accepted")


def _done(chain: Chain, _: Mapping[str, Any]) -> bool:
    return bool(chain[-1].word == "done")


def _last_agreed(chain: Chain, data: Mapping[str, Any]) -> bool:
    """A table of criteria says in its head when the last of them was agreed."""
    rows = data["closing"].settled if "closing" in data else data["criteria"]
    agreed = [row.criterion.agreed for row in rows]
    days = [one.on for one in agreed if one is not None and one.on is not None]
    first = next(one for one in agreed if one is not None and one.on == max(days))
    return chain[-1] is first


def _several(_: Chain, data: Mapping[str, Any]) -> bool:
    """One loss alone stands in the strip, several in a table of their own."""
    return len(data["case"].impact) > 1


def _several_ranges(chain: Chain, data: Mapping[str, Any]) -> bool:
    """An amount is the whole of it; a range of which one end is missing or the same stands there once."""
    return _several(chain, data) and chain[-1].amount is None


def _several_low(chain: Chain, data: Mapping[str, Any]) -> bool:
    return _several_ranges(chain, data) and chain[-1].low != chain[-1].high


ADVOCATE = Fact("the advocate", "case.advocate")
SPONSOR = Fact("the sponsor", "inside.sponsor")
NEXT = (
    Fact("the next update", "glance.next_word", _promised),
    Fact("the update that is late", "glance.missed"),
)
LATE = (
    Fact("the promise {} that is late", "passed.what", _late_kind),
    Fact("the day of the promise {} that is late", "passed.day", _late_kind),
)
SUMS = (
    Fact("the least that was lost", "glance.sums.low", _range),
    Fact("what was lost", "glance.sums.high"),
    Fact("what came back", "glance.sums.recovered", _came_back),
)
ACTIONS = (
    Fact("action {}", "case.actions.what"),
    Fact("the owner of action {}", "case.actions.owner"),
    Fact("the day of action {}", "case.actions.due"),
    Fact("the day on which action {} was done", "states.on", _done),
)
CRITERIA = (
    Fact("the day on which the criteria were agreed", "criteria.criterion.agreed.on", _last_agreed),
    Fact("the day on which criterion {} was met", "criteria.progress.on", _settled),
    Fact("the day of the last reading of criterion {}", "criteria.progress.reading.at"),
)
EXPECTED = Fact("the end that we expect", "case.expected_resolution.at", lambda _, data: _expects(_, data))
EVIDENCE = Fact("the date of evidence {}", "case.evidence.dated")
MOVED = (
    Fact("the end of the plan before it moved", "case.get_well.extended.old"),
    Fact("the end of the plan after it moved", "case.get_well.extended.new"),
)
FACTORS = Fact("whose factor {} is", "case.contributing_factors.owner")
CLOSED = Fact("the day on which it was closed", "case.closed", lambda _, data: data["glance"].is_closed)
EVENTS = (
    Fact("the day of event {}", "rows.event.at", _exact),
    Fact("the end of event {}", "rows.event.until"),
    Fact("who says otherwise of event {}", "rows.event.disputed.by"),
)


def _undecided(_: Chain, data: Mapping[str, Any]) -> bool:
    return any(offer.mitigation.decision is None for offer in data["offers"])


def _came_back_in_all(chain: Chain, data: Mapping[str, Any]) -> bool:
    """The sum stands below several losses, and at the head: there in the price's currency, in each where none is."""
    offer, weighing = chain[-3], chain[-2]
    stands = len(weighing.lines) > 1 or weighing is offer.weighed or offer.weighed is None
    return stands and _came_back(chain, data)


def _weighed(words: str, way: str) -> tuple[Fact, ...]:
    """The arithmetic of an offer in one currency."""
    return (
        Fact(f"the least of loss {{}}{words}", f"{way}.lines.low", lambda chain, _: chain[-2].sum.is_range),
        Fact(f"loss {{}}{words}", f"{way}.lines.high"),
        Fact(f"what came back of loss {{}}{words}", f"{way}.lines.recovered", _came_back),
        Fact(
            f"the least of all losses{words}",
            f"{way}.sum.low",
            lambda chain, _: len(chain[-2].lines) > 1 and chain[-1].is_range,
        ),
        Fact(f"all losses{words}", f"{way}.sum.high", lambda chain, _: len(chain[-2].lines) > 1),
        Fact(f"what came back in all{words}", f"{way}.sum.recovered", _came_back_in_all),
        Fact(
            f"the least that remains lost{words}", f"{way}.sum.net_low", lambda chain, _: chain[-1].is_range
        ),
        Fact(f"what remains lost{words}", f"{way}.sum.net_high"),
    )


def _asked_of_day(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A question from the record names its day; one that somebody expects is in their own words."""
    return chain[-1].reason not in ("expected", "account", "concern", "cause", "cause-both", "action-order")


def _asked_between(chain: Chain, _: Mapping[str, Any]) -> bool:
    return chain[-1].reason in ("end-moved", "gap", "late-learned")


def _disputed(_: Chain, data: Mapping[str, Any]) -> bool:
    return bool(data["closing"].is_disputed)


def _agreed_end(_: Chain, data: Mapping[str, Any]) -> bool:
    return not data["closing"].is_disputed


def _confirmed(_: Chain, data: Mapping[str, Any]) -> bool:
    return not data["closing"].is_disputed and data["closing"].record.answer == "confirmed"


def _proposed(_: Chain, data: Mapping[str, Any]) -> bool:
    is_open = data["closing"].record.answer != "confirmed" and data["case"].stage != "closed"
    return is_open and not data["closing"].is_disputed


def _asks(chain: Chain, data: Mapping[str, Any]) -> bool:
    return _disputed(chain, data) or not _confirmed(chain, data)


def _kept(chain: Chain, _: Mapping[str, Any]) -> bool:
    return not chain[-2].dropped


def _moved_on(_: Chain, data: Mapping[str, Any]) -> bool:
    return data["closing"].is_disputed and data["glance"].missed is None


def _open_offer(chain: Chain, _: Mapping[str, Any]) -> bool:
    return bool(chain[-2].state != "taken")


def _first_five(chain: Chain, data: Mapping[str, Any]) -> bool:
    """A review lists the first five promises that are open."""
    return any(one is held for one in data["open"][:5] for held in chain)


def _first_eight(name: str) -> When:
    """A roll-up lists the first eight lessons of each kind."""
    return lambda chain, _: any(one is chain[-1] for one in getattr(chain[-2], name)[:8])


def _enough(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A figure of too few cases is not told."""
    return not chain[-2].too_few


def _enough_and_range(chain: Chain, data: Mapping[str, Any]) -> bool:
    return _enough(chain, data) and _range(chain, data)


def _expects(_: Chain, data: Mapping[str, Any]) -> bool:
    return not data["case"].resolution_unknown and not data["glance"].is_closed


def _expects_in_update(chain: Chain, data: Mapping[str, Any]) -> bool:
    return _expects(chain, data) and not data["case"].cause_unknown and not data["news"].suspected


def _stands_in(chain: Chain, _: Mapping[str, Any]) -> bool:
    return bool(chain[-1].holder.reason == "standing-in")


def _is_listed(chain: Chain, data: Mapping[str, Any]) -> bool:
    """A wall chart lists the hand-overs of as many moments as it has room for."""
    listed = data["moments"][: data["levels"][data["detail"]].moments]
    return any(one is chain[-2] for one in listed)


def _is_listed_first(chain: Chain, data: Mapping[str, Any]) -> bool:
    """Hand-overs of one moment name it once."""
    return _is_listed(chain, data) and chain[-1] is chain[-2].changes[0]


def _is_said(chain: Chain, _: Mapping[str, Any]) -> bool:
    """What an update promised has no words of its own, and a trial is named by its product."""
    return chain[-1].kind not in ("update", "trial")


def _promises(name: str, of: str, when: When = always) -> tuple[Fact, ...]:
    """The promises of a list of them."""
    return (
        Fact(
            "the promise {}",
            f"{name}.{of}what",
            lambda chain, data: _is_said(chain, data) and when(chain, data),
        ),
        Fact("who gave the promise {}", f"{name}.by", when),
        Fact("the day of the promise {}", f"{name}.{of}due", when),
    )


FACTS: dict[str, tuple[Fact, ...]] = {
    "update": (
        ADVOCATE,
        SPONSOR,
        *NEXT,
        *LATE,
        *SUMS,
        CLOSED,
        Fact("since when it is open", "case.opened", _uncounted),
        Fact("the end that we expect", "case.expected_resolution.at", _expects_in_update),
        Fact("when we spoke last", "news.since"),
        Fact("the day of event {}", "news.events.at", _exact),
        Fact("the step {}", "news.steps.action.what"),
        Fact("the owner of step {}", "news.steps.action.owner"),
        Fact("the day of step {}", "news.steps.action.due"),
        Fact("when an area was asked", "inside.calls.call.escalation.asked"),
        Fact("who was rung", "inside.calls.attempts.person"),
        Fact(
            "whom it was passed to",
            "inside.calls.attempts.to",
            lambda chain, _: chain[-1].outcome == "delegated",
        ),
        Fact("who took it on", "inside.calls.engaged"),
        Fact("what is due in this shift", "inside.due.at"),
    ),
    "situation-summary": (
        ADVOCATE,
        SPONSOR,
        *NEXT,
        *LATE,
        *SUMS,
        CLOSED,
        EXPECTED,
        Fact("since when it is open", "case.opened", _uncounted),
        Fact("the least of loss {}", "case.impact.low", _several_low),
        Fact("the most of loss {}", "case.impact.high", _several_ranges),
        Fact("the amount of loss {}", "case.impact.amount", _several),
        Fact("what came back of loss {}", "case.impact.recovered", _several),
        *EVENTS,
        EVIDENCE,
        FACTORS,
        *ACTIONS,
        *CRITERIA,
        Fact("whose recommendation {} is", "case.recommendations.owner"),
        Fact("the price of the offer in recommendation {}", "case.recommendations.mitigation.price"),
        Fact("when offer {} was decided", "case.recommendations.mitigation.decision.on"),
        Fact("who decided on offer {}", "case.recommendations.mitigation.decision.by"),
        Fact("the first day of a trial", "trials.start"),
        Fact("the day on which a trial is switched off", "trials.switch_off"),
    ),
    "chronology": (
        *EVENTS,
        Fact("who acted in event {}", "rows.event.person"),
        Fact("whose event {} is", "rows.event.by"),
        Fact("the update promised in event {}", "rows.event.next_update", lambda chain, _: chain[-1].contact),
        Fact("the update that was promised before a silence", "rows.promised"),
        EVIDENCE,
    ),
    "agenda": (
        Fact("the day of the meeting", "agenda.meeting.at"),
        Fact("who takes part", "agenda.meeting.attendees.person"),
        Fact("the meeting that an item was carried over from", "agenda.rows.carried_from.at"),
        Fact("who presents", "agenda.rows.topic.presenter"),
        Fact("the promise {} that is late", "passed.what", _owed),
        Fact("the day of the promise {} that is late", "passed.day", _owed),
        Fact("the date of a paper to read", "to_read.issued"),
    ),
    "get-well-plan": (
        Fact(
            "the advocate", "case.advocate", lambda _, data: _promised(_, data) and data["glance"].next_word
        ),
        *NEXT,
        *LATE,
        *ACTIONS,
        *CRITERIA,
        *MOVED,
        Fact("when it was told that the end moved", "case.get_well.extended.told"),
        Fact("the first day of the plan", "axis.day.start"),
        Fact("the last day of the plan", "axis.day.end"),
        Fact("a day on the way", "axis.marks.day"),
    ),
    "dry-run": (
        Fact("who comes from the customer", "script.guests"),
        Fact("the day of the meeting", "script.meeting.at"),
        Fact(
            "the day of the dry run",
            "script.rehearsals.at",
            lambda chain, _: chain[-1] is chain[-2].rehearsals[-1],
        ),
        Fact("who covers a part", "script.parts.person"),
        Fact("who says otherwise", "script.parts.questions.by"),
        Fact("the day that a question is about", "script.parts.questions.question.start", _asked_of_day),
        Fact("the later day that a question is about", "script.parts.questions.question.end", _asked_between),
        Fact("who is asked and not at the table", "script.others.name"),
        Fact("the day that a question is about", "script.others.question.start", _asked_of_day),
        Fact("the later day that a question is about", "script.others.question.end", _asked_between),
        Fact("the owner of what became of weak spot {}", "script.weak_spots.action.owner"),
        Fact("who brought up weak spot {}", "script.weak_spots.person"),
        Fact("when weak spot {} was done", "script.weak_spots.state.on", _done),
    ),
    "mitigation-offer": (
        Fact("the advocate", "case.advocate", _undecided),
        Fact("the price", "offers.mitigation.price"),
        *_weighed("", "offers.weighed"),
        *_weighed(" in another currency", "offers.apart"),
        Fact("the first day of the trial", "offers.dates.start"),
        Fact("the day on which it is switched off", "offers.dates.switch_off", _open_offer),
        Fact("the first day of the trial", "offers.axis.day.start"),
        Fact("the last day of the trial", "offers.axis.day.end"),
        Fact("a day on the way", "offers.axis.marks.day"),
        Fact("the day of a checkpoint", "offers.mitigation.trial.checkpoints.on"),
        Fact("when it was decided", "offers.mitigation.decision.on"),
        Fact("who decided", "offers.mitigation.decision.by"),
        Fact(
            "who is to decide",
            "offers.recommendation.owner",
            lambda chain, _: not chain[-1].mitigation.decision,
        ),
    ),
    "close-out": (
        Fact("the advocate", "case.advocate", _asks),
        Fact("the next update", "glance.next_word", _moved_on),
        Fact("the update that is late", "glance.missed", _disputed),
        Fact("since when it is open", "case.opened", _agreed_end),
        Fact("the day on which it was closed", "case.closed", _agreed_end),
        Fact("from when standard procedures apply", "closing.handed_back.start", _agreed_end),
        Fact("who takes over", "closing.handed_back.person", _agreed_end),
        Fact("the day of the customer's word", "closing.record.on", _confirmed),
        Fact("whose word it is", "closing.record.by", _confirmed),
        Fact("when the close was proposed", "closing.record.proposed_on", _proposed),
        Fact("to whom the close was proposed", "closing.record.proposed_to", _proposed),
        Fact(
            "the day on which the criteria were agreed", "closing.settled.criterion.agreed.on", _last_agreed
        ),
        Fact("when criterion {} was met", "closing.settled.criterion.met.on", _kept),
        Fact("when criterion {} was accepted", "closing.settled.criterion.accepted.on", _kept),
        Fact("who accepted criterion {}", "closing.settled.criterion.accepted.by", _kept),
        Fact("when criterion {} was dropped", "closing.settled.criterion.dropped.on"),
        Fact("with whom criterion {} was dropped", "closing.settled.criterion.dropped.by"),
        Fact(
            "the last reading of criterion {}",
            "closing.settled.progress.reading.at",
            lambda chain, _: not chain[-3].criterion.dropped,
        ),
        Fact("when criterion {} was agreed", "closing.open.row.criterion.agreed.on"),
        Fact("with whom criterion {} was agreed", "closing.open.row.criterion.agreed.by"),
        Fact("since when criterion {} counts as met", "closing.open.row.criterion.met.on"),
        Fact("the last reading of criterion {}", "closing.open.row.progress.reading.at"),
        Fact("whose concern {} is", "closing.open.concerns.by"),
        Fact("the day of concern {}", "closing.open.concerns.on", lambda chain, _: chain[-1].by),
        Fact("whose concern {} is", "closing.unnamed.by", _disputed),
        Fact(
            "the day of concern {}",
            "closing.unnamed.on",
            lambda chain, data: chain[-1].by and _disputed(chain, data),
        ),
        *(Fact(one.words, one.way, _disputed) for one in MOVED),
        EVIDENCE,
    ),
    "management-review": (
        ADVOCATE,
        SPONSOR,
        *NEXT,
        *SUMS,
        CLOSED,
        EXPECTED,
        FACTORS,
        Fact("the day of the review", "review.held"),
        Fact("who took part", "attended", lambda _, data: data["review"].held),
        Fact("the sum at stake", "at_stake"),
        Fact("until when a decision is wanted", "wanted.by_when"),
        Fact("who decided", "decided.name"),
        *_promises("late", "promise."),
        *_promises("open", "promise.", _first_five),
        Fact("when area {} was asked", "climbs.asked"),
        Fact("who took it on", "climbs.by"),
        Fact(
            "who is on the team",
            "case.team.person",
            lambda chain, data: chain[-1].person != data["case"].advocate,
        ),
        *ACTIONS,
        *CRITERIA,
    ),
    "meeting-pack": (
        Fact("the day of the meeting", "agenda.meeting.at"),
        Fact("who is who", "who.*.face"),
    ),
    "who-to-call": (
        Fact("the last resort", "last_resort"),
        Fact("who stands on a rung", "rows.rungs.face"),
        Fact("whom somebody stands in for", "rows.rungs.instead_of", _stands_in),
        Fact("when a turn changes", "moments.changes.at", _is_listed_first),
        Fact("whose turn comes", "moments.changes.face", _is_listed),
    ),
    "wallet-card": (
        Fact("the last resort", "last_resort"),
        Fact("until when the card is right", "right_until"),
        Fact("who stands on a rung", "strips.row.rungs.face"),
    ),
    "call-sheet": (
        Fact("who is first for an area", "choices.primary.face"),
        Fact("who is second for an area", "choices.backup.face"),
        Fact("when an area was asked first", "pages.asked"),
        Fact("whom to ring", "pages.rings.rung.face", lambda chain, _: chain[-2].step.person),
        Fact("whom somebody stands in for", "pages.rings.rung.instead_of", _stands_in),
        Fact("when somebody was tried", "pages.rings.tried.at"),
        Fact("who speaks", "pages.said.by"),
        Fact("who speaks", "said.by", lambda _, data: not data["pages"]),
    ),
    "customer-brief": (
        Fact("who is theirs", "customer.people.*.name"),
        Fact("who is ours", "ours.name"),
        Fact("when the contract renews", "customer.contract.renews"),
        Fact("the day of a review", "reviews"),
        Fact("the next update of a case", "open_cases.next_update", lambda chain, _: not chain[-1].missed),
        Fact("when a case was closed", "past_cases.closed"),
        Fact("the day of a conversation", "conversations.told.at"),
        *_promises("late", ""),
        *_promises("open", ""),
        *_promises("recently_kept", ""),
        Fact("when promise {} was kept", "recently_kept.kept", lambda chain, _: chain[-1].state == "kept"),
        Fact("whose project it is", "projects.owner"),
        Fact("the next day of a project", "projects.next_due"),
        Fact("the day of a feedback", "feedback.on"),
        Fact("since when a service is held", "held.since"),
    ),
    "roll-up": (
        Fact("when a lesson was adopted that did something", "rollup.lessons.effects.adopted"),
        Fact("when a lesson was adopted", "rollup.lessons.adopted.adopted", _first_eight("adopted")),
        Fact("until when a lesson is to be adopted", "rollup.lessons.waiting.due", _first_eight("waiting")),
        Fact("whose lesson it is", "rollup.lessons.waiting.owner", _first_eight("waiting")),
        Fact("the least that was lost", "rollup.losses.amount.value.low", _enough),
        Fact("the most that was lost", "rollup.losses.amount.value.high", _enough_and_range),
        Fact("what came back", "rollup.losses.amount.value.recovered", _enough),
    ),
    "digest": (
        Fact("when a case was opened", "digest.opened.on"),
        Fact("when a case was closed", "digest.closed.on"),
        Fact("when a lesson was adopted", "digest.lessons.adopted"),
        Fact("the day of a story", "digest.up.on"),
        Fact("the day of a story", "digest.down.on"),
    ),
}
"""What each paper carries. A test puts a value of its own into each place of a paper's data and sees what is printed."""
