"""Short YAML texts read into records of the model, the way a file of the workspace is."""

from collections.abc import Callable
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel

from generator.finding import Finding
from generator.model.loading import load
from generator.source.reader import read_text

Read = Callable[..., tuple[Any, list[Finding]]]
CASE = "title: Cards declined\nopened: 2026-03-11 02:05\nadvocate: ines\n"


@pytest.fixture(scope="session")
def read() -> Read:
    """The record that a text holds and what was found; in the zone of New York unless said."""

    def of(record: type[BaseModel], text: str, zone: str = "America/New_York") -> tuple[Any, list[Finding]]:
        source, faults = read_text("cases/kestrel/cards.yaml", text.encode())
        assert not faults, "the text itself is sound YAML"
        return load(record, source, ZoneInfo(zone))

    return of


@pytest.fixture(scope="session")
def told(read: Read) -> Callable[..., list[str]]:
    """What is found in a text, one line each: `line:column code message remedy`."""

    def of(record: type[BaseModel], text: str, zone: str = "America/New_York") -> list[str]:
        return [
            f"{found.place.line}:{found.place.column} {found.code} {found.message} {found.remedy}"
            for found in read(record, text, zone)[1]
        ]

    return of
