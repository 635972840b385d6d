"""Incident reports in Markdown: a heading for what happened, a timeline of headings, items or rows with a time each."""

import re
from dataclasses import replace

from generator.intake.draft import DraftCase, DraftEvent, Left, Point
from generator.intake.moments import CLOCK, Clock, Reading, reading_of, unread
from generator.intake.prose import ITEM, Part, items_of, lines_of, parts_of, table_rows, text_of
from generator.intake.zones import ZoneSaid, zone_said

ALL_TIMES = re.compile(
    r"\b(?:all\s+times|the\s+times|times\s+are|times\s+in)\b\s*(?:are\s+)?(?:given\s+)?(?:in\s+)?(.+?)\s*\.?\s*$",
    re.IGNORECASE,
)
PARENTHESES = re.compile(r"\(([^()]*)\)")
DASH = re.compile(r"[*`\]]*(?:\s+[-–—]+\s+|:\s+)|(?:\*\*|`|\])\s+")
KNOWN = {
    "summary": re.compile(r"(?:executive )?summary|what happened|overview", re.IGNORECASE),
    "timeline": re.compile(r"timeline|chronology|log of events", re.IGNORECASE),
    "actions": re.compile(r"action items?|follow.?ups?|next steps|actions", re.IGNORECASE),
    "lessons": re.compile(r"lessons? learn(?:ed|t)|lessons", re.IGNORECASE),
    "well": re.compile(r"what went well", re.IGNORECASE),
    "wrong": re.compile(r"what went wrong|where we got lucky", re.IGNORECASE),
}
NO_TIME = "it says no time that can be told"


def timeline_case(name: str, source: str, text: str, clock: Clock) -> DraftCase:
    """The draft that a report makes; `clock` says the zone to take where the report says none."""
    parts = parts_of(lines_of(text))
    title = next((part for part in parts if part.level == 1), parts[0])
    case = DraftCase(source, title.line, name, _title(title.heading) or name)
    day = _reading(title.heading, clock)
    clock = replace(clock, day=day.local.date(), unsure=False) if day else clock
    _take(case, parts, clock)
    case.opened = case.events[0].at if case.events else day.moment if day else None
    return case


def _title(heading: str) -> str:
    """A heading without the date that leads it."""
    bare = re.sub(
        r"^(?:incident\s+)?(?:date:?\s+)?\d{4}-\d{2}-\d{2}(?:\s+\d{1,2}:\d{2}\S*(?:\s+[A-Z]{2,5})?)?\s*[,:-]?\s*",
        "",
        heading,
        flags=re.I,
    )
    return bare.strip()


def _take(case: DraftCase, parts: list[Part], clock: Clock) -> None:
    """Everything the parts say, each by the kind of the part above it."""
    kind, depth = "preface", 0
    for part in parts:
        if part.level == 1:
            kind, depth = "preface", 1
        named = next((key for key, names in KNOWN.items() if names.match(part.heading)), None)
        if kind == "timeline" and named is None and (reading := _reading(part.heading, clock)):
            clock = _event(case, part, reading, clock)
        elif named or part.level <= depth or kind == "preface":
            kind, depth = named or ("preface" if part.level <= 1 else "other"), part.level
            clock = _section(case, part, kind, clock)
        else:
            clock = _section(case, part, kind, clock)


def _section(case: DraftCase, part: Part, kind: str, clock: Clock) -> Clock:
    """A part that is no event of its own."""
    if kind == "timeline":
        return _timeline(case, part, clock)
    if kind in ("summary", "preface"):
        if text := part.text.strip():
            case.summary = f"{case.summary}\n\n{text}" if case.summary else text
        return clock
    taken = {
        "actions": case.actions,
        "lessons": case.lessons,
        "well": case.silver_lining,
        "wrong": case.lessons,
    }.get(kind)
    points = [Point(what, line) for line, what in items_of(part.lines)] if taken is not None else []
    if taken is not None:
        taken.extend(points)
    if not points and part.text.strip():
        case.left.append(Left(part.line, part.heading or "text", "no field of a case is sure to be meant"))
    return clock


def _timeline(case: DraftCase, part: Part, clock: Clock) -> Clock:
    """The head of a timeline: its zone, its day, and the events that are rows of a table or items of a list."""
    for words in PARENTHESES.findall(part.heading):
        clock = replace(clock, zone=zone_said(words) or clock.zone)
    if day := _reading(part.heading, clock):
        clock = replace(clock, day=day.local.date(), unsure=False)
    for line in part.lines:
        if found := ALL_TIMES.search(line.text):
            clock = replace(clock, zone=zone_said(found[1]) or ZoneSaid(found[1], None))
    clock = _listed(case, part, _tabled(case, part, clock))
    rest = [line for line in part.lines if line.text.strip() and not ALL_TIMES.search(line.text)]
    if rest and not any(ITEM.match(line.text) or line.text.lstrip().startswith("|") for line in rest):
        case.left.append(
            Left(rest[0].number, text_of(rest)[:60], f"it stands in the timeline, and {NO_TIME}")
        )
    return clock


def _tabled(case: DraftCase, part: Part, clock: Clock) -> Clock:
    """The rows of tables; the first cells that say when are the moment, and a head may say the zone."""
    for number, cells, head in table_rows(part.lines):
        if head:
            zones = [zone_said(words) for cell in cells for words in PARENTHESES.findall(cell)]
            clock = replace(clock, zone=next((zone for zone in zones if zone), clock.zone))
            continue
        at = next((at for at, cell in enumerate(cells) if unread(cell)), len(cells))
        what = "; ".join(cell for cell in cells[at:] if cell)
        reading = _reading(" ".join(cells[:at]), clock)
        if reading is None or not what:
            case.left.append(
                Left(number, " | ".join(cells)[:60], NO_TIME if what else "nothing is said about this time")
            )
            continue
        case.events.append(DraftEvent(reading.moment, what, number))
        clock = clock.after(reading)
    return clock


def _listed(case: DraftCase, part: Part, clock: Clock) -> Clock:
    """The items of lists, each with a time at its head; one that is a day alone is that of those below it."""
    for number, what in items_of(part.lines):
        reading = _reading(what, clock) if _leads_with_time(what) else None
        if reading is None:
            case.left.append(Left(number, what[:60], NO_TIME))
            continue
        if not reading.timed and not unread(what):
            clock = replace(clock, day=reading.local.date(), before=None, unsure=False)
            continue
        case.events.append(DraftEvent(reading.moment, _behind_time(what) or what, number))
        clock = clock.after(reading)
    return clock


def _event(case: DraftCase, part: Part, reading: Reading, clock: Clock) -> Clock:
    """A heading that is a moment, and what stands under it."""
    rows = list(table_rows(part.lines)) if not reading.timed else []
    timed = any(_leads_with_time(what) for _, what in items_of(part.lines)) or any(
        CLOCK.search(" ".join(cells)) for _, cells, _ in rows
    )
    if not reading.timed and timed and not unread(part.heading):
        return _timeline(case, part, clock)
    said = _behind_time(part.heading)
    what = "\n\n".join(text for text in (said, part.text) if text)
    if what:
        case.events.append(DraftEvent(reading.moment, what, part.line))
    else:
        case.left.append(Left(part.line, part.heading, "nothing is said about this time"))
    return clock.after(reading)


def _reading(text: str, clock: Clock) -> Reading | None:
    """The moment at the head of a text; one that does not exist is none."""
    if not re.search(r"\d", text):
        return None
    try:
        return reading_of(text, clock)
    except ValueError:
        return None


def _leads_with_time(text: str) -> bool:
    """Whether a text begins with a moment: nothing but a day, a zone or a word such as `about` before its time."""
    found = CLOCK.search(text)
    if found and not unread(text[: found.end()]):
        return True
    head = DASH.split(text, maxsplit=1)[0]
    return bool(re.search(r"\d", head)) and not unread(head)


def _behind_time(heading: str) -> str:
    """What a heading says behind its time: `21:00 - Team alerted`; nothing where it is a time as a whole."""
    said = ""
    for found in DASH.finditer(heading):
        head = heading[: found.start()]
        if unread(head):
            break
        if re.search(r"\d", head):
            said = heading[found.end() :].strip()
    return said if unread(said) and not CLOCK.match(said) else ""
