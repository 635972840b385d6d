"""How one paper speaks: its language, the zone of its readers and the moment it is true of, as template filters."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from markupsafe import Markup

from generator.markup import to_html, to_line, to_text
from generator.model.scalars.durations import Duration
from generator.model.scalars.moments import Moment
from generator.model.scalars.money import Money
from generator.render import amounts, lengths
from generator.render.catalogues import LANGUAGES
from generator.render.colours import tint
from generator.render.mails import mailed
from generator.render.moments import Calendar, When, clock_difference
from generator.render.phones import dialled
from generator.render.pictures import data_address
from generator.render.wording import Wording, bare_end, capital, ticked


@dataclass(frozen=True, slots=True)
class Speech:
    """Writes values for the readers of one paper. `as_of` is aware: the moment at which everything on it is true."""

    language: str
    zone: ZoneInfo
    as_of: datetime

    @property
    def spoken(self) -> str:
        """The language of everything on the paper: English where the words are not translated, never half of each."""
        return self.language if self.language in LANGUAGES else "en"

    @property
    def calendar(self) -> Calendar:
        """Dates and times of these readers."""
        return Calendar(self.spoken, self.zone, self.as_of.astimezone(self.zone).year)

    @property
    def wording(self) -> Wording:
        """Words of these readers."""
        return Wording(self.spoken)

    def day(self, when: When, form: str = "day") -> str:
        """`11 March`, with the year where it is not the paper's; other forms: long, full, short, brief."""
        return self.calendar.written(when, form)

    def period(self, first: date, last: date, form: str = "day") -> str:
        """`1 January to 31 March 2026`."""
        start, end = self.calendar.between(first, last, form)
        return self.wording.gettext("%(start)s to %(end)s") % {"start": start, "end": end}

    def near_day(self, when: When) -> str:
        """`today`, `tomorrow`, `yesterday`, else `4 Mar`."""
        calendar = self.calendar
        days = (calendar.local_day(when) - calendar.local_day(self.as_of)).days
        words = {0: "today", 1: "tomorrow", -1: "yesterday"}
        return self.wording.gettext(words[days]) if days in words else calendar.written(when, "brief")

    def near_moment(self, when: When) -> str:
        """`today 16:00`, `10 Mar 19:00`; a whole day without its time."""
        return f"{self.near_day(when)} {self.clock(when)}".rstrip()

    def clock(self, when: When, zone: ZoneInfo | None = None) -> str:
        """`14:30`, in another zone where one is given."""
        return self.calendar.clock(when, zone)

    def moment(self, when: When, form: str = "full", between: str = ", ") -> str:
        """`Wed 11 March 2026, 14:30`; a whole day without its time."""
        clock = self.clock(when)
        return self.day(when, form) + (f"{between}{clock}" if clock else "")

    def moment_zoned(self, when: When, form: str = "short") -> str:
        """`Thu 12 Mar, 16:00 ET`; a whole day without either."""
        clock = self.clock(when)
        return self.moment(when, form) + (f" {self.calendar.zone_short()}" if clock else "")

    def event_time(self, when: Moment, approximate: bool = False) -> str:
        """`Sat 14 Feb 02:10`; a rough time as it was typed, with "about"."""
        if approximate:
            return self.wording.gettext("about %s") % when.typed
        return self.moment(when, "short", " ")

    def hours_apart(self, zone: ZoneInfo) -> str:
        """How clocks in another zone differ from the readers': `4 h ahead`, `same time`."""
        difference = clock_difference(self.as_of, zone, self.zone)
        if not difference:
            return self.wording.gettext("same time")
        side = "%s ahead" if difference > timedelta() else "%s behind"
        return self.wording.gettext(side) % lengths.brief(difference, self.wording)

    def span(self, length: timedelta) -> str:
        """`12 days 21 hours`."""
        return lengths.span(length, self.wording)

    def roughly(self, length: timedelta) -> str:
        """`636 days`, `5.1 years`."""
        return lengths.roughly(length, self.wording, self.number)

    def lasting(self, length: Duration) -> str:
        """`30 days`, `13 weeks`: a length as it was typed, in the reader's language."""
        return lengths.lasting(length, self.wording)

    def brief_span(self, length: timedelta) -> str:
        """`2 h`, `6 days`."""
        return lengths.brief(length, self.wording)

    def money(self, amount: Money) -> str:
        """`$86,400`."""
        return amounts.money(amount, self.spoken)

    def number(self, value: Decimal | int | float) -> str:
        """`1,234.5`."""
        return amounts.number(value, self.spoken)

    def filters(self) -> dict[str, Callable[..., Any]]:
        """Every filter that a template may use, beside Jinja's own: a closed set."""
        own = (
            self.day, self.period, self.near_day, self.near_moment, self.clock, self.moment, self.moment_zoned,
            self.event_time, self.hours_apart, self.span, self.roughly, self.lasting,
            self.brief_span, self.money, self.number, capital, tint,
        )  # fmt: skip
        return {one.__name__: one for one in own} | {
            "in_words": self.wording.number,
            "uncapital": self.wording.uncapital,
            "listing": self.listing,
            "zone_short": self.calendar.zone_short,
            "zone_long": self.calendar.zone_long,
            "city": self.calendar.city,
            "prose": lambda text: Markup(to_html(text)),
            "line": lambda text: Markup(to_line(text)),
            "plain": to_text,
            "bare_end": bare_end,
            "dialled": dialled,
            "mailed": mailed,
            "data_address": data_address,
            "ticked": ticked,
        }

    def listing(self, items: Iterable[str]) -> str:
        """`a, b and c`."""
        return self.wording.listing(items)
