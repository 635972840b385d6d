"""A record of a file that was read at a glance is the same as of one read closely, and so are its faults."""

from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest
from pydantic import BaseModel

from generator.finding import Finding
from generator.model.case import Case
from generator.model.contacts import Contacts
from generator.model.customer import Customer
from generator.model.loading import load
from generator.source.decoding import decode
from generator.source.page import Page
from generator.source.reader import look_closely, read_text
from tests.hostile.mutations import slipped
from tests.sample_build import REPOSITORY

SAMPLE = [*sorted(REPOSITORY.glob("cases/*/*.yaml")), REPOSITORY / "contacts.yaml"]
TOKYO = ZoneInfo("Asia/Tokyo")


def loaded_both_ways(path: Path, data: bytes) -> tuple[bool, list[Finding]]:
    """Whether the file was read at a glance, and the faults of its record, either way."""
    records: dict[str, type[BaseModel]] = {"contacts.yaml": Contacts, "customer.yaml": Customer}
    record = records.get(path.name, Case)
    text, faults = decode("a.yaml", data)
    lazy, _ = read_text("a.yaml", data)
    if faults or lazy.tree is not None:
        return False, []
    close, _ = look_closely(Page("a.yaml", text))
    assert load(record, lazy, TOKYO) == load(record, close, TOKYO)
    return True, load(record, lazy, TOKYO)[1]


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_sample(path: Path) -> None:
    loaded_both_ways(path, path.read_bytes())


def test_the_sample_with_slips() -> None:
    both = [
        loaded_both_ways(path, slipped(path.read_bytes(), Random(f"{path.name}{seed}")))
        for path in SAMPLE
        for seed in range(40)
    ]
    assert sum(lazy for lazy, _ in both) > len(SAMPLE) and sum(bool(faults) for _, faults in both) > 10


@pytest.mark.parametrize(
    "text",
    [
        "title: x\nopened: 2026-03-11 02:05\nadvocate: ines\n",
        "title: x\nopened: 2026-03-11 02:05\nadvocate: ines\ntimezone: Europe/Berlin\n",
        "title: x\nopened: 2026-03-11 02:05\nadvocate: ines\ntimezone: Europe/Nowhere\n",
        "title: x\nopened: 2026-03-11 02:05\nadvocate: ines\ntimezone: [Europe/Berlin]\n",
        "title: our timezone\nopened: 2026-03-11 02:05\nadvocate: ines\n",
        "title: x\nopened: 2026-03-11\nadvocate: ines\nevents: [{at: 2026-03-11 03:00, timezone: Asia/Seoul, what: x}]\n",
        "title: x\nopened: 2026-03-11 02:05\nadvocate: ines\nevents: [{at: 2026-03, approximate: yes, what: x}]\n",
        "title: x\nopened: 2026-03-11\nadvocate: ines\ntitel: y\n",
    ],
)
def test_zones_of_every_kind(text: str) -> None:
    assert loaded_both_ways(Path("case.yaml"), text.encode())[0]
