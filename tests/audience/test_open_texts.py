"""The quick look at what a customer could read never misses a text that they do read."""

from datetime import UTC, datetime
from pathlib import Path

from generator.audience.passages import could_be_seen, of_case, promised
from generator.audience.visibility import Visibility
from generator.model.workspace import load_workspace
from generator.rules.read_by_customer import readings
from generator.rules.scene import Scene
from generator.source.workspace import read_workspace
from tests.making import make_workspace


def test_every_text_that_is_seen_could_be_seen(repository: Path) -> None:
    workspace = load_workspace(read_workspace(repository))
    compared = 0
    for file in workspace.cases.values():
        quick: list[str] = []
        for record in (file.case, *file.owner.customer.commitments):
            could_be_seen(record, quick)
        sees = Visibility(file.case, file.owner.key)
        seen = {passage.text for passage in (*of_case(file), *promised(file.owner, sees)) if passage.seen}
        read = {text for *_, text in readings(Scene(file, workspace, datetime.now(UTC)))}
        assert seen | read <= set(quick), file.key
        compared += len(seen)
    assert compared > 200


OPENED = """\
title: Slow pages
opened: 2026-03-11
advocate: ines
get_well: {milestones: [{what: A milestone kept inside.}, {what: A milestone for them., audience: customer}]}
close_out: {disputes: [{concern: A concern kept inside.}, {concern: It is slow., why: A why for them., audience: customer}]}
"""


def test_what_is_opened_one_by_one_in_a_section_kept_inside_is_read(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path, {"cases/kestrel/slow.yaml": OPENED})
    file = workspace.cases["kestrel/slow"]
    theirs = {"Slow pages", "A milestone for them.", "A why for them."}
    assert {text for *_, text in readings(Scene(file, workspace, datetime.now(UTC)))} == theirs
    assert {one.text for one in of_case(file, whole=False)} == theirs | {"It is slow."}
    assert {one.text for one in of_case(file) if one.seen} == theirs | {"It is slow."}


def test_notes_and_evidence_that_is_kept_back_are_not_looked_at(repository: Path) -> None:
    workspace = load_workspace(read_workspace(repository))
    cases = [file.case for file in workspace.cases.values()]
    quick: list[str] = []
    for case in cases:
        could_be_seen(case, quick)
    links = {
        item.link for case in cases for item in case.evidence if item.link and item.audience != "customer"
    }
    notes = {note for case in cases for note in case.notes}
    assert links and notes
    assert not (links | notes) & set(quick)
