"""Events in order: what a date alone and an approximate time are spared, and what is told all the same."""

from collections.abc import Callable

import pytest

Codes = Callable[..., set[str]]


def events(*times: str) -> str:
    """A case with an event at each of the times."""
    return "events:\n" + "".join(f"  - {{at: {time}, what: Something}}\n" for time in times)


@pytest.mark.parametrize(
    ("times", "told"),
    [
        (("2026-03-10 09:00", "2026-03-10 09:00"), False),
        (("2026-03-10 09:00", "2026-03-10 08:59"), True),
        (("2026-03-10 09:00", "2026-03-10"), False),
        (("2026-03-10 09:00", "2026-03-09"), True),
        (("2026-03-10", "2026-03-10 00:00"), False),
        (("2026-03-10", "2026-03-09 23:59"), True),
        (("2026-03-10 09:00", "2026-03-10", "2026-03-10 08:00"), True),
        (("2026-03-10 09:00", "2026-03-09 10:00, approximate: yes", "2026-03-10 10:00"), False),
        (("2026-03-10 09:00-04:00", "2026-03-10 14:00+01:00"), False),
    ],
)
def test_events_stand_in_order(codes: Codes, times: tuple[str, ...], told: bool) -> None:
    assert ("out-of-order" in codes(events(*times))) is told


def test_one_wrong_year_is_one_finding(codes: Codes) -> None:
    found = codes(events("2026-03-09 09:00", "2025-03-09 10:00", "2026-03-09 11:00"))
    assert "out-of-order" in found
    assert "in-the-future" not in found


@pytest.mark.parametrize(
    "text",
    [
        "events: [{at: 2026-03-11 14:31, what: Something}]",
        "actions: [{what: Renew it, owner: ines, due: 2026-03-12, done: 2026-03-12}]",
        "meetings: [{id: m1, kind: fact-finding, at: 2026-03-12, held: yes}]",
        "stage_log: [{to: engaged, at: 2026-03-12}]",
        "exit_criteria: [{what: No card is declined, met: 2026-03-12}]",
        "stage: closed\noutcome: withdrawn\nclosed: 2026-03-11 15:00",
    ],
)
def test_what_has_happened_is_not_ahead(codes: Codes, text: str) -> None:
    assert "in-the-future" in codes(text)
    assert "in-the-future" not in codes(text, as_of="2026-03-12T09:00")
