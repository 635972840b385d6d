"""The constructs of YAML that case files do without, because they hide what a reader of the file would see."""

from collections.abc import Iterator
from typing import Any

from yaml.events import AliasEvent, ScalarEvent

from generator.codes import code
from generator.finding import Finding, Place, Severity
from generator.source.decoding import CONTROL, CONTROL_CHARACTER, FILE_TOO_BIG, described
from generator.source.nodes import Node, Scalar, Sequence, place_of
from generator.source.page import Page, without_comment
from generator.source.traps import begins_with_sign

DEPTH = 32
"""How deep lists and groups of keys may stand inside each other; the deepest field of a case is at 8."""
PARTS = 20_000
"""Lists and groups of keys that one file may hold; a case of ten years has some hundreds."""
MOST = 500
"""Findings of one kind of look that one file may have: more than anybody reads, and a file made to flood has a million."""

YAML_ANCHOR = code(
    "yaml-anchor",
    Severity.ERROR,
    "An anchor or a reference of YAML",
    "YAML can name a value with `&name` and repeat it with `*name`. Case files do without: who reads the line of a "
    "promise must see the promise. Write the value out at each place.",
    ignorable=False,
)
YAML_MERGE = code(
    "yaml-merge",
    Severity.ERROR,
    "A merge key of YAML",
    "The key `<<` takes in keys that stand elsewhere. Case files do without: what is said about a case stands where "
    "the case is. Write the keys out.",
    ignorable=False,
)
YAML_TAG = code(
    "yaml-tag",
    Severity.ERROR,
    "A tag of YAML",
    "A tag such as `!!str` tells YAML how to read a value. Casewright reads each value as the text that was typed and "
    "converts it as the field wants, so a tag is never needed. Take it away.",
    ignorable=False,
)
YAML_DIRECTIVE = code(
    "yaml-directive",
    Severity.ERROR,
    "A directive of YAML",
    "A line that begins with `%` gives orders to the reader of YAML. Case files do without. Delete the line.",
    ignorable=False,
)
SECOND_DOCUMENT = code(
    "second-document",
    Severity.ERROR,
    "A second document in one file",
    "A line `---` in the middle of a file begins a second document, and everything below it belongs to no case. Move "
    "what stands there into a file of its own, or delete the line.",
    ignorable=False,
)
DUPLICATE_KEY = code(
    "duplicate-key",
    Severity.ERROR,
    "A key stands twice",
    "The same key twice in one group leaves open which value is meant, and most readers of YAML drop one without a "
    "word. Keep the one that is right.",
    ignorable=False,
)
NESTED_TOO_DEEP = code(
    "nested-too-deep",
    Severity.ERROR,
    "Lists and groups stand too deep inside each other",
    f"No field of a case lies deeper than 8 levels, and Casewright reads {DEPTH}. Something is indented, or opened "
    "with brackets, that should not be.",
    ignorable=False,
)
KEY_NOT_TEXT = code(
    "key-not-text",
    Severity.ERROR,
    "A key is not a plain word",
    "What stands before the colon must be a word. A list, a group of keys, a text of several lines or nothing at all "
    "cannot be a key. Where two braces were meant as text, put the text in quotes.",
    ignorable=False,
)


def duplicate(path: str, key: Scalar, first: Scalar) -> Finding:
    """The finding for a key that stands a second time in its group."""
    message = f'The key "{key.text}" stands here a second time; the first is on line {first.line}.'
    return DUPLICATE_KEY.at(place_of(path, key), message, "Keep the one that is right.")


def odd_key(path: str, key: Scalar) -> Iterator[Finding]:
    """A finding for a key that merges, is not written or goes over several lines."""
    place = place_of(path, key)
    if key.plain and key.text == "<<":
        message = 'The key "<<" takes in keys from elsewhere, which case files do without.'
        yield YAML_MERGE.at(place, message, "Write the keys out here.")
    elif not key.text or key.line != key.end_line:
        message = (
            "A text of several lines cannot be a key." if key.text else "There is no key before this colon."
        )
        yield KEY_NOT_TEXT.at(place, message, "Write one word before the colon.")


def collection_as_key(page: Page, node: Node) -> Iterator[Finding]:
    """A finding for a list or group where a key belongs; an alias has its own. `{{ name }}` was meant as text."""
    if isinstance(node, Scalar):
        return
    line = page.line(node.line)
    if node.column > 1 and line[node.column - 2 : node.column] == "{{":
        yield begins_with_sign(page, page.stretch(node.line, node.column - 1))
        return
    what = "list" if isinstance(node, Sequence) else "group of keys"
    remedy = "Write one word before the colon; where brackets or braces are part of a text, put it in quotes."
    place = page.stretch(node.line, node.column, node.column + 1)
    yield KEY_NOT_TEXT.at(place, f"A {what} cannot be a key.", remedy)


def too_deep(path: str, event: Any) -> Finding:
    """The finding for a list or group that begins deeper than files are read."""
    message = f"This is more than {DEPTH} levels deep, deeper than any case file goes."
    remedy = "Take away the brackets or the indentation that opened so many levels."
    return NESTED_TOO_DEEP.at(Place(path, *span_of(event)), message, remedy)


def too_many(path: str, event: Any) -> Finding:
    """The finding for the list or group with which a file holds more of them than are read."""
    message = f"The file holds more than {PARTS:,} lists and groups of keys, so it was not read."
    remedy = "Move what makes it so large into an evidence file of the case, and name that file here."
    return FILE_TOO_BIG.at(Place(path, *span_of(event)), message, remedy)


def directive(page: Page, line: int) -> Finding:
    """The finding for a line with `%YAML`, `%TAG` or anything else that begins with `%`."""
    message = 'A line that begins with "%" is a directive, which case files do without.'
    return YAML_DIRECTIVE.at(page.stretch(line, 1), message, "Delete the line.")


def second_document(path: str, event: Any) -> Finding:
    """The finding for another document in the same file."""
    remedy = 'Move what stands below into a file of its own, or delete the line "---".'
    place = Place(path, *span_of(event))
    return SECOND_DOCUMENT.at(place, "A second document begins here; a file holds one.", remedy)


def refused(page: Page, events: list[Any]) -> Iterator[Finding]:
    """The findings for events that carry an anchor, a reference, a tag or an escaped control character.

    Where it looks as if prose was meant (`*urgent*`, `&co`, `!important`), the finding says so.
    """
    anchors = {event.anchor for event in events if not isinstance(event, AliasEvent)}
    references = {event.anchor for event in events if isinstance(event, AliasEvent)}
    for event in events:
        if isinstance(event, AliasEvent):
            yield reference(page, event, event.anchor in anchors)
        elif event.anchor:
            meant = isinstance(event, ScalarEvent) and event.anchor not in references
            yield anchor(page, event, meant)
        elif event.tag:
            yield tag(page, event)
        elif found := CONTROL.search(event.value):
            message = f"{described(found[0])} is written here, which cannot be seen or printed."
            yield CONTROL_CHARACTER.at(
                Place(page.path, *span_of(event)), message, "Take the escape for it out of the text."
            )


def reference(page: Page, event: Any, known: bool) -> Finding:
    """The finding for `*name`; prose where no anchor has that name."""
    if not known:
        return begins_with_sign(page, rest_of_value(page, event))
    message = f'"*{event.anchor}" repeats a value that stands elsewhere, which case files do without.'
    return YAML_ANCHOR.at(Place(page.path, *span_of(event)), message, "Write the value out here.")


def anchor(page: Page, event: Any, meant_as_text: bool) -> Finding:
    """The finding for `&name` before a value."""
    if meant_as_text:
        return begins_with_sign(page, rest_of_value(page, event))
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    place = Place(page.path, line, column, line, column + 1 + len(event.anchor))
    message = f'"&{event.anchor}" names a value so that others can repeat it, which case files do without.'
    return YAML_ANCHOR.at(
        place, message, f'Take "&{event.anchor}" away, and write the value out where it is wanted.'
    )


def tag(page: Page, event: Any) -> Finding:
    """The finding for `!!tag` before a value, or for prose that begins with `!`."""
    place = rest_of_value(page, event)
    written = page.line(place.line)[place.column - 1 :].split(maxsplit=1)[0]
    if isinstance(event, ScalarEvent) and str(event.tag).startswith("!") and not written.startswith("!<"):
        return begins_with_sign(page, place)
    place = page.stretch(place.line, place.column, place.column + len(written))
    return YAML_TAG.at(
        place, f'"{written}" is a tag, which case files do without.', f'Take "{written}" away.'
    )


def rest_of_value(page: Page, event: Any) -> Place:
    """From where an event begins to the end of its value on that line, a comment left out."""
    line, column = event.start_mark.line + 1, event.start_mark.column + 1
    text = page.line(line)
    rest = without_comment(text[column - 1 :])
    if inside_brackets(text[: column - 1]):
        rest = rest[: min((at for at in map(rest.find, ",]}") if at > 0), default=len(rest))].rstrip()
    return page.stretch(line, column, column + len(rest))


def inside_brackets(before: str) -> bool:
    """Whether what stands before a value on its line opened a bracket and did not close it."""
    return before.count("[") + before.count("{") > before.count("]") + before.count("}")


def span_of(event: Any) -> tuple[int, int, int, int]:
    """The line and column where an event begins, and where it ends, counted from 1."""
    start, end = event.start_mark, event.end_mark
    return start.line + 1, start.column + 1, end.line + 1, end.column + 1
