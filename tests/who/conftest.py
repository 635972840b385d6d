"""A matrix in which every kind of rung occurs, as a folder of its own."""

from pathlib import Path

import pytest

from tests.making import write_files

SETTINGS = """
timezone: America/New_York
ladder: {step: 10 minutes, last_resort: vera}
products:
  replication: {name: Replication, area: engineering, aliases: [DB copy]}
  mail: {name: Mail}
"""
CONTACTS = """
reviewed: {on: 2026-01-02, by: ines}
people:
  ines: {name: Ines Okafor, phone: +1 603 555 0150}
  priya: {name: Priya Raman, title: On-call lead, phone: +1 603 555 0142 x017, confirmed: {on: 2026-02-27, by: ines},
    other_phones: [{number: +1 603 555 0143, note: home}, 004142], timezone: Europe/London}
  tomas: {name: Tomas Lind, phone: +1 603 555 0144}
  jonas: {name: Jonas Keller, phone: +1 603 555 0145, confirmed: {on: 2026-03-11, by: ines}}
  li: {name: Li Wei, phone: 112, timezone: Asia/Tokyo}
  vera: {name: Vera Blum, phone: +1 603 555 0146}
areas:
  engineering:
    name: Engineering
    covers: [storage, first line]
    primary: {rotation: week}
    backup: jonas
    manager: none
    director: none
    vp: vera
    notes: Ring twice.
  network: {name: Network, covers: [mail, line drops], primary: li, backup: tomas, manager: vera, director: none}
  carrier: {name: Northline, outside: true, quote: customer number 40117, primary: desk}
rotations:
  week: {order: [priya, tomas], start: 2026-03-02 09:00, every: 1 week}
overrides: [{rotation: week, from: 2026-03-12 09:00, to: 2026-03-13 09:00, person: li, why: swapped with priya.}]
absences:
  - {person: jonas, from: 2026-03-11, to: 2026-03-12, alternate: ines, cleared: 2026-03-09}
  - {person: tomas, from: 2026-03-11 12:00, to: 2026-03-12 12:00, alternate: li}
parties: {northline: {name: Northline, people: {desk: {name: Night desk, role: first line, phone: +1 603 555 0170}}}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The workspace, without a case."""
    write_files(tmp_path, {"casewright.yaml": SETTINGS, "contacts.yaml": CONTACTS})
    return tmp_path
