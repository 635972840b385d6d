"""The largest and smallest values that can be typed: findings or silence, never a traceback."""

from collections.abc import Callable

import pytest

Codes = Callable[..., set[str]]
LONG = "99999 weeks"
FILES = {
    "casewright.yaml": f"""
        grace: {LONG}
        reopen_within: {LONG}
        stage_age: {{get-well: {LONG}}}
        review_after: {{case: {LONG}}}
        close_out: {{attempts: 999999999, over: {LONG}}}
        recurrence: 0
        segments:
          gold: {{name: Gold, update_every: {{1: {LONG}}}, get_well_every: {LONG}, attends: [vp], default: true}}
    """
}
CASE = """
    opened: 1900-01-01
    severity: 1
    stage: get-well
    stage_log: [{to: closed, at: 1900-01-01}, {to: get-well, at: 2999-12-31, why: x}]
    customer_sees: [events, meetings, get_well]
    next_update: 2999-12-31
    events:
      - {at: 1900-01-01, contact: both, what: x, until: 2999-12-31 23:59:59, next_update: 2999-12-31}
      - {at: 2999-12-31, contact: in, what: x}
    recommendations:
      - {what: x, mitigation: {product: x, trial: {start: 1900-01-01, days: 999999999}}}
      - {what: x, mitigation: {product: x, trial: {switch_off: 1900-01-01, days: 999999999}}}
      - {what: x, mitigation: {product: x, trial: {start: 2999-12-31, days: 0, switch_off: 1900-01-01}}}
    exit_criteria: [{what: x, measure: x, target: at most 0, readings: [{at: 1900-01-01, value: -999999999999999}]}]
    get_well: {start: 2999-12-31, end: 1900-01-01, extended: [{from: 1900-01-01, to: 2999-12-31}]}
    meetings: [{id: m, kind: customer, at: 2999-12-31 23:59, minutes: 999999999, agenda: [{topic: x, minutes: 999999999}]}]
"""


@pytest.mark.parametrize("as_of", ["1900-01-01T00:00", "2026-03-08T02:30", "2199-12-31T23:59"])
def test_extremes_are_findings(codes: Codes, as_of: str) -> None:
    assert codes(CASE, FILES, as_of)
