"""Any copy of a case that a customer might read, made up by hypothesis from the types themselves."""

from dataclasses import is_dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Literal, get_args, get_type_hints
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from generator.audience.customer_case import CustomerCase, Letterhead
from generator.audience.faces import Face
from generator.audience.sealed_forms import CHOICES, FILES, choices
from generator.audience.shown.chronology import EvidenceShown
from generator.audience.shown.close_out import DisputeShown, RelatedShown
from generator.model.case import SectionName
from generator.model.scalars.durations import Duration
from generator.model.scalars.instants import day_start
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.model.settings import STAGES

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
    (RelatedShown, "case"): st.just("kestrel/other"),
    (DisputeShown, "case"): st.none() | st.just("kestrel/other"),
    (Letterhead, "structure"): st.just("#0b5a54"),
    (EvidenceShown, "link"): st.none() | st.just("https://tickets.example/1"),
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
    if record is Letterhead:
        chosen["language"] = st.sampled_from(["en", "de"])
    for name in ("kind", "state", "answer", "how"):  # those that are always written
        if name in chosen and type(None) not in get_args(hints[name]):
            chosen[name] = st.sampled_from(choices(*CHOICES[record, name]))
    own = {field: strategy for (owner, field), strategy in PLAIN.items() if owner is record}
    given_fields = {name: values(kind) for name, kind in hints.items()} | chosen | own
    return st.builds(record, **given_fields)


ANY_CASE = parts(CustomerCase)
