"""Zones as people write them: abbreviations, offsets, names of cities, and whether these are sure on a given day."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

PLACES = {
    "CET": "Europe/Berlin",
    "CEST": "Europe/Berlin",
    "EET": "Europe/Helsinki",
    "EEST": "Europe/Helsinki",
    "WET": "Europe/Lisbon",
    "WEST": "Europe/Lisbon",
    "EST": "America/New_York",
    "EDT": "America/New_York",
    "CDT": "America/Chicago",
    "MST": "America/Denver",
    "MDT": "America/Denver",
    "PST": "America/Los_Angeles",
    "PDT": "America/Los_Angeles",
    "AEST": "Australia/Sydney",
    "AEDT": "Australia/Sydney",
    "NZST": "Pacific/Auckland",
    "NZDT": "Pacific/Auckland",
    "JST": "Asia/Tokyo",
}
"""Abbreviations that mean one place; those that mean several (CST, IST, BST) are left out on purpose."""
SPOKEN = re.compile(
    "A[CKW]?[SD]T|ART|BRT|[BCGHIKNS]ST|CAT|CLT|NDT|[CEMP]T|EAT|HKT|MSK|PKT|SAST|SGT|WAT|WIB", re.ASCII
)
"""Other abbreviations that are surely meant as a zone; which one, a reader has to say."""
FIXED = frozenset({"UTC", "GMT", "Z"})
OFFSET = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d{1,2})(?::?(\d{2}))?")
WORD = re.compile(r"[A-Za-z]+(?:[/_][A-Za-z_]+)*")


@dataclass(frozen=True, slots=True)
class ZoneSaid:
    """A zone in a source's own words; `named` is the abbreviation it rests on, where it rests on one."""

    words: str
    zone: tzinfo | None
    named: str | None = None

    def offset(self, local: datetime) -> tuple[str, str | None]:
        """How a case file writes the offset at a naive local time, and why that is in doubt.

        An abbreviation that the place did not use on that day ("PST" in July) is in doubt by the hour between the two.
        """
        if self.zone is None:
            return "", f"the zone {self.words!r} is not known" if self.words else "no zone is given"
        moment = local.replace(tzinfo=self.zone)
        if self.named and moment.tzname() != self.named:
            said = _offset_named(self.zone, self.named, local)
            return said or "", f"{self.named} was not the time of that place on {local:%Y-%m-%d}"
        offset = moment.utcoffset() or timedelta()
        later = moment.replace(fold=1).utcoffset() or timedelta()
        return _written(
            offset
        ), None if later == offset else f"the clocks of {self.words} changed at that time"


UNSAID = ZoneSaid("", None)


def zone_said(words: str) -> ZoneSaid | None:
    """The zone that some words name; an offset beats a name. None where they name none."""
    words = words.strip(" ()[].,")
    if (found := OFFSET.search(words)) and (found[0].strip()[0] in "+-UG"):
        return ZoneSaid(words, _fixed(found))
    named = [word for word in WORD.findall(words) if word.upper() in PLACES and word.isupper()]
    if named:
        return ZoneSaid(words, ZoneInfo(PLACES[named[0]]), named[0])
    if any(word in FIXED for word in WORD.findall(words)):
        return ZoneSaid(words, UTC)
    places = (_place(word) for word in WORD.findall(words))
    return next((ZoneSaid(words, ZoneInfo(place)) for place in places if place), None)


def _fixed(found: re.Match[str]) -> tzinfo:
    length = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return timezone(-length if found[1] == "-" else length) if length < timedelta(hours=24) else UTC


@cache
def _cities() -> dict[str, str]:
    """Zones by the small letters of their whole name and of their city, where only one zone has that city."""
    zones = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    cities: dict[str, str] = {}
    for zone in zones:
        city = zone.rpartition("/")[2].lower()
        cities[city] = "" if city in cities else zone
    return {**cities, **{zone.lower(): zone for zone in zones}}


def _place(word: str) -> str | None:
    return _cities().get(word.lower()) if len(word) > 3 else None


def _offset_named(zone: tzinfo, name: str, local: datetime) -> str | None:
    """The offset that a place has on a day of that year when it goes by the name."""
    days = (local.replace(month=month, day=15, tzinfo=zone) for month in range(1, 13))
    return next((_written(day.utcoffset() or timedelta()) for day in days if day.tzname() == name), None)


def _written(offset: timedelta) -> str:
    minutes = int(offset.total_seconds() // 60)
    sign, minutes = ("-", -minutes) if minutes < 0 else ("+", minutes)
    return f"{sign}{minutes // 60:02}:{minutes % 60:02}" if minutes else "Z"
