"""The two changes that a file takes, an entry behind the last of a list and a value under a key, and where they go."""

from collections.abc import Mapping as Group
from collections.abc import Sequence as List
from dataclasses import dataclass

from generator.edit.entry import Quoted, Value, in_braces, key_by_key, lines_of
from generator.edit.manuscript import Manuscript, add_to_flow, headed, is_empty, lines_with, starts_with
from generator.edit.sections import first_line, next_key
from generator.source.file import SourceFile
from generator.source.nodes import Mapping, Node, Path, Scalar, Sequence, step_into


@dataclass(frozen=True, slots=True)
class Append:
    """An entry behind the last one of the list at a path; a list that is not there yet is made.

    With `before` it goes in front of the entry with that index (from 0), comments right above which stay with it.
    """

    where: Path
    entry: Value
    before: int | None = None


@dataclass(frozen=True, slots=True)
class Put:
    """A value at a path, in the place of one that stands there; groups on the way that are not there are made."""

    where: Path
    value: Value


Change = Append | Put


def place(page: Manuscript, source: SourceFile, change: Change, order: List[str] = ()) -> None:
    """Puts what a change writes into the page; a new key of the file's own goes where the order has it, else behind all.

    LookupError where the file leaves no sure place for it.
    """
    if source.root is None or (isinstance(source.root, Mapping) and starts_with(source, source.root, "{")):
        raise LookupError
    node, rest = _deepest(source.root, change.where)
    if isinstance(change, Append) and not rest and isinstance(node, Sequence):
        _append(page, source, node, change)
        return
    value = [change.entry] if isinstance(change, Append) else change.value
    if rest and node is source.root and isinstance(node, Mapping) and rest[0] not in node.entries:
        _add_section(page, node, str(rest[0]), _nested(rest[1:], value), order)
    elif rest:
        _add(page, source, node, str(rest[0]), _nested(rest[1:], value))
    elif isinstance(change, Append):
        raise LookupError
    else:
        _replace(page, source, node, value)


def _deepest(root: Node, where: Path) -> tuple[Node, Path]:
    """The last node on the way along a path that holds anything, and the steps that are left from there."""
    node = root
    for depth, step in enumerate(where):
        child = step_into(node, step)
        if child is None or is_empty(child):
            return node, where[depth:]
        node = child
    return node, ()


def _nested(steps: Path, value: Value) -> Value:
    for step in reversed(steps):
        value = {str(step): value}
    return value


def _append(page: Manuscript, source: SourceFile, node: Sequence, change: Append) -> None:
    """An entry of a list, written as the last one is."""
    last = node.items[-1] if node.items else None
    if last is None or starts_with(source, node, "["):
        if change.before is not None:
            raise LookupError
        add_to_flow(page, node, last, "", change.entry)
        return
    braces = not isinstance(last, Mapping) or starts_with(source, last, "{")
    line = last.end_line if change.before is None else _line_above(page, node, change.before)
    page.put_below(line, _behind_dash(change.entry, node.column - 1, braces))


def _line_above(page: Manuscript, node: Sequence, index: int) -> int:
    """The last line (from 1) before an entry and the comments right above it. LookupError where lines are shared."""
    line = node.items[index].line - 1
    floor = node.items[index - 1].end_line if index else 0
    while line > floor and page.bare(line).lstrip().startswith("#"):
        line -= 1
    if line < floor or not page.bare(node.items[index].line).lstrip().startswith("-"):
        raise LookupError
    return line


def _behind_dash(entry: Value, indent: int, braces: bool = True) -> list[str]:
    """The lines of an entry behind a dash that stands at a column (from 0)."""
    if isinstance(entry, Group) and not braces:
        lines = key_by_key(entry, indent + 2)
    else:
        lines = lines_of(entry, indent + 2, indent + 2)
    return headed(f"{' ' * indent}- ", lines)


def _add(page: Manuscript, source: SourceFile, node: Node, key: str, value: Value) -> None:
    """A key with its value into a group that lacks it, or that has the key with nothing behind it."""
    if not isinstance(node, Mapping):
        raise LookupError
    braces, empty = starts_with(source, node, "{"), node.entries.get(key)
    if empty is not None:
        _fill(page, node, empty, braces, value)
    elif braces:
        last = list(node.entries.values())[-1] if node.entries else None
        add_to_flow(page, node, last, f"{key}: ", value)
    else:
        page.put_below(node.end_line, _below_key(key, value, node.column - 1))


def _add_section(page: Manuscript, root: Mapping, key: str, value: Value, order: List[str]) -> None:
    """A new key of the file's own: in front of the next one in the order, as far from it as that from the one before."""
    new, following = _below_key(key, value, root.column - 1), next_key(root, key, order)
    if following is None:
        page.put_below(root.end_line, new)
        return
    line = first_line([line.rstrip("\r\n") for line in page.lines], root, following)
    page.put_below(line - 1, new if page.bare(line).strip() else ["", *new])


def _fill(page: Manuscript, node: Mapping, empty: Node, braces: bool, value: Value) -> None:
    """A value behind a key that has none."""
    written = isinstance(empty, Scalar) and empty.text
    if not braces and not written and _in_block(value):
        page.put_below(empty.line, _below_key("", value, node.column - 1)[1:])
        return
    new = headed("" if written else " ", lines_of(value, empty.column, page.indent(empty.line) + 2))
    page.put_in((empty.line, empty.column), (empty.end_line, empty.end_column), new)


def _in_block(value: Value) -> bool:
    """Whether a value is written over lines of its own below its key: a list or a group of groups."""
    if isinstance(value, int | str):
        return False
    items = list(value.values()) if isinstance(value, Group) else list(value)
    return bool(items) and all(isinstance(item, Group) for item in items)


def _below_key(key: str, value: Value, indent: int) -> list[str]:
    """A key with its value as lines of block style that begin at a column (from 0)."""
    if not _in_block(value):
        return lines_with(f"{key}: ", value, indent)
    lines = [f"{' ' * indent}{key}:"]
    if isinstance(value, Group):
        for name, item in value.items():
            lines += lines_with(f"{name}: ", item, indent + 2)
    elif isinstance(value, List):
        for item in value:
            lines += _behind_dash(item, indent + 2)
    return lines


def _replace(page: Manuscript, source: SourceFile, node: Node, value: Value) -> None:
    """A value in the place of another; of a group only what differs is touched."""
    if isinstance(node, Mapping) and isinstance(value, Group) and node.entries.keys() <= value.keys():
        for key, item in value.items():
            child = node.entries.get(key)
            if child is None or is_empty(child):
                _add(page, source, node, key, item)
            else:
                _replace(page, source, child, item)
        return
    if not isinstance(node, Scalar) and not starts_with(
        source, node, "[" if isinstance(node, Sequence) else "{"
    ):
        raise LookupError
    if isinstance(node, Scalar) and isinstance(value, str) and node.text == value:
        return
    if isinstance(node, Scalar) and isinstance(value, str) and not node.plain:
        value = Quoted(value)
    new = lines_of(value, node.column - 1, page.indent(node.line) + 2)
    page.put_in((node.line, node.column), (node.end_line, node.end_column), new)


def in_words(change: Change) -> str:
    """What a change would write and where, for somebody who types it by hand."""
    value = change.entry if isinstance(change, Append) else change.value
    lines = in_braces(value, 6, 4) if isinstance(value, Group) else lines_of(value, 6, 4)
    what = "another entry of the list" if isinstance(change, Append) else "the value"
    steps = " > ".join(f"entry {step + 1}" if isinstance(step, int) else step for step in change.where)
    return "\n".join([f"  {what} `{steps}`:", *(f"    {line}" for line in lines)])
