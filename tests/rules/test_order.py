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
        (("2025-11-02 01:45-04:00", "2025-11-02 01:15-05:00"), False),
        (("2025-11-02 01:15-05:00", "2025-11-02 01:45-04:00"), True),
        (("2025-11-02 01:30-05:00", "2025-11-02 01:30-04:00"), True),
    ],
)
def test_events_stand_in_order(codes: Codes, times: tuple[str, ...], told: bool) -> None:
    assert ("out-of-order" in codes(events(*times))) is told


def test_one_wrong_year_is_one_finding(codes: Codes) -> None:
    found = codes(events("2026-03-09 09:00", "2025-03-09 10:00", "2026-03-09 11:00"))
    assert "out-of-order" in found
    assert "in-the-future" not in found


EARLY, LATE = "2025-11-02 01:45-04:00", "2025-11-02 01:15-05:00"
"""Two moments half an hour apart; the clock shows the later one the lower time, because an hour came twice that night."""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ends-before-it-begins", "events: [{{at: {}, until: {}, what: Something}}]"),
        ("learned-before-it-happened", "events: [{{at: {}, learned: {}, what: Something}}]"),
        ("promised-for-the-past", "events: [{{at: {}, next_update: {}, contact: out, what: Something}}]"),
        ("closed-before-opened", "opened: {}\nstage: closed\noutcome: withdrawn\nclosed: {}"),
        ("ends-before-it-begins", "team: [{{person: ines, joined: {}, left: {}}}]"),
    ],
)
def test_the_hour_that_comes_twice_is_no_contradiction_and_hides_none(
    codes: Codes, code: str, text: str
) -> None:
    assert code not in codes(text.format(EARLY, LATE))
    assert code in codes(text.format(LATE, EARLY))


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
