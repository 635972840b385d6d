"""What was sealed is read back as it was, and nothing that was not sealed by us is read at all."""

import json
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args, get_type_hints
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.audience import customer_case as shown
from generator.audience.customer_case import CustomerCase
from generator.audience.faces import Face
from generator.audience.project import project
from generator.audience.sealed_forms import CHOICES, FILES, choices, forms
from generator.audience.sealing import canonical
from generator.audience.unsealing import Unreadable, unseal
from generator.checking import check_workspace
from generator.model.case import SectionName
from generator.model.scalars.money import Money
from generator.model.scalars.times import Duration, Moment, day_start
from generator.model.settings import STAGES
from tests.making import at, make_case

ZONES = [
    ZoneInfo(name)
    for name in ("America/New_York", "Europe/Warsaw", "Asia/Kolkata", "Australia/Lord_Howe", "UTC")
]
WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co", "Zl", "Zp")), min_size=1
).filter(lambda text: "\ufeff" not in text)
ROUGH = st.sampled_from(["2026-03", "2026-03-01 morning", "2026-03-01 14", "2026-03-01 about 14"])
PLAIN = {
    (CustomerCase, "stage"): st.sampled_from(STAGES),
    (CustomerCase, "sections"): st.lists(st.sampled_from(get_args(SectionName)), max_size=3).map(tuple),
    (CustomerCase, "key"): st.just("kestrel/cards"),
    (shown.RelatedShown, "case"): st.just("kestrel/other"),
    (shown.DisputeShown, "case"): st.none() | st.just("kestrel/other"),
    (shown.Letterhead, "structure"): st.just("#0b5a54"),
    (shown.EvidenceShown, "link"): st.none() | st.just("https://tickets.example/1"),
    (Face, "phone"): st.none() | st.just("+1 603 555 0142 x17"),
    (Face, "email"): st.none() | st.just("priya@harborline.example"),
    (Duration, "unit"): st.sampled_from(["minute", "hour", "day", "week"]),
    (Duration, "number"): st.integers(1, 99999),
    (Money, "currency"): st.sampled_from(["EUR", "USD", "JPY"]),
    (Money, "value"): st.integers(0, 10**15 - 1).map(Decimal),
    **{field: st.none() | st.just("logo.png") for field in FILES},
}


@st.composite
def moments(draw: st.DrawFn) -> Moment:
    zone, rough = draw(st.sampled_from(ZONES)), draw(st.none() | ROUGH)
    if draw(st.booleans()):
        day = draw(st.dates(date(1901, 1, 1), date(2998, 1, 1)))
        return Moment(rough or day.isoformat(), day_start(day, zone), whole_day=True)
    instant = datetime(1920, 1, 1, tzinfo=UTC) + timedelta(seconds=draw(st.integers(0, 10**10)))
    local = instant.astimezone(zone)
    return Moment(rough or f"{local:%Y-%m-%d %H:%M:%S}", local)


SCALARS = {
    str: WORDS,
    bool: st.booleans(),
    int: st.integers(0, 999_999_999),
    date: st.dates(date(1900, 1, 1), date(2999, 1, 1)),
    Decimal: st.decimals(-(10**9), 10**9, places=3),
    ZoneInfo: st.sampled_from(ZONES),
    Moment: moments(),
}


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Anything that a field of this type may hold."""
    if kind in SCALARS:
        return SCALARS[kind]
    if is_dataclass(kind):
        return parts(kind)  # type: ignore[arg-type]
    if getattr(kind, "__origin__", None) is tuple:
        return st.lists(values(get_args(kind)[0]), max_size=2).map(tuple)
    if getattr(kind, "__origin__", None) is Literal:
        return st.sampled_from(get_args(kind))
    inner = [one for one in get_args(kind) if one is not type(None)]
    return st.none() | values(inner[0])


def parts(record: type[Any]) -> st.SearchStrategy[Any]:
    """Any part of a case, of the types themselves: a field that is added later is in it without anybody's doing."""
    hints = get_type_hints(record)
    chosen = {
        field: st.none() | st.sampled_from(choices(*where))
        for (owner, field), where in CHOICES.items()
        if owner is record
    }
    if record is shown.Letterhead:
        chosen["language"] = st.sampled_from(["en", "de"])
    for name in ("kind", "state", "answer", "how"):  # those that are always written
        if name in chosen and type(None) not in get_args(hints[name]):
            chosen[name] = st.sampled_from(choices(*CHOICES[record, name]))
    own = {field: strategy for (owner, field), strategy in PLAIN.items() if owner is record}
    given_fields = {name: values(kind) for name, kind in hints.items()} | chosen | own
    return st.builds(record, **given_fields)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(parts(CustomerCase))
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
