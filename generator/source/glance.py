"""Reads a file that gives no reason for a closer look, straight into dicts, lists and texts without their places.

Almost every file of a workspace is one, and nobody asks where most of its values stand. Whatever is unusual is left to
the builder, so that each fault and each trap is told of in one way only.
"""

import marshal
import re
from collections.abc import Callable, Sequence
from typing import Any

from yaml import CBaseLoader, YAMLError
from yaml.events import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from generator.beside import beside
from generator.source.builder import ROOT
from generator.source.comments import MARK
from generator.source.nodes import NULLS, Data
from generator.source.prose import is_doubtful
from generator.source.refusals import DEPTH, PARTS
from generator.source.syntax import THEIRS

PROPERTY = re.compile(r"(?:^|[\s\[{,:])(?:&\S|!)")
"""What an anchor or a tag looks like at the least."""
EXPLICIT_KEYS = tuple(f"{before}?" for before in "\n\t [{,:-")
"""What a key behind a question mark looks like at the least; no other key with a value goes over several lines."""
ITEM = "\0"
"""Stands for the key while values go into a list; no file holds this character."""
MANY = 500_000
"""Letters from which on another process is worth its while."""
SHORT = max(map(len, NULLS)) + 1


class CloserLook(Exception):
    """Ends the glance at a file with a fault, a trap, an empty value or a comment that is spoken to us."""


class Glance:
    """One file's way from text to data."""

    def __init__(self, text: str) -> None:
        self.next_event: Callable[[], Any] = CBaseLoader(text).get_event
        self.stack: list[tuple[Data, str | None]] = []
        self.opened = 0

    def stream(self) -> Data:
        """What the whole stream holds. Raises CloserLook, or yaml.YAMLError where it is no YAML."""
        self.next_event()
        start = self.next_event()
        if type(start) is not DocumentStartEvent or start.version or start.tags:
            raise CloserLook
        data = self.document()
        if type(self.next_event()) is not StreamEndEvent:
            raise CloserLook
        return data

    def document(self) -> Data:
        """What one document holds. This loop runs for every value of every case, and is written for speed:
        an event is asked only for what must be known."""
        next_event = self.next_event
        whole: dict[str, Data] = {}
        into: Data = whole
        key: str | None = ROOT
        while (kind := type(event := next_event())) is not DocumentEndEvent:
            if kind is ScalarEvent:
                text = event.value
                if key is None:
                    if text in into or not text:
                        raise CloserLook
                    key = text
                elif (len(text) < SHORT and text in NULLS) or ("-" in text and may_swallow(event)):
                    raise CloserLook
                elif key is ITEM:
                    into.append(text)
                else:
                    into[key] = text
                    key = None
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                into, key = self.stack.pop()
            else:
                into, key = self.open(event, into, key)
        return whole[ROOT]

    def open(self, event: Any, into: Data, key: str | None) -> tuple[Data, str | None]:
        """Puts the list or group that begins here where the next value goes; what it stands in waits on the stack."""
        is_group = type(event) is MappingStartEvent
        self.opened += 1
        if key is None or not (is_group or type(event) is SequenceStartEvent):
            raise CloserLook
        if len(self.stack) >= DEPTH or self.opened > PARTS:
            raise CloserLook
        new: Data = {} if is_group else []
        if key is ITEM:
            into.append(new)
        else:
            into[key] = new
        self.stack.append((into, key if key is ITEM else None))
        return new, None if is_group else ITEM


def glance(text: str) -> Data:
    """What a text holds; None where it may have a fault, a trap, an empty value or a comment that is spoken to us."""
    if MARK in text or THEIRS in text or has_explicit_key(text) or is_suspicious(text) or is_doubtful(text):
        return None
    try:
        return Glance(text).stream()
    except (CloserLook, YAMLError):
        return None


def glances(texts: Sequence[str], cores: int) -> Callable[[], list[Data]]:
    """The call that waits for what each of these texts holds; half of many texts are looked at beside this process."""
    own = len(texts) // 2 if cores > 1 and sum(map(len, texts)) > MANY else len(texts)
    rest = beside(
        lambda: marshal.dumps([glance(text) for text in texts[own:]]), cores if own < len(texts) else 1
    )
    return lambda: [*map(glance, texts[:own]), *marshal.loads(rest())]


def has_explicit_key(text: str) -> bool:
    """Whether a file may hold a key behind a question mark."""
    return "?" in text and (text[0] == "?" or any(start in text for start in EXPLICIT_KEYS))


def may_swallow(event: Any) -> bool:
    """Whether a scalar is a text without quotes that goes on over several lines, one of which may begin with a dash."""
    text = event.value
    dashed = " -" in text or "\n-" in text
    return dashed and not event.style and event.start_mark.line != event.end_mark.line


def is_suspicious(text: str) -> bool:
    """Whether a file may hold escapes, merge keys, anchors or tags; single letters are looked for first, being fast."""
    if "\\" in text or ("<" in text and "<<" in text):
        return True
    return ("&" in text or "!" in text) and PROPERTY.search(text) is not None
