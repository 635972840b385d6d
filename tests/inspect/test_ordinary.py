"""Ordinary prose, half of it internal and all of it about the same things, is never taken for a leak."""

import html
import random
from collections.abc import Callable

from generator.inspect.gate import leaks_in
from generator.model.workspace import Workspace
from tests.inspect.test_gate import page, texts_in

WHO = (
    "The on-call engineer",
    "Our network team",
    "The customer's own team",
    "The night shift",
    "A second engineer",
)
DID = ("restarted", "looked at", "drained", "rebuilt", "took a copy of", "watched", "checked", "reported on")
WHAT = (
    "the payment queue",
    "the replica in the second hall",
    "the gateway",
    "the mail relay",
    "the storage cluster",
)
WHEN = (
    "during the night",
    "before the shops opened",
    "after the change window",
    "at the customer's request",
    "twice",
)
SO = (
    "and the errors stopped",
    "but the errors went on",
    "and service came back to normal",
    "with no effect at first",
)
PLAIN = "We are investigating reports of slow pages and will tell you more within the hour."


def sentence(chance: random.Random) -> str:
    """One sentence out of a few thousand, as updates of an incident sound."""
    return " ".join(chance.choice(part) for part in (WHO, DID, WHAT, WHEN, SO)) + "."


def case(chance: random.Random) -> tuple[str, list[str]]:
    """A case with a dozen events, every second one internal, and the texts that its customer reads."""
    lines, read = (
        [
            "title: Slow pages",
            "opened: 2026-03-10 01:00",
            "advocate: ines",
            "customer_sees: [events]",
            "events:",
        ],
        [],
    )
    used: set[str] = set()
    for number in range(12):
        text = sentence(chance) if number % 4 else PLAIN
        # What was said in both copies is no secret; only what was said inside alone must differ in some words.
        audience = ", audience: internal" if number % 2 else ""
        if text in used and not audience:
            continue
        used.add(text)
        lines.append(f'  - {{at: 2026-03-10 {number + 2:02}:00, what: "{text}"{audience}}}')
        read += [] if audience else [text]
    return "\n".join(lines) + "\n", read


def test_fifty_cases_of_ordinary_prose_have_no_leak(put: Callable[[dict[str, str]], Workspace]) -> None:
    from datetime import UTC, datetime

    from generator.audience.project import project
    from generator.audience.secrets import secrets_of

    chance = random.Random(20260311)
    made = {f"cases/kestrel/case-{number}.yaml": case(chance) for number in range(50)}
    workspace = put({name: text for name, (text, _) in made.items()})
    hits = control = 0
    for name, (_, read) in made.items():
        key = name.removeprefix("cases/").removesuffix(".yaml")
        secrets = secrets_of(workspace, key)
        seen = texts_in(project(workspace.cases[key], workspace, datetime(2026, 3, 11, tzinfo=UTC)))
        assert set(read) <= set(seen)
        body = "".join(f"<p>{html.escape(text)}</p>" for text in seen)
        hits += len(leaks_in({name: page(body)}, secrets))
        everything = "".join(
            f"<p>{html.escape(event.what)}</p>" for event in workspace.cases[key].case.events
        )
        control += bool(leaks_in({name: page(everything)}, secrets))
    assert hits == 0
    assert control == 50, "the control: with the internal events in it, each case is caught"
