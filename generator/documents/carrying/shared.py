"""Facts that several papers carry."""

from generator.documents.carrying.conditions import (
    came_back,
    came_back_in_all,
    differs,
    done,
    exact,
    expects,
    is_said,
    last_agreed,
    late_kind,
    promised,
    settled,
)
from generator.documents.carrying.fact import Fact, When, always

ADVOCATE = Fact("the advocate", "case.advocate")
SPONSOR = Fact("the sponsor", "inside.sponsor")
NEXT = (
    Fact("the next update", "glance.next_word", promised),
    Fact("the update that is late", "glance.missed"),
)
LATE = (
    Fact("the promise {} that is late", "passed.what", late_kind),
    Fact("the day of the promise {} that is late", "passed.day", late_kind),
)
SUMS = (
    Fact("the least that was lost", "glance.sums.low", differs),
    Fact("what was lost", "glance.sums.high"),
    Fact("what came back", "glance.sums.recovered", came_back),
)
ACTIONS = (
    Fact("action {}", "case.actions.what"),
    Fact("the owner of action {}", "case.actions.owner"),
    Fact("the day of action {}", "case.actions.due"),
    Fact("the day on which action {} was done", "states.on", done),
)
CRITERIA = (
    Fact("the day on which the criteria were agreed", "criteria.criterion.agreed.on", last_agreed),
    Fact("the day on which criterion {} was met", "criteria.progress.on", settled),
    Fact("the day of the last reading of criterion {}", "criteria.progress.reading.at"),
)
EXPECTED = Fact("the end that we expect", "case.expected_resolution.at", expects)
EVIDENCE = Fact("the date of evidence {}", "case.evidence.dated")
MOVED = (
    Fact("the end of the plan before it moved", "case.get_well.extended.old"),
    Fact("the end of the plan after it moved", "case.get_well.extended.new"),
)
FACTORS = Fact("whose factor {} is", "case.contributing_factors.owner")
CLOSED = Fact("the day on which it was closed", "case.closed", lambda _, data: data["glance"].is_closed)
EVENTS = (
    Fact("the day of event {}", "rows.event.at", exact),
    Fact("the end of event {}", "rows.event.until"),
    Fact("who says otherwise of event {}", "rows.event.disputed.by"),
)


def weighed(words: str, way: str) -> tuple[Fact, ...]:
    """The arithmetic of an offer in one currency."""
    return (
        Fact(f"the least of loss {{}}{words}", f"{way}.lines.low", lambda chain, _: chain[-2].sum.is_range),
        Fact(f"loss {{}}{words}", f"{way}.lines.high"),
        Fact(f"what came back of loss {{}}{words}", f"{way}.lines.recovered", came_back),
        Fact(
            f"the least of all losses{words}",
            f"{way}.sum.low",
            lambda chain, _: len(chain[-2].lines) > 1 and chain[-1].is_range,
        ),
        Fact(f"all losses{words}", f"{way}.sum.high", lambda chain, _: len(chain[-2].lines) > 1),
        Fact(f"what came back in all{words}", f"{way}.sum.recovered", came_back_in_all),
        Fact(
            f"the least that remains lost{words}", f"{way}.sum.net_low", lambda chain, _: chain[-1].is_range
        ),
        Fact(f"what remains lost{words}", f"{way}.sum.net_high"),
    )


def promises(name: str, of: str, when: When = always) -> tuple[Fact, ...]:
    """The promises of a list of them."""
    return (
        Fact(
            "the promise {}",
            f"{name}.{of}what",
            lambda chain, data: is_said(chain, data) and when(chain, data),
        ),
        Fact("who gave the promise {}", f"{name}.by", when),
        Fact("the day of the promise {}", f"{name}.{of}due", when),
    )
