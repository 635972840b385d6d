"""Dates, times, lengths, sums and words, as each reader writes them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from generator.model.scalars.durations import read_duration
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.render import Speech
from generator.render.amounts import money, number
from generator.render.colours import tint
from generator.render.moments import Calendar
from generator.render.phones import dialled
from generator.render.wording import Wording, capital, ticked

EASTERN = ZoneInfo("America/New_York")
NOON = datetime(2026, 3, 11, 18, 30, tzinfo=UTC)
SPEECH = Speech("en", EASTERN, NOON)


def test_a_moment_is_written_in_the_readers_zone() -> None:
    assert SPEECH.moment(NOON) == "Wed 11 March 2026, 14:30"
    assert SPEECH.moment(NOON, "long") == "Wednesday 11 March 2026, 14:30"
    assert SPEECH.moment_zoned(NOON) == "Wed 11 Mar, 14:30 ET"


def test_a_whole_day_stays_the_day_that_was_typed() -> None:
    typed = Moment("2026-03-12", datetime(2026, 3, 12, tzinfo=ZoneInfo("Asia/Tokyo")), whole_day=True)
    assert SPEECH.moment_zoned(typed) == "Thu 12 Mar"
    assert SPEECH.clock(typed) == ""


def test_short_forms_name_the_year_only_where_it_is_another() -> None:
    assert SPEECH.day(date(2026, 3, 4), "brief") == "4 Mar"
    assert SPEECH.day(date(2025, 11, 27), "brief") == "27 Nov 2025"


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today 14:30"), (1, "tomorrow 14:30"), (-1, "yesterday 14:30"), (2, "13 Mar 14:30")],
)
def test_near_days_go_by_their_names(days: int, words: str) -> None:
    assert SPEECH.near_moment(NOON + timedelta(days=days)) == words


def test_a_rough_time_is_printed_as_it_was_typed() -> None:
    rough = Moment("2026-03-01 morning", datetime(2026, 3, 1, 6, tzinfo=EASTERN))
    assert SPEECH.event_time(rough, approximate=True) == "about 2026-03-01 morning"
    assert SPEECH.event_time(rough) == "Sun 1 Mar 06:00"


def test_an_hour_that_occurs_twice_says_which() -> None:
    first = datetime(2026, 11, 1, 1, 30, tzinfo=EASTERN)
    assert SPEECH.clock(first) == "01:30 UTC-4"
    assert SPEECH.clock(first.replace(fold=1)) == "01:30 UTC-5"


@pytest.mark.parametrize(
    ("zone", "short", "long"),
    [
        ("America/New_York", "ET", "Eastern Time"),
        ("Europe/Berlin", "CET", "Central European Time"),
        ("Europe/London", "London", "London"),
        ("Asia/Kolkata", "Kolkata", "Kolkata"),
        ("UTC", "UTC", "UTC"),
    ],
)
def test_a_zone_goes_by_its_letters_or_its_city(zone: str, short: str, long: str) -> None:
    calendar = Calendar("en", ZoneInfo(zone), 2026)
    assert (calendar.zone_short(), calendar.zone_long()) == (short, long)


def test_clocks_elsewhere_are_told_by_their_distance() -> None:
    assert SPEECH.hours_apart(ZoneInfo("Europe/London")) == "4 h ahead"
    assert SPEECH.hours_apart(ZoneInfo("America/Los_Angeles")) == "3 h behind"
    assert SPEECH.hours_apart(EASTERN) == "same time"


@pytest.mark.parametrize(
    ("length", "words", "brief"),
    [
        (timedelta(days=12, hours=21, minutes=4), "12 days 21 hours", "12 days"),
        (timedelta(hours=2), "2 hours", "2 h"),
        (timedelta(days=1, minutes=5), "1 day", "1 day"),
        (timedelta(days=45, hours=3), "45 days", "45 days"),
        (timedelta(minutes=90), "1 hour 30 minutes", "1 h"),
        (timedelta(seconds=20), "0 minutes", "0 min"),
    ],
)
def test_a_length_names_its_two_greatest_units(length: timedelta, words: str, brief: str) -> None:
    assert (SPEECH.span(length), SPEECH.brief_span(length)) == (words, brief)


@pytest.mark.parametrize(
    ("language", "typed", "currency", "shown"),
    [
        ("en", "86400", "USD", "$86,400"),
        ("en", "1200.50", "EUR", "€1,200.50"),
        ("en", "1200.00", "EUR", "€1,200"),
        ("en", "1200", "CHF", "CHF\u00a01,200"),
        ("en", "12345678", "JPY", "¥12,345,678"),
        ("de", "1200.50", "EUR", "1.200,50\u00a0€"),
        ("de", "86400", "USD", "86.400\u00a0$"),
    ],
)
def test_a_sum_is_written_as_its_readers_write_it(
    language: str, typed: str, currency: str, shown: str
) -> None:
    assert money(Money(currency, Decimal(typed)), language) == shown


def test_numbers_keep_the_digits_that_were_typed() -> None:
    assert number(Decimal("1234567.10"), "en") == "1,234,567.1"
    assert number(Decimal("0.123456789"), "de") == "0,123456789"


def test_numbers_and_lists_in_words() -> None:
    wording = Wording("en")
    assert [wording.number(one) for one in (1, 12, 13)] == ["one", "twelve", "13"]
    assert wording.ngettext("%(word)s thing", "%(word)s things", 3) == "three things"
    assert wording.listing(["a", "b", "c"]) == "a, b and c"
    assert (capital("three things"), wording.uncapital("Very sure"), wording.uncapital("SLA met")) == (
        "Three things",
        "very sure",
        "SLA met",
    )


def test_a_german_noun_keeps_its_capital_within_a_sentence() -> None:
    assert Wording("de").uncapital("Vertretung") == "Vertretung"


def test_a_period_says_its_year_once_where_it_has_one() -> None:
    english, german = SPEECH, Speech("de", EASTERN, NOON)
    assert english.period(date(2025, 10, 1), date(2025, 12, 9)) == "1 October to 9 December 2025"
    assert english.period(date(2025, 12, 1), date(2026, 3, 11)) == "1 December 2025 to 11 March 2026"
    assert german.period(date(2026, 1, 1), date(2026, 3, 11), "brief") == "1. Jan. bis 11. März 2026"


def test_a_language_without_words_of_ours_speaks_english_throughout() -> None:
    french = Speech("fr", EASTERN, NOON)
    assert french.spoken == "en"
    assert french.moment(NOON) == "Wed 11 March 2026, 14:30"


def test_german_is_spoken_throughout() -> None:
    german = Speech("de", EASTERN, NOON)
    assert german.spoken == "de"
    assert german.moment(NOON) == "Mi. 11. März 2026, 14:30"
    assert german.near_day(NOON) == "heute"
    assert german.span(timedelta(days=1, hours=2)) == "1 Tag 2 Stunden"


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("+1 603 555 0142", "tel:+1-603-555-0142"),
        ("+1 (603) 555-0142 x17", "tel:+1-603-555-0142;ext=17"),
        ("4417", "tel:4417"),
    ],
)
def test_a_number_is_dialled_with_its_extension(typed: str, address: str) -> None:
    assert dialled(typed) == address


def test_backticks_in_a_finding_become_code_and_nothing_else_does() -> None:
    assert ticked("Write `a < b`, not <b>.") == "Write <code>a &lt; b</code>, not &lt;b&gt;."
    assert ticked("one ` alone") == "one ` alone"


def test_a_tint_goes_towards_white() -> None:
    assert (tint("#0b5a54", 1), tint("#0b5a54", 0)) == ("#0b5a54", "#ffffff")


@pytest.mark.parametrize(
    ("days", "english", "german"),
    [(1, "1 day", "1 Tag"), (645, "645 days", "645 Tage"), (729, "729 days", "729 Tage"), (730, "2 years", "2 Jahre"),
     (1880, "5.1 years", "5,1 Jahre")],
)  # fmt: skip
def test_what_nobody_plans_by_the_day_is_said_roughly(days: int, english: str, german: str) -> None:
    assert SPEECH.roughly(timedelta(days=days)) == english
    assert Speech("de", EASTERN, NOON).roughly(timedelta(days=days)) == german


@pytest.mark.parametrize(
    ("typed", "english", "german"),
    [("13 weeks", "13 weeks", "13 Wochen"), ("1 week", "1 week", "1 Woche"), ("90 days", "90 days", "90 Tage"),
     ("8 hours", "8 hours", "8 Stunden"), ("15 minutes", "15 minutes", "15 Minuten")],
)  # fmt: skip
def test_a_period_is_said_in_the_unit_that_was_typed(typed: str, english: str, german: str) -> None:
    assert SPEECH.lasting(read_duration(typed)) == english
    assert Speech("de", EASTERN, NOON).lasting(read_duration(typed)) == german
