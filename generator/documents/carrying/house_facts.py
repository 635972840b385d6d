"""What each paper of the house carries."""

from generator.documents.carrying.conditions import (
    enough,
    enough_and_differs,
    first_eight,
    is_listed,
    is_listed_first,
    stands_in,
)
from generator.documents.carrying.fact import Fact
from generator.documents.carrying.shared import (
    promises,
)

HOUSE_FACTS: dict[str, tuple[Fact, ...]] = {
    "who-to-call": (
        Fact("the last resort", "last_resort"),
        Fact("who stands on a rung", "rows.rungs.face"),
        Fact("whom somebody stands in for", "rows.rungs.instead_of", stands_in),
        Fact("when a turn changes", "moments.changes.at", is_listed_first),
        Fact("whose turn comes", "moments.changes.face", is_listed),
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
        Fact("whom somebody stands in for", "pages.rings.rung.instead_of", stands_in),
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
        *promises("late", ""),
        *promises("open", ""),
        *promises("recently_kept", ""),
        Fact("when promise {} was kept", "recently_kept.kept", lambda chain, _: chain[-1].state == "kept"),
        Fact("whose project it is", "projects.owner"),
        Fact("the next day of a project", "projects.next_due"),
        Fact("the day of a feedback", "feedback.on"),
        Fact("since when a service is held", "held.since"),
    ),
    "roll-up": (
        Fact("when a lesson was adopted that did something", "rollup.lessons.effects.adopted"),
        Fact("when a lesson was adopted", "rollup.lessons.adopted.adopted", first_eight("adopted")),
        Fact("until when a lesson is to be adopted", "rollup.lessons.waiting.due", first_eight("waiting")),
        Fact("whose lesson it is", "rollup.lessons.waiting.owner", first_eight("waiting")),
        Fact("the least that was lost", "rollup.losses.amount.value.low", enough),
        Fact("the most that was lost", "rollup.losses.amount.value.high", enough_and_differs),
        Fact("what came back", "rollup.losses.amount.value.recovered", enough),
    ),
    "digest": (
        Fact("when a case was opened", "digest.opened.on"),
        Fact("when a case was closed", "digest.closed.on"),
        Fact("when a lesson was adopted", "digest.lessons.adopted"),
        Fact("the day of a story", "digest.up.on"),
        Fact("the day of a story", "digest.down.on"),
    ),
}
"""By the paper's key. A test puts a value of its own into each place of a paper's data and sees what is printed."""
