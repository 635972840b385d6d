"""Incidents of a cState page: front matter, then messages, mostly the newest first, under marks of many spellings."""

import re
from dataclasses import replace
from datetime import date

from generator.intake.draft import DraftCase, DraftEvent, Left, Moment
from generator.intake.moments import Clock, moment_in, reading_of
from generator.intake.prose import Line, lines_of, text_of

FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
PAIR = re.compile(r"(\w+):[ \t]*(.*?)[ \t]*$")
ENTRY = re.compile(r"\s+-[ \t]*(.+?)[ \t]*$")
WORDS = (
    "initial|final|open(?:ing)?|clos(?:e|ing)|update[ds]?|edit(?:ed)?|resolved|monitoring|investigating|identified"
    "|end of"
)
MARK = re.compile(
    rf"\s*(?:\[((?:{WORDS})\b[^\]\n]*)\](?!\()|\*\*((?:(?:{WORDS})\b|\d{{4}}-\d{{2}}-\d{{2}})[^*\n]*)\*\*[ \t]*:?"
    rf"|((?:initial|final|closing)\s+message)[ \t]*:)[ \t]*(.*)",
    re.IGNORECASE,
)
FIRST = re.compile(r"initial|open", re.IGNORECASE)
LAST = re.compile(r"final|clos|resolved|end of", re.IGNORECASE)
COMMENT = re.compile(r"[ \t]*<!--.*?-->[ \t]*\n?", re.DOTALL)


def cstate_case(name: str, source: str, text: str, clock: Clock) -> DraftCase | None:
    """The draft that a page makes; None where it has no front matter with a title."""
    front = FRONT.match(text)
    fields = _fields(front[1]) if front else {}
    if front is None or "title" not in fields:
        return None
    case = DraftCase(source, _line_of(text, "title"), name, fields["title"][0])
    case.tags = [tag for tag in fields.get("affected", []) if tag]
    case.severity = " ".join(fields.get("severity", [])) or None
    opened = _moment(case, "date", fields, text, clock)
    case.opened = opened
    _messages(case, text, front.end(), opened, clock)
    if fields.get("resolved") == ["true"] and (end := _moment(case, "resolvedWhen", fields, text, clock)):
        case.events.append(
            DraftEvent(end, "Marked as resolved.", _line_of(text, "resolvedWhen"), "status page")
        )
    return case


def _fields(front: str) -> dict[str, list[str]]:
    """The front matter's pairs and plain lists, as typed."""
    fields: dict[str, list[str]] = {}
    key = ""
    for line in front.splitlines():
        if line.lstrip().startswith("#"):
            continue
        if found := PAIR.match(line):
            key = found[1]
            fields[key] = [_bare(found[2])] if found[2] else []
        elif key and (entry := ENTRY.match(line)):
            fields[key].append(_bare(entry[1]))
    return fields


def _bare(text: str) -> str:
    """A plain scalar without its quotes."""
    if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'":
        return text[1:-1].replace("''", "'") if text[0] == "'" else text[1:-1].replace('\\"', '"')
    return text


def _line_of(text: str, key: str) -> int:
    found = re.search(rf"^{key}:", text, re.MULTILINE)
    return text.count("\n", 0, found.start()) + 1 if found else 1


def _moment(
    case: DraftCase, key: str, fields: dict[str, list[str]], text: str, clock: Clock
) -> Moment | None:
    typed = " ".join(fields.get(key, []))
    try:
        moment = moment_in(typed, clock) if typed else None
    except ValueError:
        moment = None
    if moment is None and typed:
        case.left.append(Left(_line_of(text, key), f"{key}: {typed}", "it is no moment that can be told"))
    return moment


def _messages(case: DraftCase, text: str, start: int, opened: Moment | None, clock: Clock) -> None:
    """The messages as events, the oldest first; one without a time of its own stands about at the incident's."""
    body = _without_comments(case, text, start)
    held = _split(lines_of(body, text.count("\n", 0, start) + 1))
    if len(held) > 1 and _newest_first(held):
        held.reverse()
    clock = replace(clock, day=date.fromisoformat(opened.day) if opened else None)
    for mark, line, lines in held:
        at = _own(mark, clock) or (
            replace(opened, text=opened.day, doubt="it has no time of its own; the day is the incident's")
            if opened
            else None
        )
        said = text_of(lines).strip()
        if not said:
            continue
        if at is None:
            case.left.append(Left(line, said[:60], "neither it nor the incident says when"))
            continue
        case.events.append(DraftEvent(at, said, line, "status page"))


def _own(mark: str, clock: Clock) -> Moment | None:
    """The time that a mark says itself, at least by its day."""
    try:
        reading = reading_of(mark, clock) if re.search(r"\d", mark) else None
    except ValueError:
        return None
    return reading.moment if reading and (reading.timed or reading.moment.doubt is None) else None


def _without_comments(case: DraftCase, text: str, start: int) -> str:
    """The body with its comments blanked, each noted as left where it holds a message; line numbers stay."""

    def blank(found: re.Match[str]) -> str:
        if "markdown-link-check" not in found[0] and MARK.search(found[0]):
            line = text.count("\n", 0, start + found.start()) + 1
            case.left.append(Left(line, " ".join(found[0].split())[:60], "the source has it in a comment"))
        return "\n" * found[0].count("\n")

    return COMMENT.sub(blank, text[start:])


def _split(lines: list[Line]) -> list[tuple[str, int, list[Line]]]:
    """The messages: the mark above each (empty for text above the first), its line, and its lines."""
    held: list[tuple[str, int, list[Line]]] = [("", lines[0].number if lines else 1, [])]
    for line in lines:
        found = None if line.fenced else MARK.match(line.text)
        if found:
            mark = found[1] or found[2] or found[3]
            held.append((mark, line.number, [Line(line.number, found[4])] if found[4] else []))
        elif line.fenced or not re.fullmatch(r"\s*-{5,}\s*", line.text):
            held[-1][2].append(line)
    return [one for one in held if text_of(one[2]).strip()]


def _newest_first(held: list[tuple[str, int, list[Line]]]) -> bool:
    """Whether the last of the messages is the first by its mark, or the first the last."""
    first = [at for at, (mark, _, _) in enumerate(held) if FIRST.match(mark)]
    last = [at for at, (mark, _, _) in enumerate(held) if LAST.match(mark)]
    if first and last:
        return first[0] > last[0]
    if first or last:
        return bool(first and first[0] == len(held) - 1) or bool(last and last[0] == 0)
    days = [found[0] for mark, _, _ in held if (found := re.search(r"\d{4}-\d{2}-\d{2}[ T]?[\d:]*", mark))]
    return len(days) > 1 and days == sorted(days, reverse=True)
