"""Moments and days as people write them, in a language and a zone."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, get_timezone_location, get_timezone_name

from generator.model.scalars.instants import told_apart
from generator.model.scalars.moments import Moment

# A day, a day with its weekday, and both again without the year; {} is where the year stands.
PATTERNS = {
    "en": {
        "long": "EEEE d MMMM",
        "full": "EEE d MMMM",
        "short": "EEE d MMM",
        "day": "d MMMM",
        "brief": "d MMM",
        "dated": "d MMM",
    },
    "de": {
        "long": "EEEE, d. MMMM",
        "full": "EEE d. MMMM",
        "short": "EEE d. MMM",
        "day": "d. MMMM",
        "brief": "d. MMM",
        "dated": "d. MMM",
    },
}
# The region whose clock words a paper uses where the language's own has none ("CET" is British usage).
CLOCK_WORDS = {"en": ("en", "en_GB"), "de": ("de",)}

When = Moment | datetime | date


@dataclass(frozen=True, slots=True)
class Calendar:
    """Writes dates for readers in one zone. `year` is the year that need not be written in short forms."""

    language: str
    zone: ZoneInfo
    year: int

    def written(self, when: When, form: str) -> str:
        """A day in one of the forms long, full, short, day, brief or dated; short, day and brief leave out this year."""
        shown = self.local_day(when)
        pattern = PATTERNS[self.language][form]
        if form in ("long", "full", "dated") or shown.year != self.year:
            pattern += " y"
        written = format_date(shown, pattern, locale=self.language)
        return written.replace(".,", ",") if self.language == "en" else written

    def between(self, first: date, last: date, form: str) -> tuple[str, str]:
        """The first and the last day of a period; the year stands behind the last, behind both where they are of two."""
        return replace(self, year=last.year).written(first, form), replace(self, year=0).written(last, form)

    def local_day(self, when: When) -> date:
        """The calendar day that readers see; a whole day stays the day that was typed."""
        if isinstance(when, Moment):
            return when.day if when.whole_day else self.local_day(when.at)
        return when.astimezone(self.zone).date() if isinstance(when, datetime) else when

    def clock(self, when: When, zone: ZoneInfo | None = None) -> str:
        """The time of day as 14:30, nothing for a whole day; an hour that occurs twice says which by its offset."""
        if isinstance(when, Moment):
            return "" if when.whole_day else self.clock(when.at, zone)
        if not isinstance(when, datetime):
            return ""
        local = when.astimezone(zone or self.zone)
        return f"{local:%H:%M}{told_apart(local)}"

    def zone_short(self, zone: ZoneInfo | None = None) -> str:
        """A few letters where readers know them (ET, CET), else the city."""
        zone = zone or self.zone
        if zone.key in ("UTC", "Etc/UTC", "Etc/GMT"):
            return "UTC"
        for locale in CLOCK_WORDS[self.language]:
            name = get_timezone_name(zone, width="short", locale=locale, zone_variant="generic")
            if re.fullmatch("[A-Z]{2,4}", name):
                return name
        return self.city(zone)

    def zone_long(self, zone: ZoneInfo | None = None) -> str:
        """The name of a clock in words (Eastern Time), the city's where it has none of its own."""
        zone = zone or self.zone
        short = self.zone_short(zone)
        if not re.fullmatch("[A-Z]{2,4}", short) or short == "UTC":
            return short
        return get_timezone_name(zone, width="long", locale=self.language, zone_variant="generic")

    def city(self, zone: ZoneInfo) -> str:
        """The city that a zone is called after."""
        return get_timezone_location(zone, locale=Locale.parse(self.language), return_city=True)


def clock_difference(at: datetime, zone: tzinfo, home: tzinfo) -> timedelta:
    """How much later clocks in `zone` show than those in `home`, at an aware moment."""
    return (at.astimezone(zone).utcoffset() or timedelta()) - (at.astimezone(home).utcoffset() or timedelta())
