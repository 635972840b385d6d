"""What was sealed is read back as it was, and nothing that was not sealed by us is read at all."""

import json
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from generator.audience.customer_case import CustomerCase
from generator.audience.project import project
from generator.audience.sealed_forms import forms
from generator.audience.sealing import canonical
from generator.audience.unsealing import Unreadable, unseal
from generator.checking import check_workspace
from tests.audience.any_case import ANY_CASE
from tests.making import at, make_case


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(ANY_CASE)
def test_what_is_unsealed_and_sealed_again_is_the_same(case: CustomerCase) -> None:
    data = canonical(case)
    back = unseal(data)
    assert canonical(back) == data
    for field in fields(case):
        before, after = getattr(case, field.name), getattr(back, field.name)
        if field.name in (
            "root_causes",
            "contributing_factors",
            "team",
            "silver_lining",
            "lessons",
            "letterhead",
        ):
            assert after == before, field.name


def test_a_form_is_of_a_field_that_exists() -> None:
    for record, name in forms():
        assert name in {field.name for field in fields(record)}


CASE = """
customer_sees: [events, meetings, impact, exit_criteria]
events:
  - {at: 2026-03-02 09:00, what: The job stopped, evidence: [E1]}
  - {at: 2026-11-01T01:30-05:00, what: The second half past one}
  - {at: 2026-03-01 morning, approximate: yes, what: Somebody saw it}
  - {at: 2026-03-08 02:30, timezone: Europe/Warsaw, what: In another zone}
  - {at: 2026-03-05, what: A whole day}
meetings: [{id: M1, kind: customer, at: 2026-03-12 15:00, timezone: Europe/London}]
impact: [{what: Lost orders, amount: 100.00 USD, counts: no}]
exit_criteria: [{what: Eight in a row, target: at most 8, readings: [{at: 2026-03-11, value: 3.50}]}]
"""


def sealed(root: Path) -> bytes:
    file, workspace = make_case(root, CASE.replace(", evidence: [E1]", ""))
    return canonical(project(file, workspace, at("2026-03-11 14:30")))


def test_moments_are_aware_in_the_sealed_zone(tmp_path: Path) -> None:
    case = unseal(sealed(tmp_path))
    twice, rough, abroad, day = case.events[1], case.events[2], case.events[3], case.events[4]
    assert (
        case.events[0].at.at == at("2026-03-02 09:00") and case.events[0].at.at.tzinfo == case.letterhead.zone
    )
    assert twice.at.at.utcoffset() == timedelta(hours=-5)
    assert rough.at.typed == "2026-03-01 morning" and rough.at.at.hour == 6
    assert str(abroad.at.at.tzinfo) == "Europe/Warsaw" and abroad.at.at.hour == 2
    assert day.at.whole_day and day.at.end == at("2026-03-06 00:00")
    assert str(case.meetings[0].at.at.tzinfo) == "Europe/London"


def test_every_case_of_the_sample_comes_back(repository: Path) -> None:
    checked = check_workspace(repository, at("2026-03-11 14:30"))
    for file in checked.workspace.cases.values():
        data = canonical(project(file, checked.workspace, checked.as_of))
        assert canonical(unseal(data)) == data, file.key


def test_a_field_added_later_has_its_default(tmp_path: Path) -> None:
    case = unseal(sealed(tmp_path))
    assert case.update_followed is False and case.close_out is None
    assert unseal(canonical(replace(case, title="Another"))).title == "Another"


FOREIGN = {
    "no JSON": ("{", "is not JSON"),
    "brackets without end": ("[" * 100_000, "is not JSON"),
    "a number too long": (f'{{"key": {"9" * 5000}}}', "is not JSON"),
    "not a number": ('{"key": NaN}', "is not JSON"),
    "a key twice": (lambda tree: json.dumps(tree)[:-1] + ', "title": "B"}', "is not JSON"),
    "a list": ("[]", "no letterhead"),
    "nothing": ("{}", "no letterhead"),
    "an unknown key": (lambda tree: {**tree, "notes": ["secret"]}, "`notes`"),
    "an unknown key further down": (
        lambda tree: {**tree, "events": [{**tree["events"][0], "say": "x"}]},
        "`say`",
    ),
    "a title missing": (
        lambda tree: {key: value for key, value in tree.items() if key != "title"},
        "`title`",
    ),
    "a stage of none": (lambda tree: {**tree, "stage": "asleep"}, "`stage`"),
    "a colour that is a style": (
        lambda tree: {**tree, "letterhead": {**tree["letterhead"], "structure": "red}body{"}},
        "`structure`",
    ),
    "a language of none": (
        lambda tree: {**tree, "letterhead": {**tree["letterhead"], "language": "xx"}},
        "`language`",
    ),
    "a logo elsewhere": (
        lambda tree: {**tree, "letterhead": {**tree["letterhead"], "logo": "../../x"}},
        "`logo`",
    ),
    "a zone of none": (lambda tree: {**tree, "letterhead": {**tree["letterhead"], "zone": "../UTC"}}, "zone"),
    "a moment without offset": (lambda tree: {**tree, "opened": "2026-03-02T08:00:00"}, "no moment"),
    "a moment in words": (lambda tree: {**tree, "opened": "yesterday"}, "yesterday"),
    "a text of numbers": (lambda tree: {**tree, "title": 5}, "`title`"),
    "a control character": (lambda tree: {**tree, "title": "a\x1b[31m"}, "`title`"),
    "half a letter": (lambda tree: {**tree, "title": "a\ud800"}, "`title`"),
    "a yes in words": (lambda tree: {**tree, "update_followed": "yes"}, "`update_followed`"),
    "a link that runs": (
        lambda tree: {
            **tree,
            "evidence": [{"id": "E1", "number": 1, "kind": "log", "title": "x", "link": "javascript:a"}],
        },
        "`link`",
    ),
    "a sum without currency": (
        lambda tree: {**tree, "impact": [{"what": "x", "amount": {"value": "1"}}]},
        "`amount`",
    ),
    "a sum of no number": (
        lambda tree: {**tree, "impact": [{"what": "x", "amount": {"value": "1e9", "currency": "USD"}}]},
        "1e9",
    ),
}


@pytest.mark.parametrize(("made", "said"), FOREIGN.values(), ids=FOREIGN)
def test_what_we_did_not_seal_is_not_read(made: Any, said: str, tmp_path: Path) -> None:
    foreign = made if isinstance(made, str) else made(json.loads(sealed(tmp_path)))
    data = foreign if isinstance(foreign, str) else json.dumps(foreign)
    with pytest.raises(Unreadable, match=said):
        unseal(data.encode())


def test_bytes_that_are_no_text_are_not_read() -> None:
    with pytest.raises(Unreadable, match="is not JSON"):
        unseal(b"\xff\xfe{}")
