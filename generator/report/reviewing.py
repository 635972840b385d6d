"""A review of what changed, as text for a terminal, Markdown for a pull request's comment, and JSON."""

import json
import re
from collections.abc import Iterator, Sequence

from generator.report.printable import printable
from generator.review.remark import Remark
from generator.review.reviews import Chapter

MOST_CHARACTERS = 60_000
"""How long a comment may be; GitHub takes 65,536 characters, GitLab a million."""
KINDS = {"new": "is new", "gone": "is gone", "unread": "cannot be read on one side", "changed": ""}
NOTHING = "Nothing changed in the case files.\n"
ACTIVE = re.compile(r"([\\`*_{}\[\]()#+!|<>~@])")
"""What Markdown would take for more than text; a person's handle would be told that they are mentioned."""
BEGINS = re.compile(r"^( *[0-9]*)([-=.:])")
"""What would begin a list or a heading at the head of a line."""
POINTS = re.compile(r"[#!~$%&](?=\w)|(?<=\w):(?=//)|\bwww(?=\.)|\bGH-(?=[0-9])", re.ASCII | re.IGNORECASE)
"""What hosts make a link of in plain text, and `&`, by which a character is named."""
JOINER = "\u2060"
"""Joins two characters, is not seen, and keeps what stands around it from being read as one thing."""


def review_text(chapters: Sequence[Chapter]) -> str:
    """The chapters as indented lines, what wants a second look marked with `!`."""
    return "\n".join(line for chapter in chapters for line in (*_text(chapter), "")) if chapters else NOTHING


def _text(chapter: Chapter) -> Iterator[str]:
    yield printable(f"{chapter.key}: {chapter.title} {KINDS[chapter.kind]}".rstrip())
    for head, remarks in _groups(chapter):
        if head:
            yield f"  {head}"
        yield from (f"  {'!' if one.warning else ' '} {_line(one)}" for one in remarks)


def _groups(chapter: Chapter) -> Iterator[tuple[str, Sequence[Remark]]]:
    """What the customer will see, and what stays in the house."""
    if chapter.seen:
        yield "The customer will see", chapter.seen
    if chapter.internal:
        yield "Internal" if chapter.seen or "/" in chapter.key else "", chapter.internal


def _line(remark: Remark) -> str:
    return printable(f"{remark} ({remark.warning})" if remark.warning else str(remark))


def review_markdown(chapters: Sequence[Chapter], most: int = MOST_CHARACTERS) -> str:
    """The chapters as a comment; what no longer fits is counted: of what wants a second look, and of whole files."""
    if not chapters:
        return NOTHING
    room = most - 400
    warned = [f"- {bare(chapter.key)}, {bare(_line(one))}" for chapter in chapters for one in chapter.warned]
    head = _warned(warned, room // 2)
    parts, left = _fitting(["\n".join(_markdown(chapter)) for chapter in chapters], room - len(head))
    if left:
        parts.append(f"{left} more files changed; `casewright diff` tells of them all.\n")
    return "\n".join([head, *parts] if head else parts)


def _fitting(parts: Sequence[str], room: int) -> tuple[list[str], int]:
    """The parts that fit one after the other, and how many do not."""
    kept: list[str] = []
    for part in parts:
        if room < len(part) + 1:
            break
        kept.append(part)
        room -= len(part) + 1
    return kept, len(parts) - len(kept)


def _warned(lines: Sequence[str], room: int) -> str:
    """What wants a second look, as far as it fits; nothing where nothing does."""
    kept, left = _fitting(lines, room)
    more = [f"- and {left} more"] if left else []
    return "\n".join(["### Look twice", "", *kept, *more, ""]) if lines else ""


def _markdown(chapter: Chapter) -> Iterator[str]:
    yield f"### {bare(chapter.title)} {KINDS[chapter.kind]}".rstrip()
    yield f"`{printable(chapter.key)}`"
    yield ""
    for head, remarks in _groups(chapter):
        if head:
            yield f"**{head}**"
            yield ""
        yield from (f"- {bare(_line(one))}" for one in remarks)
        yield ""


def bare(text: str) -> str:
    """A text that Markdown shows as it is, and in which no host finds an address, a person or a ticket to link to."""
    shown = BEGINS.sub(r"\1\\\2", ACTIVE.sub(r"\\\1", printable(text)))
    return POINTS.sub(f"\\g<0>{JOINER}", shown.replace("\\@", f"@{JOINER}"))


def review_json(chapters: Sequence[Chapter]) -> str:
    """A list of chapters, each with its remarks; `seen` says whether the customer reads it."""
    return json.dumps([_data(chapter) for chapter in chapters], ensure_ascii=False, indent=2) + "\n"


def _data(chapter: Chapter) -> dict[str, object]:
    remarks = [
        {"about": one.about, "says": one.says, "seen": one.seen, "warning": one.warning}
        for one in chapter.remarks
    ]
    return {"key": chapter.key, "title": chapter.title, "kind": chapter.kind, "remarks": remarks}
