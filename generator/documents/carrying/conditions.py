"""When a paper carries a fact: by the objects on the way to it, and by all the data of the paper."""

from collections.abc import Mapping
from typing import Any

from generator.documents.carrying.fact import Chain, When


def exact(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A rough time is printed as it was typed."""
    return not chain[-1].approximate


def differs(chain: Chain, _: Mapping[str, Any]) -> bool:
    """The least and the most of it differ."""
    return bool(chain[-1].low != chain[-1].high)


def came_back(chain: Chain, _: Mapping[str, Any]) -> bool:
    """Some of it was recovered."""
    return bool(chain[-1].recovered.value)


def late_kind(chain: Chain, _: Mapping[str, Any]) -> bool:
    """An update that passed stands in a place of its own, an action that did in its table."""
    return chain[-1].kind in ("commitment", "milestone", "trial")


def owed(chain: Chain, data: Mapping[str, Any]) -> bool:
    """An agenda names the first five under what is owed."""
    agenda = data["agenda"]
    rows = agenda.rows if agenda else ()
    return any(row.standing == "owed" for row in rows) and chain[-1] in data["passed"][:5]


def promised(_: Chain, data: Mapping[str, Any]) -> bool:
    """An update is owed and not late, and the case is open."""
    glance = data["glance"]
    return glance.missed is None and not glance.is_closed


def uncounted(_: Chain, data: Mapping[str, Any]) -> bool:
    """Since when a case is open stands where no criteria are counted."""
    return not data["glance"].wanted


def settled(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A criterion is met or accepted."""
    return chain[-1].word in ("met", "accepted")


def done(chain: Chain, _: Mapping[str, Any]) -> bool:
    """An action or a weak spot is done."""
    return bool(chain[-1].word == "done")


def last_agreed(chain: Chain, data: Mapping[str, Any]) -> bool:
    """A table of criteria says in its head when the last of them was agreed."""
    rows = data["closing"].settled if "closing" in data else data["criteria"]
    agreed = [row.criterion.agreed for row in rows]
    days = [one.on for one in agreed if one is not None and one.on is not None]
    first = next(one for one in agreed if one is not None and one.on == max(days))
    return chain[-1] is first


def several(_: Chain, data: Mapping[str, Any]) -> bool:
    """One loss alone stands in the strip, several in a table of their own."""
    return len(data["case"].impact) > 1


def several_ranges(chain: Chain, data: Mapping[str, Any]) -> bool:
    """An amount is the whole of it; a range of which one end is missing or the same stands there once."""
    return several(chain, data) and chain[-1].amount is None


def several_low(chain: Chain, data: Mapping[str, Any]) -> bool:
    """The least of several losses, where it is not the most too."""
    return several_ranges(chain, data) and chain[-1].low != chain[-1].high


def undecided(_: Chain, data: Mapping[str, Any]) -> bool:
    """An offer waits for the customer's word."""
    return any(offer.mitigation.decision is None for offer in data["offers"])


def came_back_in_all(chain: Chain, data: Mapping[str, Any]) -> bool:
    """The sum stands below several losses, and at the head: there in the price's currency, in each where none is."""
    offer, weighing = chain[-3], chain[-2]
    stands = len(weighing.lines) > 1 or weighing is offer.weighed or offer.weighed is None
    return stands and came_back(chain, data)


def asked_of_day(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A question from the record names its day; one that somebody expects is in their own words."""
    return chain[-1].reason not in ("expected", "account", "concern", "cause", "cause-both", "action-order")


def asked_between(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A question about a span names its later end too."""
    return chain[-1].reason in ("end-moved", "gap", "late-learned")


def disputed(_: Chain, data: Mapping[str, Any]) -> bool:
    """The paper is where we stand: a criterion is disputed."""
    return bool(data["closing"].is_disputed)


def agreed_end(_: Chain, data: Mapping[str, Any]) -> bool:
    """The paper is a close-out: nothing is disputed."""
    return not data["closing"].is_disputed


def confirmed(_: Chain, data: Mapping[str, Any]) -> bool:
    """The customer confirmed the close."""
    return not data["closing"].is_disputed and data["closing"].record.answer == "confirmed"


def proposed(_: Chain, data: Mapping[str, Any]) -> bool:
    """The close is proposed, and neither confirmed nor done."""
    is_open = data["closing"].record.answer != "confirmed" and data["case"].stage != "closed"
    return is_open and not data["closing"].is_disputed


def asks(chain: Chain, data: Mapping[str, Any]) -> bool:
    """The reader is still asked for a word, and told whom to give it to."""
    return disputed(chain, data) or not confirmed(chain, data)


def kept(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A criterion was not dropped."""
    return not chain[-2].dropped


def moved_on(_: Chain, data: Mapping[str, Any]) -> bool:
    """Where we stand names the next update unless one is late."""
    return data["closing"].is_disputed and data["glance"].missed is None


def open_offer(chain: Chain, _: Mapping[str, Any]) -> bool:
    """An offer that was taken up has no switch-off any more."""
    return bool(chain[-2].state != "taken")


def first_five(chain: Chain, data: Mapping[str, Any]) -> bool:
    """A review lists the first five promises that are open."""
    return any(one is held for one in data["open"][:5] for held in chain)


def first_eight(name: str) -> When:
    """A roll-up lists the first eight lessons of each kind."""
    return lambda chain, _: any(one is chain[-1] for one in getattr(chain[-2], name)[:8])


def enough(chain: Chain, _: Mapping[str, Any]) -> bool:
    """A figure of too few cases is not told."""
    return not chain[-2].too_few


def enough_and_differs(chain: Chain, data: Mapping[str, Any]) -> bool:
    """A figure of enough cases, whose least and most differ."""
    return enough(chain, data) and differs(chain, data)


def expects(_: Chain, data: Mapping[str, Any]) -> bool:
    """An end is expected, and the case is open."""
    return not data["case"].resolution_unknown and not data["glance"].is_closed


def expects_in_update(chain: Chain, data: Mapping[str, Any]) -> bool:
    """An update names the expected end where it has no open cause to speak of."""
    return expects(chain, data) and not data["case"].cause_unknown and not data["news"].suspected


def stands_in(chain: Chain, _: Mapping[str, Any]) -> bool:
    """Somebody stands in for another."""
    return bool(chain[-1].holder.reason == "standing-in")


def is_listed(chain: Chain, data: Mapping[str, Any]) -> bool:
    """A wall chart lists the hand-overs of as many moments as it has room for."""
    listed = data["moments"][: data["levels"][data["detail"]].moments]
    return any(one is chain[-2] for one in listed)


def is_listed_first(chain: Chain, data: Mapping[str, Any]) -> bool:
    """Hand-overs of one moment name it once."""
    return is_listed(chain, data) and chain[-1] is chain[-2].changes[0]


def is_said(chain: Chain, _: Mapping[str, Any]) -> bool:
    """What an update promised has no words of its own, and a trial is named by its product."""
    return chain[-1].kind not in ("update", "trial")
