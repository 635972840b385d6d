"""Texts, numbers, amounts, phones, keys and hours, each refused once with what to write instead."""

from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from email_validator import validate_email
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from generator.model.scalars.currencies import DECIMALS
from generator.model.scalars.hours import Hours, Served
from generator.model.scalars.mail import PLAIN, Email
from generator.model.scalars.money import Amount, Money
from generator.model.scalars.texts import (
    CaseKey,
    Colour,
    Goal,
    Id,
    Key,
    Link,
    Number,
    Phone,
    SeverityLevel,
    TargetNumber,
    Text,
    Whole,
    Words,
    YesNo,
)
from tests.model.refusing import faults

NEW_YORK = ZoneInfo("America/New_York")

GOOD: list[tuple[Any, str, object]] = [
    (Text, "  two words ", "two words"),
    (Text, "0123", "0123"),
    (Text, "no", "no"),
    (Words, "one\ntwo\n", "one\ntwo"),
    (Words, "Příliš žluťoučký kůň", "Příliš žluťoučký kůň"),
    (Key, "kestrel-2", "kestrel-2"),
    (Key, "2026-03-replication", "2026-03-replication"),
    (Id, "X2.a_b-1", "X2.a_b-1"),
    (CaseKey, "kestrel/2026-03-replication", "kestrel/2026-03-replication"),
    (Phone, "+1 603 555 0142", "+1 603 555 0142"),
    (Phone, "+442079460000", "+442079460000"),
    (Phone, "+1 (603) 555-0142 x17", "+1 (603) 555-0142 x17"),
    (Phone, "112", "112"),
    (Phone, "004142", "004142"),
    (Link, "https://tickets.example/48213?x=1#a", "https://tickets.example/48213?x=1#a"),
    (Link, "mailto:desk@harborline.example", "mailto:desk@harborline.example"),
    (Colour, "#0b5A54", "#0b5A54"),
    (Whole, "030", 30),
    (Whole, "999999999", 999_999_999),
    (SeverityLevel, "1", 1),
    (SeverityLevel, "4", 4),
    (Number, "98.50", Decimal("98.50")),
    (Number, "-3", Decimal(-3)),
    (YesNo, "yes", True),
    (YesNo, "True", True),
    (YesNo, "NO", False),
    (YesNo, "false", False),
    (TargetNumber, "30", Goal(Decimal(30))),
    (TargetNumber, "at least 99.5", Goal(Decimal("99.5"))),
    (TargetNumber, "at most 15", Goal(Decimal(15), at_most=True)),
    (Email, "priya@harborline.example", "priya@harborline.example"),
    (Amount, "1200.50 EUR", Money("EUR", Decimal("1200.50"))),
    (Amount, "0 USD", Money("USD", Decimal(0))),
    (Amount, "1200 JPY", Money("JPY", Decimal(1200))),
    (Amount, "1.234 KWD", Money("KWD", Decimal("1.234"))),
    (Served, "24x7", Hours()),
    (Served, "Mon-Fri 08:00-18:00", Hours(0, 4, time(8), time(18))),
    (Served, "Sat 09:00-12:30", Hours(5, 5, time(9), time(12, 30))),
    (Served, "Sun-Thu 00:00-23:59", Hours(6, 3, time(), time(23, 59))),
]
BAD: list[tuple[Any, str, list[str]]] = [
    (Text, "text-blank", ["", "  ", "\n\t"]),
    (Words, "text-blank", ["", " "]),
    (Key, "value-wrong", ["Kestrel", "two words", "-a", "a_b", "", "a/b", "é", "a\n", " a", "a.yaml"]),
    (Id, "value-wrong", ["-A1", "A 1", "", "A1\n", "Ä1", "a/b"]),
    (CaseKey, "value-wrong", ["kestrel", "kestrel/", "/a", "a/b/c", "Kestrel/a", "../a", "kestrel/a.yaml"]),
    (
        Phone,
        "value-wrong",
        ["603 555 0142", "1234567", "+", "+1", "++16035550142", "+1 603 555 0142 ext 17", "", "x17"],
    ),
    (Phone, "value-wrong", ["+1 603 555 0142\n", "+１ 603 555 0142", "tel:+16035550142", "+1 603 555 CALL"]),
    (
        Link,
        "value-wrong",
        ["tickets.example", "javascript:alert(1)", "ftp://a.example", "https://", "https://a b", "//a"],
    ),
    (
        Link,
        "value-wrong",
        ["https://a.example/<b>", 'https://a.example/"', "HTTPS://a.example", "file:///etc/passwd"],
    ),
    (Colour, "value-wrong", ["0b5a54", "#0b5", "teal", "#0b5a5g", "#0b5a54;"]),
    (Whole, "value-wrong", ["-1", "1.0", "1e5", "1_0", "", "1234567890", "٣", "0x10", " 1"]),
    (SeverityLevel, "value-wrong", ["0", "5", "10", "one", "1.0"]),
    (Number, "value-wrong", ["1e5", "1_0", "1,5", ".5", "5.", "inf", "nan", "+3", "٣", "1.0000000001"]),
    (YesNo, "value-wrong", ["y", "on", "1", "", "yEs", "nope", "off"]),
    (
        TargetNumber,
        "value-wrong",
        ["at least", "about 30", "30 %", "at most  15", "> 3", "at least at most 3"],
    ),
    (
        Email,
        "value-wrong",
        ["priya", "priya@", "@harborline.example", "a b@c.example", "a@b@c.example", "p@localhost"],
    ),
    (
        Amount,
        "amount-wrong",
        ["1200", "1,200.50 EUR", "1.200,50 EUR", "1200.50EUR", "€1200", "1e3 EUR", "-5 EUR", "5 eur"],
    ),
    (
        Amount,
        "amount-wrong",
        ["1200.5 JPY", "1.999 EUR", "1.2345 KWD", "5 XYZ", "5. EUR", ".5 EUR", "٣ EUR", "5 EUR\n"],
    ),
    (
        Served,
        "value-wrong",
        ["9 to 5", "Mon-Fri 8:00-18:00", "Mon-Fri 18:00-08:00", "Mon 08:00-24:00", "mon 08:00-09:00"],
    ),
]
PAIRS = [(kind, code, text) for kind, code, texts in BAD for text in texts]


@pytest.mark.parametrize(("kind", "text", "value"), GOOD, ids=[text for _, text, _ in GOOD])
def test_what_is_written_right_is_read(kind: Any, text: str, value: object) -> None:
    read = TypeAdapter(kind).validate_python(text)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(("kind", "code", "text"), PAIRS, ids=[repr(text) for *_, text in PAIRS])
def test_what_is_written_wrong_is_refused_once(kind: Any, code: str, text: str) -> None:
    (only,) = faults(kind, text)
    assert only["type"] == "casewright"
    assert only["ctx"]["code"] == code
    assert only["ctx"]["remedy"].startswith("Write ")


@pytest.mark.parametrize("kind", list(dict.fromkeys(kind for kind, *_ in GOOD)), ids=lambda _: "kind")
@pytest.mark.parametrize("value", [["a"], {"a": "b"}, []], ids=str)
def test_a_list_or_group_is_never_one_value(kind: Any, value: object) -> None:
    (only,) = faults(kind, value)
    assert only["type"] == "casewright"


def test_the_sentence_names_what_is_wrong_with_an_amount() -> None:
    said = {
        text: faults(Amount, text)[0]["ctx"]["sentence"]
        for text in ("5 XYZ", "1.999 EUR", "1,5 EUR", "7.5 JPY")
    }
    assert said == {
        "5 XYZ": "`XYZ` is not a currency of ISO 4217.",
        "1.999 EUR": "EUR has 2 decimals, `1.999 EUR` has 3.",
        "1,5 EUR": "`1,5 EUR` is not an amount with its currency.",
        "7.5 JPY": "JPY has 0 decimals, `7.5 JPY` has 1.",
    }


@given(st.sampled_from(sorted(DECIMALS)), st.integers(0, 10**15 - 1), st.integers(0, 999))
def test_an_amount_comes_back_digit_by_digit(currency: str, whole: int, cents: int) -> None:
    decimals = DECIMALS[currency]
    typed = f"{whole}.{cents:0{decimals}d}"[: len(str(whole)) + 1 + decimals] if decimals else str(whole)
    read = TypeAdapter(Amount).validate_python(f"{typed} {currency}")
    assert str(read) == f"{typed} {currency}"
    assert read.value == Decimal(typed)


@given(st.text())
def test_no_text_breaks_a_reader(text: str) -> None:
    for kind in {kind for kind, *_ in GOOD}:
        try:
            TypeAdapter(kind).validate_python(text)
        except ValidationError as error:
            assert [one["type"] for one in error.errors()] == ["casewright"]


@given(
    st.from_regex(r"[a-z0-9]{1,9}([._-][a-z0-9]{1,9}){0,3}", fullmatch=True),
    st.from_regex(r"([a-z0-9-]{1,9}\.){1,2}(com|example|de|uk)", fullmatch=True),
)
def test_the_quick_look_at_an_address_agrees_with_the_library(local: str, host: str) -> None:
    address = f"{local}@{host}"
    assume(PLAIN.fullmatch(address))
    validate_email(address, check_deliverability=False, test_environment=True)


def at(text: str, zone: ZoneInfo = NEW_YORK) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


OFFICE = Hours(0, 4, time(8), time(18))


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-03-11 09:00", "2026-03-11 10:30", 1.5),
        ("2026-03-11 06:00", "2026-03-11 07:00", 0),
        ("2026-03-11 17:00", "2026-03-12 09:00", 2),
        ("2026-03-13 17:00", "2026-03-16 09:00", 2),
        ("2026-03-14 00:00", "2026-03-15 23:59", 0),
        ("2026-03-09 00:00", "2026-03-16 00:00", 50),
        ("2026-03-11 10:00", "2026-03-11 09:00", 0),
        ("2026-03-11 12:00", "2026-03-11 12:00", 0),
    ],
)
def test_served_hours_between_two_moments(start: str, end: str, hours: float) -> None:
    assert OFFICE.within(at(start), at(end)) == timedelta(hours=hours)


def test_round_the_clock_every_hour_counts_also_when_clocks_change() -> None:
    assert Hours().within(at("2026-03-08 00:00"), at("2026-03-09 00:00")) == timedelta(hours=23)
    assert Hours().within(at("2026-11-01 00:00"), at("2026-11-02 00:00")) == timedelta(hours=25)
    assert Hours().within(at("2026-03-09 00:00"), at("2026-03-08 00:00")) == timedelta()


def test_served_hours_of_a_night_in_which_clocks_change() -> None:
    every_night = Hours(0, 6, time(0), time(6))
    assert every_night.within(at("2026-03-07 12:00"), at("2026-03-08 12:00")) == timedelta(hours=5)
    assert every_night.within(at("2026-10-31 12:00"), at("2026-11-01 12:00")) == timedelta(hours=7)


def test_served_hours_are_those_of_the_first_moments_zone() -> None:
    start, end = at("2026-03-11 09:00"), at("2026-03-11 10:00").astimezone(UTC)
    assert OFFICE.within(start, end) == timedelta(hours=1)
    friday = at("2026-03-13 17:00")
    assert OFFICE.within(friday, at("2026-03-14 08:00", ZoneInfo("Asia/Tokyo"))) == timedelta(hours=1)


def test_served_days_may_go_over_the_weekend() -> None:
    weekend = Hours(5, 0, time(8), time(10))
    assert weekend.within(at("2026-03-09 00:00"), at("2026-03-16 00:00")) == timedelta(hours=6)
    assert str(weekend) == "Sat-Mon 08:00-10:00"
    assert [str(Hours()), str(Hours(2, 2, time(8), time(9)))] == ["24x7", "Wed 08:00-09:00"]
