"""A case in a workspace whose matrix has every kind of rung, on a folder of its own."""

from pathlib import Path

import pytest

from tests.making import write_files
from tests.who.conftest import CONTACTS, SETTINGS

CASE = """\
# yaml-language-server: $schema=x
title: Card payments declined
opened: 2026-03-03 01:00
advocate: ines   # until Friday
escalations:
  # asked twice before
  - {area: network, asked: 2026-03-02 07:05, attempts: [{at: 2026-03-02 07:05, person: li, rung: primary,
    outcome: engaged}], engaged: {person: li, at: 2026-03-02 07:10}}
notes: Dana sleeps.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The workspace."""
    write_files(
        tmp_path,
        {
            "casewright.yaml": SETTINGS,
            "contacts.yaml": CONTACTS,
            "cases/kestrel/customer.yaml": "name: Kestrel\npeople: {dana: {name: Dana Whitlock}}\n",
            "cases/kestrel/cards.yaml": CASE,
        },
    )
    return tmp_path
