"""JSON with the line that each of its objects begins on."""

import json
import re
from collections.abc import Iterator
from typing import Any

from generator.intake.draft import Unreadable

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\n]')


class Item(dict[str, Any]):
    """A JSON object, with the line (from 1) it begins on."""

    line: int = 1


def read_json(text: str) -> Any:
    """What a text says as JSON, its objects as items. Raises Unreadable where it is none."""
    lines = _beginnings(text)

    def item(pairs: list[tuple[str, Any]]) -> Item:
        made = Item(pairs)
        made.line = next(lines)
        return made

    try:
        return json.loads(text, object_pairs_hook=item)
    except json.JSONDecodeError as error:
        raise Unreadable(f"It is no JSON that can be read: {error.msg}, line {error.lineno}.") from None
    except (ValueError, RecursionError):
        raise Unreadable(
            "It is no JSON that can be read: it is nested too deep, or a number is too long."
        ) from None


def _beginnings(text: str) -> Iterator[int]:
    """The lines that the objects begin on, in the order in which they end, which is that of the reader."""
    begun: list[int] = []
    number = 1
    for token in TOKEN.finditer(text):
        if token[0] == "\n":
            number += 1
        elif token[0] == "{":
            begun.append(number)
        elif token[0] == "}":
            yield begun.pop()
