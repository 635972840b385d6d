"""The call log as figures: minutes to engage, rungs climbed, and calls at night where the person is."""

from pathlib import Path

import pytest

from generator.derive.ladder_calls import climbs, rings
from generator.model.workspace import Workspace
from tests.making import make_case

CONTACTS = """
people:
  ines: {name: Ines}
  priya: {name: Priya, timezone: America/New_York}
  jonas: {name: Jonas, timezone: Europe/London}
  lena: {name: Lena}
areas:
  network: {name: Network, primary: jonas}
  eng: {name: Engineering, primary: priya, backup: jonas, manager: lena, director: none}
"""
LOG = """
escalations:
  - area: eng
    asked: 2026-03-02 22:50
    attempts:
      - {at: 2026-03-02 22:59, person: priya, rung: primary, outcome: no-answer}
      - {at: 2026-03-02 23:10, person: jonas, outcome: engaged}
    engaged: {person: jonas, at: 2026-03-02 23:12}
  - area: eng
    asked: 2026-03-03 03:00
    attempts:
      - {at: 2026-03-03 03:00, person: priya, rung: primary, outcome: bad-number}
      - {at: 2026-03-03 05:59, person: priya, rung: primary, outcome: voicemail}
      - {at: 2026-03-03 06:00, person: lena, rung: manager, outcome: no-answer}
  - {area: eng, why: awareness, attempts: [{at: 2026-03-04 01:30, person: lena, rung: manager, outcome: called-back}]}
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return make_case(tmp_path, LOG, {"contacts.yaml": CONTACTS})[1]


def test_each_climb_says_how_long_and_how_far(workspace: Workspace) -> None:
    assert [(one.minutes, one.by, one.rungs, one.is_taken) for one in climbs(workspace)] == [
        (22, "jonas", ("primary", "backup"), True),
        (None, None, ("primary", "manager"), False),
        (None, None, ("manager",), False),
    ]


def test_a_rung_that_nobody_typed_is_the_one_they_stood_on(workspace: Workspace) -> None:
    assert workspace.cases["kestrel/cards"].case.escalations[0].attempts[1].rung is None
    assert climbs(workspace)[0].highest == "backup"


def test_night_is_theirs_not_ours(workspace: Workspace) -> None:
    assert [(one.person, one.is_at_night) for one in rings(workspace, climbs(workspace))] == [
        ("priya", False),  # 22:59 is evening
        ("jonas", True),  # 23:10 in New York is 04:10 in London
        ("priya", True),  # 05:59 is night, and the wrong number before it woke nobody
        ("lena", False),  # 06:00 is morning; her zone is the settings'
        ("lena", True),
    ]
