"""The leak gate: a customer's finished files against everything that this customer must not read."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.audience.secrets import Secret, Secrets, Sort
from generator.audience.sightings import Sighted
from generator.finding import Finding, in_order
from generator.inspect.codes import LEAK
from generator.inspect.readings import readings
from generator.inspect.runs import Runs
from generator.inspect.template_text import template_texts

WHAT = {
    Sort.PROSE: "The internal text of `{field}`",
    Sort.NAME: "The name of one of our people, whom this customer knows by role only,",
    Sort.TITLED: "The surname of one of our people, whom this customer knows by role only,",
    Sort.MAIL: "The mail address of one of our people",
    Sort.PHONE: "A number of one of our people that is not for this customer",
    Sort.CUSTOMER: "The name of another customer",
    Sort.KEY: "The key of another customer",
    Sort.AMOUNT: "The amount of `{field}`, which no customer sees,",
    Sort.PATTERN: "An address that settings call internal",
}
WAYS_OUT = (
    "Write `say` with the words for the customer, or mark the item that repeats it `audience: internal`."
)


def leaks_in(outputs: Mapping[str, bytes], secrets: Secrets, team: Path | None = None) -> list[Finding]:
    """One finding for each secret and each output that it stands in, at the place of the secret's source.

    `outputs` are the finished files by path; `team` is the workspace's own folder of templates, whose words are no
    secret, as those that ship are none. The secret itself is in no finding.
    """
    runs = Runs(secrets.hidden, (*secrets.public, *secrets.allowed, *template_texts(team)))
    named = [secret for secret in secrets.hidden if secret.sort is not Sort.PROSE]
    return in_order(
        [
            told(secret, name)
            for name, data in outputs.items()
            for secret in leaked(name, data, runs, named, secrets)
        ]
    )


def leaked(name: str, data: bytes, runs: Runs, named: list[Secret], secrets: Secrets) -> Iterator[Secret]:
    """The secrets that stand in one output."""
    for reading in readings(name, data):
        text = Sighted(reading, secrets)
        yield from runs.found_in(text.squeezed)
        yield from (secret for secret in named if text.holds(secret))


def told(secret: Secret, output: str) -> Finding:
    """The finding for a secret in an output."""
    return LEAK.at(
        secret.place, f"{WHAT[secret.sort].format(field=secret.field)} stands in {output}.", WAYS_OUT
    )
