"""Has a shell complete the keys that a command wants, from the workspace at hand.

Somebody waits for each of them at the keyboard, so files are read as text alone, without a model; and a fault, whatever
it is, must not break into the line that is being typed, so it offers nothing.
"""

from collections.abc import Callable
from contextlib import suppress

import click
from click.shell_completion import CompletionItem

from generator.cli import offered
from generator.cli.peeking import Words

WORDS: dict[str, Callable[[click.Context], Words]] = {
    "CASE": offered.cases,
    "SUBJECT": offered.subjects,
    "CUSTOMER/NAME": offered.beginnings,
    "AREA": offered.areas,
    "PERSON": offered.people,
    "SIDE": offered.sides,
    "PAPER": offered.papers,
    "CODE": offered.codes,
    "OUTCOME": offered.outcomes,
    "WHY": offered.reasons,
    "RUNG": offered.rungs,
    "ZONE": offered.zones,
    "customer": offered.customers,
    "person": offered.people,
    "attendees": offered.people,
    "to": offered.people,
    "product": offered.products,
    "segment": offered.segments,
    "serves": offered.purposes,
    "from_finding": offered.weak_spots,
    "meeting": offered.meetings,
}
"""What is offered, by the metavar of an argument or option; of a `KEY` or an `ID`, by its name."""


class Offered(click.types.StringParamType):
    """A text that may be one of several words."""

    def __init__(self, words: Callable[[click.Context], Words]) -> None:
        self.words = words

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> list[CompletionItem]:
        """The words that begin with what is typed; none where they cannot be read."""
        with suppress(Exception):
            found = dict(self.words(ctx))
            return [
                CompletionItem(word, help=says) for word, says in found.items() if word.startswith(incomplete)
            ]
        return []


def offer(command: click.Command) -> None:
    """Has a command offer words for each of its arguments and options that wants a key, told by metavar or name."""
    for below in command.commands.values() if isinstance(command, click.Group) else ():
        offer(below)
    for param in command.params:
        wanted = (param.metavar or "").strip("[].")
        words = WORDS.get(param.name or "") if wanted in ("KEY", "ID") else WORDS.get(wanted)
        if words is not None:
            param.type = Offered(words)
