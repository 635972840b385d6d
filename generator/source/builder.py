"""Builds the tree of a file from libyaml's events, and keeps aside whatever of them is not plain data."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from yaml import CBaseLoader
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from generator.finding import Finding
from generator.source import refusals
from generator.source.nodes import Mapping, Node, Scalar, Sequence
from generator.source.page import Page
from generator.source.refusals import span_of

Items = list[Node] | None
Entries = dict[str, Node]
Keys = dict[str, Scalar]
State = tuple[Node | None, Items, Entries, Keys, str | None]
"""The value just read, and where the next one goes: into a list, or under a key of a group; no key yet means that
a key comes next."""

ROOT = ""
"""The key under which a document's own node is put; no key that is written is empty and without a finding."""


class TooDeep(Exception):
    """Ends the reading of a file that nests too deep or holds too many parts; its argument is the finding."""


@dataclass(slots=True)
class Tree:
    """What was built of a file so far; whole once `Builder.build` has returned.

    `marked` are the scalars in quotes or block style, `folded` those without that go on over several lines,
    `nulls` those that hold nothing, and `odd` the events that need a second look.
    """

    root: Node | None = None
    marked: list[Scalar] = field(default_factory=list)
    folded: list[Scalar] = field(default_factory=list)
    nulls: list[Scalar] = field(default_factory=list)
    odd: list[Any] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


class Builder:
    """One file's way from text to tree, without recursion, so that no input can exhaust the stack."""

    def __init__(self, page: Page) -> None:
        self.page, self.path = page, page.path
        self.text = text = page.text
        self.next_event: Callable[[], Any] = CBaseLoader(text).get_event
        self.tree = Tree()
        self.stack: list[tuple[Any, ...]] = []
        self.opened = 0

    def build(self) -> None:
        """Reads the whole stream into `tree`.

        Raises yaml.YAMLError where it is no YAML and TooDeep where it nests too deep or holds too many parts; `tree`
        keeps what came before.
        """
        self.next_event()
        start = self.next_event()
        if type(start) is not DocumentStartEvent:
            return
        if start.version or start.tags:
            self.tree.findings.append(refusals.directive(self.page, span_of(start)[0]))
        self.tree.root = self.document()
        event = self.next_event()
        if isinstance(event, DocumentStartEvent):
            self.tree.findings.append(refusals.second_document(self.path, event))

    def document(self) -> Node:
        """The tree of one document."""
        next_event = self.next_event
        node: Node | None = None
        items: Items = None
        entries: Entries = {}
        keys: Keys = {}
        key: str | None = ROOT
        while (kind := type(event := next_event())) is not DocumentEndEvent:
            if kind is ScalarEvent:
                text, style = event.value, event.style
                start, end = event.start_mark, event.end_mark
                line, end_line = start.line + 1, end.line + 1
                node = scalar = Scalar(text, not style, line, start.column + 1, end_line, end.column + 1)
                self.note(event, scalar, items is None and key is None)
                if items is not None:
                    items.append(scalar)
                elif key is not None:
                    entries[key] = scalar
                    key = None
                else:
                    if text in keys:
                        self.tell_twice(scalar, keys[text])
                        text = f"{text}\0{line}"  # both values stay, for what else is wrong with them
                    keys[text] = scalar
                    key = text
            elif kind is MappingEndEvent or kind is SequenceEndEvent:
                node, items, entries, keys, key = self.close(event, node)
            else:
                node, items, entries, keys, key = self.open(event, items, entries, keys, key)
        return entries[ROOT]

    def tell_twice(self, scalar: Scalar, first: Scalar) -> None:
        """Tells of a key that stands twice; a file made of nothing else has a hundred thousand of them."""
        if len(self.tree.findings) < refusals.MOST:
            self.tree.findings.append(refusals.duplicate(self.path, scalar, first))

    def open(self, event: Any, items: Items, entries: Entries, keys: Keys, key: str | None) -> State:
        """Puts what begins here where the next value goes; what it stands in waits on the stack.

        An alias takes the place of a value that holds nothing.
        """
        start = event.start_mark
        node: Node
        inside: State | None = None
        line, column = start.line + 1, start.column + 1
        if type(event) is MappingStartEvent:
            node = Mapping({}, {}, line, column, line, column)
            inside = node, None, node.entries, node.keys, None
        elif type(event) is SequenceStartEvent:
            node = Sequence([], line, column, line, column)
            inside = node, node.items, entries, keys, None
        else:
            node = Scalar("", True, *span_of(event))
        if items is not None:
            items.append(node)
        elif key is not None:
            entries[key] = node
            key = None
        else:
            self.tree.findings += refusals.collection_as_key(self.page, node)
            key = ""
        self.note_odd(event)
        if inside is None:
            return node, items, entries, keys, key
        self.opened += 1
        if len(self.stack) >= refusals.DEPTH or self.opened > refusals.PARTS:
            look = refusals.too_many if self.opened > refusals.PARTS else refusals.too_deep
            raise TooDeep(look(self.path, event))
        self.stack.append((event.flow_style, node, items, entries, keys, key))
        return inside

    def close(self, event: Any, last: Node | None) -> State:
        """Ends a list or group with its bracket or with its last value, and goes on with what it stands in."""
        brackets, node, items, entries, keys, key = self.stack.pop()
        if brackets or last is None:
            node.end_line, node.end_column = event.end_mark.line + 1, event.end_mark.column + 1
        else:
            node.end_line, node.end_column = last.end_line, last.end_column
        return node, items, entries, keys, key

    def note(self, event: Any, scalar: Scalar, is_key: bool) -> None:
        """Keeps aside what is unusual about a scalar: its marks, its line breaks, its properties, its use as a key."""
        style = event.style
        if style:
            self.tree.marked.append(scalar)
            if style in "|>":
                self.trim(scalar, event.start_mark.index, event.end_mark.index)
        elif not scalar.text:
            self.tree.nulls.append(scalar)
        elif scalar.line != scalar.end_line:
            self.tree.folded.append(scalar)
        if event.anchor or event.tag or (style == '"' and not scalar.text.isprintable()):
            self.tree.odd.append(event)
        elif is_key and (scalar.text in ("", "<<") or scalar.line != scalar.end_line):
            self.tree.findings += refusals.odd_key(self.path, scalar)

    def note_odd(self, event: Any) -> None:
        """Keeps aside an alias, and a list or group with an anchor or a tag."""
        if isinstance(event, AliasEvent) or event.anchor or event.tag:
            self.tree.odd.append(event)

    def trim(self, scalar: Scalar, start: int, end: int) -> None:
        """Ends a block scalar with its last letter: libyaml ends it at whatever comes next."""
        stop = start + len(self.text[start:end].rstrip(" \n"))
        scalar.end_line -= self.text.count("\n", stop, end)
        scalar.end_column = stop - self.text.rfind("\n", 0, stop)


def tree_of(text: str) -> Node | None:
    """The tree of a text that is known to be without fault."""
    builder = Builder(Page("", text))
    builder.build()
    return builder.tree.root
