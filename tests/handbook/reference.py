"""The pages of the handbook that are made from the code: commands, fields, findings. Run it to write them."""

import inspect
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
from pydantic import BaseModel

import generator.build.codes
import generator.checking
import generator.inspect.codes  # noqa: F401 - importing them declares every code
from generator.cli import COMMANDS, main
from generator.codes import CODES
from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.docstrings import meaning
from generator.model.fields import FieldPlan, field_plans
from generator.model.marks import Kind
from generator.model.settings import Settings

FOLDER = Path(__file__).parents[2] / "docs" / "handbook"
MADE = "<!-- Made from the code: python -m tests.handbook.reference -->"
FILES: dict[str, tuple[type[BaseModel], str]] = {
    "casewright.yaml": (Settings, "Settings. Every key is optional."),
    "contacts.yaml": (Contacts, "People, the matrix, rotations, absences, third parties."),
    "cases/<customer>/customer.yaml": (Customer, "A customer's profile; only `name` is required."),
    "cases/<customer>/<case>.yaml": (Case, "One escalated case."),
}
KINDS = {Kind.ALWAYS: "always", Kind.SECTION: "by section", Kind.NEVER: "never", None: ""}


def commands() -> str:
    """Every command with its help."""
    parts = [
        "# Commands",
        MADE,
        "Exit codes everywhere: 0 fine, 1 findings, 2 wrong usage, 3 broken surroundings.",
    ]
    for name in COMMANDS:
        parts += _command(name, import_module(COMMANDS[name].module).command)
    return "\n\n".join(parts) + "\n"


def _command(name: str, command: click.Command) -> Iterator[str]:
    yield f"## {name}"
    if isinstance(command, click.Group):
        yield inspect.cleandoc(command.help or "").split("\b")[0].strip()
        for below in command.list_commands(click.Context(command)):
            yield from _command(f"{name} {below}", command.commands[below])
        return
    above = click.Context(main, help_option_names=["-h", "--help"])
    with click.Context(
        command, above, f"casewright {name}", max_content_width=100, terminal_width=100
    ) as context:
        yield f"```text\n{command.get_help(context)}\n```"


def fields() -> str:
    """Every field of every file, with who reads it."""
    head = (
        "The third column says who reads a field: *always* on the customer's papers, *by section* or *never*."
    )
    parts = ["# Every field", MADE, head]
    done: set[type[BaseModel]] = set()
    for path, (record, says) in FILES.items():
        parts += [f"## {path}", says, *_record(record, "", done)]
    return "\n\n".join(parts) + "\n"


def _record(record: type[BaseModel], name: str, done: set[type[BaseModel]]) -> Iterator[str]:
    done.add(record)
    if name:
        yield f"### {name}"
        yield inspect.cleandoc(record.__doc__ or "")
    rows = [_row(plan, meaning(record, plan.attribute)) for plan in field_plans(record)]
    yield "\n".join(["| key | what | read |", "| --- | --- | --- |", *rows])
    for plan in field_plans(record):
        if plan.record is not None and plan.record not in done:
            yield from _record(plan.record, plan.record.__name__, done)


def _row(plan: FieldPlan, doc: str) -> str:
    many = {"list": "list of ", "map": "by key: "}.get(plan.shape, "")
    kind = f" ({many}{plan.record.__name__})" if plan.record else ""
    said = " ".join(doc.split()).replace("|", "\\|")
    return f"| `{plan.key}` | {said}{kind} | {KINDS[plan.kind]} |"


def findings() -> str:
    """Every finding, with why it matters."""
    parts = ["# Every finding", MADE, "`casewright explain CODE` says the same on a terminal."]
    for name in sorted(CODES):
        one = CODES[name]
        marks = [
            str(one.severity),
            *(["of the clock"] if one.clock else []),
            *([] if one.ignorable else ["no comment silences it"]),
        ]
        parts += [f"## {name}", f"**{one.title}** ({', '.join(marks)})", _explained(one.explanation)]
    return "\n\n".join(parts) + "\n"


def _explained(text: str) -> str:
    """An explanation whose indented examples stand in fences."""
    return re.sub(
        r"(?m)(^    .*(?:\n    .*)*)", lambda found: "```yaml\n" + inspect.cleandoc(found[1]) + "\n```", text
    )


PAGES = {"commands.md": commands, "fields.md": fields, "findings.md": findings}

if __name__ == "__main__":
    for name, text in PAGES.items():
        (FOLDER / name).write_text(text(), encoding="utf-8")
