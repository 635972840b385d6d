"""The files of a first workspace, filled in for a day and a zone."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from importlib.resources.abc import Traversable

from generator.model.offers import Offers, offers_of
from generator.model.schema import schema_texts
from generator.model.workspace import load_workspace
from generator.source.reader import read_text
from generator.source.sources import CONTACTS, CUSTOMER, SETTINGS, Sources

HOSTS = {"github": ".github/workflows/casework.yml", "gitlab": ".gitlab-ci.yml"}
"""Where each host looks for its CI file."""
DAY = re.compile(r"@([+-]\d+)( \d\d:\d\d)?@")
"""A day so many days from the one the workspace is made on, with a time or without."""
SAMPLE = "cases/juniper/orders.yaml"


@dataclass(frozen=True, slots=True)
class Wish:
    """What a first workspace is made for: the day, the name of the zone, the host whose CI file it gets, and what that
    file has pip install."""

    today: date
    zone: str
    host: str | None = None
    requirement: str = ""


def first_workspace(wish: Wish) -> dict[str, str]:
    """The text of each file, by path in the new workspace."""
    case = f"{wish.today - timedelta(days=5):%Y-%m}-orders"
    words = {"@zone@": wish.zone, "@case@": case, "@casewright@": wish.requirement}
    made = {}
    for path, text in _shipped(files("generator.starter") / "files"):
        if (place := _place(path, wish, case)) is not None:
            made[place] = _filled(text, wish, words)
    return {**made, **{f"schema/{name}": text for name, text in schema_texts(_offers(made)).items()}}


def _offers(made: Mapping[str, str]) -> Offers:
    """The keys of the new workspace, so that an editor offers its people, areas and the rest from the first file on."""
    read = {path: read_text(path, text.encode())[0] for path, text in made.items() if path.endswith(".yaml")}
    inside = {path.removeprefix("cases/"): file for path, file in read.items() if path.startswith("cases/")}
    customers = {path.partition("/")[0]: one for path, one in inside.items() if path.endswith(f"/{CUSTOMER}")}
    cases = {path[: -len(".yaml")]: one for path, one in inside.items() if not path.endswith(f"/{CUSTOMER}")}
    return offers_of(
        load_workspace(Sources(read[SETTINGS], read[CONTACTS], customers=customers, cases=cases))
    )


def _shipped(folder: Traversable, above: str = "") -> Iterator[tuple[str, str]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _shipped(entry, f"{above}{entry.name}/")
        else:
            yield f"{above}{entry.name}", entry.read_text(encoding="utf-8")


def _place(path: str, wish: Wish, case: str) -> str | None:
    """Where a shipped file goes; None for another host's CI file."""
    if path.startswith("hosts/"):
        host = path.removeprefix("hosts/").removesuffix(".yml")
        return HOSTS[host] if host == wish.host else None
    if path == SAMPLE:
        return f"cases/juniper/{case}.yaml"
    return re.sub(r"(^|/)dot-", r"\1.", path)


def _filled(text: str, wish: Wish, words: dict[str, str]) -> str:
    for token, word in words.items():
        text = text.replace(token, word)
    return DAY.sub(lambda found: f"{wish.today + timedelta(days=int(found[1]))}{found[2] or ''}", text)
