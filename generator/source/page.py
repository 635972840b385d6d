"""One file's lines, and how one of them falls into key and value, for what is said about prose in YAML."""

from dataclasses import dataclass
from typing import NamedTuple

from generator.finding import Place
from generator.lines import lines_of


@dataclass(frozen=True, slots=True)
class Page:
    """A file as lines; lines and columns count from 1."""

    path: str
    text: str

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; split when first asked for, which most files never are."""
        return lines_of(self.text)

    def line(self, number: int) -> str:
        """One line without its end; empty where the file has none of that number."""
        lines = self.lines
        return lines[number - 1] if 0 < number <= len(lines) else ""

    def last_line(self) -> int:
        """The number of the last line that holds anything; 1 in an empty file."""
        return len(self.text.rstrip().split("\n"))

    def stretch(self, number: int, start: int, stop: int | None = None) -> Place:
        """A place on one line, from one column up to another, or to the end of what is written there."""
        stop = len(self.line(number).rstrip()) + 1 if stop is None else stop
        return Place(self.path, number, start, number, max(start + 1, stop))


class Parts(NamedTuple):
    """A line taken apart: where its content begins behind indentation and dashes, its key, and its value.

    `start` and `value_at` are columns from 1; `key` is None where the line has none; `value` lacks a comment.
    """

    start: int
    key: str | None
    value_at: int
    value: str


def parts(line: str) -> Parts:
    """What YAML's author meant by a line of block style: indentation, dashes, a key with a colon, a value."""
    start = content_at(line)
    colon = line.find(":", start)
    while colon >= 0 and line[colon + 1 : colon + 2].strip():
        colon = line.find(":", colon + 1)
    if colon < 0 or line[start : start + 1] in {*"\"'[{#"} or " #" in line[start:colon]:
        return Parts(start + 1, None, start + 1, without_comment(line[start:]))
    value_at = colon + 1
    while line[value_at : value_at + 1] == " ":
        value_at += 1
    return Parts(start + 1, line[start:colon].rstrip(), value_at + 1, without_comment(line[value_at:]))


def content_at(line: str) -> int:
    """The index at which a line's content begins, behind its indentation and the dashes of lists."""
    index = len(line) - len(line.lstrip(" "))
    while line.startswith("- ", index):
        index += 2
        while line[index : index + 1] == " ":
            index += 1
    return index


def without_comment(value: str) -> str:
    """A value without the comment behind it: from a space and `#` with a space or nothing after it."""
    at = value.find(" # ")
    value = value if at < 0 else value[:at]
    return value.rstrip().removesuffix(" #").rstrip()
