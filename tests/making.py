"""Small real workspaces for tests: YAML text into a folder, and that folder through the real reader and model."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from textwrap import dedent
from zoneinfo import ZoneInfo

from generator.model.workspace import CaseFile, Workspace, load_workspace
from generator.source.workspace import read_workspace

NEW_YORK = ZoneInfo("America/New_York")
CONTACTS = """
people:
  ines:
    name: Ines Okafor
    title: Customer Advocate
    phone: +1 603 555 0150
    customer_phone: +1 603 555 0100
    shown_as: contact
"""
SETTINGS = "timezone: America/New_York\n"
CUSTOMER = "name: Kestrel Outfitters\ntimezone: America/New_York\n"
HEAD = "title: Card payments declined\nopened: 2026-03-02 08:00\nadvocate: ines\n"
KEY = "kestrel/cards"


def write_files(root: Path, files: Mapping[str, str]) -> None:
    """Writes texts below a folder; their common indentation is taken away."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(dedent(text), encoding="utf-8")


def make_workspace(root: Path, files: Mapping[str, str]) -> Workspace:
    """The workspace that files make, with one of ours and one customer where the files say nothing else.

    A workspace in which anything could not be read fails the test that made it.
    """
    standing = {
        "casewright.yaml": SETTINGS,
        "contacts.yaml": CONTACTS,
        "cases/kestrel/customer.yaml": CUSTOMER,
    }
    write_files(root, {**standing, **files})
    workspace = load_workspace(read_workspace(root))
    assert not workspace.findings, [f"{found.place}: {found.message}" for found in workspace.findings]
    return workspace


def make_case(root: Path, text: str, files: Mapping[str, str] | None = None) -> tuple[CaseFile, Workspace]:
    """A case of Kestrel's and its workspace; title, opening and advocate are put before the text that lack them."""
    body = dedent(text).lstrip("\n")
    head = "".join(f"{line}\n" for line in HEAD.splitlines() if f"\n{line.split(':')[0]}:" not in f"\n{body}")
    workspace = make_workspace(root, {f"cases/{KEY}.yaml": head + body, **(files or {})})
    return workspace.cases[KEY], workspace


def at(text: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    """An aware moment from ISO text; without an offset it is in the zone."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=zone) if moment.tzinfo is None else moment.astimezone(zone)
