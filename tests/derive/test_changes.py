"""Whatever a reader of two copies would notice is told, and nothing else."""

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings

from generator.audience.customer_case import CustomerCase
from generator.audience.project import project
from generator.audience.sealing import canonical
from generator.audience.unsealing import unseal
from generator.derive.changes import changes, in_words, in_zone
from tests.audience.any_case import ANY_CASE
from tests.making import at, make_case

CASE = """
customer_sees: [summary, events, actions, impact, silver_lining]
summary: The night's copy stopped.
resolution_unknown: The log is incomplete.
events:
  - {at: 2026-03-02 09:00, what: The job stopped}
  - {at: 2026-03-03 09:00, what: We rang, contact: out, next_update: 2026-03-04 09:00}
actions:
  - {id: A1, what: Move the shops, owner: ines, due: 2026-03-12}
  - {id: A2, what: Ask the carrier, notes: it was them}
impact: [{what: Lost orders, amount: 100.00 USD}]
silver_lining: [Cash sales went on]
"""


def copy(root: Path, *edits: tuple[str, str]) -> CustomerCase:
    text = CASE
    for before, after in edits:
        assert text.count(before) == 1, before
        text = text.replace(before, after)
    file, workspace = make_case(root, text)
    return project(file, workspace, at("2026-03-05 12:00"))


EDITS = {
    ("The log is incomplete.", "Part of the log is lost."): (
        "resolution unknown: Part of the log is lost., was The log is incomplete."
    ),
    ("due: 2026-03-12", "due: 2026-03-14"): "actions, A1 Move the shops: due 2026-03-14, was 2026-03-12",
    (
        ", owner: ines",
        "",
    ): "actions, A1 Move the shops: owner no longer said, was Ines Okafor, Customer Advocate, +1 603 555 0100",
    (
        "due: 2026-03-12}",
        "due: 2026-03-12, done: 2026-03-05 10:30}",
    ): "actions, A1 Move the shops: done 2026-03-05 10:30, new",
    ("  - {id: A2, what: Ask the carrier, notes: it was them}\n", ""): "actions: A2 Ask the carrier",
    (
        "what: The job stopped",
        "what: The job ended",
    ): "events, 2026-03-02 09:00 The job ended: what The job ended, was The job stopped",
    ("100.00 USD", "120.00 USD"): "impact, Lost orders: amount 120.00 USD, was 100.00 USD",
    (
        "[Cash sales went on]",
        "[Cash sales went on, The drill went well]",
    ): "silver lining: The drill went well",
    (
        "next_update: 2026-03-04 09:00",
        "next_update: 2026-03-04 10:00",
    ): "next update: 2026-03-04 10:00, was 2026-03-04 09:00",
    ("actions, impact", "actions"): "impact: Lost orders",
}


@pytest.mark.parametrize(("edit", "said"), EDITS.items(), ids=[edit[1] or edit[0][:20] for edit in EDITS])
def test_a_change_is_told_in_words(edit: tuple[str, str], said: str, tmp_path: Path) -> None:
    lines = [in_words(one) for one in changes(copy(tmp_path / "old"), copy(tmp_path / "new", edit))]
    assert said in lines
    assert len(lines) <= 2


def test_what_only_we_read_is_no_change(tmp_path: Path) -> None:
    assert changes(copy(tmp_path / "old"), copy(tmp_path / "new", ("it was them", "it was us"))) == []


def test_a_first_paper_shows_everything_for_the_first_time(tmp_path: Path) -> None:
    lines = [in_words(one) for one in changes(None, copy(tmp_path))]
    assert (
        "actions: A1 Move the shops (owner Ines Okafor, Customer Advocate, +1 603 555 0100; due 2026-03-12)"
        in lines
    )
    assert "summary: The night's copy stopped." in lines
    assert sum(line.startswith("events: ") for line in lines) == 2
    assert not any("it was them" in line for line in lines)


def test_what_is_gone_is_told_apart(tmp_path: Path) -> None:
    gone = ("  - {id: A2, what: Ask the carrier, notes: it was them}\n", "")
    old, new = copy(tmp_path / "old"), copy(tmp_path / "new", gone)
    assert [one.kind for one in changes(old, new)] == ["gone"]


def test_a_long_text_is_cut_only_where_asked_for(tmp_path: Path) -> None:
    long = "A word and another " * 20
    (change,) = changes(copy(tmp_path / "old"), copy(tmp_path / "new", ("The night's copy stopped.", long)))
    assert long.strip() in in_words(change) and "…" not in in_words(change)
    assert "…" in in_words(change, 80)


@settings(max_examples=60, suppress_health_check=list(HealthCheck))
@given(ANY_CASE, ANY_CASE)
def test_copies_differ_if_and_only_if_changes_are_told(one: CustomerCase, other: CustomerCase) -> None:
    assert changes(one, unseal(canonical(one))) == []
    other = replace(other, key=one.key)
    told = changes(one, other)
    assert bool(told) == (canonical(one) != canonical(other))
    for change in [*told, *changes(None, other)]:
        assert in_words(change) and "\n" not in in_words(change)


@settings(max_examples=40, suppress_health_check=list(HealthCheck))
@given(ANY_CASE)
def test_each_field_alone_is_told(case: CustomerCase) -> None:
    bare = unseal(canonical(replace(case, summary=None, events=(), team=(), close_out=None, closed=None)))
    for name in ("summary", "events", "team", "close_out", "closed"):
        changed = replace(bare, **{name: getattr(case, name)})
        assert {one.section for one in changes(bare, changed)} == ({name} if getattr(case, name) else set())


def read_in(case: CustomerCase, zone: str) -> CustomerCase:
    return replace(case, letterhead=replace(case.letterhead, zone=ZoneInfo(zone)))


def test_one_instant_is_no_change_in_another_zone(tmp_path: Path) -> None:
    one = copy(tmp_path)
    told = changes(one, read_in(in_zone(one, ZoneInfo("Asia/Kolkata")), "Asia/Kolkata"))
    assert [change.section for change in told] == ["letterhead"]


def test_what_moved_is_told_in_the_zone_of_today(tmp_path: Path) -> None:
    old = copy(tmp_path / "old")
    new = copy(tmp_path / "new", ("next_update: 2026-03-04 09:00", "next_update: 2026-03-04 10:00"))
    lines = [in_words(one) for one in changes(old, read_in(new, "Asia/Kolkata"))]
    assert old.next_update is not None
    zone = old.next_update.at.astimezone(ZoneInfo("Asia/Kolkata"))
    assert any(line.endswith(f", was {zone:%Y-%m-%d %H:%M}") for line in lines if line.startswith("next"))


def test_an_hour_that_comes_twice_is_told_apart(tmp_path: Path) -> None:
    start = ("next_update: 2026-03-04 09:00", "next_update: 2026-11-01T01:30-04:00")
    end = (start[0], start[1].replace("-04:00", "-05:00"))
    zone = "America/New_York"
    old, new = (read_in(copy(tmp_path / name, edit), zone) for name, edit in (("old", start), ("new", end)))
    assert "next update: 2026-11-01 01:30 UTC-5, was 2026-11-01 01:30 UTC-4" in [
        in_words(one) for one in changes(old, new)
    ]


def test_a_rough_time_is_told_as_it_was_typed(tmp_path: Path) -> None:
    old, new = (
        copy(tmp_path / month, ("at: 2026-03-02 09:00", f"at: 2026-{month}, approximate: yes"))
        for month in ("02", "01")
    )
    assert "events, 2026-01 The job stopped: at 2026-01, was 2026-02" in [
        in_words(one) for one in changes(old, new)
    ]
