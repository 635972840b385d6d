"""The findings that have one safe answer, each with the function that gives it.

What is not here has more than one: a person with an unknown key may be new, a comma in braces may end a value, a dash
may belong to its text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.checking import Checked
from generator.edit import Append, edited
from generator.edit.manuscript import Manuscript, manuscript
from generator.finding import Finding
from generator.model.case import Case
from generator.model.key_order import order_of
from generator.source.quoting import LONGEST

Held = Callable[[str], bytes]
"""The bytes of a file of the workspace, by its path."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A file as it would be: its path in the workspace, and its bytes."""

    path: str
    data: bytes


Fixer = Callable[[Finding, Checked, Held], Answer | None]
"""Gives the answer to a finding, or None where this one has no single answer."""
CORRECTED = re.compile(r": `(.+)`(?:\.|;.*)\Z", re.DOTALL)
"""The corrected line in a remedy."""
MEANT = re.compile(r"Did you mean `([^`]+)`\?")
RELATED = re.compile(r"Add `- \{case: ([^ ,}]+), how: ([a-z-]+)\}` under `related` in (\S+)\.")
KEY_ALONE = re.compile(r"next_update:[ \t]+[^#\r\n]*\Z")


def line_as_shown(finding: Finding, checked: Checked, held: Held) -> Answer | None:  # noqa: ARG001
    """The line that the remedy shows, in the place of the one that stands there."""
    shown = CORRECTED.search(finding.remedy)
    if shown is None or len(shown[1]) > LONGEST:
        return None
    page = _page(finding, held)
    old = page.bare(finding.place.line)
    indent = old[: len(old) - len(old.lstrip(" \t"))]
    new = shown[1] if shown[1].startswith(" ") else indent.replace("\t", "  ") + shown[1]
    return _with_line(finding, page, new)


def number_in_text(finding: Finding, checked: Checked, held: Held) -> Answer | None:
    """The text in quotes where a number follows the `#`, as in `Ticket #4711`; any other may be a hasty comment."""
    line, at = _page(finding, held).bare(finding.place.line), finding.place.column - 1
    if re.match(r"#[0-9]", line[at:]) is None or "#" in line[at + 1 :]:
        return None
    return line_as_shown(finding, checked, held)


def ordinary_space(finding: Finding, checked: Checked, held: Held) -> Answer | None:  # noqa: ARG001
    """A space in the place of one that only looks like it."""
    return _put(finding, held, " ")


def nearest_word(finding: Finding, checked: Checked, held: Held) -> Answer | None:  # noqa: ARG001
    """The word that was meant, where the finding names one."""
    meant = MEANT.fullmatch(finding.remedy)
    return _put(finding, held, meant[1]) if meant else None


def no_second_promise(finding: Finding, checked: Checked, held: Held) -> Answer | None:  # noqa: ARG001
    """The case without the next update that a contact carries otherwise; a line that says more is left alone."""
    page = _page(finding, held)
    if KEY_ALONE.match(page.bare(finding.place.line)) is None:
        return None
    page.lines[finding.place.line - 1] = ""
    return Answer(finding.place.path, page.finished().encode())


def other_side(finding: Finding, checked: Checked, held: Held) -> Answer | None:
    """The other case with the relation too, unless its customer would then read of it."""
    said = RELATED.fullmatch(finding.remedy)
    if said is None:
        return None
    case, how, path = said.groups()
    other = checked.workspace.cases.get(path.removeprefix("cases/").removesuffix(".yaml"))
    if other is None or "related" in other.case.customer_sees:
        return None
    return Answer(
        path,
        edited(path, held(path), [Append(("related",), {"case": case, "how": how})], order_of(Case).keys),
    )


def no_idle_comment(finding: Finding, checked: Checked, held: Held) -> Answer | None:  # noqa: ARG001
    """The line without a comment that silences nothing; one that says more than this is left alone."""
    page, place = _page(finding, held), finding.place
    line = page.bare(place.line)
    code = line[place.column - 1 : place.end_column - 1]
    found = re.search(rf"[ \t]*# casewright: ignore {re.escape(code)}[ \t]*\Z", line)
    return _with_line(finding, page, line[: found.start()]) if found and found.start() else None


def _put(finding: Finding, held: Held, new: str) -> Answer:
    """The file with a word in the place of what the finding points at."""
    page, place = _page(finding, held), finding.place
    line = page.bare(place.line)
    return _with_line(finding, page, line[: place.column - 1] + new + line[place.end_column - 1 :])


def _with_line(finding: Finding, page: Manuscript, new: str) -> Answer:
    at = finding.place.line - 1
    page.lines[at] = new + page.lines[at][len(page.bare(at + 1)) :]
    return Answer(finding.place.path, page.finished().encode())


def _page(finding: Finding, held: Held) -> Manuscript:
    return manuscript(held(finding.place.path).decode("utf-8"))


FIXERS: dict[str, Fixer] = {
    "text-cut": number_in_text,
    "colon-in-text": line_as_shown,
    "apostrophe": line_as_shown,
    "text-start": line_as_shown,
    "text-after-quote": line_as_shown,
    "tab-indent": line_as_shown,
    "odd-space": ordinary_space,
    "key-unknown": nearest_word,
    "choice-wrong": nearest_word,
    "next-update-differs": no_second_promise,
    "relation-one-sided": other_side,
    "ignore-unused": no_idle_comment,
}
"""What `casewright fix` mends: the code of each finding with what answers it."""
