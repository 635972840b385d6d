"""The words that a shell completes behind a command: cases, people, areas and other keys of the workspace at hand.

Somebody waits for each of them at the keyboard, so files are read as text alone, without a model; and a fault, whatever
it is, must not break into the line that is being typed, so it offers nothing.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from generator.cli.options import workspace_above

if TYPE_CHECKING:
    from generator.source.nodes import Node

Words = Iterator[tuple[str, str]]
"""Each word with what it stands for."""


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
        words = WORDS.get(param.name or "") if wanted == "KEY" else WORDS.get(wanted)
        if words is not None:
            param.type = Offered(words)


def cases(ctx: click.Context) -> Words:
    """The cases, by the names of their files."""
    from generator.model.part import keys_of_cases

    yield from ((key, "") for key in keys_of_cases(_root(ctx)))


def customers(ctx: click.Context) -> Words:
    """The customers, by the names of their folders."""
    from generator.model.part import keys_of_customers

    yield from ((key, "") for key in keys_of_customers(_root(ctx)))


def subjects(ctx: click.Context) -> Words:
    """What a paper may be of: a case, a customer or an area."""
    yield from cases(ctx)
    yield from customers(ctx)
    yield from areas(ctx)


def beginnings(ctx: click.Context) -> Words:
    """How the name of a new case begins."""
    yield from ((f"{key}/", "") for key, _ in customers(ctx))


def areas(ctx: click.Context) -> Words:
    """The areas of the matrix."""
    yield from _named(_read(ctx, "contacts.yaml", "areas"))


def people(ctx: click.Context) -> Words:
    """Our people, the third parties', and those of the customer whose case was named."""
    yield from _named(_read(ctx, "contacts.yaml", "people"))
    for party in _entries(_read(ctx, "contacts.yaml", "parties")).values():
        yield from _named(_below(party, "people"))
    # What was typed in front of an option that still wants its value is not sorted to the arguments yet.
    for told in (ctx.params.get("case"), ctx.params.get("subject"), *ctx.args):
        owner, slash, _ = told.partition("/") if isinstance(told, str) else ("", "", "")
        if slash:
            yield from _named(_read(ctx, f"cases/{owner}/customer.yaml", "people"))


def sides(ctx: click.Context) -> Words:
    """Who may have acted."""
    yield from (("us", "We."), ("customer", "The customer."))
    yield from _named(_read(ctx, "contacts.yaml", "parties"))


def products(ctx: click.Context) -> Words:
    """What we sell."""
    yield from _named(_read(ctx, "casewright.yaml", "products"))


def segments(ctx: click.Context) -> Words:
    """The segments of customers."""
    yield from _named(_read(ctx, "casewright.yaml", "segments"))


def papers(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """The papers of a case, and those of no one case."""
    from generator.documents.house_papers import HOUSE_PAPERS
    from generator.documents.papers import PAPERS

    yield from ((name, paper.title) for name, paper in PAPERS.items())
    yield from ((name, "") for name in HOUSE_PAPERS)


def codes(ctx: click.Context) -> Words:
    """The codes of findings; behind `fix` those that have one safe answer."""
    from generator.cli.explain import declare_all
    from generator.codes import CODES
    from generator.fixing.fixers import FIXERS

    declare_all()
    found = FIXERS if ctx.info_name == "fix" else CODES
    yield from ((name, CODES[name].title) for name in sorted(found))


def outcomes(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """What may have come of a call."""
    from generator.cli.tried import OUTCOMES

    yield from ((word, "") for word in OUTCOMES)


def reasons(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """Why somebody was rung."""
    from generator.cli.tried import WHYS

    yield from ((word, "") for word in WHYS)


def rungs(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """The rungs of the ladder."""
    from generator.model.settings import RUNGS

    yield from ((word, "") for word in RUNGS)


def zones(ctx: click.Context) -> Words:  # noqa: ARG001 - as every other
    """The names of all time zones."""
    from generator.model.scalars.zones import zone_names

    yield from ((name, "") for name in sorted(zone_names()))


WORDS: dict[str, Callable[[click.Context], Words]] = {
    "CASE": cases,
    "SUBJECT": subjects,
    "CUSTOMER/NAME": beginnings,
    "AREA": areas,
    "PERSON": people,
    "SIDE": sides,
    "PAPER": papers,
    "CODE": codes,
    "OUTCOME": outcomes,
    "WHY": reasons,
    "RUNG": rungs,
    "ZONE": zones,
    "customer": customers,
    "person": people,
    "attendees": people,
    "to": people,
    "product": products,
    "segment": segments,
}
"""What is offered, by the metavar of an argument or option; of a `KEY`, by its name."""


def _root(ctx: click.Context) -> Path:
    """The workspace that `-C` names, or the one at hand. Raises FileNotFoundError where there is none."""
    root = ctx.params.get("root") or workspace_above(Path.cwd())
    if root is None:
        raise FileNotFoundError
    return Path(root)


def _read(ctx: click.Context, path: str, key: str) -> "Node | None":
    """What stands under a key of a file of the workspace."""
    from generator.source.workspace import read_one

    return _below(read_one(_root(ctx), path)[0].root, key)


def _below(node: "Node | None", key: str) -> "Node | None":
    return _entries(node).get(key)


def _entries(node: "Node | None") -> "dict[str, Node]":
    from generator.source.nodes import Mapping

    return dict(node.entries) if isinstance(node, Mapping) else {}


def _named(node: "Node | None") -> Words:
    """The keys of a group, each with the name that stands in its entry."""
    from generator.source.nodes import Scalar

    for key, one in _entries(node).items():
        name = _below(one, "name")
        yield key, name.text if isinstance(name, Scalar) else ""
